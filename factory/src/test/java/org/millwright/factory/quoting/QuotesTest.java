package org.millwright.factory.quoting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.factory.testing.SampleFactory.OPERATOR;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.facility.CostRates;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.planning.Workshop;
import org.millwright.factory.platform.money.Money;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.SampleFactory;
import org.millwright.factory.testing.TestClock;
import org.millwright.geometry.Finding;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What a buyer is told, and that it can be told again. */
@FactoryTest
@Import(Workshop.class)
class QuotesTest {
    @Autowired
    private Quotes quotes;

    @Autowired
    private Workshop workshop;

    @Autowired
    private Factories factories;

    @Autowired
    private TestClock clock;

    private Workshop.Place place;

    @BeforeEach
    void openWorkshop() {
        clock.set(TestClock.START);
        place = workshop.open(1);
        workshop.stock(place);
    }

    @Test
    void theTermsAddUpToThePriceExactlyAndToTheCarbon() {
        Quote quote = quote(workshop.block(place, 30, 20, 10), "printing", "pla", 3);
        assertThat(quote.makeable()).isTrue();
        Money sum = Money.zero(SampleFactory.EUR);
        double carbonKg = 0;
        for (Term term : quote.breakdown()) {
            sum = term.amount() == null ? sum : sum.plus(term.amount());
            carbonKg += term.value() == null ? 0 : term.value();
            assertThat(term.formula()).isNotBlank();
            assertThat(term.source()).isNotBlank();
        }
        assertThat(quote.price()).isEqualTo(sum);
        assertThat(Objects.requireNonNull(quote.carbonKg())).isEqualTo(carbonKg).isPositive();
        assertThat(quote.promisedAt()).isAfter(clock.instant());
        assertThat(quote.expiresAt()).isEqualTo(quote.createdAt().plus(Duration.ofDays(14)));
    }

    @Test
    void moreUnitsOnOnePlateCostLessEach() {
        Quote quote = quote(workshop.block(place, 30, 20, 10), "printing", "pla", 7);
        assertThat(quote.breaks()).extracting(UnitPrice::quantity).contains(1, 2, 5, 7, 10, 100);
        assertThat(quote.breaks().get(0).unit())
                .isGreaterThan(quote.breaks().get(2).unit());
    }

    @Test
    void aQuoteIsReproducedToTheCentAfterTheRatesHaveChanged() {
        Quote quote = quote(workshop.panel(place, 120, 60), "cutting", "plywood-3", 5);
        var rates = factories.getFactory(place.id()).rates();
        factories.updateRates(
                place.id(),
                new CostRates(
                        rates.labourPerHour().times(2),
                        rates.energyPerKwh(),
                        rates.packingPerOrder(),
                        rates.packingPerUnit(),
                        rates.packingMassGPerUnit(),
                        rates.overheadPercent(),
                        rates.marginPercent(),
                        rates.quoteValidDays(),
                        rates.transportKm(),
                        rates.transportMode()),
                OPERATOR);

        Quote again = quotes.reproduce(quote.id());
        assertThat(again).isEqualTo(quotes.getQuote(quote.id()));
        assertThat(again.price()).isEqualTo(quote.price());
        assertThat(again.breakdown()).isEqualTo(quote.breakdown());

        Quote dearer = quote(quote.design(), "cutting", "plywood-3", 5);
        assertThat(dearer.number()).isEqualTo(quote.number());
        assertThat(dearer.version()).isEqualTo(2);
        assertThat(Objects.requireNonNull(dearer.price())).isGreaterThan(quote.price());
    }

    @Test
    void whatCannotBeMadeHasNoPriceButAReason() {
        Quote quote = quote(workshop.block(place, 900, 20, 10), "printing", "pla", 1);
        assertThat(quote.makeable()).isFalse();
        assertThat(quote.price()).isNull();
        assertThat(quote.promisedAt()).isNull();
        assertThat(quote.findings()).anyMatch(Finding::blocks);
        assertThat(quotes.reproduce(quote.id())).isEqualTo(quotes.getQuote(quote.id()));
    }

    @Test
    void withoutMaterialTheDateSaysSo() {
        Workshop.Place empty = workshop.open(1);
        DesignId block = workshop.block(empty, 20, 20, 20);
        Quote quote = quotes.quote(new QuoteRequest(empty.id(), block, "printing", "pla", 1, Map.of(), OPERATOR));
        assertThat(quote.price()).isNotNull();
        assertThat(quote.promiseReason().toString()).contains("not in stock");
    }

    private Quote quote(DesignId design, String process, String material, int quantity) {
        return quotes.quote(new QuoteRequest(place.id(), design, process, material, quantity, Map.of(), OPERATOR));
    }
}
