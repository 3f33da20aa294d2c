package org.millwright.factory.quoting.calculation;

import java.util.ArrayList;
import java.util.List;
import org.millwright.factory.quoting.FarAwayCarbon;
import org.millwright.factory.quoting.Term;

/**
 * The carbon of the same units made in the same way with the electricity of another country, packed the same, brought over
 * a long way and then over the same last kilometres. A pure function.
 */
public final class FarAway {
    private FarAway() {}

    /** How goods travel. */
    public record LongWay(String mode, double km, QuoteInputs.Factor freight) {}

    public static FarAwayCarbon carbon(QuoteInputs inputs, String origin, QuoteInputs.Factor grid, LongWay way) {
        QuoteCalculation.Amounts amounts = QuoteCalculation.amounts(inputs);
        List<Term> terms = new ArrayList<>();
        for (Term own : QuoteCalculation.calculate(inputs).breakdown()) {
            if (own.term().equals("carbon-energy")) {
                terms.add(QuoteCalculation.carbonTerm("carbon-energy", amounts.energyKwh(), "kWh", grid));
            } else if (own.value() != null) {
                terms.add(own);
            }
        }
        terms.add(QuoteCalculation.transportTerm("carbon-long-way", amounts.shippedT(), way.km(), way.freight()));
        double kg = 0;
        for (Term term : terms) {
            kg += term.value() == null ? 0 : term.value();
        }
        return new FarAwayCarbon(origin, way.mode(), way.km(), kg, terms);
    }
}
