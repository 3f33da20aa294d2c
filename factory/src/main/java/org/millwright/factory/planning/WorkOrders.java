package org.millwright.factory.planning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.processes.Setup;
import org.springframework.stereotype.Service;

/** Front door of planning. */
@Service
public class WorkOrders {
    private static UnsupportedOperationException soon() {
        return new UnsupportedOperationException("planning");
    }

    /** Stores the work order and its units. Every call makes a new work order. */
    public WorkOrderId accept(WorkDemand demand) {
        return accept(demand, UUID.randomUUID());
    }

    /** As {@link #accept(WorkDemand)}, but the same key given again answers with the work order that it made the first time. */
    public WorkOrderId accept(WorkDemand demand, UUID key) {
        throw soon();
    }

    /** One planning pass: gives every unit that waits its place, if there is stock and a machine for it, and its time. */
    public void plan(FactoryId factory) {
        throw soon();
    }

    /** When such an order could be packed, if it came in now. Nothing is stored. */
    public Promise promise(
            FactoryId factory,
            DesignId design,
            String process,
            String materialId,
            int quantity,
            Map<String, Double> options) {
        throw soon();
    }

    /** Repairs the timetable with as few moves as possible. */
    public Diff replan(FactoryId factory, String cause) {
        throw soon();
    }

    public Optional<Diff> findLastDiff(FactoryId factory) {
        throw soon();
    }

    /** What the newest version of the timetable moved. */
    public List<Moved> lastDiff(FactoryId factory) {
        return findLastDiff(factory).map(Diff::moved).orElse(List.of());
    }

    public WorkOrder getWorkOrder(WorkOrderId id) {
        throw soon();
    }

    public List<WorkOrder> listWorkOrders(FactoryId factory) {
        throw soon();
    }

    public List<WorkOrder> listWorkOrdersFor(UUID reference) {
        throw soon();
    }

    public Unit getUnit(UnitId id) {
        throw soon();
    }

    public Optional<Unit> findUnit(String serial) {
        throw soon();
    }

    public List<Unit> listUnits(WorkOrderId workOrder) {
        throw soon();
    }

    public List<Unit> listUnitsFor(UUID reference) {
        throw soon();
    }

    public BuildPlan getBuild(BuildId id) {
        throw soon();
    }

    public List<BuildPlan> listBuilds(FactoryId factory) {
        throw soon();
    }

    public List<BuildPlan> listBuildsOf(WorkOrderId workOrder) {
        throw soon();
    }

    public List<PlannedOperation> listOperations(FactoryId factory, boolean unfinishedOnly) {
        throw soon();
    }

    public List<PlannedOperation> listOperationsOf(WorkOrderId workOrder) {
        throw soon();
    }

    public List<PlannedOperation> listOperationsOf(BuildId build) {
        throw soon();
    }

    /** What must be done before an operation may start: earlier steps, and for work orders the builds that hold their units. */
    public List<PlannedOperation> listPredecessors(OperationId id) {
        throw soon();
    }

    public PlannedOperation getOperation(OperationId id) {
        throw soon();
    }

    /** The live operations, by start. */
    public List<PlannedOperation> timetable(FactoryId factory) {
        throw soon();
    }

    /** Material and equipment of a build, as its program was made for. */
    public Setup setup(BuildId build) {
        throw soon();
    }

    public void start(OperationId id, @Nullable PersonId person, @Nullable MachineId machine, Instant at, Actor actor) {
        throw soon();
    }

    public void finish(OperationId id, Instant at, Actor actor) {
        throw soon();
    }

    public void fail(OperationId id, String reason, Actor actor) {
        throw soon();
    }

    public void markUnit(UnitId id, UnitState state, Actor actor, String reason) {
        throw soon();
    }

    public int cancel(UUID reference, Actor actor) {
        throw soon();
    }
}
