package org.millwright.factory.setup.web;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.millwright.factory.facility.hours.WeeklyHours;
import org.millwright.factory.platform.web.Page;

/** Weekly hours in the reader's words. */
public final class HoursText {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern DAY = Pattern.compile("(?i)\\b(" + String.join("|", DAYS) + ")\\b");

    private HoursText() {}

    /** For instance {@code Mo-Fr 08:00-17:00}. */
    public static String of(Page page, WeeklyHours hours) {
        return switch (hours.text().toLowerCase(Locale.ROOT)) {
            case "always" -> page.text("settings.always");
            case "never" -> page.text("settings.never");
            default ->
                DAY.matcher(hours.text())
                        .replaceAll(day ->
                                page.text("day." + DAYS.indexOf(day.group().toLowerCase(Locale.ROOT))));
        };
    }
}
