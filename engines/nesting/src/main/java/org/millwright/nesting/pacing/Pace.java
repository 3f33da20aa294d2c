package org.millwright.nesting.pacing;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How much of its budget one thread of the search has spent. Steps are counted, time is read from a clock that the caller
 * gives, so that CPU time works as well as elapsed time.
 */
public final class Pace {
    private static final double NANOS = 1e-9;

    private final long mostSteps;
    private final double mostSeconds;
    private final LongSupplier clockNs;
    private final BooleanSupplier cancelled;
    private final long startedNs;
    private long steps;
    private double askedAtS;
    private boolean over;

    /** Begins to count now. */
    public Pace(long mostSteps, double mostSeconds, LongSupplier clockNs, BooleanSupplier cancelled) {
        this.mostSteps = mostSteps;
        this.mostSeconds = mostSeconds;
        this.clockNs = clockNs;
        this.cancelled = cancelled;
        startedNs = clockNs.getAsLong();
    }

    public void step() {
        steps++;
    }

    public long steps() {
        return steps;
    }

    public double seconds() {
        return (clockNs.getAsLong() - startedNs) * NANOS;
    }

    /** Seconds at which the search last asked how much is spent; may be read from another thread once it has ended. */
    double endedS() {
        return askedAtS;
    }

    /** 0 at the beginning, 1 or more when the budget is spent or somebody cancelled. */
    public double spent() {
        if (over || cancelled.getAsBoolean()) {
            over = true;
            return 1;
        }
        double spent = mostSteps == 0 ? 1 : (double) steps / mostSteps;
        if (mostSeconds < Double.POSITIVE_INFINITY) {
            askedAtS = seconds();
            spent = Math.max(spent, askedAtS / mostSeconds);
        }
        over = spent >= 1;
        return spent;
    }

    public boolean isOver() {
        return spent() >= 1;
    }
}
