package org.millwright.nesting.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A flat shape with holes on a grid of 1 µm. The outer ring runs counter-clockwise, holes clockwise, so that material
 * lies on the left of every edge; points are not repeated at the end. Rings that come the other way round are reversed
 * and points that fall together on the grid are merged.
 */
public final class Polygon {
    /** Coordinates are at most so far from the origin, about 268 m. */
    public static final long LIMIT_UM = 1L << 28;

    private static final double UM_PER_MM = 1000;

    /** x, y in turn; the outer ring first. */
    private final long[][] rings;

    private Polygon(long[][] rings) {
        this.rings = rings;
    }

    /**
     * @param outerMm x, y of each corner in turn
     * @param holesMm the same for each hole; holes lie inside and apart from each other
     * @throws InvalidShape when a ring has no area, crosses itself, is not a number or too large
     */
    public static Polygon ofMm(double[] outerMm, List<double[]> holesMm) {
        long[][] rings = new long[holesMm.size() + 1][];
        rings[0] = RingRules.oriented(toGrid(outerMm), true);
        for (int hole = 0; hole < holesMm.size(); hole++) {
            rings[hole + 1] = RingRules.oriented(toGrid(holesMm.get(hole)), false);
        }
        return new Polygon(rings);
    }

    public static Polygon ofMm(double... outerMm) {
        return ofMm(outerMm, List.of());
    }

    public static Polygon rectangleMm(double widthMm, double heightMm) {
        return ofMm(0, 0, widthMm, 0, widthMm, heightMm, 0, heightMm);
    }

    public int ringCount() {
        return rings.length;
    }

    /** Whether it is a rectangle along the axes, without holes. */
    public boolean isRectangle() {
        if (rings.length != 1) {
            return false;
        }
        for (int i = 0; i < rings[0].length; i += 2) {
            boolean corner = (rings[0][i] == minXUm() || rings[0][i] == maxXUm())
                    && (rings[0][i + 1] == minYUm() || rings[0][i + 1] == maxYUm());
            if (!corner) {
                return false;
            }
        }
        return rings[0].length == 8;
    }

    /** A copy of one ring, x and y in turn; ring 0 is the outer one. */
    public long[] ringUm(int ring) {
        return rings[ring].clone();
    }

    /** Width and height of the box around the polygon when it is turned counter-clockwise by an angle, mm. */
    public double[] turnedSizeMm(double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        long[] ring = ringUm(0);
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < ring.length; i += 2) {
            double x = cos * ring[i] - sin * ring[i + 1];
            double y = sin * ring[i] + cos * ring[i + 1];
            minX = Math.min(minX, x);
            maxX = Math.max(maxX, x);
            minY = Math.min(minY, y);
            maxY = Math.max(maxY, y);
        }
        return new double[] {(maxX - minX) / 1000, (maxY - minY) / 1000};
    }

    /** Material area in square millimetres, holes taken off. */
    public double areaMm2() {
        double twice = 0;
        for (long[] ring : rings) {
            twice += RingRules.twiceAreaUm2(ring);
        }
        return twice / 2 / UM_PER_MM / UM_PER_MM;
    }

    public long minXUm() {
        return extreme(0, false);
    }

    public long maxXUm() {
        return extreme(0, true);
    }

    public long minYUm() {
        return extreme(1, false);
    }

    public long maxYUm() {
        return extreme(1, true);
    }

    public double widthMm() {
        return (maxXUm() - minXUm()) / UM_PER_MM;
    }

    public double heightMm() {
        return (maxYUm() - minYUm()) / UM_PER_MM;
    }

    /** Turned counter-clockwise about the origin and rounded to the grid; quarter turns are exact. */
    public Polygon rotated(double degrees) {
        double turn = ((degrees % 360) + 360) % 360;
        if (turn == 0) {
            return this;
        }
        double cos = turn == 90 || turn == 270 ? 0 : turn == 180 ? -1 : Math.cos(Math.toRadians(turn));
        double sin = turn == 90 ? 1 : turn == 180 ? 0 : turn == 270 ? -1 : Math.sin(Math.toRadians(turn));
        long[][] turned = new long[rings.length][];
        for (int r = 0; r < rings.length; r++) {
            turned[r] = new long[rings[r].length];
            for (int i = 0; i < rings[r].length; i += 2) {
                turned[r][i] = Math.round(rings[r][i] * cos - rings[r][i + 1] * sin);
                turned[r][i + 1] = Math.round(rings[r][i] * sin + rings[r][i + 1] * cos);
            }
        }
        return new Polygon(turned);
    }

    /** The mirror image about the y axis: x becomes -x. */
    public Polygon mirrored() {
        long[][] mirrored = new long[rings.length][];
        for (int r = 0; r < rings.length; r++) {
            int length = rings[r].length;
            mirrored[r] = new long[length];
            for (int i = 0; i < length; i += 2) {
                mirrored[r][i] = -rings[r][length - 2 - i];
                mirrored[r][i + 1] = rings[r][length - 1 - i];
            }
        }
        return new Polygon(mirrored);
    }

    /** The outer ring in millimetres. */
    public double[] outerMm() {
        return Arrays.stream(rings[0]).mapToDouble(um -> um / UM_PER_MM).toArray();
    }

    public List<double[]> holesMm() {
        List<double[]> holes = new ArrayList<>();
        for (int r = 1; r < rings.length; r++) {
            holes.add(Arrays.stream(rings[r]).mapToDouble(um -> um / UM_PER_MM).toArray());
        }
        return holes;
    }

    private long extreme(int axis, boolean largest) {
        long found = rings[0][axis];
        for (int i = axis; i < rings[0].length; i += 2) {
            found = largest ? Math.max(found, rings[0][i]) : Math.min(found, rings[0][i]);
        }
        return found;
    }

    static long[] toGrid(double[] mm) {
        long[] um = new long[mm.length];
        for (int i = 0; i < mm.length; i++) {
            if (!(Math.abs(mm[i]) * UM_PER_MM <= LIMIT_UM)) {
                throw new InvalidShape("Coordinate %s mm is not a length up to %d mm. Maybe the unit is wrong?"
                        .formatted(mm[i], LIMIT_UM / 1000));
            }
            um[i] = Math.round(mm[i] * UM_PER_MM);
        }
        return um;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Polygon polygon && Arrays.deepEquals(rings, polygon.rings);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rings);
    }

    @Override
    public String toString() {
        return "polygon of %d corners and %d holes, %s x %s mm"
                .formatted(rings[0].length / 2, rings.length - 1, widthMm(), heightMm());
    }
}
