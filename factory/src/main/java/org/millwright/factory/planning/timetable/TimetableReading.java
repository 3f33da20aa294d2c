package org.millwright.factory.planning.timetable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.PersonId;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Timetable;

/** Reads the engine's assignments back as the times of single operations. */
public final class TimetableReading {
    private final Timetable timetable;
    private final List<NewTimes> times = new ArrayList<>();

    private TimetableReading(Timetable timetable) {
        this.timetable = timetable;
    }

    /** The times of every operation that is not over and has a place on the timetable. */
    public static List<NewTimes> read(Timetable timetable, List<BuildWork> builds, List<OrderWork> orders) {
        var reading = new TimetableReading(timetable);
        for (BuildWork build : builds) {
            timetable.findAssignment(build.engineId()).ifPresent(assignment -> reading.readBuild(build, assignment));
        }
        for (OrderWork order : orders) {
            order.phases().stream().filter(phase -> !phase.done()).forEach(reading::readPhase);
        }
        return List.copyOf(reading.times);
    }

    private void readBuild(BuildWork build, Assignment assignment) {
        MachineId machine = machine(assignment.machineId());
        for (Phase phase : build.phases()) {
            if (phase.done()) {
                continue;
            }
            switch (phase.operation().kind()) {
                case PREPARE ->
                    add(phase, machine, assignment.setupPersonId(), assignment.setupStartS(), assignment.runStartS());
                case RUN ->
                    add(
                            phase,
                            machine,
                            phase.operation().attended() ? assignment.setupPersonId() : null,
                            assignment.runStartS(),
                            assignment.runEndS());
                default ->
                    add(phase, machine, assignment.unloadPersonId(), assignment.unloadStartS(), assignment.endS());
            }
        }
    }

    private void readPhase(Phase phase) {
        int parts = phase.started() ? 1 : TimetableProblem.partsOf(phase.work());
        Optional<Assignment> first = timetable.findAssignment(TimetableProblem.engineId(phase, 0));
        Optional<Assignment> last = timetable.findAssignment(TimetableProblem.engineId(phase, parts - 1));
        if (first.isPresent() && last.isPresent()) {
            add(
                    phase,
                    null,
                    first.get().setupPersonId(),
                    first.get().setupStartS(),
                    last.get().endS());
        }
    }

    private void add(Phase phase, @Nullable MachineId machine, @Nullable String person, long startS, long endS) {
        var operation = phase.operation();
        if (phase.started()) {
            // What has begun keeps its real beginning and whoever does it.
            Instant end = Seconds.instant(endS);
            times.add(new NewTimes(
                    operation.id(),
                    operation.machine(),
                    operation.person(),
                    operation.start(),
                    end.isBefore(operation.start()) ? operation.start() : end));
            return;
        }
        times.add(new NewTimes(
                operation.id(),
                machine,
                person == null ? null : new PersonId(UUID.fromString(person)),
                Seconds.instant(startS),
                Seconds.instant(endS)));
    }

    private static @Nullable MachineId machine(@Nullable String id) {
        return id == null ? null : new MachineId(UUID.fromString(id));
    }
}
