package org.millwright.factory.planning.proposing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.millwright.factory.planning.WorkOrder.Waiting;
import org.millwright.factory.planning.WorkOrderId;

/** Collects why work orders wait; the first reason found for one stands. */
public final class Obstacles {
    private final Map<WorkOrderId, Waiting> waiting = new HashMap<>();

    public void add(WorkOrderId order, Waiting reason) {
        waiting.putIfAbsent(order, reason);
    }

    public void add(Collection<WorkOrderId> orders, Waiting reason) {
        Set.copyOf(orders).forEach(order -> add(order, reason));
    }

    public Map<WorkOrderId, Waiting> all() {
        return Map.copyOf(waiting);
    }
}
