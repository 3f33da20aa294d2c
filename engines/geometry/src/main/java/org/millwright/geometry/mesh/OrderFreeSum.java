package org.millwright.geometry.mesh;

/**
 * A sum that does not depend on the order of its terms: each term is split into two whole multiples of fixed steps,
 * which add without rounding. The steps follow from the largest term, so a term loses at most 2^-78 of that.
 */
final class OrderFreeSum {
    private final double coarseStep;
    private final double fineStep;
    private long coarse;
    private long fine;

    /** @param largest no term may exceed it in size; at most 2^23 terms may be added */
    OrderFreeSum(double largest) {
        int exponent = Math.max(Math.getExponent(largest), -900) + 1;
        coarseStep = Math.scalb(1.0, exponent - 39);
        fineStep = Math.scalb(1.0, exponent - 78);
    }

    void add(double term) {
        double steps = Math.rint(term / coarseStep);
        coarse += (long) steps;
        fine += (long) Math.rint((term - steps * coarseStep) / fineStep);
    }

    double value() {
        return coarse * coarseStep + fine * fineStep;
    }
}
