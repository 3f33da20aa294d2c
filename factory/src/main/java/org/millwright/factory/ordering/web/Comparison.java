package org.millwright.factory.ordering.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.outcome.Outcome;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.platform.money.Money;
import org.millwright.factory.quoting.Quote;
import org.millwright.factory.quoting.Term;

/**
 * What was quoted beside what it really took.
 *
 * @param costs by kind of cost
 * @param sheetMm2 this order's share of the sheets that were taken, waste included
 * @param partsMm2 what of it its parts cover
 * @param runTimePlanned this order's share, by units, of what its plates and sheets were planned to take
 */
public record Comparison(
        List<Cost> costs,
        Duration runTimePlanned,
        Duration runTime,
        double materialPlannedG,
        double materialG,
        @Nullable Double carbonQuotedKg,
        double carbonKg,
        Money quotedCost,
        Money cost,
        Money price,
        double sheetMm2,
        double partsMm2) {
    /** One kind of cost; the words live under {@code term.<term>}. */
    public record Cost(String term, Money quoted, Money actual) {}

    static Comparison of(List<OrderStory.LineView> lines, List<BuildPlan> builds, Outcome outcome, Order order) {
        List<Quote> quotes = lines.stream().map(OrderStory.LineView::quote).toList();
        Money zero = Money.zero(order.price().currency());
        List<Cost> costs = new ArrayList<>();
        costs.add(new Cost("material", sum(quotes, zero, "material"), outcome.materialCost()));
        costs.add(new Cost("machine", sum(quotes, zero, "machine"), outcome.machineCost()));
        costs.add(new Cost("energy", sum(quotes, zero, "energy"), outcome.energyCost()));
        costs.add(new Cost("labour", sum(quotes, zero, "setup", "labour"), outcome.workCost()));
        costs.add(new Cost("packing", sum(quotes, zero, "packing"), outcome.packingCost()));
        var own = new java.util.HashSet<Object>();
        lines.forEach(line -> line.units().stream().map(Unit::id).forEach(own::add));
        double plannedS = 0;
        double plannedG = 0;
        for (BuildPlan build : builds) {
            double share = build.units().isEmpty()
                    ? 0
                    : build.units().stream()
                                    .filter(placed -> own.contains(placed.unit()))
                                    .count()
                            / (double) build.units().size();
            plannedS += build.expectedTime().toSeconds() * share;
            plannedG += build.massG() * share;
        }
        return new Comparison(
                costs,
                Duration.ofSeconds(Math.round(plannedS)),
                Duration.ofSeconds(Math.round(outcome.runS())),
                plannedG,
                outcome.materialG(),
                quotes.stream().anyMatch(quote -> quote.carbonKg() == null)
                        ? null
                        : quotes.stream().mapToDouble(Quote::carbonKg).sum(),
                outcome.carbonKg(),
                costs.stream().map(Cost::quoted).reduce(zero, Money::plus),
                outcome.cost(),
                order.price(),
                outcome.sheetMm2(),
                outcome.partsMm2());
    }

    private static Money sum(List<Quote> quotes, Money zero, String... terms) {
        Set<String> wanted = Set.of(terms);
        return quotes.stream()
                .flatMap(quote -> quote.breakdown().stream())
                .filter(term -> wanted.contains(term.term()))
                .map(Term::amount)
                .filter(java.util.Objects::nonNull)
                .reduce(zero, Money::plus);
    }
}
