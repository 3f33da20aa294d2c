package org.millwright.factory.quoting.web;

import java.util.List;
import org.millwright.factory.inventory.material.MaterialDefinition;
import org.millwright.factory.quoting.Offer;

/**
 * A way of making a design, with what it would cost, when it would be there and what it would emit.
 *
 * @param best what it is best at among the ways that are possible: {@code price}, {@code date}, {@code carbon}
 */
public record Way(String process, MaterialDefinition material, Offer offer, List<String> best) {
    public Way {
        best = List.copyOf(best);
    }

    /** As it stands in addresses and forms. */
    public String key() {
        return process + " " + material.materialId();
    }

    /** Whether it can be ordered: makeable, with a price and a date. */
    public boolean possible() {
        return offer.price() != null && offer.promisedAt() != null;
    }
}
