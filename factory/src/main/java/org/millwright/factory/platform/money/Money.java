package org.millwright.factory.platform.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * An exact amount of money in whole minor units (cents). Operations that would mix currencies or leave the range of a
 * {@code long} fail instead of answering.
 *
 * @param minor amount in the currency's minor unit, may be negative
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {
    /** The amount rounded half-even to the currency's minor unit. */
    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(
                amount.movePointRight(digits(currency))
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact(),
                currency);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other, "add")), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other, "subtract")), currency);
    }

    /** This amount times a factor, rounded half-even. */
    public Money times(BigDecimal factor) {
        return times(factor, RoundingMode.HALF_EVEN);
    }

    public Money times(BigDecimal factor, RoundingMode rounding) {
        return new Money(
                BigDecimal.valueOf(minor).multiply(factor).setScale(0, rounding).longValueExact(), currency);
    }

    /** Exact product with a count. */
    public Money times(long count) {
        return new Money(Math.multiplyExact(minor, count), currency);
    }

    /** Splits into equal parts that differ by at most one minor unit, the larger ones first, and sum up to this amount. */
    public List<Money> allocate(int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException(
                    "%s cannot be split into %d parts.%nMaybe ask for at least one.".formatted(this, parts));
        }
        long share = Math.floorDiv(minor, parts);
        long larger = Math.floorMod(minor, parts);
        var shares = new ArrayList<Money>(parts);
        for (int part = 0; part < parts; part++) {
            shares.add(new Money(part < larger ? share + 1 : share, currency));
        }
        return List.copyOf(shares);
    }

    /** -1, 0 or 1 for a negative, zero or positive amount. */
    public int signum() {
        return Long.signum(minor);
    }

    /** The amount in the major unit, with the currency's number of decimals: 1250 cents are {@code 12.50}. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(minor, digits(currency));
    }

    /** Fails when the currencies differ. */
    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other, "compare"));
    }

    /** For example {@code 12.50 EUR}. */
    @Override
    public String toString() {
        return toDecimal().toPlainString() + " " + currency.getCurrencyCode();
    }

    private long sameCurrency(Money other, String operation) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "Cannot %s %s and %s: their currencies differ.%nMaybe convert one of them first."
                            .formatted(operation, this, other));
        }
        return other.minor;
    }

    private static int digits(Currency currency) {
        // Currencies without a minor unit, such as XAU, report -1.
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
