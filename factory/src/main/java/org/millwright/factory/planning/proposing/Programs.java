package org.millwright.factory.planning.proposing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millwright.factory.planning.batching.Nest;
import org.millwright.factory.planning.store.ProgramStore;
import org.millwright.factory.planning.store.ProgramStore.StoredProgram;
import org.millwright.factory.platform.files.FileHash;
import org.millwright.factory.platform.files.FileStore;
import org.millwright.factory.platform.journal.CanonicalJson;
import org.millwright.geometry.Shape;
import org.millwright.processes.Build;
import org.millwright.processes.ManufacturingProcess;
import org.millwright.processes.Program;
import org.millwright.processes.ProgramRefused;
import org.millwright.processes.Setup;
import org.springframework.stereotype.Component;

/** Makes the programs of builds and keeps them in the file store; what was made before is found by its content. */
@Component
public class Programs {
    private static final long LARGEST = 2_000_000_000L;

    private final ProgramStore store;
    private final FileStore files;

    public Programs(ProgramStore store, FileStore files) {
        this.store = store;
        this.files = files;
    }

    /** @param shapes the parts by the shape name of the items */
    public StoredProgram make(ManufacturingProcess process, Setup setup, Nest nest, Map<String, Shape> shapes)
            throws ProgramRefused {
        String key = contentKey(process, setup, nest);
        Optional<StoredProgram> known = store.find(key).filter(program -> files.exists(program.file()));
        if (known.isPresent()) {
            return known.get();
        }
        Program program = process.program(build(key, nest, shapes), setup);
        var stored = new StoredProgram(
                put(program.text()), program.dialect(), program.expectedTime(), program.massG(), program.terms());
        store.insert(key, stored);
        return stored;
    }

    private static Build build(String key, Nest nest, Map<String, Shape> shapes) {
        List<Build.Placed> placed = new ArrayList<>();
        for (Nest.Place place : nest.places()) {
            Shape shape = shapes.get(place.item().shape());
            if (shape == null) {
                throw new IllegalStateException("Shape %s of unit %s was not loaded."
                        .formatted(place.item().shape(), place.item().unit()));
            }
            // Numbered, not named by serial: the same plate for another order is the same program.
            placed.add(new Build.Placed(
                    "unit " + (placed.size() + 1), shape, place.rotationDeg(), place.xMm(), place.yMm()));
        }
        return new Build("build " + key.substring(0, 12), placed);
    }

    private FileHash put(String text) {
        try {
            return files.put(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), LARGEST);
        } catch (IOException failed) {
            throw new UncheckedIOException("The program could not be stored.\nMaybe the disk is full.", failed);
        }
    }

    private static String contentKey(ManufacturingProcess process, Setup setup, Nest nest) {
        var content = new TreeMap<String, Object>();
        content.put("process", process.id());
        content.put("materialValues", new TreeMap<>(setup.material().values()));
        content.put("materialId", setup.material().id());
        content.put("equipment", setup.equipment().model());
        content.put("equipmentValues", new TreeMap<>(setup.equipment().values()));
        content.put(
                "equipmentSize",
                List.of(
                        setup.equipment().widthMm(),
                        setup.equipment().depthMm(),
                        setup.equipment().heightMm()));
        content.put("density", setup.material().densityGPerCm3());
        content.put("options", new TreeMap<>(setup.options()));
        content.put("stock", List.of(nest.stock().widthMm(), nest.stock().heightMm()));
        content.put(
                "places",
                nest.places().stream()
                        .map(place ->
                                List.<Object>of(place.item().shape(), place.rotationDeg(), place.xMm(), place.yMm()))
                        .toList());
        setThickness(content, setup);
        return sha256(CanonicalJson.write(content));
    }

    private static void setThickness(Map<String, Object> content, Setup setup) {
        Double thickness = setup.material().thicknessMm();
        if (thickness != null) {
            content.put("thicknessMm", thickness);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
