package org.millwright.factory.production.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.production.dispatch.FloorCommand.JobCommand;
import org.millwright.factory.production.dispatch.FloorState.MachineOnFloor;
import org.millwright.factory.production.task.Task;
import org.millwright.factory.production.task.TaskState;
import org.millwright.machines.JobReport;
import org.millwright.machines.MachineState.Execution;
import org.millwright.processes.ManufacturingProcess.StepKind;

/**
 * Decides one round on the floor. Each machine takes its builds in planned order, the next one as soon as it is free and
 * whatever its planned time; work orders move on as soon as their units are made.
 */
public final class Dispatcher {
    private Dispatcher() {}

    /** What is to be done now, in an order in which it may be done. The same facts give the same commands. */
    public static List<FloorCommand> decide(FloorState floor, Instant now) {
        var queues = new BuildQueues(floor.operations());
        var commands = new ArrayList<FloorCommand>();
        var wanted = new ArrayList<PlannedOperation>();
        for (MachineOnFloor machine : floor.machines()) {
            decideMachine(floor, machine, queues, now, commands, wanted);
        }
        wanted.addAll(readyOrderOperations(floor, queues));
        cancelTasks(floor, wanted, commands);
        openTasks(floor, wanted, commands);
        return List.copyOf(commands);
    }

    private static void decideMachine(
            FloorState floor,
            MachineOnFloor machine,
            BuildQueues queues,
            Instant now,
            Collection<FloorCommand> commands,
            Collection<PlannedOperation> wanted) {
        Optional<Dispatch> active = floor.dispatches().stream()
                .filter(dispatch -> dispatch.job().machine().equals(machine.id()))
                .filter(dispatch -> dispatch.job().state().isActive())
                .findFirst();
        Optional<Dispatch> left = floor.dispatches().stream()
                .filter(dispatch -> dispatch.job().machine().equals(machine.id()))
                .filter(dispatch -> !dispatch.job().state().isActive() && dispatch.occupiesBed())
                .findFirst();
        if (active.isPresent()) {
            JobReport report = machine.seen().report();
            Optional<JobCommand> next = machine.seen().isAvailable() && report != null
                    ? JobLife.next(active.get(), report, now)
                    : JobLife.unheard(active.get());
            next.ifPresent(commands::add);
        } else if (left.isPresent()) {
            queues.removal(left.get().job().build())
                    .ifPresentOrElse(wanted::add, () -> openClearing(floor, left.get(), commands));
        } else {
            if (mustTellClear(machine)) {
                commands.add(new FloorCommand.ConfirmBedClear(machine.id()));
            }
            queues.next(machine.id()).ifPresent(next -> startNext(machine, next, commands, wanted));
        }
    }

    private static void startNext(
            MachineOnFloor machine,
            PlannedOperation next,
            Collection<FloorCommand> commands,
            Collection<PlannedOperation> wanted) {
        if (next.kind() != StepKind.RUN) {
            // Work that has begun goes on even when the machine is lost sight of; new work is not offered there.
            if ((machine.inService() && machine.seen().isAvailable()) || next.state() == OperationState.STARTED) {
                wanted.add(next);
            }
        } else if (machine.inService() && isFree(machine)) {
            commands.add(new FloorCommand.CreateJob(BuildQueues.build(next), next.id(), machine.id()));
        }
    }

    /** A machine that holds a job we know nothing of is left alone. */
    private static boolean isFree(MachineOnFloor machine) {
        var state = machine.seen().state();
        return machine.seen().isAvailable()
                && state.bedClear()
                && state.alarm() == null
                && (state.execution() == Execution.READY || state.execution() == Execution.PROGRAM_COMPLETED);
    }

    private static boolean mustTellClear(MachineOnFloor machine) {
        var state = machine.seen().state();
        return machine.declaredClear()
                && machine.seen().isAvailable()
                && !state.bedClear()
                && state.execution() != Execution.ACTIVE
                && state.execution() != Execution.FEED_HOLD;
    }

    private static void openClearing(FloorState floor, Dispatch left, Collection<FloorCommand> commands) {
        boolean asked = floor.tasks().stream()
                .anyMatch(task ->
                        task.operation().equals(left.run()) && task.step().equals(Task.CLEAR));
        if (!asked) {
            commands.add(new FloorCommand.OpenClearing(left.job().id()));
        }
    }

    private static List<PlannedOperation> readyOrderOperations(FloorState floor, BuildQueues queues) {
        return queues.nextOfOrders().stream()
                .filter(operation -> floor.ready().contains(operation.workOrder()))
                .toList();
    }

    private static void cancelTasks(
            FloorState floor, List<PlannedOperation> wanted, Collection<FloorCommand> commands) {
        for (Task task : floor.tasks()) {
            if (task.step().equals(Task.CLEAR)) {
                continue;
            }
            boolean planned = floor.operations().stream().anyMatch(operation -> carriesOut(task, operation));
            boolean due = wanted.stream().anyMatch(operation -> carriesOut(task, operation));
            if (!planned || (!due && task.state() == TaskState.OPEN)) {
                commands.add(new FloorCommand.CancelTask(task.id()));
            }
        }
    }

    private static void openTasks(FloorState floor, List<PlannedOperation> wanted, Collection<FloorCommand> commands) {
        for (PlannedOperation operation : wanted) {
            if (floor.tasks().stream().noneMatch(task -> carriesOut(task, operation))) {
                commands.add(new FloorCommand.OpenTask(operation.id()));
            }
        }
    }

    private static boolean carriesOut(Task task, PlannedOperation operation) {
        return task.operation().equals(operation.id())
                && !task.step().equals(Task.CLEAR)
                && Objects.equals(task.machine(), operation.machine());
    }
}
