package org.millwright.factory.planning.overdue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.millwright.factory.planning.Diff;
import org.millwright.factory.planning.pass.Timetabling;
import org.millwright.factory.planning.store.OperationStore;
import org.millwright.factory.planning.store.TimetableStore;
import org.millwright.factory.planning.timetable.TimetablePlanner.Freedom;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Work that should have begun a while ago and did not. It is timed anew, so that what comes after it, and every date that
 * follows, tells what can still be.
 */
@Component
public class OverdueWork {
    /** Nobody's clock is a second hand; the plan of a day in which little is late stays calm. */
    public static final Duration PATIENCE = Duration.ofMinutes(15);

    private final OperationStore operations;
    private final TimetableStore timetables;
    private final Timetabling timetabling;
    private final InstantSource time;

    OverdueWork(OperationStore operations, TimetableStore timetables, Timetabling timetabling, InstantSource time) {
        this.operations = operations;
        this.timetables = timetables;
        this.timetabling = timetabling;
        this.time = time;
    }

    public boolean exists(FactoryId factory) {
        return operations.anyPlannedBefore(factory, latest());
    }

    /** Moves what is overdue, and what it pushes; empty when nothing is, or nothing could move. */
    @Transactional
    public Optional<Diff> move(FactoryId factory) {
        timetables.lock(factory);
        if (!exists(factory)) {
            return Optional.empty();
        }
        return timetabling.retime(factory, Freedom.REPAIR, "WorkOverdue", Set.of());
    }

    private Instant latest() {
        return time.instant().minus(PATIENCE);
    }
}
