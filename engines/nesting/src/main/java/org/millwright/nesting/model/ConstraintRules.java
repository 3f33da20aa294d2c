package org.millwright.nesting.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether constraints speak of items, copies and stock that are there. */
final class ConstraintRules {
    private final Map<String, Item> items = new HashMap<>();
    private final Map<String, Stock> stocks = new HashMap<>();
    private final Constraints constraints;

    ConstraintRules(List<Item> items, List<Stock> stocks, Constraints constraints) {
        items.forEach(item -> this.items.put(item.id(), item));
        stocks.forEach(stock -> this.stocks.put(stock.id(), stock));
        this.constraints = constraints;
    }

    void addViolations(List<String> violations) {
        Set<String> seen = new HashSet<>();
        for (Placement pin : constraints.pins()) {
            String name = "The pin of copy %d of item %s".formatted(pin.copyIndex(), pin.itemId());
            Item item = items.get(pin.itemId());
            Stock stock = stocks.get(pin.stockId());
            if (item == null || pin.copyIndex() < 0 || pin.copyIndex() >= item.quantity()) {
                violations.add("%s: there is no such copy.".formatted(name));
            } else if (!item.orientations().allows(pin.rotationDeg(), pin.mirrored())) {
                violations.add("%s: it may not be turned by %s degrees; allowed are %s."
                        .formatted(name, pin.rotationDeg(), item.orientations()));
            }
            if (stock == null || pin.stockCopy() < 0 || pin.stockCopy() >= stock.quantity()) {
                violations.add("%s: there is no piece %d of stock %s.".formatted(name, pin.stockCopy(), pin.stockId()));
            }
            if (!seen.add(pin.copyIndex() + " of " + pin.itemId())) {
                violations.add("%s is there twice.".formatted(name));
            }
        }
    }
}
