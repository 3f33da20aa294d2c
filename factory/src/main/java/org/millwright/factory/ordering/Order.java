package org.millwright.factory.ordering;

import java.time.Instant;
import java.util.List;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.money.Money;

/**
 * What a customer ordered.
 *
 * @param number short number for people, for instance {@code O-1001}
 * @param trackingKey unguessable; whoever has it may follow this order
 * @param promisedAt the date given when the order was accepted; it never moves
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
        String trackingKey,
        List<OrderLine> lines) {
    public Order {
        lines = List.copyOf(lines);
    }

    Order withLines(List<OrderLine> all) {
        return new Order(id, factory, number, customer, state, price, acceptedAt, promisedAt, trackingKey, all);
    }

    Order withState(OrderState next) {
        return new Order(id, factory, number, customer, next, price, acceptedAt, promisedAt, trackingKey, lines);
    }
}
