package org.millwright.factory.planning;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;

/**
 * What somebody wants made. Several demands may carry the same reference, for instance when failed units are remade.
 *
 * @param reference the order line it is for
 * @param quantity units, at least 1
 * @param options what the buyer chose, for instance {@code infillPercent=20}
 * @param dueAt the promised date
 * @param weight how much a late day hurts against other orders; greater than 0, usually 1
 */
public record WorkDemand(
        FactoryId factory,
        UUID reference,
        String orderNumber,
        DesignId design,
        String process,
        String materialId,
        int quantity,
        Map<String, Double> options,
        Instant dueAt,
        double weight,
        Actor actor) {
    /** Most units of one work order; more are ordered in several lines. */
    public static final int MAX_QUANTITY = 10_000;

    public WorkDemand {
        options = Map.copyOf(options);
        if (quantity < 1 || quantity > MAX_QUANTITY) {
            throw new IllegalArgumentException("A work order is for 1 to %d units, got %d.\nMaybe split the order?"
                    .formatted(MAX_QUANTITY, quantity));
        }
        if (!(weight > 0)) {
            throw new IllegalArgumentException("The weight of a work order must be above 0, got %s.".formatted(weight));
        }
    }
}
