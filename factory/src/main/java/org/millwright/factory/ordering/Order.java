package org.millwright.factory.ordering;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.ordering.line.OrderLine;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.money.Money;

/**
 * What a customer ordered.
 *
 * @param number short number for people, for instance {@code O-1001}
 * @param trackingKey unguessable; whoever has it may follow this order
 * @param price of what was quoted, without delivery
 * @param promisedAt the date given when the order was accepted; it never moves
 * @param completedAt when the last unit was packed with its passport; null before
 * @param shippedAt when it left; null before
 */
public record Order(
        OrderId id,
        FactoryId factory,
        String number,
        Customer customer,
        OrderState state,
        Money price,
        Instant acceptedAt,
        Instant promisedAt,
        @Nullable Instant completedAt,
        @Nullable Instant shippedAt,
        String trackingKey,
        Delivery delivery,
        List<OrderLine> lines) {
    public Order {
        lines = List.copyOf(lines);
    }

    /** Whether it is still being made although its promised date has passed, or was complete only after it. */
    public boolean late(Instant now) {
        Instant end = completedAt != null ? completedAt : state == OrderState.ACCEPTED ? now : promisedAt;
        return end.isAfter(promisedAt);
    }

    /** What the buyer pays, delivery included. */
    public Money total() {
        return price.plus(delivery.price());
    }

    /** Units ordered and not cancelled. */
    public int units() {
        return lines.stream()
                .mapToInt(line -> line.quantity() - line.cancelled())
                .sum();
    }

    /** Units cancelled so far. */
    public int cancelledUnits() {
        return lines.stream().mapToInt(OrderLine::cancelled).sum();
    }

    /** The order with other lines. */
    public Order withLines(List<OrderLine> all) {
        return new Order(
                id,
                factory,
                number,
                customer,
                state,
                price,
                acceptedAt,
                promisedAt,
                completedAt,
                shippedAt,
                trackingKey,
                delivery,
                all);
    }

    Order shipped(Instant at) {
        return new Order(
                id,
                factory,
                number,
                customer,
                OrderState.SHIPPED,
                price,
                acceptedAt,
                promisedAt,
                completedAt,
                at,
                trackingKey,
                delivery,
                lines);
    }
}
