package org.millwright.nesting.pacing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * One budget for searches that follow one another, each on several threads side by side. Every thread has a pace of its
 * own; a search takes from the budget what its slowest thread took.
 */
public final class Paces {
    private final LongSupplier clockNs;
    private final BooleanSupplier cancelled;
    private final long steps;
    private final double seconds;
    private long stepsLeft;
    private double secondsLeft;
    private final List<Pace> running = new ArrayList<>();

    public Paces(long steps, double seconds, LongSupplier clockNs, BooleanSupplier cancelled) {
        this.steps = steps;
        this.seconds = seconds;
        stepsLeft = steps;
        secondsLeft = seconds;
        this.clockNs = clockNs;
        this.cancelled = cancelled;
    }

    /** Whether time and not steps will end the search, so that its outcome may depend on the machine. */
    public synchronized boolean isTimed() {
        return stepsLeft > Long.MAX_VALUE / 2;
    }

    /** A pace for the calling thread with all that is left. */
    public synchronized Pace next() {
        var pace = new Pace(stepsLeft, secondsLeft, clockNs, cancelled);
        running.add(pace);
        return pace;
    }

    /** Takes from the budget what was spent; to be called when no other thread searches. */
    public synchronized void settle() {
        stepsLeft -= Math.min(
                stepsLeft, running.stream().mapToLong(Pace::steps).max().orElse(0));
        secondsLeft -= Math.min(
                secondsLeft, running.stream().mapToDouble(Pace::endedS).max().orElse(0));
        running.clear();
    }

    /** Takes steps that were done without a pace. */
    public synchronized void take(long steps, double seconds) {
        stepsLeft -= Math.min(stepsLeft, steps);
        secondsLeft -= Math.min(secondsLeft, seconds);
    }

    /** Splits off half of what is left as a budget of its own. */
    public synchronized Paces half() {
        var half = new Paces(stepsLeft / 2, secondsLeft / 2, clockNs, cancelled);
        take(stepsLeft / 2, secondsLeft / 2);
        return half;
    }

    /** Whether so much of the whole budget is spent, 0 to 1. */
    public synchronized boolean isSpent(double share) {
        return isOver() || stepsLeft < (1 - share) * steps || secondsLeft < (1 - share) * seconds;
    }

    public synchronized boolean isOver() {
        return stepsLeft <= 0 || secondsLeft <= 0 || cancelled.getAsBoolean();
    }
}
