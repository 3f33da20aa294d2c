package org.millwright.factory.ordering.line;

import java.util.Map;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.quoting.QuoteId;

/**
 * One design in one quantity.
 *
 * @param cancelled how many of {@code quantity} were cancelled
 */
public record OrderLine(
        OrderLineId id,
        QuoteId quote,
        DesignId design,
        String process,
        String materialId,
        Map<String, Double> options,
        int quantity,
        int cancelled) {
    public OrderLine {
        options = Map.copyOf(options);
        if (quantity < 1 || cancelled < 0 || cancelled > quantity) {
            throw new IllegalArgumentException(
                    "An order line needs 1 or more units of which 0 to all are cancelled, got %d and %d."
                            .formatted(quantity, cancelled));
        }
    }
}
