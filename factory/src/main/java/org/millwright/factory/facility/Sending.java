package org.millwright.factory.facility;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.millwright.factory.platform.money.Money;

/**
 * How finished orders are sent to buyers who do not pick them up.
 *
 * @param price what a buyer pays for a parcel
 * @param days working days, Monday to Friday, from ready to arrived; 0 to 60
 */
public record Sending(Money price, int days) {
    private static final int MOST_DAYS = 60;

    public Sending {
        if (price.minor() < 0) {
            throw new IllegalArgumentException("Sending costs 0 or more, got %s.".formatted(price));
        }
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException("A parcel takes 0 to %d days, got %d.".formatted(MOST_DAYS, days));
        }
    }

    /** When what is ready then arrives. */
    public Instant arrives(Instant ready, ZoneId zone) {
        ZonedDateTime day = ready.atZone(zone);
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day.toInstant();
    }
}
