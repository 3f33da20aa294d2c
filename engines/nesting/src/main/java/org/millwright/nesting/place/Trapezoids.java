package org.millwright.nesting.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A shape cut into trapezoids with vertical sides. Each keeps the whole edges that bound it below and above, so that
 * heights are interpolated between grid points and never between rounded ones.
 */
final class Trapezoids {
    final int count;
    final long[] leftUm;
    final long[] rightUm;
    /** Largest right side up to and including each trapezoid; ascending, so that searches may skip what ended before. */
    private final long[] reachUm;
    /** x1, y1, x2, y2 of the edge below, then of the edge above; x1 < x2. */
    final double[] edges;
    /** Distinct x at which something begins or ends, ascending. */
    final long[] breaksUm;

    final long minYUm;
    final long maxYUm;

    private Trapezoids(List<long[]> cells, long[] breaksUm) {
        count = cells.size();
        leftUm = new long[count];
        rightUm = new long[count];
        reachUm = new long[count];
        edges = new double[8 * count];
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        cells.sort((a, b) -> Long.compare(a[0], b[0]));
        for (int i = 0; i < count; i++) {
            long[] cell = cells.get(i);
            leftUm[i] = cell[0];
            rightUm[i] = cell[1];
            for (int k = 0; k < 8; k++) {
                edges[8 * i + k] = cell[2 + k];
            }
            reachUm[i] = i == 0 ? cell[1] : Math.max(reachUm[i - 1], cell[1]);
            low = Math.min(low, Math.min(cell[3], cell[5]));
            high = Math.max(high, Math.max(cell[7], cell[9]));
        }
        this.breaksUm = breaksUm;
        minYUm = low;
        maxYUm = high;
    }

    /** Index of the first trapezoid that can reach beyond {@code x}. */
    int firstReaching(long x) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reachUm[middle] > x) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    long minXUm() {
        return breaksUm[0];
    }

    long maxXUm() {
        return breaksUm[breaksUm.length - 1];
    }

    /** Cuts the inside of rings by the even-odd rule. */
    static Trapezoids of(List<long[]> rings) {
        List<long[]> cells = new ArrayList<>();
        long[] breaks = addCells(rings, cells);
        return new Trapezoids(cells, breaks);
    }

    /** The same shape grown by a little more than {@code byUm} on all sides: each trapezoid by an octagon around it. */
    Trapezoids grown(long byUm) {
        if (byUm == 0) {
            return this;
        }
        List<long[]> cells = new ArrayList<>();
        List<long[]> breaks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            breaks.add(addCells(List.of(Octagon.around(corners(i), byUm)), cells));
        }
        long[] distinct = breaks.stream()
                .flatMapToLong(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
        return new Trapezoids(cells, distinct);
    }

    /** Both shapes together; they may overlap. */
    Trapezoids with(Trapezoids other) {
        List<long[]> cells = new ArrayList<>();
        addCellsOf(this, cells);
        addCellsOf(other, cells);
        return new Trapezoids(
                cells,
                LongStream.concat(Arrays.stream(breaksUm), Arrays.stream(other.breaksUm))
                        .sorted()
                        .distinct()
                        .toArray());
    }

    private static void addCellsOf(Trapezoids shape, List<long[]> cells) {
        for (int i = 0; i < shape.count; i++) {
            long[] cell = new long[10];
            cell[0] = shape.leftUm[i];
            cell[1] = shape.rightUm[i];
            for (int k = 0; k < 8; k++) {
                cell[2 + k] = (long) shape.edges[8 * i + k];
            }
            cells.add(cell);
        }
    }

    /** Corners rounded outward to the grid. */
    private long[] corners(int i) {
        long left = leftUm[i];
        long right = rightUm[i];
        return new long[] {
            left, (long) Math.floor(heightAt(8 * i, left)),
            right, (long) Math.floor(heightAt(8 * i, right)),
            right, (long) Math.ceil(heightAt(8 * i + 4, right)),
            left, (long) Math.ceil(heightAt(8 * i + 4, left))
        };
    }

    /** Height at {@code x} of the edge that begins at index {@code edge}; exact at its ends and on level edges. */
    double heightAt(int edge, long x) {
        double x1 = edges[edge];
        double y1 = edges[edge + 1];
        return y1 + (edges[edge + 3] - y1) * (x - x1) / (edges[edge + 2] - x1);
    }

    /** Cuts rings into cells {left, right, edge below, edge above}; returns the distinct x of their corners. */
    private static long[] addCells(List<long[]> rings, List<long[]> cells) {
        List<long[]> edges = new ArrayList<>();
        long[] breaks = rings.stream()
                .flatMapToLong(ring ->
                        LongStream.iterate(0, i -> i < ring.length, i -> i + 2).map(i -> ring[(int) i]))
                .sorted()
                .distinct()
                .toArray();
        for (long[] ring : rings) {
            for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
                if (ring[j] < ring[i]) {
                    edges.add(new long[] {ring[j], ring[j + 1], ring[i], ring[i + 1]});
                } else if (ring[j] > ring[i]) {
                    edges.add(new long[] {ring[i], ring[i + 1], ring[j], ring[j + 1]});
                }
            }
        }
        for (int b = 0; b + 1 < breaks.length; b++) {
            addSlab(edges, breaks[b], breaks[b + 1], cells);
        }
        return breaks;
    }

    private static void addSlab(List<long[]> edges, long left, long right, List<long[]> cells) {
        double middle = (left + right) / 2.0;
        List<long[]> crossing = new ArrayList<>();
        for (long[] edge : edges) {
            if (edge[0] <= left && edge[2] >= right) {
                crossing.add(edge);
            }
        }
        crossing.sort((a, b) -> Double.compare(height(a, middle), height(b, middle)));
        for (int i = 0; i + 1 < crossing.size(); i += 2) {
            long[] below = crossing.get(i);
            long[] above = crossing.get(i + 1);
            long[] previous = cells.isEmpty() ? null : findOpen(cells, left, below, above);
            if (previous != null) {
                previous[1] = right;
            } else {
                cells.add(new long[] {
                    left, right, below[0], below[1], below[2], below[3], above[0], above[1], above[2], above[3]
                });
            }
        }
    }

    /** A cell of the slab to the left that has the same edges and so simply goes on. */
    private static long @Nullable [] findOpen(List<long[]> cells, long left, long[] below, long[] above) {
        for (int i = cells.size() - 1; i >= 0; i--) {
            long[] cell = cells.get(i);
            if (cell[1] == left && Arrays.equals(cell, 2, 6, below, 0, 4) && Arrays.equals(cell, 6, 10, above, 0, 4)) {
                return cell;
            }
            if (cell[1] < left) {
                break;
            }
        }
        return null;
    }

    private static double height(long[] edge, double x) {
        return edge[1] + (edge[3] - edge[1]) * (x - edge[0]) / (double) (edge[2] - edge[0]);
    }
}
