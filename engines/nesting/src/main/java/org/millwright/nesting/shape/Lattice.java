package org.millwright.nesting.shape;

/**
 * Along one axis, the places a point may take: within a tolerance of an offset plus any number of repeats.
 *
 * @param repeat 0 when any place will do
 */
public record Lattice(double repeat, double offset, double tolerance) {
    /** Rounding turned points and positions to the grid may take so much of the tolerance, µm. */
    private static final double ROUNDING_UM = 2;

    private static final Lattice EVERYWHERE = new Lattice(0, 0, 0);

    public static Lattice everywhere() {
        return EVERYWHERE;
    }

    /** A lattice with room for rounding. */
    public static Lattice of(double repeatUm, double offsetUm, double toleranceUm) {
        return repeatUm == 0 ? EVERYWHERE : new Lattice(repeatUm, offsetUm, toleranceUm - ROUNDING_UM);
    }

    /** The allowed place nearest to a wish within bounds, or NaN when there is none. */
    public double nearest(double wish, double low, double high) {
        if (!(low <= high)) {
            return Double.NaN;
        }
        double clamped = Math.clamp(wish, low, high);
        if (repeat == 0) {
            return clamped;
        }
        double off = Math.IEEEremainder(clamped - offset, repeat);
        if (Math.abs(off) <= tolerance) {
            return clamped;
        }
        double middle = clamped - off;
        double below = off > 0 ? middle + tolerance : middle - repeat + tolerance;
        double above = off > 0 ? middle + repeat - tolerance : middle - tolerance;
        boolean belowFits = below >= low;
        boolean aboveFits = above <= high;
        if (belowFits && aboveFits) {
            return clamped - below <= above - clamped ? below : above;
        }
        return belowFits ? below : aboveFits ? above : Double.NaN;
    }

    /** The smallest allowed place that is not smaller. */
    public double up(double place) {
        return nearest(place, place, Double.POSITIVE_INFINITY);
    }

    /** The same for a point that lies so far from the one that is placed. */
    public Lattice before(double distance) {
        return repeat == 0 ? this : new Lattice(repeat, offset - distance, tolerance);
    }
}
