package org.millwright.nesting.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether constraints speak of items, copies and stock that are there, and make sense. */
final class ConstraintRules {
    private static final int MOST_LEVELS = 64;

    private final Map<String, Item> items = new HashMap<>();
    private final Map<String, Stock> stocks = new HashMap<>();
    private final Constraints constraints;
    private final List<String> violations;

    private ConstraintRules(List<Item> items, List<Stock> stocks, Constraints constraints, List<String> violations) {
        items.forEach(item -> this.items.put(item.id(), item));
        stocks.forEach(stock -> this.stocks.put(stock.id(), stock));
        this.constraints = constraints;
        this.violations = violations;
    }

    static void check(List<Item> items, List<Stock> stocks, Constraints constraints, List<String> violations) {
        var rules = new ConstraintRules(items, stocks, constraints, violations);
        rules.checkPins();
        rules.checkPairs();
        rules.checkPatterns();
        rules.checkLeadIns();
        rules.checkLevels();
    }

    private void checkPins() {
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
            refuse(!seen.add(pin.copyIndex() + " of " + pin.itemId()), "%s is there twice.".formatted(name));
        }
    }

    private void checkPairs() {
        Set<String> seen = new HashSet<>();
        for (Constraints.Pair pair : constraints.pairs()) {
            String name = "The pair of %s and %s".formatted(pair.firstId(), pair.secondId());
            Item first = items.get(pair.firstId());
            Item second = items.get(pair.secondId());
            if (first == null || second == null || pair.firstId().equals(pair.secondId())) {
                violations.add("%s needs two items that are there. Maybe one is spelled otherwise?".formatted(name));
            } else {
                refuse(
                        first.quantity() != second.quantity(),
                        "%s: there are %d of the first and %d of the second. Maybe split the item?"
                                .formatted(name, first.quantity(), second.quantity()));
            }
            boolean again = !seen.add(pair.firstId());
            refuse(!seen.add(pair.secondId()) || again, "%s: an item can be in one pair only.".formatted(name));
            refuse(isPinnedAlone(pair), "%s: one copy is pinned. Maybe pin the other as well?".formatted(name));
            refuse(!(pair.withinMm() >= 0.01), "%s: %s mm is no distance.".formatted(name, pair.withinMm()));
        }
    }

    /** Whoever pins one of a pair has to say where the other lies as well. */
    private boolean isPinnedAlone(Constraints.Pair pair) {
        Set<Integer> first = pinnedCopies(pair.firstId());
        return !first.equals(pinnedCopies(pair.secondId()));
    }

    private Set<Integer> pinnedCopies(String itemId) {
        Set<Integer> copies = new HashSet<>();
        constraints.pins().stream()
                .filter(pin -> pin.itemId().equals(itemId))
                .forEach(pin -> copies.add(pin.copyIndex()));
        return copies;
    }

    private void checkPatterns() {
        Set<String> seen = new HashSet<>();
        for (Constraints.Pattern pattern : constraints.patterns()) {
            refuse(
                    !stocks.containsKey(pattern.stockId()) || !seen.add(pattern.stockId()),
                    "The pattern of stock %s: there is no such stock, or another pattern."
                            .formatted(pattern.stockId()));
            refuse(
                    !isRepeat(pattern.repeatXMm()) || !isRepeat(pattern.repeatYMm()),
                    "The pattern of stock %s repeats after %s x %s mm. Maybe 0 where it does not?"
                            .formatted(pattern.stockId(), pattern.repeatXMm(), pattern.repeatYMm()));
        }
        seen.clear();
        for (Constraints.Match match : constraints.matches()) {
            refuse(
                    !items.containsKey(match.itemId()) || !seen.add(match.itemId()),
                    "The match of item %s: there is no such item, or another match.".formatted(match.itemId()));
            double sum = match.xMm() + match.yMm() + match.phaseXMm() + match.phaseYMm();
            refuse(
                    !(match.toleranceMm() >= Constraints.Match.LEAST_TOLERANCE_MM) || !(Math.abs(sum) < 1e6),
                    "The match of item %s should have numbers and a tolerance of at least %s mm, got %s."
                            .formatted(match.itemId(), Constraints.Match.LEAST_TOLERANCE_MM, match));
        }
    }

    private static boolean isRepeat(double repeatMm) {
        return repeatMm == 0 || (repeatMm >= 0.1 && repeatMm < 1e6);
    }

    private void checkLeadIns() {
        for (Constraints.LeadIn leadIn : constraints.leadIns()) {
            double sum = leadIn.fromXMm() + leadIn.fromYMm() + leadIn.toXMm() + leadIn.toYMm();
            refuse(
                    !items.containsKey(leadIn.itemId())
                            || !(Math.abs(sum) < 1e6)
                            || !(leadIn.roomMm() >= 0 && leadIn.roomMm() < 1000),
                    "The lead-in %s needs an item that is there, numbers, and room of 0 to 1000 mm.".formatted(leadIn));
        }
    }

    private boolean hasLeadIn(String itemId) {
        return constraints.leadIns().stream().anyMatch(leadIn -> leadIn.itemId().equals(itemId));
    }

    private void checkLevels() {
        for (Constraints.Level level : constraints.levels()) {
            Item item = items.get(level.itemId());
            refuse(
                    hasLeadIn(level.itemId()),
                    "Item %s has levels and lead-ins; only one of both is possible.".formatted(level.itemId()));
            boolean sane = level.number() >= 0 && level.number() < MOST_LEVELS && level.growMm() >= 0;
            refuse(
                    item == null || !sane,
                    "Level %d of item %s needs an item that is there, a number from 0 to 63, and no negative room."
                            .formatted(level.number(), level.itemId()));
            if (item != null) {
                Polygon shape = item.shape();
                refuse(
                        level.shape().minXUm() < shape.minXUm()
                                || level.shape().maxXUm() > shape.maxXUm()
                                || level.shape().minYUm() < shape.minYUm()
                                || level.shape().maxYUm() > shape.maxYUm(),
                        "Level %d of item %s is wider than the item itself.".formatted(level.number(), level.itemId()));
            }
        }
    }

    private void refuse(boolean wrong, String violation) {
        if (wrong) {
            violations.add(violation);
        }
    }
}
