package org.millwright.factory.ordering;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that buyer or factory wrote about an order.
 *
 * @param fromBuyer else the factory wrote it
 * @param author name to show
 */
public record OrderMessage(UUID id, OrderId order, Instant at, boolean fromBuyer, String author, String words) {}
