package org.millwright.factory.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.factory.testing.Seeds;

class MoneyTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency JPY = Currency.getInstance("JPY");

    private static Money eur(String amount) {
        return Money.of(new BigDecimal(amount), EUR);
    }

    @Test
    void roundsHalvesToTheEvenCent() {
        assertThat(eur("0.125")).isEqualTo(new Money(12, EUR));
        assertThat(eur("0.135")).isEqualTo(new Money(14, EUR));
        assertThat(eur("-0.125")).isEqualTo(new Money(-12, EUR));
        assertThat(eur("1.00").times(new BigDecimal("0.005"))).isEqualTo(new Money(0, EUR));
    }

    @Test
    void knowsCurrenciesWithoutCents() {
        assertThat(Money.of(new BigDecimal("1250.4"), JPY)).hasToString("1250 JPY");
        assertThat(eur("1250.4")).hasToString("1250.40 EUR");
    }

    @Test
    void sharesDifferByAtMostOneCentAndLoseNothing() {
        assertThat(eur("10.00").allocate(3)).isEqualTo(List.of(eur("3.34"), eur("3.33"), eur("3.33")));
        assertThat(eur("-0.05").allocate(2)).isEqualTo(List.of(eur("-0.02"), eur("-0.03")));
    }

    @Test
    void mixingCurrenciesNamesBothAmounts() {
        Money yen = new Money(500, JPY);
        assertThatThrownBy(() -> eur("1.00").plus(yen)).hasMessageContaining("add 1.00 EUR and 500 JPY");
        assertThatThrownBy(() -> eur("1.00").minus(yen)).hasMessageContaining("subtract");
        assertThatThrownBy(() -> eur("1.00").compareTo(yen)).hasMessageContaining("compare");
    }

    @Test
    void anAmountBeyondTheRangeFailsInsteadOfWrapping() {
        Money most = new Money(Long.MAX_VALUE, EUR);
        assertThatThrownBy(() -> most.plus(new Money(1, EUR))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(new BigDecimal("1.5"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void randomAmountsObeyTheLawsOfArithmetic() {
        Seeds.forEach(2000, random -> {
            Money a = new Money(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L), EUR);
            Money b = new Money(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L), EUR);
            int parts = random.nextInt(1, 200);
            List<Money> shares = a.allocate(parts);

            assertThat(shares.stream().reduce(Money.zero(EUR), Money::plus)).isEqualTo(a);
            assertThat(Collections.max(shares).minor() - Collections.min(shares).minor())
                    .isBetween(0L, 1L);
            assertThat(a.plus(b).minus(b)).isEqualTo(a);
            assertThat(a.plus(b)).isEqualTo(b.plus(a));
            assertThat(a.compareTo(b)).isEqualTo(-b.compareTo(a));
            assertThat(Money.of(a.toDecimal(), EUR)).isEqualTo(a);

            BigDecimal factor = new BigDecimal(random.nextDouble(-100, 100), MathContext.DECIMAL32);
            BigDecimal error =
                    a.times(factor).toDecimal().subtract(a.toDecimal().multiply(factor));
            assertThat(error.abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
        });
    }
}
