package org.millwright.factory.production.permit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.millwright.factory.facility.Person;

/** Whether a person's hours cover an instant. */
final class AtWork {
    private AtWork() {}

    static boolean check(Person person, ZoneId zone, Instant now) {
        return !person.hours().spans(now, now.plus(Duration.ofMillis(1)), zone).isEmpty();
    }
}
