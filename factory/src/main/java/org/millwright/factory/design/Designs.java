package org.millwright.factory.design;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.files.FileHash;
import org.millwright.factory.platform.files.FileStore;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.identity.Numbers;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.JournalEntry;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.Finding;
import org.millwright.geometry.LengthUnit;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Outline;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.Shape;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.mesh.MeshMeasures;
import org.millwright.geometry.outline.OutlineFindings;
import org.millwright.geometry.reading.DesignReader;
import org.millwright.geometry.repair.MeshDiagnosis;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The designs of all factories: upload, unit, measurements, shape. */
@Service
public class Designs {
    private static final String DERIVED_COLOUR = "#7fa8ad";

    private final DesignStore store;
    private final FileStore files;
    private final ShapeCache shapes = new ShapeCache();
    private final Ids ids;
    private final Numbers numbers;
    private final Journal journal;
    private final InstantSource time;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Designs(
            DesignStore store,
            FileStore files,
            Ids ids,
            Numbers numbers,
            Journal journal,
            InstantSource time,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.store = store;
        this.files = files;
        this.ids = ids;
        this.numbers = numbers;
        this.journal = journal;
        this.time = time;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * Stores a file, reads and measures it. Reading happens before anything is written to the database, so a hostile file
     * costs time and memory within {@link ReadLimits#USUAL} and leaves nothing but its bytes.
     *
     * @param unit the unit its numbers are in; null takes what the file says, and leaves the unit to be asked if it says nothing
     * @throws Problem refused when the file cannot be read
     */
    public Design upload(
            FactoryId factory, String fileName, InputStream content, @Nullable LengthUnit unit, Actor actor) {
        FileHash hash = keep(fileName, content);
        DesignFile read = read(hash, fileName);
        LengthUnit known = unit != null ? unit : read.declaredUnit();
        Shape shape = read.inMillimetres(known != null ? known : read.likelyUnit());
        var measures = DesignMeasures.of(shape);
        var findings = findings(shape);
        return getAfter(() -> {
            var design = new Design(
                    new DesignId(ids.next()),
                    factory,
                    numbers.next(factory, "D"),
                    fileName,
                    hash,
                    read.format(),
                    read.declaredUnit(),
                    read.likelyUnit(),
                    known,
                    measures,
                    findings,
                    time.instant());
            store.insert(design);
            journal.record(new JournalEntry(
                    factory, actor, "DesignUploaded", "design", design.id().value(), null, uploaded(design)));
            events.publishEvent(new DesignUploaded(design.id()));
            return design;
        });
    }

    /** Says in which unit the numbers of the file are. Throws {@link Problem} when the file itself says otherwise. */
    public Design chooseUnit(DesignId id, LengthUnit unit, Actor actor) {
        Design design = getDesign(id);
        if (design.declaredUnit() != null && design.declaredUnit() != unit) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "design-unit-declared",
                    Map.of(
                            "file",
                            design.fileName(),
                            "declared",
                            design.declaredUnit().name()));
        }
        Shape shape = read(design.file(), design.fileName()).inMillimetres(unit);
        Design chosen = design.inUnit(unit, DesignMeasures.of(shape), findings(shape));
        shapes.forget(id);
        return getAfter(() -> {
            store.update(chosen);
            journal.record(new JournalEntry(
                    design.factory(), actor, "DesignUnitChosen", "design", id.value(), null, uploaded(chosen)));
            return chosen;
        });
    }

    /** Throws {@link Problem} when there is none. */
    public Design getDesign(DesignId id) {
        return store.find(id)
                .orElseThrow(
                        () -> Problem.of(Problem.Kind.NOT_FOUND, "design-not-found", Map.of("design", id.toString())));
    }

    /** Newest first. */
    public List<Design> listDesigns(FactoryId factory) {
        return store.list(factory);
    }

    /** The shape in millimetres, kept in memory while there is room. Throws {@link Problem} while the unit has to be asked. */
    public Shape shape(DesignId id) {
        return shapes.get(id, () -> {
            Design design = getDesign(id);
            LengthUnit unit = design.findUnit()
                    .orElseThrow(() -> Problem.of(
                            Problem.Kind.REFUSED,
                            "design-unit-asked",
                            Map.of(
                                    "file",
                                    design.fileName(),
                                    "likely",
                                    design.likelyUnit().name())));
            return read(design.file(), design.fileName()).inMillimetres(unit);
        });
    }

    /** As {@link #shape}, but in the likely unit while the unit has to be asked: good enough to look at. */
    public Shape shapeOrLikely(Design design) {
        return design.unit() != null
                ? shape(design.id())
                : read(design.file(), design.fileName()).inMillimetres(design.likelyUnit());
    }

    /**
     * A design made of another one in a way that has a name; made once. It is found beside the original, not in lists.
     *
     * @param derivation for instance {@code up 0 0 -1}
     * @param mesh in millimetres
     */
    public Design derive(DesignId from, String derivation, String fileName, Mesh mesh, Actor actor) {
        Design known = store.listDerived(from).get(derivation);
        if (known != null) {
            return known;
        }
        Design made = upload(
                getDesign(from).factory(),
                fileName,
                new ByteArrayInputStream(ThreeMf.write(mesh, DERIVED_COLOUR)),
                LengthUnit.MILLIMETRE,
                actor);
        store.setDerived(made.id(), from, derivation);
        return made;
    }

    /** What was made of a design, by the name of the way. */
    public SortedMap<String, Design> listDerived(DesignId from) {
        return store.listDerived(from);
    }

    private DesignFile read(FileHash hash, String fileName) {
        try {
            return DesignReader.read(files.path(hash), fileName, ReadLimits.USUAL);
        } catch (UnreadableShape unreadable) {
            throw Problem.of(
                    Problem.Kind.REFUSED,
                    "design-unreadable",
                    Map.of("file", fileName, "detail", unreadable.detail(), "hint", unreadable.hint()));
        } catch (IOException failed) {
            throw new UncheckedIOException("The design file %s could not be read.".formatted(fileName), failed);
        }
    }

    private FileHash keep(String fileName, InputStream content) {
        try {
            return files.put(content, ReadLimits.USUAL.fileBytes());
        } catch (IOException failed) {
            throw new UncheckedIOException("The file %s did not arrive whole.".formatted(fileName), failed);
        }
    }

    private static Map<String, Object> uploaded(Design design) {
        var payload = new HashMap<String, Object>();
        payload.put("number", design.number());
        payload.put("fileName", design.fileName());
        payload.put("sha256", design.file().sha256());
        payload.put("format", design.format());
        design.findUnit().ifPresent(unit -> payload.put("unit", unit.name()));
        return payload;
    }

    private static List<Finding> findings(Shape shape) {
        return switch (shape) {
            case Mesh mesh -> MeshDiagnosis.of(mesh, MeshMeasures.of(mesh));
            case Outline outline -> OutlineFindings.of(outline);
        };
    }

    private Design getAfter(Supplier<Design> write) {
        return Objects.requireNonNull(transaction.execute(status -> write.get()));
    }
}
