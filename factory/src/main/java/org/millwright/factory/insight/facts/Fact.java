package org.millwright.factory.insight.facts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.identity.FactoryId;

/**
 * Something that happened once and counts.
 *
 * @param subject what it happened to: a unit, an order, a job
 * @param quantity what is added up, in the unit of its kind
 * @param base what {@code quantity} is compared with; 0 where nothing is
 * @param reference what it belongs to: the order line of a unit, the machine of a job
 */
public record Fact(
        Kind kind,
        UUID subject,
        FactoryId factory,
        Instant at,
        double quantity,
        double base,
        @Nullable UUID reference) {
    /** What kinds of things are counted. */
    public enum Kind {
        /** A unit came off its machine: 1. */
        UNIT_MADE,
        /** A unit was lost: 1. */
        UNIT_SCRAPPED,
        /** The footprint in a unit's passport, kg CO₂ equivalents; base is what its quote said. */
        PART_CARBON,
        /** An order was complete: 1 when by its promised date, else 0. */
        ORDER_ON_TIME,
        /** What an order left over, in the smallest unit of the currency; base is its price. */
        ORDER_MARGIN,
        /** A run ended: seconds it took; at is its end. */
        RUN
    }
}
