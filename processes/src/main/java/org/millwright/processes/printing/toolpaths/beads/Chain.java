package org.millwright.processes.printing.toolpaths.beads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.millwright.geometry.Straight;

/** A line that grows point by point, with its mean width. */
final class Chain {
    private final int side;
    private double[] xy = new double[32];
    private int used;
    private double widthTimesMm;
    private double weightMm;
    private boolean closed;

    Chain() {
        this(0);
    }

    /** @param side lines between it and the boundary */
    Chain(int side) {
        this.side = side;
    }

    int side() {
        return side;
    }

    void add(double x, double y, double widthMm, double weight) {
        if (used + 2 > xy.length) {
            xy = Arrays.copyOf(xy, 2 * xy.length);
        }
        xy[used++] = x;
        xy[used++] = y;
        widthTimesMm += widthMm * weight;
        weightMm += weight;
    }

    void close() {
        closed = true;
    }

    boolean closed() {
        return closed;
    }

    double widthMm() {
        return weightMm == 0 ? 0 : widthTimesMm / weightMm;
    }

    double lengthMm() {
        double length = 0;
        for (int i = 2; i < used; i += 2) {
            length += Straight.lengthMm(xy[i] - xy[i - 2], xy[i + 1] - xy[i - 1]);
        }
        return length;
    }

    private double gapMm(Chain other) {
        return Straight.lengthMm(other.xy[0] - xy[used - 2], other.xy[1] - xy[used - 1]);
    }

    private void append(Chain other) {
        xy = Arrays.copyOf(xy, Math.max(32, used + other.used));
        System.arraycopy(other.xy, 0, xy, used, other.used);
        used += other.used;
        widthTimesMm += other.widthTimesMm;
        weightMm += other.weightMm;
    }

    private void turnAround() {
        for (int i = 0, j = used - 2; i < j; i += 2, j -= 2) {
            double x = xy[i], y = xy[i + 1];
            xy[i] = xy[j];
            xy[i + 1] = xy[j + 1];
            xy[j] = x;
            xy[j + 1] = y;
        }
    }

    /** Stretches beside a boundary, each joined to the one that begins nearest to its end, until they close. */
    static List<Chain> joined(List<Chain> runs) {
        var left = new ArrayList<>(runs);
        var done = new ArrayList<Chain>();
        while (!left.isEmpty()) {
            Chain chain = left.removeLast();
            while (!chain.closed) {
                int best = -1;
                double nearest = chain.gapMm(chain);
                for (int i = 0; i < left.size(); i++) {
                    double gap = left.get(i).closed ? Double.POSITIVE_INFINITY : chain.gapMm(left.get(i));
                    if (gap < nearest) {
                        nearest = gap;
                        best = i;
                    }
                }
                if (best < 0) {
                    chain.closed = true;
                } else {
                    chain.append(left.remove(best));
                }
            }
            done.add(chain);
        }
        return done;
    }

    /** Lines along the middle, joined end to end where they come near each other. */
    static List<Chain> stitched(List<Chain> pieces, double reachMm) {
        var left = new ArrayList<>(pieces);
        var done = new ArrayList<Chain>();
        while (!left.isEmpty()) {
            Chain chain = left.removeFirst();
            for (int turn = 0; turn < 2; turn++) {
                boolean grows = !chain.closed;
                while (grows) {
                    grows = chain.takeNearest(left, reachMm);
                }
                chain.turnAround();
            }
            done.add(chain);
        }
        return done;
    }

    private boolean takeNearest(List<Chain> left, double reachMm) {
        int best = -1;
        boolean backwards = false;
        double nearest = reachMm;
        for (int i = 0; i < left.size(); i++) {
            Chain other = left.get(i);
            if (other.closed || other.side != side) {
                continue;
            }
            double begin = gapMm(other);
            double end =
                    Straight.lengthMm(other.xy[other.used - 2] - xy[used - 2], other.xy[other.used - 1] - xy[used - 1]);
            if (Math.min(begin, end) < nearest) {
                nearest = Math.min(begin, end);
                best = i;
                backwards = end < begin;
            }
        }
        if (best < 0) {
            return false;
        }
        Chain other = left.remove(best);
        if (backwards) {
            other.turnAround();
        }
        append(other);
        return true;
    }

    /** The points without those that stray from a straight line by no more than the tolerance. */
    double[] points(double toleranceMm) {
        var kept = new double[used];
        int count = 0;
        int from = 0;
        for (int i = 0; i < used; i += 2) {
            if (i == 0 || i == used - 2 || !straight(from, i + 2, toleranceMm)) {
                kept[count++] = xy[i];
                kept[count++] = xy[i + 1];
                from = i;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private boolean straight(int from, int to, double toleranceMm) {
        double dx = xy[to] - xy[from], dy = xy[to + 1] - xy[from + 1];
        double length = Math.sqrt(dx * dx + dy * dy);
        for (int i = from + 2; i < to; i += 2) {
            double px = xy[i] - xy[from], py = xy[i + 1] - xy[from + 1];
            double along = px * dx + py * dy;
            if (along < 0 || along > length * length || Math.abs(px * dy - py * dx) > toleranceMm * length) {
                return false;
            }
        }
        return true;
    }
}
