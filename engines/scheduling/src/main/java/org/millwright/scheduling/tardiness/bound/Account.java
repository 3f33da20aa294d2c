package org.millwright.scheduling.tardiness.bound;

/**
 * Whole units in which costs are reckoned, so that all sums are exact and small enough: {@code up} of them are worth {@code
 * down} of cost. Costs are rounded down, so that what is summed never exceeds them.
 */
record Account(long up, long down) {
    private static final long LARGEST_UNITS = 1L << 28;
    private static final long FINEST = 64;

    /** The finest in which no cost up to the given one exceeds its limit. */
    static Account upTo(long largestCost) {
        long up = FINEST;
        while (up > 1 && largestCost > LARGEST_UNITS / up) {
            up /= 2;
        }
        long down = 1;
        while (largestCost / down > LARGEST_UNITS) {
            down *= 2;
        }
        return new Account(up, down);
    }

    int units(long cost) {
        return (int) Math.min(LARGEST_UNITS, cost * up / down);
    }

    /** The least whole cost that so many units can stand for. */
    long cost(long units) {
        return Math.ceilDiv(units * down, up);
    }
}
