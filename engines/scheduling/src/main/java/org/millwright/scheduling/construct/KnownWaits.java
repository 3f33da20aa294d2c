package org.millwright.scheduling.construct;

import java.util.Arrays;

/**
 * How long everybody with a skill is known to be busy from some moment on. What was found once stays a lower bound as long
 * as work is only added to the plan, also for work that takes longer. Forgetful: later answers may displace earlier ones.
 */
final class KnownWaits {
    private static final int BITS = 8;

    private final long[] fromS;
    private final long[] workS;
    private final long[] freeS;
    private final int[] learntAt;
    private int now = 1;

    KnownWaits(int skills) {
        fromS = new long[skills << BITS];
        workS = new long[fromS.length];
        freeS = new long[fromS.length];
        learntAt = new int[fromS.length];
    }

    /** Work left the plan, so nothing holds any more. */
    void forget() {
        if (++now == 0) {
            Arrays.fill(learntAt, 0);
            now = 1;
        }
    }

    /** Nobody is free for so much work before this time, which is {@code timeS} itself when nothing else is known. */
    long notBeforeS(int skill, long timeS, long lengthS) {
        int place = placeOf(skill, timeS);
        return learntAt[place] == now && fromS[place] == timeS && workS[place] <= lengthS ? freeS[place] : timeS;
    }

    /** From {@code timeS} on, the first to be free for so much work is free at {@code soonestS}. */
    void learn(int skill, long timeS, long lengthS, long soonestS) {
        int place = placeOf(skill, timeS);
        if (learntAt[place] != now || fromS[place] != timeS || lengthS <= workS[place]) {
            learntAt[place] = now;
            fromS[place] = timeS;
            workS[place] = lengthS;
            freeS[place] = soonestS;
        }
    }

    private static int placeOf(int skill, long timeS) {
        return (skill << BITS) + (int) (timeS * 0x9E3779B97F4A7C15L >>> (Long.SIZE - BITS));
    }
}
