package org.millwright.factory.ordering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.money.Money;

/**
 * How an order gets to its buyer.
 *
 * @param price what the buyer pays for it, beside the price of the order
 * @param arrivesAt when a parcel arrives that leaves as promised; null when the order is picked up
 */
public record Delivery(Way way, Money price, @Nullable Instant arrivesAt) {
    /** The ways there are. */
    public enum Way {
        PICK_UP,
        SEND
    }
}
