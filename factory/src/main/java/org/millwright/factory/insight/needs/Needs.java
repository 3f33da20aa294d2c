package org.millwright.factory.insight.needs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.millwright.factory.facility.Downtime;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.insight.Need;
import org.millwright.factory.insight.Need.Kind;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.inventory.material.MaterialOutlook;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderState;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.ordering.search.OrderSearch;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.text.Lasting;
import org.millwright.factory.quality.Inspections;
import org.millwright.factory.quality.Nonconformance;
import org.springframework.stereotype.Component;

/** Gathers what waits for somebody, what waiting costs most first. */
@Component
public class Needs {
    private static final int MOST = 50;

    private final Orders orders;
    private final WorkOrders workOrders;
    private final Inspections inspections;
    private final Factories factories;
    private final Lots lots;
    private final RefusedTasks refused;
    private final InstantSource time;

    Needs(
            Orders orders,
            WorkOrders workOrders,
            Inspections inspections,
            Factories factories,
            Lots lots,
            RefusedTasks refused,
            InstantSource time) {
        this.orders = orders;
        this.workOrders = workOrders;
        this.inspections = inspections;
        this.factories = factories;
        this.lots = lots;
        this.refused = refused;
        this.time = time;
    }

    public List<Need> list(FactoryId factory) {
        Instant now = time.instant();
        var held = new HeldOrders(
                factories.getFactory(factory).currency(), orders.listOpenOrCompletedSince(factory, now), now);
        List<PlannedOperation> timetable = workOrders.timetable(factory);
        List<WorkOrder> openWork = workOrders.listOpenWorkOrders(factory);
        List<Need> needs = new ArrayList<>();
        addOrders(needs, held, workOrders.listExpectedEnds(factory), now);
        addNonconformances(needs, factory, held);
        addBlocked(needs, openWork, held);
        addMachines(needs, factory, held, timetable, openWork);
        needs.addAll(refused.list(factory, timetable, openWork, held));
        addMaterials(needs, factory, openWork, held);
        addAnswers(needs, factory, now);
        addReady(needs, factory, now);
        needs.sort(Comparator.comparingDouble(Need::costPerHour).reversed().thenComparing(Need::kind));
        return needs.stream().limit(MOST).toList();
    }

    private static void addOrders(List<Need> needs, HeldOrders held, Map<UUID, Instant> ends, Instant now) {
        for (Order order : held.open()) {
            Optional<Instant> end = order.lines().stream()
                    .map(line -> ends.get(line.id().value()))
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder());
            boolean late = order.late(now);
            Duration by = Duration.between(order.promisedAt(), end.orElse(now));
            if (late || by.toMinutes() >= 1) {
                needs.add(held.need(
                        late ? Kind.LATE : Kind.WILL_BE_LATE,
                        Map.of(
                                "order",
                                order.number(),
                                "customer",
                                order.customer().name(),
                                "time",
                                Lasting.of(by)),
                        "/orders/" + order.id(),
                        List.of(order)));
            }
        }
    }

    private void addNonconformances(List<Need> needs, FactoryId factory, HeldOrders held) {
        List<Nonconformance> open = inspections.listNonconformances(factory).stream()
                .filter(Nonconformance::isOpen)
                .toList();
        Map<UnitId, Unit> units = new HashMap<>();
        workOrders
                .listUnitsById(
                        open.stream().map(Nonconformance::unit).distinct().toList())
                .forEach(unit -> units.put(unit.id(), unit));
        for (Nonconformance nonconformance : open) {
            Unit unit = units.get(nonconformance.unit());
            if (unit != null) {
                needs.add(held.need(
                        Kind.NONCONFORMANCE,
                        Map.of("number", nonconformance.number(), "serial", unit.serial()),
                        "/quality/nonconformances/" + nonconformance.id(),
                        held.ofLine(unit.reference())));
            }
        }
    }

    private static void addBlocked(List<Need> needs, List<WorkOrder> openWork, HeldOrders held) {
        for (WorkOrder workOrder : openWork) {
            if (workOrder.waitingFor() != null) {
                needs.add(held.need(
                        Kind.BLOCKED,
                        Map.of(
                                "order",
                                workOrder.orderNumber(),
                                "reason",
                                workOrder.waitingFor().detail()),
                        held.href(workOrder.reference()),
                        held.ofLine(workOrder.reference())));
            }
        }
    }

    private void addMachines(
            List<Need> needs,
            FactoryId factory,
            HeldOrders held,
            List<PlannedOperation> timetable,
            List<WorkOrder> openWork) {
        Instant now = time.instant();
        for (Downtime downtime : factories.listDowntimes(factory)) {
            if (downtime.from().isAfter(now)) {
                continue;
            }
            Machine machine = factories.getMachine(downtime.machine());
            List<Order> waiting = held.ofOperations(
                    timetable.stream()
                            .filter(operation -> downtime.machine().equals(operation.machine()))
                            .toList(),
                    workOrders.listOrdersOnOpenBuilds(factory),
                    openWork);
            needs.add(held.need(
                    Kind.MACHINE_DOWN,
                    Map.of("machine", machine.name(), "reason", downtime.reason()),
                    "/floor/machines/" + machine.id(),
                    waiting));
        }
    }

    private void addMaterials(List<Need> needs, FactoryId factory, List<WorkOrder> openWork, HeldOrders held) {
        for (MaterialOutlook outlook : lots.listOutlook(factory)) {
            String id = outlook.material().materialId();
            List<WorkOrder> users = openWork.stream()
                    .filter(workOrder -> workOrder.materialId().equals(id))
                    .toList();
            if (outlook.low() && (outlook.daysLeft() != null || !users.isEmpty())) {
                List<Order> waiting = users.stream()
                        .filter(workOrder -> workOrder.waitingFor() != null)
                        .flatMap(workOrder -> held.ofLine(workOrder.reference()).stream())
                        .distinct()
                        .toList();
                double days = outlook.daysLeft() == null ? 0 : outlook.daysLeft();
                needs.add(held.need(
                        Kind.MATERIAL_LOW,
                        Map.of("material", outlook.material().name(), "days", Math.round(days)),
                        "/materials#" + id,
                        waiting));
            }
        }
    }

    private void addAnswers(List<Need> needs, FactoryId factory, Instant now) {
        List<Order> unanswered = orders.listUnanswered(factory);
        var asking = new HeldOrders(factories.getFactory(factory).currency(), unanswered, now);
        for (Order order : unanswered) {
            needs.add(asking.need(
                    Kind.ANSWER,
                    Map.of("order", order.number(), "customer", order.customer().name()),
                    "/orders/" + order.id() + "#messages",
                    order.state() == OrderState.ACCEPTED ? List.of(order) : List.of()));
        }
    }

    private void addReady(List<Need> needs, FactoryId factory, Instant now) {
        var ready = new HeldOrders(
                factories.getFactory(factory).currency(),
                orders.search(factory, new OrderSearch(OrderSearch.View.READY, "", null, 0))
                        .orders(),
                now);
        for (Order order : ready.all()) {
            if (order.state() == OrderState.COMPLETE) {
                needs.add(ready.need(
                        Kind.SHIP,
                        Map.of(
                                "order",
                                order.number(),
                                "customer",
                                order.customer().name()),
                        "/orders/" + order.id(),
                        List.of(order)));
            }
        }
    }
}
