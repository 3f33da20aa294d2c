package org.millwright.geometry.repair.union;

import java.util.ArrayList;
import java.util.List;
import org.millwright.geometry.Mesh;

/** Cuts two faces of one plane along each other's edges. */
final class CoplanarFaces {
    private final Mesh mesh;
    private final Points points;
    private final Cuts cuts;

    CoplanarFaces(Mesh mesh, Points points, Cuts cuts) {
        this.mesh = mesh;
        this.points = points;
        this.cuts = cuts;
    }

    void cut(int s, int t) {
        Projection view = Projection.of(mesh, s);
        boolean overS = alongEdges(s, t, view);
        boolean overT = alongEdges(t, s, view);
        if (overS || overT) {
            cuts.coplanar(s, t);
        }
    }

    /** Lays the edges of t over s; false when they do not meet. */
    private boolean alongEdges(int s, int t, Projection view) {
        boolean met = false;
        for (int corner = 0; corner < 3; corner++) {
            int a = mesh.corner(t, corner);
            int b = mesh.corner(t, (corner + 1) % 3);
            var along = new ArrayList<Integer>();
            if (inside(s, a, view)) {
                along.add(a);
            }
            if (inside(s, b, view)) {
                along.add(b);
            }
            for (int other = 0; other < 3; other++) {
                meet(a, b, mesh.corner(s, other), mesh.corner(s, (other + 1) % 3), view, along);
            }
            met |= !along.isEmpty();
            segments(s, a, b, along);
        }
        return met;
    }

    private void segments(int s, int a, int b, List<Integer> along) {
        along.sort((p, q) -> Double.compare(way(a, b, p), way(a, b, q)));
        for (int i = 1; i < along.size(); i++) {
            cuts.segment(s, along.get(i - 1), along.get(i));
        }
    }

    private double way(int a, int b, int point) {
        return (points.x(point) - points.x(a)) * (points.x(b) - points.x(a))
                + (points.y(point) - points.y(a)) * (points.y(b) - points.y(a))
                + (points.z(point) - points.z(a)) * (points.z(b) - points.z(a));
    }

    /** Whether a point lies in the face or on its edge; in the latter case the edge is noted to be cut there. */
    private boolean inside(int s, int point, Projection view) {
        int left = 0;
        int right = 0;
        for (int corner = 0; corner < 3; corner++) {
            int side = view.side(points, mesh.corner(s, corner), mesh.corner(s, (corner + 1) % 3), point);
            left += side > 0 ? 1 : 0;
            right += side < 0 ? 1 : 0;
        }
        if (left > 0 && right > 0) {
            return false;
        }
        boolean onEdge = false;
        boolean onLine = false;
        for (int corner = 0; corner < 3; corner++) {
            int a = mesh.corner(s, corner);
            int b = mesh.corner(s, (corner + 1) % 3);
            if (view.side(points, a, b, point) == 0) {
                onLine = true;
                if (between(a, b, point)) {
                    cuts.pointOnEdge(a, b, point);
                    onEdge = true;
                }
            }
        }
        return onEdge || !onLine;
    }

    /** Of a point on the line through a and b: a face without width has such points beyond its ends. */
    private boolean between(int a, int b, int point) {
        for (int axis = 0; axis < 3; axis++) {
            double low = Math.min(points.at(a, axis), points.at(b, axis));
            double high = Math.max(points.at(a, axis), points.at(b, axis));
            if (points.at(point, axis) < low || points.at(point, axis) > high) {
                return false;
            }
        }
        return true;
    }

    private void meet(int a, int b, int c, int d, Projection view, List<Integer> along) {
        int sideC = view.side(points, a, b, c);
        int sideD = view.side(points, a, b, d);
        int sideA = view.side(points, c, d, a);
        int sideB = view.side(points, c, d, b);
        if (sideC * sideD < 0 && sideA * sideB < 0) {
            // Computed from the same ends in the same order whichever pair of faces asks.
            int point = Cuts.edge(a, b) < Cuts.edge(c, d)
                    ? crossing(Math.min(a, b), Math.max(a, b), Math.min(c, d), Math.max(c, d), view)
                    : crossing(Math.min(c, d), Math.max(c, d), Math.min(a, b), Math.max(a, b), view);
            cuts.pointOnEdge(a, b, point);
            cuts.pointOnEdge(c, d, point);
            along.add(point);
        } else if (sideC == 0 && sideA * sideB < 0) {
            cuts.pointOnEdge(a, b, c);
            along.add(c);
        }
    }

    private int crossing(int a, int b, int c, int d, Projection view) {
        return Projection.between(points, a, b, view.share(points, a, b, c, d));
    }
}
