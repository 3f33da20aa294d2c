package org.millwright.nesting.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.millwright.nesting.model.Constraints;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Stock;
import org.millwright.nesting.verification.ExactShape.Edge;

/** Checks pins, pairs, patterns and lead-ins of a layout whose items and stock are known to be there. */
final class ConstraintVerifier {
    private final Constraints constraints;
    private final Map<String, Item> items = new HashMap<>();
    private final Map<String, Stock> stocks = new HashMap<>();
    private final List<Placement> placements;
    private final List<String> violations;

    private ConstraintVerifier(NestingProblem problem, Layout layout, List<String> violations) {
        constraints = problem.constraints();
        problem.items().forEach(item -> items.put(item.id(), item));
        problem.stocks().forEach(stock -> stocks.put(stock.id(), stock));
        placements = layout.placements().stream()
                .filter(placement -> items.containsKey(placement.itemId()) && stocks.containsKey(placement.stockId()))
                .toList();
        this.violations = violations;
    }

    static void check(NestingProblem problem, Layout layout, List<String> violations) {
        if (problem.constraints().equals(Constraints.none())) {
            return;
        }
        var verifier = new ConstraintVerifier(problem, layout, violations);
        verifier.checkPins();
        verifier.constraints.pairs().forEach(verifier::checkPair);
        verifier.constraints.matches().forEach(verifier::checkMatch);
        verifier.constraints.leadIns().forEach(verifier::checkLeadIn);
    }

    private void checkPins() {
        Set<Placement> placed = Set.copyOf(placements);
        for (Placement pin : constraints.pins()) {
            if (!placed.contains(pin)) {
                violations.add("%s does not lie where it is pinned.".formatted(name(pin)));
            }
        }
    }

    private List<Placement> placementsOf(String itemId) {
        return placements.stream()
                .filter(placement -> placement.itemId().equals(itemId))
                .toList();
    }

    private ExactShape shapeOf(Placement placement) {
        Item item = items.get(placement.itemId());
        if (item == null) {
            throw new IllegalArgumentException("There is no item %s.".formatted(placement.itemId()));
        }
        return ExactShape.of(
                item.shape(), placement.mirrored(), placement.rotationDeg(), placement.xMm(), placement.yMm());
    }

    private void checkPair(Constraints.Pair pair) {
        Map<Integer, Placement> seconds = new HashMap<>();
        placementsOf(pair.secondId()).forEach(placement -> seconds.put(placement.copyIndex(), placement));
        for (Placement first : placementsOf(pair.firstId())) {
            Placement second = seconds.remove(first.copyIndex());
            if (second == null) {
                violations.add("%s is placed without %s.".formatted(name(first), pair.secondId()));
            } else if (!first.stockId().equals(second.stockId()) || first.stockCopy() != second.stockCopy()) {
                violations.add("%s and %s do not lie on one piece of stock.".formatted(name(first), name(second)));
            } else {
                ExactShape a = shapeOf(first);
                ExactShape b = shapeOf(second);
                long apartX = Math.max(a.minX() - b.maxX(), b.minX() - a.maxX());
                long apartY = Math.max(a.minY() - b.maxY(), b.minY() - a.maxY());
                if (Math.max(apartX, apartY) > pair.withinMm() * 1000 + 1e-6) {
                    violations.add("%s and %s are further apart than %s mm."
                            .formatted(name(first), name(second), pair.withinMm()));
                }
            }
        }
        seconds.values()
                .forEach(second -> violations.add("%s is placed without %s.".formatted(name(second), pair.firstId())));
    }

    private void checkMatch(Constraints.Match match) {
        for (Placement placement : placementsOf(match.itemId())) {
            Stock stock = stocks.get(placement.stockId());
            for (Constraints.Pattern pattern : constraints.patterns()) {
                if (stock != null && pattern.stockId().equals(stock.id())) {
                    long[] at = ExactShape.placed(
                            placement, Math.round(match.xMm() * 1000), Math.round(match.yMm() * 1000));
                    boolean fits = misses(at[0] - stock.shape().minXUm(), pattern.repeatXMm(), match.phaseXMm())
                                    <= match.toleranceMm() * 1000 + 1e-6
                            && misses(at[1] - stock.shape().minYUm(), pattern.repeatYMm(), match.phaseYMm())
                                    <= match.toleranceMm() * 1000 + 1e-6;
                    if (!fits) {
                        violations.add("%s misses the pattern of %s by more than %s mm."
                                .formatted(name(placement), stock.id(), match.toleranceMm()));
                    }
                }
            }
        }
    }

    /** Distance in micrometres from the nearest place where the pattern is as it should be. */
    private static double misses(long um, double repeatMm, double phaseMm) {
        return repeatMm == 0 ? 0 : Math.abs(Math.IEEEremainder(um - phaseMm * 1000, repeatMm * 1000));
    }

    private void checkLeadIn(Constraints.LeadIn leadIn) {
        long room = (long) Math.ceil(leadIn.roomMm() * 1000 - 1e-6);
        for (Placement placement : placementsOf(leadIn.itemId())) {
            long[] from = ExactShape.placed(
                    placement, Math.round(leadIn.fromXMm() * 1000), Math.round(leadIn.fromYMm() * 1000));
            long[] to =
                    ExactShape.placed(placement, Math.round(leadIn.toXMm() * 1000), Math.round(leadIn.toYMm() * 1000));
            var way = new Edge(from[0], from[1], to[0], to[1]);
            Stock stock = stocks.get(placement.stockId());
            if (stock != null && ExactRelation.leaves(way, ExactShape.of(stock.shape()))) {
                violations.add("The lead-in of %s leaves its stock.".formatted(name(placement)));
            }
            List<String> near = new ArrayList<>();
            for (Placement other : placements) {
                if (!other.equals(placement)
                        && other.stockId().equals(placement.stockId())
                        && other.stockCopy() == placement.stockCopy()
                        && ExactRelation.comesNear(way, shapeOf(other), room)) {
                    near.add(name(other));
                }
            }
            near.forEach(other -> violations.add("%s is closer than %s mm to the lead-in of %s."
                    .formatted(other, leadIn.roomMm(), name(placement))));
        }
    }

    private static String name(Placement placement) {
        return "%s copy %d".formatted(placement.itemId(), placement.copyIndex());
    }
}
