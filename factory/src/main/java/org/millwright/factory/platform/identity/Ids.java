package org.millwright.factory.platform.identity;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * New identities: UUIDs of version 7 (RFC 9562 §5.7), ordered by time, with 62 random bits.
 * Ids of one process strictly increase, also when the clock stands still or is set back.
 */
@Component
public class Ids {
    private static final int COUNTER_LIMIT = 1 << 12;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private long lastMillis;
    private int counter;

    public Ids(InstantSource clock) {
        this.clock = clock;
    }

    /** The next id; safe to call from any thread. */
    public UUID next() {
        long tail = random.nextLong();
        long head;
        synchronized (this) {
            long now = clock.millis();
            if (now > lastMillis) {
                lastMillis = now;
                // Starting in the lower half leaves room to count within the millisecond (RFC 9562 §6.2, method 1).
                counter = (int) (tail >>> 53);
            } else if (++counter == COUNTER_LIMIT) {
                lastMillis++;
                counter = 0;
            }
            head = (lastMillis << 16) | 0x7000L | counter;
        }
        return new UUID(head, (tail & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }
}
