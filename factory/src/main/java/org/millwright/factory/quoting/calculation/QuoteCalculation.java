package org.millwright.factory.quoting.calculation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.millwright.factory.platform.money.Money;
import org.millwright.factory.quoting.Term;
import org.millwright.factory.quoting.UnitPrice;

/**
 * Price and carbon from nothing but the inputs: the same inputs give the same terms. Each term is rounded to the smallest
 * unit of the currency, and the price is their sum, so that the breakdown adds up exactly. A pure function.
 */
public final class QuoteCalculation {
    private static final int[] BREAKS = {1, 2, 5, 10, 25, 50, 100, 250};
    private static final double S_PER_HOUR = 3600;
    private static final String RATES = "factory rates";

    private final QuoteInputs in;
    private final Currency currency;
    private final int quantity;
    private final int builds;
    private final List<Term> terms = new ArrayList<>();
    private Money price;
    private double carbonKg;

    private QuoteCalculation(QuoteInputs inputs, int quantity) {
        this.in = inputs;
        this.quantity = quantity;
        this.currency = Currency.getInstance(inputs.currency());
        this.price = Money.zero(currency);
        this.builds = inputs.builds(quantity);
    }

    /** What a quantity costs and emits, with every step of the way there. */
    public record Result(Money price, double carbonKg, List<Term> breakdown) {
        public Result {
            breakdown = List.copyOf(breakdown);
        }
    }

    /** What all units together take from the grid, and what is carried to the buyer, packing included. */
    record Amounts(double energyKwh, double shippedT) {}

    static Amounts amounts(QuoteInputs inputs) {
        var calculation = new QuoteCalculation(inputs, inputs.quantity());
        return new Amounts(calculation.energyKwh(), calculation.shippedT());
    }

    /** For the quantity of the inputs. */
    public static Result calculate(QuoteInputs inputs) {
        return calculate(inputs, inputs.quantity());
    }

    /** For another quantity of the same: what is shared by a plate or an order is spread over more or fewer units. */
    public static Result calculate(QuoteInputs inputs, int quantity) {
        var calculation = new QuoteCalculation(inputs, quantity);
        calculation.addCosts();
        calculation.addCarbon();
        return new Result(calculation.price, calculation.carbonKg, calculation.terms);
    }

    /** The price of one unit in usual quantities, and in the one asked for. */
    public static List<UnitPrice> breaks(QuoteInputs inputs) {
        List<Integer> quantities = new ArrayList<>();
        for (int quantity : BREAKS) {
            quantities.add(quantity);
        }
        if (!quantities.contains(inputs.quantity())) {
            quantities.add(inputs.quantity());
        }
        return quantities.stream()
                .sorted()
                .map(quantity ->
                        new UnitPrice(quantity, unit(calculate(inputs, quantity).price(), quantity)))
                .toList();
    }

    private static Money unit(Money price, int quantity) {
        return price.times(BigDecimal.ONE.divide(BigDecimal.valueOf(quantity), MathContext.DECIMAL64));
    }

    private void addCosts() {
        addMaterial();
        addMachine();
        double setupH = builds * in.work().prepareS() / S_PER_HOUR;
        add(
                "setup",
                in.rates().labourPerHour() * setupH,
                "%d builds × %s h × %s/h".formatted(builds, number(in.work().prepareS() / S_PER_HOUR), labour()),
                RATES);
        double labourH = labourH();
        add("labour", in.rates().labourPerHour() * labourH, "%s h × %s/h".formatted(number(labourH), labour()), RATES);
        add(
                "packing",
                in.rates().packingPerOrder() + (double) in.rates().packingPerUnit() * quantity,
                "%s + %d × %s"
                        .formatted(
                                money(in.rates().packingPerOrder()),
                                quantity,
                                money(in.rates().packingPerUnit())),
                RATES);
        addPercent("overhead", in.rates().overheadPercent());
        addPercent("margin", in.rates().marginPercent());
    }

    private void addMaterial() {
        QuoteInputs.Material material = in.material();
        double amount = material.perArea()
                ? in.part().consumedAreaMm2() * quantity / 1e6
                : in.part().consumedMassG() * quantity / 1000;
        String unit = material.perArea() ? "m²" : "kg";
        add(
                "material",
                material.pricePerBasis() * amount,
                "%s %s × %s/%s".formatted(number(amount), unit, money(material.pricePerBasis()), unit),
                "price list, " + material.name());
    }

    private void addMachine() {
        QuoteInputs.Machine machine = in.machine();
        double occupiedH = (runS()
                        + builds * (in.work().prepareS() + in.work().removeS())
                        + quantity * in.work().removePerUnitS())
                / S_PER_HOUR;
        double perHour =
                (machine.price() / machine.lifeYears() + machine.maintenancePerYear()) / machine.hoursPerYear();
        add(
                "machine",
                perHour * occupiedH,
                "%s h × (%s ÷ %s years + %s a year) ÷ %s h a year"
                        .formatted(
                                number(occupiedH),
                                money(machine.price()),
                                number(machine.lifeYears()),
                                money(machine.maintenancePerYear()),
                                number(machine.hoursPerYear())),
                "machine costs, " + machine.name() + learned());
        add(
                "energy",
                energyKwh() * in.rates().energyPerKwh(),
                "%s h × %s kW × %s/kWh"
                        .formatted(
                                number(runS() / S_PER_HOUR),
                                number(machine.runningW() / 1000),
                                money(in.rates().energyPerKwh())),
                RATES + ", " + machine.name() + learned());
    }

    /** By what the run times were corrected, and how sure that is. */
    private String learned() {
        QuoteInputs.Correction correction = in.correction();
        return correction == null
                ? ""
                : "; run times × %s, learned from %d finished runs (90 %%: %s to %s)"
                        .formatted(
                                number(correction.factor()),
                                correction.runs(),
                                number(correction.low()),
                                number(correction.high()));
    }

    /** People's time other than preparing: watching, removing, finishing, inspecting, packing. */
    private double labourH() {
        QuoteInputs.Work work = in.work();
        double watchedS = work.runAttended() ? runS() : 0;
        return (watchedS
                        + builds * work.removeS()
                        + quantity * (work.removePerUnitS() + work.orderPerUnitS())
                        + work.orderS())
                / S_PER_HOUR;
    }

    private double runS() {
        return builds * in.part().buildS() + quantity * in.part().unitS();
    }

    private double energyKwh() {
        return runS() / S_PER_HOUR * in.machine().runningW() / 1000;
    }

    private void addPercent(String term, double percent) {
        Money base = price;
        add(term, base.minor() * percent / 100, "%s %% of %s".formatted(number(percent), base), RATES);
    }

    private void addCarbon() {
        double materialKg = in.part().consumedMassG() * quantity / 1000;
        addCarbon("carbon-material", materialKg, "kg", in.material().carbon());
        addCarbon("carbon-energy", energyKwh(), "kWh", in.grid());
        double packingKg = in.rates().packingMassGPerUnit() * quantity / 1000;
        addCarbon("carbon-packing", packingKg, "kg", in.packingCarbon());
        addCarbon(transportTerm("carbon-transport", shippedT(), in.rates().transportKm(), in.transportCarbon()));
    }

    private double shippedT() {
        return (in.part().partMassG() + in.rates().packingMassGPerUnit()) * quantity / 1e6;
    }

    private void addCarbon(String term, double amount, String unit, QuoteInputs.Factor factor) {
        addCarbon(carbonTerm(term, amount, unit, factor));
    }

    private void addCarbon(Term term) {
        carbonKg += term.value() == null ? 0 : term.value();
        terms.add(term);
    }

    static Term carbonTerm(String term, double amount, String unit, QuoteInputs.Factor factor) {
        return new Term(
                term,
                null,
                amount * factor.kgCo2ePerUnit(),
                "kg",
                "%s %s × %s kg/%s".formatted(number(amount), unit, number(factor.kgCo2ePerUnit()), unit),
                factor.cited());
    }

    static Term transportTerm(String term, double massT, double km, QuoteInputs.Factor freight) {
        return new Term(
                term,
                null,
                massT * km * freight.kgCo2ePerUnit(),
                "kg",
                "%s t × %s km × %s kg/t.km".formatted(number(massT), number(km), number(freight.kgCo2ePerUnit())),
                freight.cited());
    }

    private void add(String term, double minor, String formula, String source) {
        long rounded =
                BigDecimal.valueOf(minor).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
        var amount = new Money(rounded, currency);
        price = price.plus(amount);
        terms.add(new Term(term, amount, null, currency.getCurrencyCode(), formula, source));
    }

    private String labour() {
        return money(in.rates().labourPerHour());
    }

    private String money(long minor) {
        return new Money(minor, currency).toString();
    }

    /** Four significant digits, without an exponent. */
    private static String number(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(Math.abs(value) >= 1000 ? 7 : 4));
        String plain = rounded.stripTrailingZeros().toPlainString();
        return plain.toLowerCase(Locale.ROOT);
    }
}
