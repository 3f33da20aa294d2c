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

    private final List<List<double[]>> rings = new ArrayList<>();
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
        return rings.stream().mapToInt(List::size).sum();
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

    /** Finds the change that adds least, at most the budget. */
    private boolean find(double budget) {
        foundArea = budget;
        boolean found = false;
        for (int r = 0; r < rings.size(); r++) {
            List<double[]> ring = rings.get(r);
            for (int i = 0; i < ring.size() && ring.size() > 4; i++) {
                found |= considerCorner(r, i);
                found |= considerEdge(r, i);
            }
        }
        return found;
    }

    private static double cross(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    }

    private double[] corner(int r, int i) {
        List<double[]> ring = rings.get(r);
        return ring.get(Math.floorMod(i, ring.size()));
    }

    private boolean considerCorner(int r, int i) {
        double[] a = corner(r, i - 1);
        double[] b = corner(r, i);
        double[] c = corner(r, i + 1);
        double area = -cross(a, b, c) / 2;
        if (area < 0 || area > foundArea || !isFree(a, b, c)) {
            return false;
        }
        remember(area, r, i, 0, 0, false);
        return true;
    }

    private boolean considerEdge(int r, int i) {
        double[] a = corner(r, i - 1);
        double[] b = corner(r, i);
        double[] c = corner(r, i + 1);
        double[] d = corner(r, i + 2);
        if (cross(a, b, c) <= 0 || cross(b, c, d) <= 0) {
            return false;
        }
        double ux = b[0] - a[0];
        double uy = b[1] - a[1];
        double vx = c[0] - d[0];
        double vy = c[1] - d[1];
        double across = ux * vy - uy * vx;
        if (across <= 0) {
            return false;
        }
        double t = ((c[0] - b[0]) * vy - (c[1] - b[1]) * vx) / across;
        double[] q = {b[0] + t * ux, b[1] + t * uy};
        double area = Math.abs(cross(b, q, c)) / 2;
        if (t < 0 || area > foundArea || !isFree(b, q, c)) {
            return false;
        }
        remember(area, r, i, q[0], q[1], true);
        return true;
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
        for (List<double[]> ring : rings) {
            double[] before = ring.getLast();
            for (double[] p : ring) {
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
