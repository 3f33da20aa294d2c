package org.millwright.processes.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MotionClockTest {
    private static final MotionLimits GRBL =
            new MotionLimits(PerAxis.all(1000), PerAxis.all(1000), new Cornering.JunctionDeviation(0.01));
    private static final MotionLimits MARLIN =
            new MotionLimits(PerAxis.all(200), PerAxis.all(1000), new Cornering.Jerk(PerAxis.all(8)));

    @Test
    void aLongMoveAcceleratesCruisesAndBrakes() {
        var clock = new MotionClock(GRBL);
        clock.move(100, 0, 0, 0, 50, 500);
        // 0.1 s up and down over 2.5 mm each, 95 mm at 50 mm/s.
        assertThat(clock.seconds()).isCloseTo(0.1 + 0.1 + 95 / 50.0, within(1e-9));
    }

    @Test
    void aShortMoveNeverReachesItsSpeed() {
        var clock = new MotionClock(GRBL);
        clock.move(2, 0, 0, 0, 100, 500);
        assertThat(clock.seconds()).isCloseTo(2 * Math.sqrt(2 / 500.0), within(1e-9));
    }

    @Test
    void aStraightLineInPiecesTakesAsLongAsInOne() {
        for (MotionLimits limits : new MotionLimits[] {GRBL, MARLIN}) {
            var whole = new MotionClock(limits);
            whole.move(300, 150, 0, 0, 60, 800);
            var pieces = new MotionClock(limits);
            for (int i = 0; i < 3000; i++) {
                pieces.move(0.1, 0.05, 0, 0, 60, 800);
            }
            assertThat(pieces.seconds()).isCloseTo(whole.seconds(), within(1e-6));
        }
    }

    @Test
    void aReversalIsAStopForGrbl() {
        var thereAndBack = new MotionClock(GRBL);
        thereAndBack.move(10, 0, 0, 0, 50, 500);
        thereAndBack.move(-10, 0, 0, 0, 50, 500);
        var once = new MotionClock(GRBL);
        once.move(10, 0, 0, 0, 50, 500);
        assertThat(thereAndBack.seconds()).isCloseTo(2 * once.seconds(), within(1e-9));
    }

    @Test
    void blunterCornersArePassedFaster() {
        double last = 0;
        for (int degrees = 10; degrees <= 170; degrees += 20) {
            var clock = new MotionClock(GRBL);
            clock.move(10, 0, 0, 0, 50, 500);
            double angle = Math.toRadians(degrees);
            clock.move(10 * Math.cos(angle), 10 * Math.sin(angle), 0, 0, 50, 500);
            assertThat(clock.seconds()).isGreaterThanOrEqualTo(last - 1e-12);
            last = clock.seconds();
        }
    }

    @Test
    void anAxisIsNeverDrivenFasterThanItCan() {
        var clock = new MotionClock(new MotionLimits(
                new PerAxis(100, 100, 10, 50), PerAxis.all(1e6), new Cornering.Jerk(PerAxis.all(1000))));
        clock.move(0, 0, 100, 0, 500, 1e6);
        assertThat(clock.seconds()).isCloseTo(10, within(0.01));
    }

    @Test
    void pausesAddUp() {
        var clock = new MotionClock(MARLIN);
        clock.pause(2.5);
        clock.pause(1);
        assertThat(clock.seconds()).isEqualTo(3.5);
    }
}
