package org.millwright.factory.planning.timetable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.processes.ManufacturingProcess.StepKind;

/**
 * The work of one build on one machine.
 *
 * @param machines the interchangeable machines it may run on
 * @param family what runs one after another without refitting, usually the material
 * @param phases prepare, run and remove, also those that are done already
 * @param dueAt the earliest date among its orders
 */
public record BuildWork(BuildId build, List<MachineId> machines, String family, List<Phase> phases, Instant dueAt) {
    public BuildWork {
        machines = List.copyOf(machines);
        phases = List.copyOf(phases);
    }

    Optional<Phase> find(StepKind kind) {
        return phases.stream().filter(phase -> phase.operation().kind() == kind).findFirst();
    }

    /** Whether it holds a machine already. */
    boolean begun() {
        return phases.stream().anyMatch(phase -> !phase.planned());
    }

    String engineId() {
        return "build " + build;
    }
}
