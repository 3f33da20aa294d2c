package org.millwright.geometry.reading.stl;

import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Point;
import org.millwright.geometry.mesh.Halves;
import org.millwright.geometry.reading.shape.FacetWeld;

/**
 * An order in which neighbouring facets come one after the other, for files that have them scattered: what walks over
 * the mesh afterwards then finds most of what it needs in the processor's cache. Facets are sorted by the cell of their first
 * corner; cells follow Morton's curve, facets of one cell keep the file's order.
 */
final class FacetOrder {
    private static final int SAMPLES = 512;
    /** Facets are scattered when the next one is this share of the part's size away, in the mean. */
    private static final double SCATTERED = 0.05;
    /** The part's box is divided into this many cells along each axis, as a power of two. */
    private static final int BITS = 4;

    /** Sorted copies of larger files would take more memory than speed is worth. */
    private static final int MOST_FACETS = 2_000_000;

    private FacetOrder() {}

    /** Nine coordinates of each facet, sorted; null when the file's own order is good enough. */
    static float @Nullable [] find(MappedFacets facets, int count) {
        Bounds bounds = count > MOST_FACETS ? null : scattered(facets, count);
        if (bounds == null) {
            return null;
        }
        var keys = new short[count];
        var low = new int[1 << (3 * BITS)];
        var high = new int[1 << (3 * BITS)];
        int middle = count >>> 1;
        Halves.run(
                () -> key(facets, bounds, 0, middle, keys, low), () -> key(facets, bounds, middle, count, keys, high));
        int sum = 0;
        for (int cell = 0; cell < low.length; cell++) {
            int lowCount = low[cell];
            low[cell] = sum;
            sum += lowCount;
            int highCount = high[cell];
            high[cell] = sum;
            sum += highCount;
        }
        var sorted = new float[9 * count];
        Halves.run(
                () -> place(facets, 0, middle, keys, low, sorted),
                () -> place(facets, middle, count, keys, high, sorted));
        return sorted;
    }

    /** Puts a range of sorted facets into the weld; false when one of their corners is no place. */
    static boolean weld(float[] sorted, int from, int to, FacetWeld weld) {
        float sum = 0;
        for (int at = 9 * from; at < 9 * to; at += 3) {
            float x = sorted[at], y = sorted[at + 1], z = sorted[at + 2];
            // Zero times anything finite is zero, times anything else not a number.
            sum += 0f * x + 0f * y + 0f * z;
            weld.corner(x, y, z);
        }
        return sum == 0;
    }

    /** The box of some of the facets, or null when they are not scattered. */
    private static @Nullable Bounds scattered(MappedFacets facets, int count) {
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double apart = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            int facet = (int) ((long) sample * (count - 1) / SAMPLES);
            double square = 0;
            for (int axis = 0; axis < 3; axis++) {
                double here = facets.first(facet, axis);
                low[axis] = Math.min(low[axis], here);
                high[axis] = Math.max(high[axis], here);
                double step = facets.first(facet + 1, axis) - here;
                square += step * step;
            }
            apart += Math.sqrt(square) / SAMPLES;
        }
        double size = Math.sqrt((high[0] - low[0]) * (high[0] - low[0])
                + (high[1] - low[1]) * (high[1] - low[1])
                + (high[2] - low[2]) * (high[2] - low[2]));
        return apart > SCATTERED * size && Double.isFinite(size)
                ? new Bounds(new Point(low[0], low[1], low[2]), new Point(high[0], high[1], high[2]))
                : null;
    }

    private static void key(MappedFacets facets, Bounds bounds, int from, int to, short[] keys, int[] counts) {
        float minX = (float) bounds.min().x(),
                minY = (float) bounds.min().y(),
                minZ = (float) bounds.min().z();
        float perX = cellsPer(bounds.sizeX()), perY = cellsPer(bounds.sizeY()), perZ = cellsPer(bounds.sizeZ());
        for (int facet = from; facet < to; facet++) {
            int key = spread(cell((facets.first(facet, 0) - minX) * perX))
                    | spread(cell((facets.first(facet, 1) - minY) * perY)) << 1
                    | spread(cell((facets.first(facet, 2) - minZ) * perZ)) << 2;
            keys[facet] = (short) key;
            counts[key]++;
        }
    }

    private static float cellsPer(double size) {
        return size > 0 ? (float) ((1 << BITS) / size) : 0;
    }

    private static int cell(float place) {
        return Math.clamp((int) place, 0, (1 << BITS) - 1);
    }

    /** The bits of a number of four bits with two free ones after each. */
    private static int spread(int cell) {
        int spread = (cell | cell << 4) & 0xC3;
        return (spread | spread << 2) & 0x249;
    }

    private static void place(MappedFacets facets, int from, int to, short[] keys, int[] next, float[] sorted) {
        for (int facet = from; facet < to; facet++) {
            facets.copy(facet, sorted, 9 * next[keys[facet]]++);
        }
    }
}
