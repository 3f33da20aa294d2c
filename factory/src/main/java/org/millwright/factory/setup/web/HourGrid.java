package org.millwright.factory.setup.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.millwright.factory.facility.hours.Span;
import org.millwright.factory.facility.hours.WeeklyHours;

/**
 * A week in half hours, to be painted.
 *
 * @param days Monday first, 48 half hours each
 */
public record HourGrid(List<List<Boolean>> days) {
    /** Half hours of a day. */
    public static final int SLOTS = 48;

    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

    static HourGrid of(WeeklyHours hours) {
        Instant from = MONDAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        List<Span> spans = hours.spans(from, from.plus(Duration.ofDays(7)), ZoneOffset.UTC);
        List<List<Boolean>> days = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            List<Boolean> slots = new ArrayList<>();
            for (int slot = 0; slot < SLOTS; slot++) {
                Instant middle = from.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(slot * 30L + 15));
                slots.add(
                        spans.stream().anyMatch(span -> !middle.isBefore(span.start()) && middle.isBefore(span.end())));
            }
            days.add(slots);
        }
        return new HourGrid(days);
    }

    /** The clock time at which a half hour begins. */
    public static String time(int slot) {
        return "%02d:%02d".formatted(slot / 2, slot % 2 * 30);
    }
}
