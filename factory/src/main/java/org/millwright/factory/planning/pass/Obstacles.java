package org.millwright.factory.planning.pass;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.millwright.factory.planning.WorkOrder.Waiting;
import org.millwright.factory.planning.WorkOrderId;

/** Collects why work orders wait; the first reason found for one stands. */
final class Obstacles {
    private final Map<WorkOrderId, Waiting> waiting = new HashMap<>();

    void add(WorkOrderId order, Waiting reason) {
        waiting.putIfAbsent(order, reason);
    }

    void add(Collection<WorkOrderId> orders, Waiting reason) {
        Set.copyOf(orders).forEach(order -> add(order, reason));
    }

    Map<WorkOrderId, Waiting> all() {
        return Map.copyOf(waiting);
    }
}
