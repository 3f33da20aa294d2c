package org.millwright.factory.insight.needs;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.millwright.factory.insight.Need;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderState;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.platform.money.Money;

/** Which orders something holds up, and so what waiting costs. */
final class HeldOrders {
    private final Currency currency;
    private final Instant now;
    private final List<Order> all;
    private final Map<UUID, Order> byLine = new HashMap<>();

    HeldOrders(Currency currency, List<Order> orders, Instant now) {
        this.currency = currency;
        this.now = now;
        this.all = List.copyOf(orders);
        all.forEach(order -> order.lines().forEach(line -> byLine.put(line.id().value(), order)));
    }

    List<Order> all() {
        return all;
    }

    List<Order> open() {
        return all.stream()
                .filter(order -> order.state() == OrderState.ACCEPTED)
                .toList();
    }

    List<Order> ofLine(UUID reference) {
        Order order = byLine.get(reference);
        return order == null ? List.of() : List.of(order);
    }

    String href(UUID reference) {
        Order order = byLine.get(reference);
        return order == null ? "/orders" : "/orders/" + order.id();
    }

    /** Orders with units in the builds, or work orders, that the operations belong to. */
    List<Order> ofOperations(
            Collection<PlannedOperation> operations,
            Map<BuildId, Set<WorkOrderId>> onBuilds,
            List<WorkOrder> openWork) {
        Set<WorkOrderId> ids = new LinkedHashSet<>();
        for (PlannedOperation operation : operations) {
            if (operation.workOrder() != null) {
                ids.add(operation.workOrder());
            } else if (operation.build() != null) {
                ids.addAll(onBuilds.getOrDefault(operation.build(), Set.of()));
            }
        }
        return openWork.stream()
                .filter(workOrder -> ids.contains(workOrder.id()))
                .flatMap(workOrder -> ofLine(workOrder.reference()).stream())
                .distinct()
                .toList();
    }

    Need need(Need.Kind kind, Map<String, Object> words, String href, List<Order> held) {
        Money price = held.stream().map(Order::price).reduce(Money.zero(currency), Money::plus);
        Instant due = held.stream()
                .map(Order::promisedAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
        double hoursLeft = due == null ? 0 : Duration.between(now, due).toMinutes() / 60.0;
        return new Need(kind, words, href, price, due, hoursLeft);
    }
}
