package org.millwright.factory.planning.board;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.millwright.factory.planning.WorkOrderId;

/**
 * A work order that ends after its promise.
 *
 * @param bar its last step
 * @param chain what forces that step, nearest reason first; empty when nothing planned is in the way
 */
public record LateOrder(
        WorkOrderId id,
        String number,
        String orderNumber,
        Instant dueAt,
        Instant endsAt,
        BarId bar,
        List<Because> chain) {
    public LateOrder {
        chain = List.copyOf(chain);
    }

    public Duration by() {
        return Duration.between(dueAt, endsAt);
    }
}
