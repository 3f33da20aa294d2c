package org.millwright.factory.quoting.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.millwright.factory.platform.money.Money;
import org.millwright.factory.quoting.Term;
import org.millwright.factory.testing.SampleFactory;
import org.millwright.factory.testing.Seeds;

/** Prices by hand, and rules that hold for any prices. */
class QuoteCalculationTest {
    private static final QuoteInputs.Factor FACTOR = new QuoteInputs.Factor(2, "kg", "a table", 2025, false);

    @Test
    void aPriceReckonedByHand() {
        // 10 units of 100 g, 5 on a plate: 2 plates; each run 10 min + 5 × 10 min = 1 h.
        var inputs = new QuoteInputs(
                "EUR",
                10,
                5,
                new QuoteInputs.Material("PLA", 2000, false, FACTOR),
                new QuoteInputs.Part(100, 0, 90, 600, 600),
                new QuoteInputs.Work(600, 300, 60, 1200, 120, false),
                new QuoteInputs.Machine("Printer 1", 100_000, 5, 2000, 0, 100),
                new QuoteInputs.Rates(3600, 30, 200, 50, 40, 10, 20, 100, "van"),
                FACTOR,
                FACTOR,
                FACTOR,
                null);
        QuoteCalculation.Result result = QuoteCalculation.calculate(inputs);
        assertAmount(result, "material", 2000);
        // 2 h of running, 2 × 15 min around it, 10 × 1 min of removing, at 10 cents an hour.
        assertAmount(result, "machine", 27);
        assertAmount(result, "energy", 6);
        assertAmount(result, "setup", 1200);
        // 10 min + 10 × 3 min + 20 min = 1 h
        assertAmount(result, "labour", 3600);
        assertAmount(result, "packing", 700);
        assertAmount(result, "overhead", 753);
        assertAmount(result, "margin", 1657);
        assertThat(result.price()).isEqualTo(SampleFactory.eur(9943));
        // 1 kg of material, 0.2 kWh, 0.4 kg of cardboard, 0.0013 t × 100 km; each × 2
        assertThat(result.carbonKg()).isEqualTo(2 + 0.4 + 0.8 + 0.26);
    }

    @Test
    void termsAddUpAndPlatesSharedMakeUnitsNoDearer() {
        Seeds.forEach(500, random -> {
            QuoteInputs inputs = inputs(random);
            QuoteCalculation.Result result = QuoteCalculation.calculate(inputs);
            Money sum = Money.zero(SampleFactory.EUR);
            for (Term term : result.breakdown()) {
                sum = term.amount() == null ? sum : sum.plus(term.amount());
            }
            assertThat(result.price()).isEqualTo(sum);
            assertThat(result.carbonKg()).isNotNegative();
            assertThat(QuoteCalculation.calculate(inputs)).isEqualTo(result);
            Money full =
                    QuoteCalculation.calculate(inputs, inputs.unitsPerBuild()).price();
            Money single = QuoteCalculation.calculate(inputs, 1).price();
            // One cent of rounding for each of the terms.
            assertThat(full.minor())
                    .isLessThanOrEqualTo(single.minor() * inputs.unitsPerBuild() + 10L * inputs.unitsPerBuild());
        });
    }

    private static void assertAmount(QuoteCalculation.Result result, String name, long cents) {
        assertThat(result.breakdown())
                .filteredOn(term -> term.term().equals(name))
                .singleElement()
                .satisfies(
                        term -> assertThat(Objects.requireNonNull(term.amount()).minor())
                                .isEqualTo(cents));
    }

    private static QuoteInputs inputs(RandomGenerator random) {
        return new QuoteInputs(
                "EUR",
                random.nextInt(1, 500),
                random.nextInt(1, 40),
                new QuoteInputs.Material("x", random.nextInt(1, 9000), random.nextBoolean(), FACTOR),
                new QuoteInputs.Part(
                        random.nextDouble(0.1, 900),
                        random.nextDouble(1, 90_000),
                        random.nextDouble(0.1, 900),
                        random.nextDouble(0, 900),
                        random.nextDouble(1, 90_000)),
                new QuoteInputs.Work(
                        random.nextInt(0, 900),
                        random.nextInt(0, 900),
                        random.nextInt(0, 90),
                        random.nextInt(0, 900),
                        random.nextInt(0, 900),
                        random.nextBoolean()),
                new QuoteInputs.Machine("m", random.nextInt(1, 900_000), 5, 1800, random.nextInt(0, 9000), 150),
                new QuoteInputs.Rates(
                        random.nextInt(0, 9000), 31, 200, 50, 40, random.nextDouble(0, 40), 20, 300, "van"),
                FACTOR,
                FACTOR,
                FACTOR,
                null);
    }
}
