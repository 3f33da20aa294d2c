package org.millwright.factory.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.platform.PlatformSettings;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.Seeds;
import org.springframework.beans.factory.annotation.Autowired;

@FactoryTest
class FactoryClockTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @Autowired
    ClockAnchors anchors;

    Instant real = NINE;

    @BeforeEach
    void beginWithoutAnAnchor() {
        anchors.forget();
    }

    private FactoryClock start(double timeLapse) {
        return new FactoryClock(
                new RealTime(() -> real), anchors, new PlatformSettings(Path.of("data"), null, timeLapse));
    }

    private void pass(Duration duration) {
        real = real.plus(duration);
    }

    @Test
    void withoutATimeLapseFactoryTimeIsRealTime() {
        FactoryClock clock = start(0);
        pass(Duration.ofMinutes(5));
        assertThat(clock.instant()).isEqualTo(real);
        assertThatThrownBy(() -> clock.leapTo(real.plusSeconds(1))).hasMessageContaining("real time");
        assertThatThrownBy(() -> clock.setSpeed(2)).hasMessageContaining("--millwright.time-lapse");
    }

    @Test
    void aTimeLapseRunsAtItsSpeedAndWaitsShorter() {
        FactoryClock clock = start(60);
        pass(Duration.ofMinutes(1));
        assertThat(clock.instant()).isEqualTo(NINE.plus(Duration.ofHours(1)));
        assertThat(clock.realDurationUntil(clock.instant().plus(Duration.ofHours(2))))
                .isEqualTo(Duration.ofMinutes(2));
        clock.setSpeed(1);
        pass(Duration.ofMinutes(1));
        assertThat(clock.instant()).isEqualTo(NINE.plus(Duration.ofMinutes(61)));
    }

    @Test
    void itLeapsForwardOnly() {
        FactoryClock clock = start(1);
        clock.leapTo(NINE.plus(Duration.ofDays(1)));
        assertThat(clock.instant()).isEqualTo(NINE.plus(Duration.ofDays(1)));
        assertThatThrownBy(() -> clock.leapTo(NINE)).hasMessageContaining("cannot go back");
    }

    @Test
    void afterAnOrderlyStopItContinuesWhereItStood() {
        FactoryClock clock = start(60);
        pass(Duration.ofMinutes(1));
        clock.stop();
        pass(Duration.ofDays(1));
        assertThat(start(60).instant()).isEqualTo(NINE.plus(Duration.ofHours(1)));
    }

    @Test
    void afterACrashTheTimeInBetweenHasPassed() {
        start(60);
        pass(Duration.ofMinutes(2));
        assertThat(start(60).instant()).isEqualTo(NINE.plus(Duration.ofHours(2)));
    }

    @Test
    void realTimeAfterATimeLapseStaysAheadInsteadOfGoingBack() {
        FactoryClock clock = start(60);
        pass(Duration.ofMinutes(1));
        clock.stop();
        FactoryClock later = start(0);
        assertThat(later.instant()).isEqualTo(NINE.plus(Duration.ofHours(1)));
        pass(Duration.ofMinutes(1));
        assertThat(later.instant()).isEqualTo(NINE.plus(Duration.ofMinutes(61)));
        pass(Duration.ofDays(1));
    }

    @Test
    void factoryTimeNeverRunsBackwardsOverAnySequenceOfRestarts() {
        Seeds.forEach(20, random -> {
            FactoryClock clock = start(10);
            Instant last = clock.instant();
            for (int step = 0; step < 30; step++) {
                pass(Duration.ofMillis(random.nextInt(-50, 5_000)));
                switch (random.nextInt(5)) {
                    case 0 -> clock = start(random.nextInt(1, 100));
                    case 1 -> {
                        clock.stop();
                        clock = start(random.nextInt(1, 100));
                    }
                    case 2 -> clock.setSpeed(random.nextDouble(0.1, 1000));
                    case 3 -> clock.leapTo(clock.instant().plusMillis(random.nextInt(100_000)));
                    default -> {
                        // Only time passes.
                    }
                }
                assertThat(clock.instant()).isAfterOrEqualTo(last.minusNanos(1_000));
                last = clock.instant();
            }
        });
    }
}
