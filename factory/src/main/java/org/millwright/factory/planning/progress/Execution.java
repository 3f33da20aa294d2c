package org.millwright.factory.planning.progress;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrderState;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.BuildState;
import org.millwright.factory.planning.examination.Corrections;
import org.millwright.factory.planning.pass.OpenWork;
import org.millwright.factory.planning.pass.Timetabling;
import org.millwright.factory.planning.pass.UnitsWaiting;
import org.millwright.factory.planning.pass.Unplanning;
import org.millwright.factory.planning.record.PlanningJournal;
import org.millwright.factory.planning.store.BuildStore;
import org.millwright.factory.planning.store.OperationStore;
import org.millwright.factory.planning.store.TimetableStore;
import org.millwright.factory.planning.store.UnitStore;
import org.millwright.factory.planning.store.WorkOrderStore;
import org.millwright.factory.planning.timetable.Phase;
import org.millwright.factory.planning.timetable.TimetablePlanner.Freedom;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what really happens: operations start, end and fail, and the rest of the timetable gives way. */
@Component
@Transactional
public class Execution {
    private final OperationStore operations;
    private final BuildStore builds;
    private final UnitStore units;
    private final WorkOrderStore orders;
    private final TimetableStore timetables;
    private final Predecessors predecessors;
    private final UnitChanges changes;
    private final Timetabling timetabling;
    private final Unplanning unplanning;
    private final Factories factories;
    private final Corrections corrections;
    private final PlanningJournal journal;
    private final Ids ids;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Execution(
            OperationStore operations,
            BuildStore builds,
            UnitStore units,
            WorkOrderStore orders,
            TimetableStore timetables,
            Predecessors predecessors,
            UnitChanges changes,
            Timetabling timetabling,
            Unplanning unplanning,
            Factories factories,
            Corrections corrections,
            PlanningJournal journal,
            Ids ids,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.operations = operations;
        this.builds = builds;
        this.units = units;
        this.orders = orders;
        this.timetables = timetables;
        this.predecessors = predecessors;
        this.changes = changes;
        this.timetabling = timetabling;
        this.unplanning = unplanning;
        this.factories = factories;
        this.corrections = corrections;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    public void start(OperationId id, @Nullable PersonId person, @Nullable MachineId machine, Instant at, Actor actor) {
        Phase phase = lock(id);
        PlannedOperation operation = phase.operation();
        if (operation.state() == OperationState.STARTED) {
            return;
        }
        require(operation, OperationState.PLANNED, OperationState.STARTED);
        predecessors.requireDone(operation);
        BuildId build = operation.build();
        if (build != null && machine != null && !machine.equals(operation.machine())) {
            requireInterchangeable(build, machine);
            builds.setMachine(build, machine);
            operations.setMachine(build, machine);
        }
        operations.begin(id, person, build == null ? null : machine, at, at.plus(phase.work()));
        if (operation.kind() == StepKind.RUN && build != null) {
            builds.setState(build, BuildState.RUNNING);
        }
        List<Unit> its = unitsOf(operation);
        its.stream().map(Unit::workOrder).distinct().forEach(this::inWork);
        Phase started = operations.find(id).orElseThrow();
        journal.operation("OperationStarted", started.operation(), unitIds(its), null, null, null, actor);
        timetabling.retime(operation.factory(), Freedom.REPAIR, "OperationStarted", Set.of());
    }

    public void finish(OperationId id, Instant at, Actor actor) {
        Phase phase = lock(id);
        PlannedOperation operation = phase.operation();
        if (operation.state() == OperationState.DONE) {
            return;
        }
        require(operation, OperationState.STARTED, OperationState.DONE);
        operations.end(id, OperationState.DONE, at);
        BuildId build = operation.build();
        if (build != null) {
            builds.setState(build, after(operation.kind()));
            if (operation.kind() == StepKind.RUN) {
                builds.find(build).ifPresent(run -> corrections.learn(operation, run, at));
            }
        }
        WorkOrderId order = operation.workOrder();
        if (order != null && operation.kind() == StepKind.PACK) {
            orders.setState(order, WorkOrderState.DONE);
        }
        List<Unit> its = unitsOf(operation);
        int good = (int)
                its.stream().filter(unit -> unit.state() != UnitState.SUSPECT).count();
        journal.operation("OperationFinished", operation, unitIds(its), operation.start(), good, null, actor);
        // What ends early leaves the rest where it is; people may start ahead of the timetable anyway.
        if (at.isAfter(operation.end())) {
            timetabling.retime(operation.factory(), Freedom.REPAIR, "OperationFinishedLate", Set.of());
        }
    }

    /**
     * A build that fails takes its units with it: they are suspect once the run has begun, and wait for a new build before.
     * A step of a work order that fails is planned once more.
     */
    public void fail(OperationId id, String reason, Actor actor) {
        Phase phase = lock(id);
        PlannedOperation operation = phase.operation();
        if (operation.state() == OperationState.FAILED) {
            return;
        }
        if (!operation.state().live()) {
            require(operation, OperationState.STARTED, OperationState.FAILED);
        }
        Instant now = clock.instant();
        operations.end(id, OperationState.FAILED, now);
        List<Unit> its = unitsOf(operation);
        journal.operation("OperationFailed", operation, unitIds(its), operation.start(), null, reason, actor);
        BuildId build = operation.build();
        if (build == null) {
            operations.insert(again(phase, now));
        } else if (operation.kind() == StepKind.PREPARE) {
            unplanning.unplan(build, Unplanning.Reason.NOT_PREPARED, actor);
            events.publishEvent(new UnitsWaiting(operation.factory()));
        } else {
            operations.cancelPlanned(build);
            builds.setState(build, BuildState.FAILED);
            its.stream()
                    .filter(unit -> unit.state() == UnitState.PLANNED || unit.state() == UnitState.MADE)
                    .forEach(unit -> changes.mark(unit.id(), UnitState.SUSPECT, actor, reason));
        }
        timetabling.retime(operation.factory(), Freedom.REPAIR, "OperationFailed", Set.of());
    }

    private Phase again(Phase failed, Instant now) {
        PlannedOperation operation = failed.operation();
        return new Phase(
                new PlannedOperation(
                        new OperationId(ids.next()),
                        operation.factory(),
                        operation.step(),
                        operation.kind(),
                        null,
                        operation.workOrder(),
                        null,
                        null,
                        now,
                        now,
                        operation.attended(),
                        operation.skill(),
                        OperationState.PLANNED,
                        operation.sequence()),
                failed.work());
    }

    /** The operation as it is once nobody else can change the plan. */
    private Phase lock(OperationId id) {
        timetables.lock(get(id).operation().factory());
        return get(id);
    }

    private Phase get(OperationId id) {
        return operations
                .find(id)
                .orElseThrow(
                        () -> Problem.of(Problem.Kind.NOT_FOUND, "operation-missing", Map.of("id", id.toString())));
    }

    private static void require(PlannedOperation operation, OperationState from, OperationState wanted) {
        if (operation.state() != from) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "operation-state",
                    Map.of("step", operation.step(), "state", operation.state(), "wanted", wanted));
        }
    }

    private void requireInterchangeable(BuildId build, MachineId machine) {
        Machine plannedFor = factories.getMachine(builds.plannedFor(build));
        Machine wanted = factories.getMachine(machine);
        if (!OpenWork.interchangeable(plannedFor, wanted)) {
            BuildPlan plan = builds.find(build).orElseThrow();
            throw Problem.of(
                    Problem.Kind.REFUSED,
                    "operation-machine",
                    Map.of("build", plan.number(), "machine", wanted.name(), "machines", plannedFor.name()));
        }
    }

    private void inWork(WorkOrderId id) {
        orders.find(id)
                .filter(order -> order.state() == WorkOrderState.PLANNED || order.state() == WorkOrderState.CREATED)
                .ifPresent(order -> orders.setState(id, WorkOrderState.IN_WORK));
    }

    private static BuildState after(StepKind kind) {
        return switch (kind) {
            case PREPARE -> BuildState.PREPARED;
            case RUN -> BuildState.RUN_ENDED;
            default -> BuildState.REMOVED;
        };
    }

    private List<Unit> unitsOf(PlannedOperation operation) {
        BuildId build = operation.build();
        List<Unit> its =
                build != null ? units.listOn(build) : units.list(Objects.requireNonNull(operation.workOrder()));
        return its.stream().filter(unit -> !unit.state().lost()).toList();
    }

    private static List<UUID> unitIds(List<Unit> units) {
        return units.stream().map(unit -> unit.id().value()).toList();
    }
}
