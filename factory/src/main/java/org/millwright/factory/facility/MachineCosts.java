package org.millwright.factory.facility;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import org.millwright.factory.platform.money.Money;

/**
 * What owning and running a machine costs.
 *
 * @param lifeYears years of use, greater than 0
 * @param hoursPerYear running hours a year, greater than 0
 * @param runningW mean electric power while a program runs
 * @param idleW mean electric power while it waits
 */
public record MachineCosts(
        Money price, double lifeYears, double hoursPerYear, Money maintenancePerYear, double runningW, double idleW) {
    public MachineCosts {
        if (!(lifeYears > 0) || !(hoursPerYear > 0)) {
            throw new IllegalArgumentException(
                    "A machine needs a life and hours a year above 0, got %s years of %s hours."
                            .formatted(lifeYears, hoursPerYear));
        }
        if (!(runningW >= 0) || !(idleW >= 0)) {
            throw new IllegalArgumentException(
                    "Electric power is 0 W or more, got runningW %s, idleW %s.".formatted(runningW, idleW));
        }
        if (!price.currency().equals(maintenancePerYear.currency())) {
            throw new IllegalArgumentException(
                    "Price %s and maintenance %s need one currency.".formatted(price, maintenancePerYear));
        }
    }

    /** (price ÷ life + maintenance) ÷ hours a year, rounded to the currency's smallest unit. */
    public Money ratePerHour() {
        return cost(Duration.ofHours(1));
    }

    /** What a run of this length costs at the exact rate, rounded once at the end. */
    public Money cost(Duration run) {
        double factor = run.toMillis() / 3_600_000.0 / hoursPerYear;
        BigDecimal minor = BigDecimal.valueOf(price.minor())
                .divide(BigDecimal.valueOf(lifeYears), MathContext.DECIMAL64)
                .add(BigDecimal.valueOf(maintenancePerYear.minor()))
                .multiply(BigDecimal.valueOf(factor));
        return new Money(minor.setScale(0, RoundingMode.HALF_EVEN).longValueExact(), price.currency());
    }
}
