package org.millwright.factory.planning.timetable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.resource.Interval;
import org.millwright.scheduling.model.resource.Resource;
import org.millwright.scheduling.model.resource.ResourceKind;
import org.millwright.scheduling.model.resource.WorkCalendar;

/**
 * Where work that has begun stands: real times for what is done, planned ones for the rest, moved to now where they lie in
 * the past. The machine stays occupied until somebody who is there unloads it.
 */
final class FixedWork {
    /** A machine that was done earlier than planned is not left standing full for longer. */
    private static final long LONGEST_WAIT_S = 30 * 60;

    private final Instant now;
    private final Map<String, Resource> resources;
    private final Map<String, List<Interval>> busy = new HashMap<>();
    private final List<Assignment> assignments = new ArrayList<>();

    FixedWork(Instant now, Map<String, Resource> resources) {
        this.now = now;
        this.resources = resources;
    }

    List<Assignment> assignments() {
        return assignments;
    }

    Assignment of(BuildWork build) {
        Optional<Phase> prepare = build.find(StepKind.PREPARE);
        Optional<Phase> run = build.find(StepKind.RUN);
        Optional<Phase> remove = build.find(StepKind.REMOVE);
        Instant setupStart = prepare.map(phase -> phase.operation().start()).orElse(now);
        Instant runStart = startAfter(run, end(prepare, setupStart));
        Instant runEnd = endAfter(run, runStart);
        long setupStartS = Math.min(Seconds.down(setupStart), Seconds.up(runStart));
        long runStartS = Math.max(setupStartS, Seconds.up(runStart));
        long runEndS = Math.max(runStartS, Seconds.up(runEnd));
        boolean runAttended = run.map(phase -> phase.operation().attended()).orElse(false);
        Optional<Phase> attended = prepare.filter(Phase::started).or(() -> run.filter(phase -> runAttended));
        String preparer = freeFor(attended.flatMap(this::person), setupStartS, runAttended ? runEndS : runStartS);
        Unload unload = unload(remove, runEndS);
        var assignment = new Assignment(
                build.engineId(),
                machine(build).toString(),
                preparer,
                unload.person(),
                setupStartS,
                runStartS,
                runEndS,
                unload.startS(),
                unload.endS());
        assignments.add(assignment);
        return assignment;
    }

    /** A started bench operation. */
    Assignment of(Phase phase) {
        long startS = Seconds.down(phase.operation().start());
        long endS = Math.max(startS, Seconds.up(phase.expectedEnd(now)));
        // Who works at the bench for days is free in between; the rest of long work is not planned hour by hour.
        boolean shortWork = endS - startS <= TimetableProblem.LONGEST_PART.toSeconds();
        String person = freeFor(person(phase).filter(somebody -> shortWork), startS, endS);
        var assignment = new Assignment(
                TimetableProblem.engineId(phase, 0), null, person, null, startS, startS, endS, endS, endS);
        assignments.add(assignment);
        return assignment;
    }

    private record Unload(@Nullable String person, long startS, long endS) {}

    private Unload unload(Optional<Phase> remove, long runEndS) {
        if (remove.isEmpty()) {
            return new Unload(null, runEndS, runEndS);
        }
        Phase phase = remove.get();
        PlannedOperation operation = phase.operation();
        if (phase.started() || phase.done()) {
            long startS = Math.max(runEndS, Seconds.down(operation.start()));
            long endS = Math.max(startS, Seconds.up(phase.done() ? operation.end() : phase.expectedEnd(now)));
            String person = freeFor(person(phase).filter(somebody -> phase.started()), startS, endS);
            return new Unload(person, startS, endS);
        }
        long workS = Seconds.up(phase.work());
        long earliest = Math.max(runEndS, Seconds.up(now));
        long plannedS = Seconds.up(operation.start());
        String same = person(phase).orElse(null);
        boolean soon = plannedS <= earliest + LONGEST_WAIT_S;
        if (same != null && plannedS >= earliest && soon && start(same, plannedS, workS) == plannedS) {
            occupy(same, plannedS, plannedS + workS);
            return new Unload(same, plannedS, plannedS + workS);
        }
        return earliestUnload(operation, earliest, workS);
    }

    private Unload earliestUnload(PlannedOperation operation, long fromS, long workS) {
        String best = null;
        long bestS = WorkCalendar.NEVER;
        for (Resource person : resources.values()) {
            if (person.kind() == ResourceKind.PERSON && person.skills().contains(operation.skill())) {
                long startS = start(person.id(), fromS, workS);
                if (startS < bestS) {
                    bestS = startS;
                    best = person.id();
                }
            }
        }
        if (best == null) {
            return new Unload(null, fromS, fromS + workS);
        }
        occupy(best, bestS, bestS + workS);
        return new Unload(best, bestS, bestS + workS);
    }

    private long start(String person, long fromS, long workS) {
        Resource resource = resources.get(person);
        return resource == null
                ? WorkCalendar.NEVER
                : resource.available()
                        .without(busy.getOrDefault(person, List.of()))
                        .earliestStart(fromS, workS);
    }

    /** The books may say that somebody did two things at once; then the second one is planned as nobody's. */
    private @Nullable String freeFor(Optional<String> person, long startS, long endS) {
        String free = person.filter(somebody -> busy.getOrDefault(somebody, List.of()).stream()
                        .noneMatch(interval -> interval.overlaps(startS, endS)))
                .orElse(null);
        occupy(free, startS, endS);
        return free;
    }

    private void occupy(@Nullable String person, long startS, long endS) {
        if (person != null && startS < endS) {
            busy.computeIfAbsent(person, id -> new ArrayList<>()).add(new Interval(startS, endS));
        }
    }

    private Optional<String> person(Phase phase) {
        return Optional.ofNullable(phase.operation().person())
                .map(PersonId::toString)
                .filter(resources::containsKey);
    }

    private static MachineId machine(BuildWork build) {
        return build.phases().stream()
                .filter(phase -> !phase.planned())
                .map(phase -> phase.operation().machine())
                .filter(machine -> machine != null)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("Build %s has begun, but on no machine.".formatted(build.build())));
    }

    /** When a phase ends that comes first. */
    private Instant end(Optional<Phase> phase, Instant otherwise) {
        return phase.map(first -> first.done() ? first.operation().end() : first.expectedEnd(now))
                .orElse(otherwise);
    }

    private Instant startAfter(Optional<Phase> phase, Instant before) {
        return phase.filter(next -> !next.planned())
                .map(next -> later(next.operation().start(), before))
                .orElse(later(before, now));
    }

    private Instant endAfter(Optional<Phase> phase, Instant start) {
        if (phase.isEmpty()) {
            return start;
        }
        Phase run = phase.get();
        if (run.planned()) {
            return start.plus(run.work());
        }
        return later(start, run.done() ? run.operation().end() : run.expectedEnd(now));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
