package org.millwright.nesting.lookup;

import java.util.Arrays;
import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Overlap;

/**
 * A no-fit polygon as bits: on which nodes of a grid of positions of the second of two figures they overlap. It is the union
 * of the Minkowski sums of the convex pieces of the one and of the other mirrored at its centre, widened by the distance
 * owed; each sum is drawn row by row. Good to what pieces are joined by and rounding adds, so it never decides.
 */
final class NoFitPicture {
    /** Corners of the outline that stands for the distance owed. */
    private static final int ROUND = 16;

    /** Sums of so many pairs of pieces take about as long as asking some thousand times whether figures overlap. */
    private static final int MOST_SUMS = 6_000;

    /** Figures with more fall into so many pieces that finding them takes too long. */
    private static final int MOST_CORNERS = 600;

    /** Nodes asked first, along each axis; a power of two. */
    private static final int FIRST_STRIDE = 16;

    /** So small a part of a step makes no difference. */
    private static final double UNSEEN = 1.0 / 16;

    private final int nodes;
    private final int words;
    /** So many nodes along each side are free whatever lies there. */
    private final int rim;

    private final long[] bits;

    /**
     * Draws it.
     *
     * @param a the figure that stays
     * @param b the figure that is moved
     * @param fromX position of the first node, µm
     * @param stepX from one node to the next, µm
     * @param nodes along each axis, a multiple of 16 and one
     * @param cutOff whether figures may overlap beyond the grid, so that nodes on the rim are drawn; else they are free
     * @param exact asked about figures of very many corners
     */
    NoFitPicture(
            Figure a,
            Figure b,
            double fromX,
            double fromY,
            double stepX,
            double stepY,
            int nodes,
            boolean cutOff,
            Overlap exact) {
        this.nodes = nodes;
        rim = cutOff ? 0 : 1;
        words = (nodes + Long.SIZE - 1) / Long.SIZE;
        bits = new long[nodes * words];
        if (isIntricate(a, b)) {
            ask((x, y) -> exact.collide(a, b, fromX + x * stepX, fromY + y * stepY));
            return;
        }
        double[][] ours = scaled(a, 1, fromX, fromY, stepX, stepY);
        double[][] theirs = scaled(b, -1, 0, 0, stepX, stepY);
        var sums = new Sums();
        double owedUm = a.grownUm + b.grownUm;
        if (owedUm > UNSEEN * Math.min(stepX, stepY)) {
            double[] round = round(owedUm / stepX, owedUm / stepY);
            for (int k = 0; k < theirs.length; k++) {
                int corners = sums.add(theirs[k], round);
                theirs[k] = Arrays.copyOf(sums.sum, 2 * corners);
            }
        }
        for (double[] one : ours) {
            for (double[] other : theirs) {
                sums.draw(sums.add(one, other));
            }
        }
    }

    /** Whether there would be so many sums that asking the figures themselves is quicker. */
    static boolean isIntricate(Figure a, Figure b) {
        return Math.max(a.corners(), b.corners()) > MOST_CORNERS
                || (long) a.convexParts().length * b.convexParts().length > MOST_SUMS;
    }

    /** Asks every sixteenth node along each axis, and in between only where those around differ. */
    private void ask(Positions overlap) {
        boolean[] asked = new boolean[nodes * nodes];
        for (int stride = FIRST_STRIDE; stride > 0; stride /= 2) {
            for (int y = 0; y < nodes; y += stride) {
                for (int x = 0; x < nodes; x += stride) {
                    if (asked[y * nodes + x]) {
                        continue;
                    }
                    boolean like = stride < FIRST_STRIDE && !isBorder(x, y, 2 * stride);
                    boolean there = like
                            ? isSet(x - x % (2 * stride), y - y % (2 * stride))
                            : isInside(x) && isInside(y) && overlap.at(x, y);
                    asked[y * nodes + x] = true;
                    if (there) {
                        set(y, x, x);
                    }
                }
            }
        }
    }

    private boolean isInside(int number) {
        return number >= rim && number < nodes - rim;
    }

    /** Whether nodes of a coarser grid around a node differ. */
    private boolean isBorder(int x, int y, int stride) {
        int left = x / stride * stride;
        int low = y / stride * stride;
        int right = Math.min(left + stride, nodes - 1);
        int high = Math.min(low + stride, nodes - 1);
        boolean any = isSet(left, low);
        return isSet(right, low) != any || isSet(left, high) != any || isSet(right, high) != any;
    }

    /** Whether the figures overlap on a node of the grid. */
    private interface Positions {
        boolean at(int x, int y);
    }

    /** Whether the figures overlap on a node. */
    boolean isSet(int x, int y) {
        return (bits[y * words + (x >> 6)] >>> x & 1) != 0;
    }

    /** Whether the four nodes from this one on are alike. */
    boolean isUniform(int x, int y) {
        boolean any = isSet(x, y);
        return isSet(x + 1, y) == any && isSet(x, y + 1) == any && isSet(x + 1, y + 1) == any;
    }

    /** Convex pieces in steps of the grid, each from its lowest corner on, anticlockwise. */
    private static double[][] scaled(Figure f, int sign, double fromX, double fromY, double stepX, double stepY) {
        double[][] pieces = f.convexParts();
        double[][] scaled = new double[pieces.length][];
        for (int p = 0; p < pieces.length; p++) {
            double[] piece = pieces[p];
            double[] made = new double[piece.length];
            int lowest = 0;
            for (int i = 0; i < piece.length; i += 2) {
                made[i] = (sign * (piece[i] * f.cos - piece[i + 1] * f.sin) - fromX) / stepX;
                made[i + 1] = (sign * (piece[i] * f.sin + piece[i + 1] * f.cos) - fromY) / stepY;
                if (made[i + 1] < made[lowest + 1] || (made[i + 1] == made[lowest + 1] && made[i] < made[lowest])) {
                    lowest = i;
                }
            }
            scaled[p] = new double[made.length];
            System.arraycopy(made, lowest, scaled[p], 0, made.length - lowest);
            System.arraycopy(made, 0, scaled[p], made.length - lowest, lowest);
        }
        return scaled;
    }

    /** An outline around an ellipse, from its lowest edge on. */
    private static double[] round(double radiusX, double radiusY) {
        double[] outline = new double[2 * ROUND];
        double half = Math.PI / ROUND;
        for (int k = 0; k < ROUND; k++) {
            double angle = (2 * k - 1) * half - Math.PI / 2;
            outline[2 * k] = radiusX * Math.cos(angle) / Math.cos(half);
            outline[2 * k + 1] = radiusY * Math.sin(angle) / Math.cos(half);
        }
        return outline;
    }

    private static double edge(double[] polygon, int from, int axis) {
        return from == polygon.length ? 0 : polygon[(from + 2) % polygon.length + axis] - polygon[from + axis];
    }

    private void set(int row, int from, int to) {
        if (from > to) {
            return;
        }
        int first = row * words + (from >> 6);
        int last = row * words + (to >> 6);
        long begin = -1L << from;
        long end = -1L >>> (Long.SIZE - 1 - (to & (Long.SIZE - 1)));
        if (first == last) {
            bits[first] |= begin & end;
            return;
        }
        bits[first] |= begin;
        for (int word = first + 1; word < last; word++) {
            bits[word] = -1L;
        }
        bits[last] |= end;
    }

    /** Adds pieces and draws the sums; needed only while the picture is made. */
    private final class Sums {
        private double[] sum = new double[128];
        private final int[] left = new int[nodes];
        private final int[] right = new int[nodes];

        /** The Minkowski sum of two convex polygons, from its lowest corner on; returns how many corners it has. */
        private int add(double[] p, double[] q) {
            if (sum.length < p.length + q.length) {
                sum = new double[p.length + q.length];
            }
            int i = 0;
            int j = 0;
            int count = 0;
            double x = p[0] + q[0];
            double y = p[1] + q[1];
            while (i < p.length || j < q.length) {
                sum[count++] = x;
                sum[count++] = y;
                double px = edge(p, i, 0);
                double py = edge(p, i, 1);
                double qx = edge(q, j, 0);
                double qy = edge(q, j, 1);
                double across = i == p.length ? -1 : j == q.length ? 1 : px * qy - py * qx;
                if (across >= 0) {
                    x += px;
                    y += py;
                    i += 2;
                }
                if (across <= 0) {
                    x += qx;
                    y += qy;
                    j += 2;
                }
            }
            return count / 2;
        }

        /** Sets the nodes in the convex polygon that the sum is. */
        private void draw(int corners) {
            double top = sum[1];
            for (int k = 0; k < corners; k++) {
                double x1 = sum[2 * k];
                double y1 = sum[2 * k + 1];
                int next = k + 1 == corners ? 0 : 2 * k + 2;
                double x2 = sum[next];
                double y2 = sum[next + 1];
                top = Math.max(top, y2);
                boolean rising = y2 > y1;
                int first = Math.max(rim, (int) Math.ceil(rising ? y1 : y2));
                int last = Math.min(nodes - 1 - rim, (int) Math.floor(rising ? y2 : y1));
                for (int row = first; row <= last && y1 != y2; row++) {
                    double at = x1 + (x2 - x1) * ((row - y1) / (y2 - y1));
                    if (rising) {
                        right[row] = (int) Math.floor(at);
                    } else {
                        left[row] = (int) Math.ceil(at);
                    }
                }
            }
            int end = Math.min(nodes - 1 - rim, (int) Math.floor(top));
            for (int row = Math.max(rim, (int) Math.ceil(sum[1])); row <= end; row++) {
                set(row, Math.max(rim, left[row]), Math.min(nodes - 1 - rim, right[row]));
            }
        }
    }
}
