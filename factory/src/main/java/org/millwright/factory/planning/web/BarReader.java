package org.millwright.factory.planning.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.DesignView;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.board.BarPlace;
import org.millwright.factory.planning.board.Because;
import org.millwright.factory.planning.board.LateOrder;
import org.millwright.factory.planning.board.Pin;
import org.millwright.factory.planning.board.Plans;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.examination.PartViews;
import org.millwright.factory.planning.pass.OpenWork;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.stereotype.Component;

/** Reads everything that is told of one bar. */
@Component
public class BarReader {
    private final Plans plans;
    private final WorkOrders workOrders;
    private final Factories factories;
    private final PartViews views;

    BarReader(Plans plans, WorkOrders workOrders, Factories factories, PartViews views) {
        this.plans = plans;
        this.workOrders = workOrders;
        this.factories = factories;
        this.views = views;
    }

    /**
     * A bar of the board.
     *
     * @param label number of the build or the order
     * @param build null for a step of a work order
     * @param orders whose units it is for
     * @param parts what is made, with what to look out for
     * @param chain what forces its start
     * @param late its orders that end too late
     * @param machines those it may run on; empty when it has begun or needs none
     * @param begun whether it cannot be moved any more
     */
    public record View(
            BarId bar,
            String label,
            @Nullable BuildPlan build,
            List<WorkOrder> orders,
            List<DesignView> parts,
            List<Line> lines,
            List<Because> chain,
            List<LateOrder> late,
            List<Machine> machines,
            BarPlace place,
            Instant end,
            boolean begun,
            @Nullable Pin pin) {
        public View {
            orders = List.copyOf(orders);
            parts = List.copyOf(parts);
            lines = List.copyOf(lines);
            chain = List.copyOf(chain);
            late = List.copyOf(late);
            machines = List.copyOf(machines);
        }
    }

    /** An operation in words. */
    public record Line(PlannedOperation operation, String label, String machine, String person) {}

    View get(FactoryId factory, BarId bar) {
        BuildPlan build = bar.kind() == BarId.Kind.BUILD ? workOrders.getBuild(new BuildId(bar.id())) : null;
        List<PlannedOperation> operations = build != null
                ? workOrders.listOperationsOf(build.id())
                : List.of(workOrders.getOperation(new OperationId(bar.id())));
        List<WorkOrder> orders = orders(build, operations.getFirst());
        boolean begun = operations.stream().anyMatch(operation -> operation.state() != OperationState.PLANNED);
        String label = build != null
                ? build.number()
                : orders.stream().map(WorkOrder::orderNumber).findFirst().orElse("");
        List<LateOrder> late = plans.listLate(factory).stream()
                .filter(one -> orders.stream().anyMatch(order -> order.id().equals(one.id())))
                .toList();
        PlannedOperation first = operations.getFirst();
        return new View(
                bar,
                label,
                build,
                orders,
                views.list(orders),
                lines(factory, operations),
                plans.explain(factory, bar),
                late,
                build == null || begun ? List.of() : machines(factory, build),
                new BarPlace(first.machine(), first.start()),
                operations.getLast().end(),
                begun,
                findPin(factory, bar).orElse(null));
    }

    private Optional<Pin> findPin(FactoryId factory, BarId bar) {
        return plans.listPins(factory).stream()
                .filter(pin -> pin.bar().equals(bar))
                .findFirst();
    }

    private List<WorkOrder> orders(@Nullable BuildPlan build, PlannedOperation operation) {
        if (build == null) {
            return List.of(workOrders.getWorkOrder(Objects.requireNonNull(operation.workOrder())));
        }
        return workOrders
                .listUnitsById(
                        build.units().stream().map(BuildPlan.Placed::unit).toList())
                .stream()
                .map(Unit::workOrder)
                .distinct()
                .map(workOrders::getWorkOrder)
                .toList();
    }

    private List<Machine> machines(FactoryId factory, BuildPlan build) {
        Machine on = build.machine() == null ? null : factories.getMachine(build.machine());
        return on == null
                ? List.of()
                : factories.listMachines(factory).stream()
                        .filter(Machine::inService)
                        .filter(machine -> OpenWork.interchangeable(on, machine))
                        .toList();
    }

    /** Operations in words; each build and work order is looked up once. */
    List<Line> lines(FactoryId factory, List<PlannedOperation> operations) {
        Map<Object, String> names = new HashMap<>();
        factories.listMachines(factory).forEach(machine -> names.put(machine.id(), machine.name()));
        factories.listPeople(factory).forEach(person -> names.put(person.id(), person.name()));
        List<Line> lines = new ArrayList<>();
        for (PlannedOperation operation : operations) {
            lines.add(new Line(
                    operation,
                    label(operation, names),
                    operation.machine() == null ? "" : names.getOrDefault(operation.machine(), ""),
                    !operation.attended() || operation.person() == null
                            ? ""
                            : names.getOrDefault(operation.person(), "")));
        }
        return lines;
    }

    private String label(PlannedOperation operation, Map<Object, String> names) {
        BuildId build = operation.build();
        WorkOrderId order = operation.workOrder();
        if (build != null) {
            return names.computeIfAbsent(build, id -> workOrders.getBuild(build).number());
        }
        return order == null
                ? ""
                : names.computeIfAbsent(
                        order, id -> workOrders.getWorkOrder(order).orderNumber());
    }
}
