package org.millwright.nesting.shape;

import java.util.ArrayList;
import java.util.List;
import org.millwright.nesting.model.InvalidShape;
import org.millwright.nesting.model.Polygon;

/**
 * Covers finely drawn polygons with coarser ones that hold them: reflex corners are cut off and short edges between convex
 * corners replaced by the point where their neighbours meet, always where that adds least, until the added area would be
 * worth noticing. Corners are rounded to the grid, so the cover may miss up to a micrometre.
 */
final class Simplification {
    private static final int FEW_CORNERS = 16;
    private static final double MOST_ADDED = 0.0005;

    /** Beyond, corners cost so much time that twice the area may be added. */
    private static final int MANY_CORNERS = 60;

    private static final double MM_PER_UM = 1e-3;

    private static final double[] NOWHERE = {};

    private final List<List<double[]>> rings = new ArrayList<>();
    /** For each corner in turn what cutting it off adds, and what doing without the edge behind it adds. */
    private final double[] added;

    private double foundArea;
    private int foundRing;
    private int foundAt;
    private double foundX;
    private double foundY;
    private boolean foundMeets;

    private Simplification(Polygon polygon) {
        for (int r = 0; r < polygon.ringCount(); r++) {
            long[] ring = polygon.ringUm(r);
            List<double[]> corners = new ArrayList<>();
            for (int i = 0; i < ring.length; i += 2) {
                corners.add(new double[] {ring[i], ring[i + 1]});
            }
            rings.add(corners);
        }
        added = new double[2 * corners()];
    }

    /** The cover, or the polygon itself when it has few corners or nothing can be saved. */
    static Polygon cover(Polygon polygon) {
        var simplification = new Simplification(polygon);
        int before = simplification.corners();
        double budget = (before > MANY_CORNERS ? 2 : 1) * MOST_ADDED * polygon.areaMm2() / MM_PER_UM / MM_PER_UM;
        while (simplification.corners() > FEW_CORNERS && simplification.find(budget)) {
            budget -= simplification.foundArea;
            simplification.apply();
        }
        if (simplification.corners() == before) {
            return polygon;
        }
        try {
            return simplification.polygon();
        } catch (InvalidShape rounded) {
            // Rounding made edges cross; the original is exact anyway.
            return polygon;
        }
    }

    private int corners() {
        int sum = 0;
        for (List<double[]> ring : rings) {
            sum += ring.size();
        }
        return sum;
    }

    private Polygon polygon() {
        List<double[]> mm = rings.stream()
                .map(ring -> {
                    double[] xy = new double[2 * ring.size()];
                    for (int i = 0; i < ring.size(); i++) {
                        xy[2 * i] = ring.get(i)[0] * MM_PER_UM;
                        xy[2 * i + 1] = ring.get(i)[1] * MM_PER_UM;
                    }
                    return xy;
                })
                .toList();
        return Polygon.ofMm(mm.getFirst(), mm.subList(1, mm.size()));
    }

    /** Finds the change that adds least, at most the budget; of equals the last. */
    private boolean find(double budget) {
        int total = 2 * corners();
        int at = 0;
        for (int r = 0; r < rings.size(); r++) {
            int size = rings.get(r).size();
            for (int i = 0; i < size; i++) {
                added[at++] = size > 4 ? cornerArea(r, i) : Double.POSITIVE_INFINITY;
                added[at++] = size > 4 ? edgeArea(r, i) : Double.POSITIVE_INFINITY;
            }
        }
        while (true) {
            int least = -1;
            double area = budget;
            for (int k = 0; k < total; k++) {
                if (added[k] <= area) {
                    area = added[k];
                    least = k;
                }
            }
            if (least < 0) {
                return false;
            }
            if (isFree(least, area)) {
                return true;
            }
            added[least] = Double.POSITIVE_INFINITY;
        }
    }

    /** Whether a change, counted through all rings, keeps off everything else; then it is what was found. */
    private boolean isFree(int change, double area) {
        int r = 0;
        int i = change / 2;
        while (i >= rings.get(r).size()) {
            i -= rings.get(r++).size();
        }
        double[] b = corner(r, i);
        double[] c = corner(r, i + 1);
        double[] q = change % 2 == 0 ? b : meeting(corner(r, i - 1), b, c, corner(r, i + 2));
        if (!(change % 2 == 0 ? isFree(corner(r, i - 1), b, c) : isFree(b, q, c))) {
            return false;
        }
        remember(area, r, i, q[0], q[1], change % 2 == 1);
        return true;
    }

    private static double cross(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    }

    private double[] corner(int r, int i) {
        List<double[]> ring = rings.get(r);
        return ring.get(Math.floorMod(i, ring.size()));
    }

    /** What cutting off a reflex corner adds; infinity where there is none. */
    private double cornerArea(int r, int i) {
        double area = -cross(corner(r, i - 1), corner(r, i), corner(r, i + 1)) / 2;
        return area < 0 ? Double.POSITIVE_INFINITY : area;
    }

    /** What it adds to let the neighbours of an edge meet; infinity where they do not. */
    private double edgeArea(int r, int i) {
        double[] b = corner(r, i);
        double[] c = corner(r, i + 1);
        double[] q = meeting(corner(r, i - 1), b, c, corner(r, i + 2));
        return q.length == 0 ? Double.POSITIVE_INFINITY : Math.abs(cross(b, q, c)) / 2;
    }

    /** Where the edges from a to b and from d to c meet beyond b and c; nothing where they do not. */
    private static double[] meeting(double[] a, double[] b, double[] c, double[] d) {
        double ux = b[0] - a[0];
        double uy = b[1] - a[1];
        double vx = c[0] - d[0];
        double vy = c[1] - d[1];
        double across = ux * vy - uy * vx;
        if (cross(a, b, c) <= 0 || cross(b, c, d) <= 0 || across <= 0) {
            return NOWHERE;
        }
        double t = ((c[0] - b[0]) * vy - (c[1] - b[1]) * vx) / across;
        return t < 0 ? NOWHERE : new double[] {b[0] + t * ux, b[1] + t * uy};
    }

    private void remember(double area, int ring, int at, double x, double y, boolean meets) {
        foundArea = area;
        foundRing = ring;
        foundAt = at;
        foundX = x;
        foundY = y;
        foundMeets = meets;
    }

    /** Whether no other corner lies in the triangle and no edge passes through it. */
    private boolean isFree(double[] a, double[] b, double[] c) {
        double sign = cross(a, b, c) >= 0 ? 1 : -1;
        double minX = Math.min(a[0], Math.min(b[0], c[0]));
        double maxX = Math.max(a[0], Math.max(b[0], c[0]));
        double minY = Math.min(a[1], Math.min(b[1], c[1]));
        double maxY = Math.max(a[1], Math.max(b[1], c[1]));
        for (List<double[]> ring : rings) {
            double[] before = ring.getLast();
            for (double[] p : ring) {
                boolean apart = Math.max(p[0], before[0]) < minX
                        || Math.min(p[0], before[0]) > maxX
                        || Math.max(p[1], before[1]) < minY
                        || Math.min(p[1], before[1]) > maxY;
                if (apart) {
                    before = p;
                    continue;
                }
                boolean own = isOne(p, a, b, c);
                if (!own && sign * cross(a, b, p) >= 0 && sign * cross(b, c, p) >= 0 && sign * cross(c, a, p) >= 0) {
                    return false;
                }
                boolean ownEdge = own || isOne(before, a, b, c);
                if (!ownEdge && (crosses(before, p, a, b) || crosses(before, p, b, c))) {
                    return false;
                }
                before = p;
            }
        }
        return true;
    }

    private static boolean isOne(double[] p, double[] a, double[] b, double[] c) {
        return isSame(p, a) || isSame(p, b) || isSame(p, c);
    }

    private static boolean isSame(double[] p, double[] q) {
        return p[0] == q[0] && p[1] == q[1];
    }

    private static boolean crosses(double[] a, double[] b, double[] c, double[] d) {
        return cross(a, b, c) > 0 != cross(a, b, d) > 0 && cross(c, d, a) > 0 != cross(c, d, b) > 0;
    }

    private void apply() {
        List<double[]> ring = rings.get(foundRing);
        if (foundMeets) {
            ring.set(foundAt, new double[] {foundX, foundY});
            ring.remove((foundAt + 1) % ring.size());
        } else {
            ring.remove(foundAt);
        }
    }
}
