package org.millwright.scheduling.construct;

import java.util.Arrays;

/**
 * How long everybody with a skill is known to be busy from some moment on. What was found once stays a lower bound as long
 * as work is only added to the plan, also for work that takes longer. Forgetful: later answers may displace earlier ones.
 */
final class KnownWaits {
    /** Answers kept, as a power of two. */
    private static final int BITS = 12;

    private final int[] skill;
    private final long[] fromS;
    private final long[] workS;
    private final long[] freeS;
    /** Which of the people is free then. */
    private final int[] first;
    /** The value of {@link #now} when it was learnt; with an older one it holds no more. */
    private final int[] learntAt;

    private int now = 1;

    /** @param skills how many there are */
    KnownWaits(int skills) {
        fromS = new long[skills == 0 ? 0 : 1 << BITS];
        skill = new int[fromS.length];
        workS = new long[fromS.length];
        freeS = new long[fromS.length];
        first = new int[fromS.length];
        learntAt = new int[fromS.length];
    }

    /** Work left the plan, so nothing holds any more. */
    void forget() {
        if (++now == 0) {
            Arrays.fill(learntAt, 0);
            now = 1;
        }
    }

    /** Where something is known of so much work from {@code timeS} on, otherwise -1. */
    int find(int ofSkill, long timeS, long lengthS) {
        int place = placeOf(ofSkill, timeS);
        return isKnown(place, ofSkill, timeS) && workS[place] <= lengthS ? place : -1;
    }

    /** Nobody is free before this. */
    long notBeforeS(int place) {
        return freeS[place];
    }

    /** Those who come before this one, of all who have the skill, are not free just then. */
    int firstFree(int place) {
        return first[place];
    }

    /** From {@code timeS} on, the first to be free for so much work is free at {@code soonestS}: the one with that number. */
    void learn(int ofSkill, long timeS, long lengthS, long soonestS, int number) {
        int place = placeOf(ofSkill, timeS);
        if (!isKnown(place, ofSkill, timeS) || lengthS <= workS[place]) {
            learntAt[place] = now;
            skill[place] = ofSkill;
            fromS[place] = timeS;
            workS[place] = lengthS;
            freeS[place] = soonestS;
            first[place] = number;
        }
    }

    private boolean isKnown(int place, int ofSkill, long timeS) {
        return learntAt[place] == now && skill[place] == ofSkill && fromS[place] == timeS;
    }

    private static int placeOf(int ofSkill, long timeS) {
        return (int) (((timeS * 31 + ofSkill) * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - BITS));
    }
}
