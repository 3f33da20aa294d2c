package org.millwright.factory.production.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Downtime;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.Plate;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.production.Job;
import org.millwright.factory.production.Jobs;
import org.millwright.factory.production.machine.ReadingsLog;
import org.millwright.factory.production.task.Task;
import org.millwright.factory.production.task.TaskState;
import org.millwright.machines.MachineState;
import org.millwright.machines.MachineState.Availability;
import org.millwright.machines.MachineState.Execution;
import org.springframework.stereotype.Component;

/** Reads machines as the floor shows them. */
@Component
public class FloorReader {
    private final Factories factories;
    private final Jobs jobs;
    private final WorkOrders workOrders;
    private final ReadingsLog log;

    FloorReader(Factories factories, Jobs jobs, WorkOrders workOrders, ReadingsLog log) {
        this.factories = factories;
        this.jobs = jobs;
        this.workOrders = workOrders;
        this.log = log;
    }

    /**
     * A machine as it can be read from three metres.
     *
     * @param kind one of the five states
     * @param word text key of its state
     * @param build what is on it, or comes next
     * @param plate what that looks like from above
     * @param next what comes next on the timetable when nothing is on it
     * @param task the one thing to be done by hand
     */
    public record Tile(
            Machine machine,
            MachineState state,
            String kind,
            String word,
            @Nullable Job job,
            @Nullable BuildPlan build,
            @Nullable Plate plate,
            @Nullable PlannedOperation next,
            @Nullable Task task,
            @Nullable Downtime downtime) {
        public boolean running() {
            return job != null && state.execution() == Execution.ACTIVE;
        }

        public @Nullable Duration left() {
            return state.remainingS() == null
                    ? null
                    : Duration.ofSeconds(state.remainingS().longValue());
        }
    }

    List<Tile> tiles(FactoryId factory) {
        Map<MachineId, Downtime> down = downtimes(factory);
        List<Task> tasks = jobs.listOpenTasks(factory);
        List<PlannedOperation> planned = workOrders.timetable(factory);
        return factories.listMachines(factory).stream()
                .filter(Machine::inService)
                .map(machine -> tile(machine, down.get(machine.id()), tasks, planned))
                .toList();
    }

    Tile tile(MachineId id) {
        Machine machine = factories.getMachine(id);
        FactoryId factory = machine.factory();
        return tile(machine, downtimes(factory).get(id), jobs.listOpenTasks(factory), workOrders.timetable(factory));
    }

    /** Jobs of a machine, newest first. */
    List<Job> history(Machine machine, int most) {
        return jobs.listJobs(machine.factory()).stream()
                .filter(job -> job.machine().equals(machine.id()))
                .limit(most)
                .toList();
    }

    List<Double> course(MachineId machine, String reading) {
        return log.course(machine, reading);
    }

    private Map<MachineId, Downtime> downtimes(FactoryId factory) {
        Map<MachineId, Downtime> down = new HashMap<>();
        factories.listDowntimes(factory).forEach(downtime -> down.putIfAbsent(downtime.machine(), downtime));
        return down;
    }

    private Tile tile(Machine machine, @Nullable Downtime downtime, List<Task> tasks, List<PlannedOperation> planned) {
        MachineState state = jobs.machineState(machine.id());
        Job job = jobs.findActiveJob(machine.id()).orElse(null);
        Optional<Task> task = tasks.stream()
                .filter(each -> machine.id().equals(each.machine()))
                .min((a, b) -> Boolean.compare(b.state() == TaskState.STARTED, a.state() == TaskState.STARTED));
        PlannedOperation next = planned.stream()
                .filter(operation -> machine.id().equals(operation.machine()))
                .filter(operation -> operation.state() == OperationState.PLANNED)
                .findFirst()
                .orElse(null);
        BuildPlan build = job != null
                ? workOrders.getBuild(job.build())
                : task.map(Task::build).map(workOrders::getBuild).orElse(null);
        String[] shown = shown(state, job, downtime, task.orElse(null));
        return new Tile(
                machine,
                state,
                shown[0],
                shown[1],
                job,
                build,
                build == null ? null : workOrders.plate(build.id()),
                next,
                task.orElse(null),
                downtime);
    }

    private static String[] shown(
            MachineState state, @Nullable Job job, @Nullable Downtime downtime, @Nullable Task task) {
        if (downtime != null && (downtime.until() == null || job == null)) {
            return new String[] {"stopped", "floor.down"};
        }
        if (state.availability() == Availability.UNAVAILABLE) {
            return new String[] {"stopped", "floor.unavailable"};
        }
        if (state.alarm() != null || state.execution() == Execution.STOPPED) {
            return new String[] {"stopped", "floor.stopped"};
        }
        if (state.execution() == Execution.ACTIVE) {
            return new String[] {"running", "floor.active"};
        }
        if (state.execution() == Execution.FEED_HOLD || state.execution() == Execution.INTERRUPTED) {
            return new String[] {"attention", "floor.held"};
        }
        if (!state.bedClear()) {
            return new String[] {"attention", "floor.clear"};
        }
        if (task != null) {
            return new String[] {"attention", "floor.toPrepare"};
        }
        return new String[] {"waiting", "floor.ready"};
    }
}
