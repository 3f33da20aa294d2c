package org.millwright.factory.planning.pass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.batching.Stock;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.BuildState;
import org.millwright.factory.planning.proposing.Proposals.WaitingUnits;
import org.millwright.factory.planning.store.BuildStore;
import org.millwright.factory.planning.store.OperationStore;
import org.millwright.factory.planning.store.PinStore;
import org.millwright.factory.planning.store.UnitStore;
import org.millwright.factory.planning.store.WorkOrderStore;
import org.millwright.factory.planning.timetable.Floor;
import org.millwright.factory.planning.timetable.Phase;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.stereotype.Component;

/**
 * Finds builds that nobody has begun and that waiting units could share a plate or sheet with. Whatever starts soon stays as
 * it is: somebody may be on the way to the machine.
 */
@Component
class Renesting {
    /** More plates at once are not opened: the gain is small and everybody's plan would move. */
    private static final int MOST_OPENED = 6;

    private final BuildStore builds;
    private final UnitStore units;
    private final WorkOrderStore orders;
    private final OperationStore operations;
    private final PinStore pins;

    Renesting(BuildStore builds, UnitStore units, WorkOrderStore orders, OperationStore operations, PinStore pins) {
        this.builds = builds;
        this.units = units;
        this.orders = orders;
        this.operations = operations;
        this.pins = pins;
    }

    /**
     * Builds that may be opened.
     *
     * @param units their units, to be nested together with those that wait
     * @param freed their pieces of stock
     * @param ends when each work order concerned would be done at present
     */
    record Opened(List<BuildId> builds, List<WaitingUnits> units, List<Stock> freed, Map<WorkOrderId, Instant> ends) {
        Opened {
            builds = List.copyOf(builds);
            units = List.copyOf(units);
            freed = List.copyOf(freed);
            ends = Map.copyOf(ends);
        }

        boolean any() {
            return !builds.isEmpty();
        }
    }

    /** The emptiest builds of the same process, material and options as something that waits. */
    Opened open(FactoryId factory, List<WaitingUnits> waiting, Floor floor) {
        Set<List<Object>> wanted = new HashSet<>();
        waiting.forEach(its -> wanted.add(List.of(
                its.order().process(), its.order().materialId(), its.order().options())));
        Map<BuildId, List<Phase>> phases = new HashMap<>();
        for (Phase phase : operations.listOfOpenWork(factory)) {
            if (phase.operation().build() != null) {
                phases.computeIfAbsent(phase.operation().build(), key -> new ArrayList<>())
                        .add(phase);
            }
        }
        Set<UUID> pinned =
                pins.list(factory).stream().map(pin -> pin.bar().id()).collect(Collectors.toSet());
        List<BuildPlan> chosen = builds.listOpen(factory).stream()
                .filter(build -> build.state() == BuildState.PLANNED)
                // Somebody decided when and where it runs, as it is.
                .filter(build -> !pinned.contains(build.id().value()))
                .filter(build -> wanted.contains(List.of(build.process(), build.materialId(), build.options())))
                .filter(build -> later(phases.getOrDefault(build.id(), List.of()), floor.now()))
                .sorted(Comparator.comparing(BuildPlan::expectedTime)
                        .thenComparing(build -> build.id().value()))
                .limit(MOST_OPENED)
                .toList();
        return opened(chosen);
    }

    private static boolean later(List<Phase> phases, Instant now) {
        return !phases.isEmpty()
                && phases.stream().map(Phase::operation).allMatch(operation -> notBegun(operation, now));
    }

    private static boolean notBegun(PlannedOperation operation, Instant now) {
        return operation.state() == OperationState.PLANNED && operation.start().isAfter(now.plus(Floor.FROZEN));
    }

    private Opened opened(List<BuildPlan> chosen) {
        Map<WorkOrderId, List<UUID>> its = new LinkedHashMap<>();
        List<Stock> freed = new ArrayList<>();
        for (BuildPlan build : chosen) {
            for (Unit unit : units.listOn(build.id())) {
                if (unit.state() == UnitState.PLANNED) {
                    its.computeIfAbsent(unit.workOrder(), order -> new ArrayList<>())
                            .add(unit.id().value());
                }
            }
            BuildPlan.Sheet sheet = build.sheet();
            if (sheet != null) {
                freed.add(new Stock(sheet.lot().value(), sheet.widthMm(), sheet.heightMm(), 1, false, sheet.outline()));
            }
        }
        List<WaitingUnits> units = new ArrayList<>();
        Map<WorkOrderId, Instant> ends = new HashMap<>();
        its.forEach((id, unitIds) -> orders.find(id).ifPresent(order -> {
            units.add(new WaitingUnits(order, unitIds));
            ends.put(id, end(order));
        }));
        return new Opened(chosen.stream().map(BuildPlan::id).toList(), units, freed, ends);
    }

    /** When the last step of a work order ends as planned. */
    Instant end(WorkOrder order) {
        return operations.listOf(order.id()).stream()
                .map(Phase::operation)
                .filter(operation -> operation.state() != OperationState.CANCELLED)
                .map(PlannedOperation::end)
                .max(Instant::compareTo)
                .orElse(order.dueAt());
    }

    /** Whether the builds may still be opened, asked again under the lock of the plan. */
    boolean stillOpen(Opened opened, Instant now) {
        return opened.builds().stream()
                .allMatch(id -> builds.find(id)
                                .filter(build -> build.state() == BuildState.PLANNED)
                                .isPresent()
                        && later(operations.listOf(id), now));
    }

    /**
     * Whether every unit whose build was opened has a place again, and every work order concerned still ends in time, or no
     * later than it would have.
     */
    boolean keepsPromises(Opened opened) {
        List<UnitId> its = opened.units().stream()
                .flatMap(order -> order.units().stream().map(UnitId::new))
                .toList();
        return units.lockWaiting(its).isEmpty()
                && opened.ends().entrySet().stream().allMatch(before -> {
                    WorkOrder order = orders.find(before.getKey()).orElseThrow();
                    Instant end = end(order);
                    return !end.isAfter(order.dueAt()) || !end.isAfter(before.getValue());
                });
    }
}
