package org.millwright.nesting.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.millwright.nesting.verification.ExactShape.Edge;

/** How two shapes lie to each other, decided in whole numbers. */
final class ExactRelation {
    /** Where a piece of a boundary runs relative to another shape. */
    private enum Run {
        INSIDE,
        OUTSIDE,
        /** On the boundary, material of both shapes on the same side. */
        ALONG_SAME_SIDE,
        /** On the boundary, material on either side. */
        ALONG_OTHER_SIDE
    }

    private ExactRelation() {}

    /** Whether the shapes share inner points or come closer than the clearance; touching is fine when it is 0. */
    static boolean isTooClose(ExactShape a, ExactShape b, long clearanceUm) {
        if (a.minX() - clearanceUm >= b.maxX()
                || b.minX() - clearanceUm >= a.maxX()
                || a.minY() - clearanceUm >= b.maxY()
                || b.minY() - clearanceUm >= a.maxY()) {
            return false;
        }
        return (clearanceUm > 0 && boundariesWithin(a, b, clearanceUm))
                || properlyCross(a, b)
                || hasRun(a, b, Run.INSIDE, Run.ALONG_SAME_SIDE)
                || hasRun(b, a, Run.INSIDE, Run.ALONG_SAME_SIDE);
    }

    /** Whether a lies in b and keeps the margin from b's boundary; touching is fine when it is 0. */
    static boolean isInside(ExactShape a, ExactShape b, long marginUm) {
        return !(marginUm > 0 && boundariesWithin(a, b, marginUm))
                && !properlyCross(a, b)
                && !hasRun(a, b, Run.OUTSIDE, Run.ALONG_OTHER_SIDE)
                && !hasRun(b, a, Run.INSIDE, Run.INSIDE);
    }

    /** Whether a straight way touches a shape's material or comes closer to it than the distance. */
    static boolean comesNear(Edge way, ExactShape shape, long distanceUm) {
        for (Edge e : shape.edges()) {
            if (crosses(way, e) || (distanceUm > 0 && near(way, e, distanceUm) && segmentsWithin(way, e, distanceUm))) {
                return true;
            }
        }
        return runOfMiddle(way, shape) == Run.INSIDE;
    }

    /** Whether a straight way runs out of a shape. */
    static boolean leaves(Edge way, ExactShape shape) {
        for (Edge e : shape.edges()) {
            if (crosses(way, e)) {
                return true;
            }
        }
        return runOfMiddle(way, shape) == Run.OUTSIDE;
    }

    private static boolean boundariesWithin(ExactShape a, ExactShape b, long distanceUm) {
        for (Edge e : a.edges()) {
            if (isBeyond(e, b, distanceUm)) {
                continue;
            }
            for (Edge f : b.edges()) {
                if (near(e, f, distanceUm) && segmentsWithin(e, f, distanceUm)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean near(Edge e, Edge f, long d) {
        return Math.max(e.ax(), e.bx()) + d > Math.min(f.ax(), f.bx())
                && Math.max(f.ax(), f.bx()) + d > Math.min(e.ax(), e.bx())
                && Math.max(e.ay(), e.by()) + d > Math.min(f.ay(), f.by())
                && Math.max(f.ay(), f.by()) + d > Math.min(e.ay(), e.by());
    }

    private static boolean segmentsWithin(Edge e, Edge f, long d) {
        return crosses(e, f)
                || pointWithin(e.ax(), e.ay(), f, d)
                || pointWithin(e.bx(), e.by(), f, d)
                || pointWithin(f.ax(), f.ay(), e, d)
                || pointWithin(f.bx(), f.by(), e, d);
    }

    /** Whether the point is closer to the edge than d. */
    private static boolean pointWithin(long px, long py, Edge e, long d) {
        long ex = e.bx() - e.ax();
        long ey = e.by() - e.ay();
        long along = (px - e.ax()) * ex + (py - e.ay()) * ey;
        long length2 = ex * ex + ey * ey;
        if (along <= 0 || along >= length2) {
            long qx = along <= 0 ? px - e.ax() : px - e.bx();
            long qy = along <= 0 ? py - e.ay() : py - e.by();
            return qx * qx + qy * qy < d * d;
        }
        long across = Math.abs(ex * (py - e.ay()) - ey * (px - e.ax()));
        return productLess(across, across, length2, d * d);
    }

    /** a × b < c × d for numbers that are not negative, in 128 bits. */
    private static boolean productLess(long a, long b, long c, long d) {
        long highLeft = Math.multiplyHigh(a, b);
        long highRight = Math.multiplyHigh(c, d);
        return highLeft != highRight ? highLeft < highRight : Long.compareUnsigned(a * b, c * d) < 0;
    }

    /** Whether an edge keeps so far from the box around a shape. */
    private static boolean isBeyond(Edge e, ExactShape shape, long d) {
        return Math.max(e.ax(), e.bx()) + d < shape.minX()
                || Math.min(e.ax(), e.bx()) - d > shape.maxX()
                || Math.max(e.ay(), e.by()) + d < shape.minY()
                || Math.min(e.ay(), e.by()) - d > shape.maxY();
    }

    private static boolean properlyCross(ExactShape a, ExactShape b) {
        for (Edge e : a.edges()) {
            if (isBeyond(e, b, 0)) {
                continue;
            }
            for (Edge f : b.edges()) {
                if (near(e, f, 0) && crosses(e, f)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether both edges have inner points on both sides of the other. */
    private static boolean crosses(Edge e, Edge f) {
        return side(e, f.ax(), f.ay()) * side(e, f.bx(), f.by()) < 0
                && side(f, e.ax(), e.ay()) * side(f, e.bx(), e.by()) < 0;
    }

    private static int side(Edge e, long px, long py) {
        return Long.signum((e.bx() - e.ax()) * (py - e.ay()) - (e.by() - e.ay()) * (px - e.ax()));
    }

    /**
     * For shapes whose edges do not cross properly: cuts the edges of a at the corners of b that lie on them and asks
     * whether a piece runs in one of two ways.
     */
    private static boolean hasRun(ExactShape a, ExactShape b, Run either, Run or) {
        for (Edge e : a.edges()) {
            if (isBeyond(e, b, 0)) {
                if (either == Run.OUTSIDE || or == Run.OUTSIDE) {
                    return true;
                }
                continue;
            }
            for (Edge piece : cutAtCorners(e, b)) {
                Run run = runOfMiddle(piece, b);
                if (run == either || run == or) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Edge> cutAtCorners(Edge e, ExactShape b) {
        List<long[]> cuts = new ArrayList<>();
        for (Edge f : b.edges()) {
            long along = (f.ax() - e.ax()) * (e.bx() - e.ax()) + (f.ay() - e.ay()) * (e.by() - e.ay());
            long dx = e.bx() - e.ax();
            long dy = e.by() - e.ay();
            if (side(e, f.ax(), f.ay()) == 0 && along > 0 && along < dx * dx + dy * dy) {
                cuts.add(new long[] {along, f.ax(), f.ay()});
            }
        }
        cuts.sort(Comparator.comparingLong(cut -> cut[0]));
        List<Edge> pieces = new ArrayList<>();
        long x = e.ax();
        long y = e.ay();
        for (long[] cut : cuts) {
            if (cut[1] != x || cut[2] != y) {
                pieces.add(new Edge(x, y, cut[1], cut[2]));
            }
            x = cut[1];
            y = cut[2];
        }
        pieces.add(new Edge(x, y, e.bx(), e.by()));
        return pieces;
    }

    private static Run runOfMiddle(Edge piece, ExactShape b) {
        long px = piece.ax() + piece.bx();
        long py = piece.ay() + piece.by();
        boolean inside = false;
        for (Edge f : b.edges()) {
            // Doubled, so that the middle lies on the grid.
            var g = new Edge(2 * f.ax(), 2 * f.ay(), 2 * f.bx(), 2 * f.by());
            int side = side(g, px, py);
            if (side == 0 && within(px, g.ax(), g.bx()) && within(py, g.ay(), g.by())) {
                long sameWay =
                        (piece.bx() - piece.ax()) * (f.bx() - f.ax()) + (piece.by() - piece.ay()) * (f.by() - f.ay());
                return sameWay > 0 ? Run.ALONG_SAME_SIDE : Run.ALONG_OTHER_SIDE;
            }
            if ((g.ay() > py) != (g.by() > py) && (side > 0) == (g.by() > g.ay())) {
                inside = !inside;
            }
        }
        return inside ? Run.INSIDE : Run.OUTSIDE;
    }

    private static boolean within(long value, long a, long b) {
        return value >= Math.min(a, b) && value <= Math.max(a, b);
    }
}
