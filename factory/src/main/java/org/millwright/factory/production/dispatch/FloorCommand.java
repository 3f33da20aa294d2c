package org.millwright.factory.production.dispatch;

import org.millwright.factory.facility.MachineId;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.production.JobId;
import org.millwright.factory.production.task.TaskId;
import org.millwright.machines.JobReport;

/** One thing to do on the floor. Each is safe to decide again after a crash in the middle of it. */
public sealed interface FloorCommand {
    /** Offers an operation to people. */
    record OpenTask(OperationId operation) implements FloorCommand {}

    /** Asks people to empty the machine after a run that did not end well. */
    record OpenClearing(JobId job) implements FloorCommand {}

    /** Takes back a task that is not to be done any more, or not now. */
    record CancelTask(TaskId task) implements FloorCommand {}

    /** A command that concerns one job. */
    sealed interface JobCommand extends FloorCommand {
        JobId job();
    }

    /** Stores the intent to run a prepared build on its machine, when the start permit is granted. */
    record CreateJob(BuildId build, OperationId run, MachineId machine) implements FloorCommand {}

    /** Hands the program to the machine. */
    record Store(JobId job) implements JobCommand {}

    /** Records that the machine holds the program. */
    record MarkStored(JobId job) implements JobCommand {}

    /** Stores the intent to start, then starts. */
    record Start(JobId job) implements JobCommand {}

    /** Records that the machine runs. */
    record MarkRunning(JobId job, JobReport report) implements JobCommand {}

    /** Records how far the machine is. */
    record Follow(JobId job, JobReport report) implements JobCommand {}

    /** Tells the machine to end the job where it is. */
    record Cancel(JobId job) implements JobCommand {}

    /** Books a run that ended. */
    record End(JobId job, JobReport report) implements JobCommand {}

    /** Books a run that a fault ended, or whose fate the machine cannot tell. */
    record Interrupt(JobId job, JobReport report, String fault) implements JobCommand {}

    /** Books a run that was stopped or that the machine never took. */
    record Abort(JobId job, JobReport report, String reason) implements JobCommand {}

    /** Tells a machine, which cannot know it itself, that people emptied it. */
    record ConfirmBedClear(MachineId machine) implements FloorCommand {}
}
