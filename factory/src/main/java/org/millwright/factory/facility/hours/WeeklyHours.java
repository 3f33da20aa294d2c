package org.millwright.factory.facility.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hours that come back every week, in the factory's own time zone.
 *
 * <p>Written {@code always}, {@code never}, or as groups of days and times separated by semicolons: {@code Mon-Fri 08:00-17:00},
 * {@code Mon-Thu 08:00-12:00,13:00-17:30; Fri 08:00-14:00}, {@code Mon,Wed 22:00-06:00} (into the next day). {@code 24:00} is midnight at the end
 * of a day. Times are wall-clock times: on the day a clock is set forward a shift over the gap is an hour shorter, on the
 * day it is set back an hour longer.
 */
public record WeeklyHours(String text) {
    public WeeklyHours {
        text = text.strip();
        WeeklyHoursText.parse(text);
    }

    /** Whether a text can be read as hours. */
    public static boolean isReadable(String text) {
        try {
            WeeklyHoursText.parse(text.strip());
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    public static WeeklyHours always() {
        return new WeeklyHours("always");
    }

    /** The hours between two instants, in order, neither touching nor overlapping each other; cut at both ends. */
    public List<Span> spans(Instant from, Instant until, ZoneId zone) {
        if (!from.isBefore(until)) {
            return List.of();
        }
        if (text.equalsIgnoreCase("always")) {
            return List.of(new Span(from, until));
        }
        List<WeeklyHoursText.Shift> shifts = WeeklyHoursText.parse(text);
        Map<Instant, Instant> endByStart = new TreeMap<>();
        // One day before the first, for shifts that run into it.
        LocalDate last = until.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate().minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            for (WeeklyHoursText.Shift shift : shifts) {
                if (shift.day() == day.getDayOfWeek()) {
                    Instant start = later(instantAt(day, shift.startMinute(), zone), from);
                    Instant end = earlier(instantAt(day, shift.endMinute(), zone), until);
                    if (start.isBefore(end)) {
                        endByStart.merge(start, end, WeeklyHours::later);
                    }
                }
            }
        }
        return joined(endByStart);
    }

    private static List<Span> joined(Map<Instant, Instant> endByStart) {
        List<Span> spans = new ArrayList<>();
        for (Map.Entry<Instant, Instant> next : endByStart.entrySet()) {
            Span previous = spans.isEmpty() ? null : spans.getLast();
            if (previous != null && !next.getKey().isAfter(previous.end())) {
                spans.set(spans.size() - 1, new Span(previous.start(), later(previous.end(), next.getValue())));
            } else {
                spans.add(new Span(next.getKey(), next.getValue()));
            }
        }
        return List.copyOf(spans);
    }

    private static Instant instantAt(LocalDate day, int minute, ZoneId zone) {
        return day.plusDays(minute / 1440)
                .atTime(LocalTime.MIDNIGHT.plusMinutes(minute % 1440))
                .atZone(zone)
                .toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
