package org.millwright.factory.facility.hours;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text form of {@link WeeklyHours}. */
public final class WeeklyHoursText {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern TIMES = Pattern.compile("(\\d{1,2}):(\\d{2})-(\\d{1,2}):(\\d{2})");

    private WeeklyHoursText() {}

    /** Minutes from midnight of the day it starts on; the end may lie in the next day. */
    public record Shift(DayOfWeek day, int startMinute, int endMinute) {}

    public static List<Shift> parse(String text) {
        String all = text.strip().toLowerCase(Locale.ROOT);
        if (all.equals("never")) {
            return List.of();
        }
        List<Shift> shifts = new ArrayList<>();
        for (String group : all.equals("always") ? new String[] {"mon-sun 00:00-24:00"} : all.split(";")) {
            String[] daysAndTimes = group.strip().split("\\s+", 2);
            if (daysAndTimes.length != 2) {
                throw unreadable(text, group);
            }
            for (DayOfWeek day : days(daysAndTimes[0], text)) {
                for (String times : daysAndTimes[1].split(",")) {
                    shifts.add(shift(day, times.strip(), text));
                }
            }
        }
        return shifts;
    }

    private static List<DayOfWeek> days(String text, String all) {
        List<DayOfWeek> days = new ArrayList<>();
        for (String part : text.split(",")) {
            String[] ends = part.split("-");
            int first = DAYS.indexOf(ends[0]);
            int last = DAYS.indexOf(ends[ends.length - 1]);
            if (first < 0 || last < 0 || ends.length > 2) {
                throw unreadable(all, part);
            }
            // Sat-Mon goes over the end of the week.
            for (int i = first; i <= (last < first ? last + 7 : last); i++) {
                days.add(DayOfWeek.of(i % 7 + 1));
            }
        }
        return days;
    }

    private static Shift shift(DayOfWeek day, String text, String all) {
        Matcher times = TIMES.matcher(text);
        if (!times.matches()) {
            throw unreadable(all, text);
        }
        int start = minute(times.group(1), times.group(2), all);
        int end = minute(times.group(3), times.group(4), all);
        if (start == end || start == 1440) {
            throw unreadable(all, text);
        }
        return new Shift(day, start, end < start ? end + 1440 : end);
    }

    private static int minute(String hour, String minute, String all) {
        int minutes = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
        if (Integer.parseInt(minute) > 59 || minutes > 1440) {
            throw unreadable(all, hour + ":" + minute);
        }
        return minutes;
    }

    private static IllegalArgumentException unreadable(String all, String part) {
        return new IllegalArgumentException("""
                The hours '%s' cannot be read at '%s'.
                Maybe write them like 'Mon-Fri 08:00-17:00', 'Mon-Thu 08:00-12:00,13:00-17:00; Fri 08:00-14:00' or 'always'.""".formatted(all, part.strip()));
    }
}
