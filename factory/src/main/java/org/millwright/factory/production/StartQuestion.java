package org.millwright.factory.production;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.Person;
import org.millwright.factory.inventory.Lot;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.production.task.Task;
import org.millwright.machines.MachineState;
import org.millwright.processes.ManufacturingProcess.StepKind;

/**
 * May this start now?
 *
 * @param operation what is to start: a task of a person, or the run of a build
 * @param step name of the step; {@code clear} for emptying a machine after a failed run
 * @param person who would do it; for a run, who prepared the machine; null when nobody is known
 * @param machine where; null for work that needs no machine
 * @param machineState the machine as last observed
 * @param build what is or will be on the machine
 * @param loaded the lot that the operator said is loaded; null when nobody said so
 * @param bedOccupied whether something lies on the machine that nobody has removed yet
 */
public record StartQuestion(
        PlannedOperation operation,
        String step,
        @Nullable Person person,
        @Nullable Machine machine,
        @Nullable MachineState machineState,
        @Nullable BuildPlan build,
        @Nullable Lot loaded,
        boolean bedOccupied,
        Instant now) {
    public StepKind kind() {
        return step.equals(Task.CLEAR) ? StepKind.REMOVE : operation.kind();
    }
}
