package org.millwright.factory.planning.promising;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.inventory.material.MaterialDefinition;
import org.millwright.factory.planning.Promise;
import org.millwright.factory.planning.examination.Examination;
import org.millwright.factory.planning.parts.BoundedCache;
import org.millwright.factory.planning.parts.Parts;
import org.millwright.factory.planning.pass.Floors;
import org.millwright.factory.planning.pass.OpenWork;
import org.millwright.factory.planning.timetable.Floor;
import org.millwright.factory.planning.timetable.LiveTimetable;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.text.Saying;
import org.millwright.processes.MaterialForm;
import org.springframework.stereotype.Component;

/**
 * Reads the live timetable and the shelf for {@link Promising}. Both are kept until something happens in the factory or
 * a minute has passed, so that looking at many ways of making a part reads them once.
 */
@Component
public class Promises {
    private static final int KEPT = 1_000;

    private final Parts parts;
    private final Floors floors;
    private final OpenWork openWork;
    private final Lots lots;
    private final Journal journal;
    private final FactoryClock clock;
    private final BoundedCache<State, LiveTimetable> timetables = new BoundedCache<>(2);
    private final BoundedCache<Asked, Promise> promises = new BoundedCache<>(KEPT);

    Promises(Parts parts, Floors floors, OpenWork openWork, Lots lots, Journal journal, FactoryClock clock) {
        this.parts = parts;
        this.floors = floors;
        this.openWork = openWork;
        this.lots = lots;
        this.journal = journal;
        this.clock = clock;
    }

    private record State(FactoryId factory, long journalLength, Instant minute) {}

    private record Asked(
            State state,
            DesignId design,
            String process,
            String materialId,
            int quantity,
            Map<String, Double> options) {}

    public Promise promise(
            FactoryId factory,
            DesignId design,
            String process,
            String materialId,
            int quantity,
            Map<String, Double> options) {
        OptionalLong length = journal.findLength(factory);
        if (length.isEmpty()) {
            return promise(live(factory), factory, design, process, materialId, quantity, options);
        }
        var state = new State(factory, length.getAsLong(), clock.instant().truncatedTo(ChronoUnit.MINUTES));
        return promises.get(
                new Asked(state, design, process, materialId, quantity, Map.copyOf(options)),
                () -> promise(
                        timetables.get(state, () -> live(factory)),
                        factory,
                        design,
                        process,
                        materialId,
                        quantity,
                        options));
    }

    private LiveTimetable live(FactoryId factory) {
        Floor floor = floors.get(factory);
        OpenWork.Work work = openWork.read(factory, floor);
        return LiveTimetable.of(floor, work.builds(), work.orders());
    }

    private Promise promise(
            LiveTimetable live,
            FactoryId factory,
            DesignId design,
            String process,
            String materialId,
            int quantity,
            Map<String, Double> options) {
        Examination examination = parts.examine(factory, design, process, materialId, options, live.floor());
        return Promising.promise(
                factory,
                examination,
                quantity,
                live,
                examination.makeable() ? missing(factory, materialId, examination, quantity) : null);
    }

    /** What has to be bought first, null when it is there. */
    private @Nullable Saying missing(FactoryId factory, String materialId, Examination examination, int quantity) {
        MaterialDefinition material = lots.getMaterial(factory, materialId);
        if (material.material().form() == MaterialForm.SHEET) {
            boolean any = lots.listSheetStock(factory, materialId).stream()
                    .anyMatch(piece -> piece.widthMm() * piece.heightMm()
                            >= examination.stockWidthMm() * examination.stockHeightMm() * 0.999);
            return any ? null : Saying.of("promise.sheet", Map.of("material", material.name()));
        }
        double neededG = Objects.requireNonNull(examination.estimate()).consumedMassG() * quantity;
        double freeG = lots.availableMg(factory, materialId) / 1000.0;
        return freeG >= neededG
                ? null
                : Saying.of(
                        "promise.material", Map.of("material", material.name(), "neededG", neededG, "freeG", freeG));
    }
}
