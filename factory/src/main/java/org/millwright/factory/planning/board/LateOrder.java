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

    /** Whether work that ends then is called late: by a minute at least, since plans count seconds and people do not. */
    public static boolean isLate(Instant dueAt, Instant endsAt) {
        return Duration.between(dueAt, endsAt).toMinutes() >= 1;
    }

    public Duration by() {
        return Duration.between(dueAt, endsAt);
    }
}
