package org.millwright.scheduling.construct;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownWaitsTest {
    private final KnownWaits waits = new KnownWaits(2);

    @Test
    void whatWasLearntHoldsForWorkThatTakesAsLongOrLonger() {
        waits.learn(1, 100, 30, 500, 7);

        assertThat(waits.find(1, 100, 29)).isNegative();
        int known = waits.find(1, 100, 40);
        assertThat(waits.notBeforeS(known)).isEqualTo(500);
        assertThat(waits.firstFree(known)).isEqualTo(7);
    }

    @Test
    void otherSkillsAndOtherTimesAreNotKnown() {
        waits.learn(1, 100, 30, 500, 7);

        assertThat(waits.find(0, 100, 30)).isNegative();
        assertThat(waits.find(1, 101, 30)).isNegative();
    }

    @Test
    void shorterWorkReplacesLongerAndNotTheOtherWayRound() {
        waits.learn(0, 100, 30, 500, 7);
        waits.learn(0, 100, 60, 900, 8);
        assertThat(waits.notBeforeS(waits.find(0, 100, 60))).isEqualTo(500);

        waits.learn(0, 100, 10, 200, 3);
        assertThat(waits.notBeforeS(waits.find(0, 100, 10))).isEqualTo(200);
    }

    @Test
    void nothingIsKnownAfterWorkLeftThePlan() {
        waits.learn(0, 100, 30, 500, 7);
        waits.forget();

        assertThat(waits.find(0, 100, 30)).isNegative();
    }
}
