package org.millwright.factory.quoting;

import java.util.Map;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.planning.WorkDemand;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;

/**
 * What somebody wants to know a price for.
 *
 * @param quantity units, at least 1
 * @param options what the buyer chose, for instance {@code infillPercent=20}
 */
public record QuoteRequest(
        FactoryId factory,
        DesignId design,
        String process,
        String materialId,
        int quantity,
        Map<String, Double> options,
        Actor actor) {
    public QuoteRequest {
        options = Map.copyOf(options);
        if (quantity < 1 || quantity > WorkDemand.MAX_QUANTITY) {
            throw new IllegalArgumentException("A quote is for 1 to %d units, got %d.\nMaybe ask for several quotes?"
                    .formatted(WorkDemand.MAX_QUANTITY, quantity));
        }
    }
}
