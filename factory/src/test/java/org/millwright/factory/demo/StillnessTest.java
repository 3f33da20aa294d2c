package org.millwright.factory.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StillnessTest {
    private static final Duration NIGHT = Duration.ofHours(15);
    private static final Instant EVENING = Instant.parse("2026-01-09T17:00:00Z");

    @Test
    void aWeekendIsLeaptOverButNoMoreThanTwoDaysWithoutAnythingHappening() {
        var still = new Stillness(EVENING);
        Instant now = EVENING;
        int leaps = 0;
        while (still.mayBeLeaptOver(now) && leaps < 100) {
            now = now.plus(NIGHT);
            still = still.after(now, false);
            leaps++;
        }
        assertThat(leaps).isEqualTo(4);
        assertThat(still.since()).isEqualTo(EVENING);
    }

    @Test
    void whatHappensBeginsTheWaitAnew() {
        Instant late = EVENING.plus(Stillness.LONGEST);
        var still = new Stillness(EVENING);
        assertThat(still.mayBeLeaptOver(late)).isFalse();
        assertThat(still.after(late, true).mayBeLeaptOver(late.plus(NIGHT))).isTrue();
    }
}
