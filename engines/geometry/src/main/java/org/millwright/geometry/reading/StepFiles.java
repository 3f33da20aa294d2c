package org.millwright.geometry.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.Finding;
import org.millwright.geometry.LengthUnit;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.Severity;
import org.millwright.geometry.Strictness;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.reading.stl.BinaryStl;

/** STEP models, read by way of an outside tool. */
final class StepFiles {
    private StepFiles() {}

    static DesignFile read(Path file, String name, ReadLimits limits, Strictness strictness)
            throws IOException, UnreadableShape {
        StepConverter converter = findInstalled()
                .orElseThrow(() -> new UnreadableShape(
                        "%s is a STEP model, which is read with the help of an outside tool, and none is installed."
                                .formatted(name),
                        "Install PrusaSlicer on this machine, or export the design as STL, OBJ or 3MF."));
        // The tool decides by the ending of the name.
        Path folder = Files.createTempDirectory("millwright-step");
        Path step = folder.resolve("model.step");
        Path stl = folder.resolve("model.stl");
        try {
            Files.copy(file, step);
            converter.convert(step, stl);
            DesignFile mesh = BinaryStl.read(stl, limits, strictness);
            var remarks = new ArrayList<Finding>(
                    List.of(Finding.of("step-converted", Severity.REVIEW).with(Map.of("tool", converter.name()))));
            remarks.addAll(mesh.remarks());
            return new DesignFile("step", LengthUnit.MILLIMETRE, LengthUnit.MILLIMETRE, mesh.shape(), remarks);
        } finally {
            Files.deleteIfExists(step);
            Files.deleteIfExists(stl);
            Files.delete(folder);
        }
    }

    private static Optional<StepConverter> findInstalled() {
        return ServiceLoader.load(StepConverter.class, StepConverter.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(StepConverter::isInstalled)
                .findFirst();
    }
}
