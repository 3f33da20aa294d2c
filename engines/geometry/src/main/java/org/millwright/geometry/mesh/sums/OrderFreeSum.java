package org.millwright.geometry.mesh.sums;

/**
 * A sum that does not depend on the order of its terms: each term is rounded to a whole multiple of a fixed step, and what
 * is left to a multiple of a finer one; such multiples add without rounding. The steps follow from the largest term
 * possible, of which a term loses at most 2^-60 (pre-rounding after Demmel and Nguyen 2013).
 */
public final class OrderFreeSum {
    /** At most 2^23 terms: the sum of so many multiples still fits the 53 bits of a double. */
    private static final int TERM_BITS = 23;

    private static final int MANTISSA_BITS = 52;

    /** Adding and taking away 1.5 * 2^52 steps rounds to a whole step. */
    private final double coarseRounder;

    private final double fineRounder;
    private double coarse;
    private double fine;

    /** @param largest no term may exceed it in size; at most 2^23 terms may be added */
    public OrderFreeSum(double largest) {
        int exponent = Math.max(Math.getExponent(largest), -900) + 1;
        int coarseStep = exponent + TERM_BITS - MANTISSA_BITS;
        coarseRounder = Math.scalb(1.5, coarseStep + MANTISSA_BITS);
        fineRounder = Math.scalb(1.5, coarseStep + TERM_BITS);
    }

    /** Adds a term. */
    public void add(double term) {
        double steps = (term + coarseRounder) - coarseRounder;
        coarse += steps;
        fine += ((term - steps) + fineRounder) - fineRounder;
    }

    /** Adds all terms of another sum that was made for the same largest term. */
    public void add(OrderFreeSum other) {
        coarse += other.coarse;
        fine += other.fine;
    }

    /** The sum of all terms so far. */
    public double value() {
        return coarse + fine;
    }
}
