package org.millwright.factory.platform.text;

import java.time.Duration;
import java.util.Map;

/** How long something lasts, as exactly as people need it: the longer, the coarser. */
public final class Lasting {
    private static final int DAYS_FROM_H = 48;
    private static final int MINUTES_FROM = 10;

    private Lasting() {}

    /** Days and hours from two days on, hours and minutes from an hour on, and seconds below ten minutes. */
    public static Saying of(Duration duration) {
        if (duration.toHours() >= DAYS_FROM_H) {
            return Saying.of("lasting.days", Map.of("days", duration.toDays(), "hours", duration.toHoursPart()));
        }
        if (duration.toHours() > 0) {
            return Saying.of(
                    "lasting.hours",
                    Map.of("hours", duration.toHours(), "minutes", "%02d".formatted(duration.toMinutesPart())));
        }
        return duration.toMinutes() >= MINUTES_FROM
                ? Saying.of("lasting.minutes", Map.of("minutes", duration.toMinutes()))
                : Saying.of(
                        "lasting.seconds",
                        Map.of("minutes", duration.toMinutes(), "seconds", "%02d".formatted(duration.toSecondsPart())));
    }
}
