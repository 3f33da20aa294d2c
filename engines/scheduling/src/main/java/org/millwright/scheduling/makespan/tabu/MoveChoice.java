package org.millwright.scheduling.makespan.tabu;

import java.util.SplittableRandom;

/**
 * Picks the move with the smallest estimate among those offered: the best that is allowed, or a forbidden one when it
 * promises a new best plan, or any when all are forbidden. Equal ones are drawn by lot.
 */
public final class MoveChoice {
    private final SplittableRandom random;
    private int estimate;
    private int ties;
    private int forbiddenSeen;
    private int aspiration;

    int operation;
    int machine;
    int duration;
    /** The operation after which it goes, or -1 for the first place. */
    int previous;

    private int spareOperation;
    private int spareMachine;
    private int spareDuration;
    private int sparePrevious;

    public MoveChoice(SplittableRandom random) {
        this.random = random;
    }

    /** Starts anew; estimates below {@code aspirationLevel} are taken even when forbidden. */
    public void reset(int aspirationLevel) {
        estimate = Integer.MAX_VALUE;
        ties = 0;
        forbiddenSeen = 0;
        aspiration = aspirationLevel;
        operation = -1;
    }

    /** Whether an estimate could still be chosen; worse ones need not be offered. */
    public boolean wants(int offered) {
        return offered <= estimate;
    }

    public void offer(int v, int k, int newDuration, int after, int offered, boolean forbidden) {
        if (forbidden && offered >= aspiration) {
            if (random.nextInt(++forbiddenSeen) == 0) {
                spareOperation = v;
                spareMachine = k;
                spareDuration = newDuration;
                sparePrevious = after;
            }
            return;
        }
        if (offered > estimate) {
            return;
        }
        if (offered < estimate) {
            estimate = offered;
            ties = 1;
        } else if (random.nextInt(++ties) != 0) {
            return;
        }
        operation = v;
        machine = k;
        duration = newDuration;
        previous = after;
    }

    /** Whether there is any move; falls back to a forbidden one. */
    public boolean decide() {
        if (operation >= 0) {
            return true;
        }
        if (forbiddenSeen == 0) {
            return false;
        }
        operation = spareOperation;
        machine = spareMachine;
        duration = spareDuration;
        previous = sparePrevious;
        return true;
    }
}
