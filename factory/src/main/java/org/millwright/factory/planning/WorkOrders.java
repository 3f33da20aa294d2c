package org.millwright.factory.planning;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.Plate;
import org.millwright.factory.planning.examination.Examination;
import org.millwright.factory.planning.parts.Examinations;
import org.millwright.factory.planning.parts.PlateDrawings;
import org.millwright.factory.planning.pass.Floors;
import org.millwright.factory.planning.pass.PassGate;
import org.millwright.factory.planning.pass.Timetabling;
import org.millwright.factory.planning.progress.Acceptance;
import org.millwright.factory.planning.progress.Cancellation;
import org.millwright.factory.planning.progress.Execution;
import org.millwright.factory.planning.progress.Predecessors;
import org.millwright.factory.planning.progress.UnitChanges;
import org.millwright.factory.planning.promising.Promises;
import org.millwright.factory.planning.store.BuildStore;
import org.millwright.factory.planning.store.OperationStore;
import org.millwright.factory.planning.store.TimetableStore;
import org.millwright.factory.planning.store.UnitStore;
import org.millwright.factory.planning.store.WorkOrderStore;
import org.millwright.factory.planning.timetable.Phase;
import org.millwright.factory.planning.timetable.TimetablePlanner.Freedom;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.processes.Setup;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a factory has to make, on which plates and sheets, and when. */
@Service
public class WorkOrders {
    private final WorkOrderStore orders;
    private final UnitStore units;
    private final BuildStore builds;
    private final OperationStore operations;
    private final TimetableStore timetables;
    private final Acceptance acceptance;
    private final PassGate gate;
    private final Promises promises;
    private final Timetabling timetabling;
    private final Execution execution;
    private final UnitChanges changes;
    private final Cancellation cancellation;
    private final Predecessors predecessors;
    private final Examinations examinations;
    private final PlateDrawings plates;
    private final Floors floors;
    private final Factories factories;
    private final Lots lots;
    private final Ids ids;

    WorkOrders(
            WorkOrderStore orders,
            UnitStore units,
            BuildStore builds,
            OperationStore operations,
            TimetableStore timetables,
            Acceptance acceptance,
            PassGate gate,
            Promises promises,
            Timetabling timetabling,
            Execution execution,
            UnitChanges changes,
            Cancellation cancellation,
            Predecessors predecessors,
            Examinations examinations,
            PlateDrawings plates,
            Floors floors,
            Factories factories,
            Lots lots,
            Ids ids) {
        this.orders = orders;
        this.units = units;
        this.builds = builds;
        this.operations = operations;
        this.timetables = timetables;
        this.acceptance = acceptance;
        this.gate = gate;
        this.promises = promises;
        this.timetabling = timetabling;
        this.execution = execution;
        this.changes = changes;
        this.cancellation = cancellation;
        this.predecessors = predecessors;
        this.examinations = examinations;
        this.plates = plates;
        this.floors = floors;
        this.factories = factories;
        this.lots = lots;
        this.ids = ids;
    }

    /** Stores the work order and its units; planning follows by itself. Every call makes a new work order. */
    public WorkOrderId accept(WorkDemand demand) {
        return acceptance.accept(demand, ids.next());
    }

    /** As {@link #accept(WorkDemand)}, but the same key given again answers with the work order that it made the first time. */
    public WorkOrderId accept(WorkDemand demand, UUID key) {
        return acceptance.accept(demand, key);
    }

    /** One planning pass: gives every unit that waits its place, if there is stock and a machine for it, and its time. */
    public void plan(FactoryId factory) {
        gate.runNow(factory, "PlanAsked");
    }

    /** Whether and how this factory can make a design. Answers from memory when the same was asked before. */
    public Examination examine(
            FactoryId factory, DesignId design, String process, String materialId, Map<String, Double> options) {
        return examinations.examine(factory, design, process, materialId, options, floors.get(factory));
    }

    /**
     * When such an order could be packed, if it came in now. Nothing planned moves; what was accepted a moment ago is
     * planned first, so that two orders are never promised the same hour.
     */
    public Promise promise(
            FactoryId factory,
            DesignId design,
            String process,
            String materialId,
            int quantity,
            Map<String, Double> options) {
        gate.catchUp(factory);
        return promises.promise(factory, design, process, materialId, quantity, options);
    }

    /** Repairs the timetable with as few moves as possible; answers the last change when nothing had to move. */
    @Transactional
    public Diff replan(FactoryId factory, String cause) {
        timetables.lock(factory);
        return timetabling
                .retime(factory, Freedom.REPAIR, cause, Set.of())
                .or(() -> timetables.findLast(factory))
                .orElseGet(() -> new Diff(0, floors.get(factory).now(), cause, 0, List.of()));
    }

    /** The newest version of the timetable; empty before the first. */
    @Transactional(readOnly = true)
    public Optional<Diff> findLastDiff(FactoryId factory) {
        return timetables.findLast(factory);
    }

    /** What the newest version of the timetable moved. */
    @Transactional(readOnly = true)
    public List<Moved> lastDiff(FactoryId factory) {
        return timetables.findLast(factory).map(Diff::moved).orElse(List.of());
    }

    /** Throws a {@link Problem} when there is none. */
    public WorkOrder getWorkOrder(WorkOrderId id) {
        return orders.find(id).orElseThrow(() -> missing("work-order-missing", id.value()));
    }

    /** Newest first. */
    public List<WorkOrder> listWorkOrders(FactoryId factory) {
        return orders.list(factory);
    }

    /** Work orders of an order line, oldest first. */
    public List<WorkOrder> listWorkOrdersFor(UUID reference) {
        return orders.listFor(reference);
    }

    /** Those that are not over, oldest first. */
    public List<WorkOrder> listOpenWorkOrders(FactoryId factory) {
        return orders.listOpen(factory);
    }

    /** How many units of each of these order lines are in which state; lines without units are missing. */
    public Map<UUID, Map<UnitState, Integer>> countUnits(Collection<UUID> references) {
        return units.count(references);
    }

    /** Which work orders have living units on builds that are not over. */
    public Map<BuildId, Set<WorkOrderId>> listOrdersOnOpenBuilds(FactoryId factory) {
        return units.listOrdersOnOpenBuilds(factory);
    }

    /** When the last planned step of each order line ends; lines with nothing planned are missing. */
    public Map<UUID, Instant> listExpectedEnds(FactoryId factory) {
        return operations.listExpectedEnds(factory);
    }

    /** Throws a {@link Problem} when there is none. */
    public Unit getUnit(UnitId id) {
        return units.find(id).orElseThrow(() -> missing("unit-missing", id.value()));
    }

    public Optional<Unit> findUnit(String serial) {
        return units.find(serial);
    }

    public List<Unit> listUnits(WorkOrderId workOrder) {
        return units.list(workOrder);
    }

    /** The units with these ids, by work order and place in it. */
    public List<Unit> listUnitsById(Collection<UnitId> ids) {
        return units.listAll(ids);
    }

    public List<Unit> listUnitsFor(UUID reference) {
        return units.listFor(reference);
    }

    /** Throws a {@link Problem} when there is none. */
    @Transactional(readOnly = true)
    public BuildPlan getBuild(BuildId id) {
        return builds.find(id).orElseThrow(() -> missing("build-missing", id.value()));
    }

    /** The plate or sheet of a build from above. Throws a {@link Problem} when there is no such build. */
    @Transactional(readOnly = true)
    public Plate plate(BuildId id) {
        return plates.get(getBuild(id));
    }

    /** Newest first, cancelled ones too. */
    @Transactional(readOnly = true)
    public List<BuildPlan> listBuilds(FactoryId factory) {
        return builds.list(factory);
    }

    /** Builds that hold or held units of the work order, newest first. */
    @Transactional(readOnly = true)
    public List<BuildPlan> listBuildsOf(WorkOrderId workOrder) {
        return builds.listOf(workOrder);
    }

    /** By start. */
    public List<PlannedOperation> listOperations(FactoryId factory, boolean unfinishedOnly) {
        return plain(operations.list(factory, unfinishedOnly));
    }

    /** Steps of a work order after its builds, in their order. */
    public List<PlannedOperation> listOperationsOf(WorkOrderId workOrder) {
        return plain(operations.listOf(workOrder));
    }

    /** Steps of a build, in their order. */
    public List<PlannedOperation> listOperationsOf(BuildId build) {
        return plain(operations.listOf(build));
    }

    /** What must be done before an operation may start: earlier steps, and for work orders the builds that hold their units. */
    public List<PlannedOperation> listPredecessors(OperationId id) {
        return predecessors.list(getOperation(id));
    }

    /** Whether everything before an operation is over, and no unit of its work order waits for a build. */
    public boolean predecessorsDone(OperationId id) {
        return predecessors.done(getOperation(id));
    }

    /** Throws a {@link Problem} when there is none. */
    public PlannedOperation getOperation(OperationId id) {
        return operations.find(id).map(Phase::operation).orElseThrow(() -> missing("operation-missing", id.value()));
    }

    /** What is planned or running, by start. */
    public List<PlannedOperation> timetable(FactoryId factory) {
        return plain(operations.list(factory, true));
    }

    /** Material, equipment and options that a build's program was made for. */
    @Transactional(readOnly = true)
    public Setup setup(BuildId id) {
        BuildPlan build = getBuild(id);
        return new Setup(
                lots.getMaterial(build.factory(), build.materialId()).material(),
                factories.getMachine(builds.plannedFor(id)).equipment(),
                build.options());
    }

    /**
     * An operation really begins, perhaps earlier than planned and on another machine of the same kind; the rest gives way.
     * Nothing happens when it has begun already.
     *
     * @throws Problem when something before it is not done, or the machine is of another kind
     */
    public void start(OperationId id, @Nullable PersonId person, @Nullable MachineId machine, Instant at, Actor actor) {
        execution.start(id, person, machine, at, actor);
    }

    /** A started operation is done. Nothing happens when it is done already. */
    public void finish(OperationId id, Instant at, Actor actor) {
        execution.finish(id, at, actor);
    }

    /**
     * An operation failed. After the start of the run the units of its build become suspect; before, they wait for another
     * build. A step of a work order is planned once more.
     */
    public void fail(OperationId id, String reason, Actor actor) {
        execution.fail(id, reason, actor);
    }

    /** Throws a {@link Problem} when the unit must not become that; nothing happens when it already is. */
    @Transactional
    public void markUnit(UnitId id, UnitState state, Actor actor, String reason) {
        timetables.lock(getUnit(id).factory());
        changes.mark(id, state, actor, reason);
    }

    /**
     * Cancels the units of an order line that are on no machine yet, and frees their material. Others that shared a plate
     * or sheet with them are planned anew.
     *
     * @return how many units could be cancelled
     */
    public int cancel(UUID reference, Actor actor) {
        return cancellation.cancel(reference, actor);
    }

    private static List<PlannedOperation> plain(List<Phase> phases) {
        return phases.stream().map(Phase::operation).toList();
    }

    private static Problem missing(String code, UUID id) {
        return Problem.of(Problem.Kind.NOT_FOUND, code, Map.of("id", id.toString()));
    }
}
