package org.millwright.nesting.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;
import org.millwright.nesting.place.Obstacles.Obstacle;
import org.millwright.nesting.shape.Lattice;

/** One piece of stock while it is being filled. */
final class Piece {
    /** Contact candidates use at most so many of the x at which a shape begins, ends or bends. */
    private static final int BREAKS_USED = 6;

    /** The same of irregular stock and its zones, each of which is met by every part. */
    private static final int STOCK_BREAKS_USED = 24;

    /** Candidates are collected from left to right, for so many windows at most. */
    private static final int MOST_WINDOWS = 1_000;

    private static final long OFFSET = 1L << 30;
    private static final int NOTHING = 0;

    final Stock stock;
    final int copy;
    private final long marginUm;
    private final Obstacles obstacles = new Obstacles();
    private long[] intervals = new long[256];
    private int intervalCount;
    private long[] candidates = new long[1024];
    long foundXUm;
    long foundYUm;
    long usedRightUm;

    Piece(Stock stock, int copy, long marginUm) {
        this.stock = stock;
        this.copy = copy;
        this.marginUm = marginUm;
        usedRightUm = stock.shape().minXUm();
        if (!isFullRectangle(stock.shape())) {
            obstacles.ofStock.add(new Obstacle(outside(stock.shape()).grown(marginUm), 0, 0, NOTHING));
        }
        for (Stock.Zone zone : stock.zones()) {
            List<long[]> rings = new ArrayList<>();
            for (int ring = 0; ring < zone.shape().ringCount(); ring++) {
                rings.add(zone.shape().ringUm(ring));
            }
            obstacles.ofStock.add(new Obstacle(Trapezoids.of(rings), 0, 0, zone.quality()));
        }
    }

    /** Everything in the bounding box, and a little around it, that is not stock. */
    private static Trapezoids outside(Polygon shape) {
        long frameUm = 1000;
        long left = shape.minXUm() - frameUm;
        long right = shape.maxXUm() + frameUm;
        long low = shape.minYUm() - frameUm;
        long high = shape.maxYUm() + frameUm;
        List<long[]> rings = new ArrayList<>();
        rings.add(new long[] {left, low, right, low, right, high, left, high});
        for (int ring = 0; ring < shape.ringCount(); ring++) {
            rings.add(shape.ringUm(ring));
        }
        return Trapezoids.of(rings);
    }

    private static boolean isFullRectangle(Polygon shape) {
        double box = shape.widthMm() * shape.heightMm();
        return shape.ringCount() == 1 && shape.ringUm(0).length == 8 && Math.abs(shape.areaMm2() - box) < 1e-9 * box;
    }

    /**
     * Looks for the leftmost candidate place and there for the lowest; the answer lies in {@link #foundXUm} and
     * {@link #foundYUm}.
     *
     * @param fromXUm smaller x need not be tried
     * @param beforeRightUm the right edge must come out further left than this
     */
    boolean find(Wanted wanted, long fromXUm, long beforeRightUm) {
        Trapezoids item = wanted.shape();
        Wanted.Box near = wanted.near();
        long lowestX = Math.max(stock.shape().minXUm() + marginUm - item.minXUm(), near.minX() - item.maxXUm());
        long highestX = Math.min(
                Math.min(stock.shape().maxXUm() - marginUm, beforeRightUm - 1) - item.maxXUm(),
                near.maxX() - item.minXUm());
        long lowestY = Math.max(stock.shape().minYUm() + marginUm - item.minYUm, near.minY() - item.maxYUm);
        long highestY = Math.min(stock.shape().maxYUm() - marginUm - item.maxYUm, near.maxY() - item.minYUm);
        if (lowestY > highestY) {
            return false;
        }
        long from = Math.max(lowestX, fromXUm);
        if (wanted.latticeX().repeat() != 0) {
            return findAmong(collectLattice(wanted.latticeX(), from, highestX), wanted, lowestY, highestY);
        }
        long window = Math.max(
                Math.max(item.maxXUm() - item.minXUm(), obstacles.widestUm()), (highestX - from) / MOST_WINDOWS + 1);
        for (long low = from; low <= highestX; low += window) {
            int count = low == from ? 1 : 0;
            candidates[0] = from;
            long high = Math.min(highestX, low + window - 1);
            if (findAmong(collectCandidates(wanted, low, high, count), wanted, lowestY, highestY)) {
                return true;
            }
        }
        return false;
    }

    private boolean findAmong(int count, Wanted wanted, long lowestY, long highestY) {
        for (int i = 0; i < count; i++) {
            long x = candidates[i];
            if ((i == 0 || x != candidates[i - 1]) && findY(wanted, x, lowestY, highestY)) {
                foundXUm = x;
                return true;
            }
        }
        return false;
    }

    void place(Trapezoids item, Trapezoids grownItem) {
        obstacles.add(new Obstacle(grownItem, foundXUm, foundYUm, NOTHING));
        usedRightUm = Math.max(usedRightUm, foundXUm + item.maxXUm());
    }

    /** Puts a shape where somebody wants it. */
    void place(Trapezoids item, Trapezoids grownItem, long xUm, long yUm) {
        foundXUm = xUm;
        foundYUm = yUm;
        place(item, grownItem);
    }

    /** Takes the last part off again. */
    void undo(long usedRightUm) {
        obstacles.removeLast();
        this.usedRightUm = usedRightUm;
    }

    /** Two places of each repeat: its beginning and its middle. */
    private int collectLattice(Lattice lattice, long lowestX, long highestX) {
        int count = 0;
        double x = lattice.up((double) lowestX);
        while (x <= highestX) {
            if (count + 2 > candidates.length) {
                candidates = Arrays.copyOf(candidates, 2 * candidates.length);
            }
            candidates[count++] = (long) Math.ceil(x);
            double middle = x - Math.IEEEremainder(x - lattice.offset(), lattice.repeat());
            if (middle > x && middle <= highestX) {
                candidates[count++] = (long) Math.ceil(middle);
            }
            x = lattice.up(middle + lattice.repeat() / 2);
        }
        return count;
    }

    /** Sorted places within bounds, ends included, at which something touches; so many are known. */
    private int collectCandidates(Wanted wanted, long low, long high, int known) {
        Trapezoids item = wanted.shape();
        int count = known;
        for (Obstacle obstacle : obstacles.ofStock) {
            count = collectCandidates(wanted, obstacle, STOCK_BREAKS_USED, low, high, count);
        }
        for (int k = obstacles.firstReaching(low + item.minXUm()); k < obstacles.count(); k++) {
            Obstacle obstacle = obstacles.get(k);
            if (obstacle.leftUm() > high + item.maxXUm()) {
                break;
            }
            count = collectCandidates(wanted, obstacle, BREAKS_USED, low, high, count);
        }
        Arrays.sort(candidates, 0, count);
        return count;
    }

    private int collectCandidates(Wanted wanted, Obstacle obstacle, int used, long low, long high, int known) {
        if (!Stock.Zone.isForbidden(obstacle.quality(), wanted.quality())) {
            return known;
        }
        int count = known;
        long[] own = wanted.shape().breaksUm;
        long[] breaks = obstacle.shape().breaksUm;
        int ownStep = Math.max(1, (own.length - 1) / (BREAKS_USED - 1));
        int step = Math.max(1, (breaks.length - 1) / (used - 1));
        for (int b = 0; b < breaks.length; b = next(b, step, breaks.length)) {
            for (int o = 0; o < own.length; o = next(o, ownStep, own.length)) {
                long x = breaks[b] + obstacle.dxUm() - own[o];
                if (x >= low && x <= high) {
                    if (count == candidates.length) {
                        candidates = Arrays.copyOf(candidates, 2 * count);
                    }
                    candidates[count++] = x;
                }
            }
        }
        return count;
    }

    /** Steps through indices but never past the last one. */
    private static int next(int index, int step, int length) {
        return index < length - 1 ? Math.min(index + step, length - 1) : length;
    }

    private boolean findY(Wanted wanted, long x, long lowestY, long highestY) {
        Trapezoids item = wanted.shape();
        intervalCount = 0;
        for (Obstacle obstacle : obstacles.ofStock) {
            forbid(wanted, x, obstacle);
        }
        for (int k = obstacles.firstReaching(item.minXUm() + x); k < obstacles.count(); k++) {
            Obstacle obstacle = obstacles.get(k);
            if (obstacle.leftUm() >= item.maxXUm() + x) {
                break;
            }
            forbid(wanted, x, obstacle);
        }
        Arrays.sort(intervals, 0, intervalCount);
        long y = up(wanted.latticeY(), lowestY);
        for (int i = 0; i < intervalCount && y <= highestY; i++) {
            long low = (intervals[i] >>> 32) - OFFSET;
            if (low >= y) {
                break;
            }
            y = up(wanted.latticeY(), Math.max(y, (intervals[i] & 0xffffffffL) - OFFSET));
        }
        foundYUm = y;
        return y <= highestY;
    }

    private void forbid(Wanted wanted, long x, Obstacle obstacle) {
        Trapezoids item = wanted.shape();
        if (Stock.Zone.isForbidden(obstacle.quality(), wanted.quality())
                && obstacle.rightUm() > item.minXUm() + x
                && obstacle.leftUm() < item.maxXUm() + x) {
            addForbidden(item, x, obstacle);
        }
    }

    private static long up(Lattice lattice, long y) {
        return lattice.repeat() == 0 ? y : (long) Math.ceil(lattice.up((double) y));
    }

    private void addForbidden(Trapezoids item, long x, Obstacle obstacle) {
        Trapezoids other = obstacle.shape();
        long shift = x - obstacle.dxUm();
        for (int a = 0; a < item.count; a++) {
            long aLeft = item.leftUm[a] + shift;
            long aRight = item.rightUm[a] + shift;
            for (int p = other.firstReaching(aLeft); p < other.count && other.leftUm[p] < aRight; p++) {
                if (other.rightUm[p] > aLeft) {
                    long left = Math.max(aLeft, other.leftUm[p]);
                    long right = Math.min(aRight, other.rightUm[p]);
                    double low = Math.min(
                            other.heightAt(8 * p, left) - item.heightAt(8 * a + 4, left - shift),
                            other.heightAt(8 * p, right) - item.heightAt(8 * a + 4, right - shift));
                    double high = Math.max(
                            other.heightAt(8 * p + 4, left) - item.heightAt(8 * a, left - shift),
                            other.heightAt(8 * p + 4, right) - item.heightAt(8 * a, right - shift));
                    forbid(floor(low) + obstacle.dyUm(), ceil(high) + obstacle.dyUm());
                }
            }
        }
    }

    /** Everything strictly between the bounds. Both fit into 31 bits, so that pairs sort as single numbers. */
    private void forbid(long low, long high) {
        if (intervalCount == intervals.length) {
            intervals = Arrays.copyOf(intervals, 2 * intervalCount);
        }
        intervals[intervalCount++] = (low + OFFSET) << 32 | (high + OFFSET);
    }

    /*
     * A height on an edge between grid points is a fraction with a denominator below 2^24: it is a whole number or at
     * least 6e-8 away from one, while the interpolation errs by less than 1e-8. So snapping recovers whole numbers.
     */
    private static long floor(double value) {
        double nearest = Math.rint(value);
        return (long) (Math.abs(value - nearest) < 2e-8 ? nearest : Math.floor(value));
    }

    private static long ceil(double value) {
        double nearest = Math.rint(value);
        return (long) (Math.abs(value - nearest) < 2e-8 ? nearest : Math.ceil(value));
    }
}
