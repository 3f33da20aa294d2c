package org.millwright.factory.ordering.search;

import java.util.List;
import java.util.Map;
import org.millwright.factory.ordering.Order;

/**
 * One page of the orders that were looked for.
 *
 * @param orders what is most urgent first: open ones by promised date, others newest first
 * @param counts how many orders there are in each view, with the same words
 */
public record OrderFinds(List<Order> orders, Map<OrderSearch.View, Integer> counts) {
    public OrderFinds {
        orders = List.copyOf(orders);
        counts = Map.copyOf(counts);
    }
}
