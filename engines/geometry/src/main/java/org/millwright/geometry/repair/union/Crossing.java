package org.millwright.geometry.repair.union;

import org.millwright.geometry.Mesh;

/** Cuts two faces along the line in which they meet, or along each other's edges where they share a plane. */
final class Crossing {
    private final Mesh mesh;
    private final Points points;
    private final Cuts cuts;
    private final CoplanarFaces coplanar;
    private final Ends own;
    private final Ends others;

    Crossing(Mesh mesh, Points points, Cuts cuts) {
        this.mesh = mesh;
        this.points = points;
        this.cuts = cuts;
        coplanar = new CoplanarFaces(mesh, points, cuts);
        own = new Ends();
        others = new Ends();
    }

    void cut(int s, int t) {
        if (own.oneSide(s, t) || others.oneSide(t, s)) {
            return;
        }
        if (own.inPlane() && others.inPlane()) {
            coplanar.cut(s, t);
            return;
        }
        if (own.inPlane() || others.inPlane()) {
            // One of the two has no width: its edges are cut where its neighbours are.
            return;
        }
        if (!own.meet(s, t) || !others.meet(t, s)) {
            return;
        }
        int axis = longestAxis();
        own.order(axis);
        others.order(axis);
        int from = farther(own.points[0], others.points[0], axis);
        int to = own.points[1] + others.points[1] - farther(own.points[1], others.points[1], axis);
        if (from != to && points.at(from, axis) > points.at(to, axis)) {
            return;
        }
        own.note(from);
        own.note(to);
        others.note(from);
        others.note(to);
        cuts.segment(s, from, to);
        cuts.segment(t, from, to);
    }

    private int farther(int one, int other, int axis) {
        return points.at(one, axis) >= points.at(other, axis) ? one : other;
    }

    /** The axis along which the ends lie farthest apart. */
    private int longestAxis() {
        int best = 0;
        double longest = -1;
        for (int axis = 0; axis < 3; axis++) {
            double low = Math.min(low(own, axis), low(others, axis));
            double high = Math.max(high(own, axis), high(others, axis));
            if (high - low > longest) {
                longest = high - low;
                best = axis;
            }
        }
        return best;
    }

    private double low(Ends ends, int axis) {
        return Math.min(points.at(ends.points[0], axis), points.at(ends.points[1], axis));
    }

    private double high(Ends ends, int axis) {
        return Math.max(points.at(ends.points[0], axis), points.at(ends.points[1], axis));
    }

    /** Where the boundary of one face meets the plane of the other: two points, perhaps the same one twice. */
    private final class Ends {
        final int[] points = new int[2];
        /** The edge a point lies on; -1 when it is a corner. */
        private final long[] edges = new long[2];

        private final int[] sides = new int[3];

        /** Whether all corners of s lie strictly on one side of t. */
        boolean oneSide(int s, int t) {
            for (int corner = 0; corner < 3; corner++) {
                sides[corner] = Sides.space(
                        Crossing.this.points,
                        mesh.corner(t, 0),
                        mesh.corner(t, 1),
                        mesh.corner(t, 2),
                        mesh.corner(s, corner));
            }
            return sides[0] == sides[1] && sides[1] == sides[2] && sides[0] != 0;
        }

        boolean inPlane() {
            return sides[0] == 0 && sides[1] == 0 && sides[2] == 0;
        }

        boolean meet(int s, int t) {
            int count = 0;
            for (int corner = 0; corner < 3; corner++) {
                int a = mesh.corner(s, corner);
                int b = mesh.corner(s, (corner + 1) % 3);
                if (sides[corner] == 0 && count < 2) {
                    points[count] = a;
                    edges[count++] = -1;
                }
                if (sides[corner] * sides[(corner + 1) % 3] < 0 && count < 2) {
                    points[count] = through(Math.min(a, b), Math.max(a, b), t);
                    edges[count++] = Cuts.edge(a, b);
                }
            }
            if (count == 1) {
                points[1] = points[0];
                edges[1] = edges[0];
            }
            return count > 0;
        }

        void order(int axis) {
            if (Crossing.this.points.at(points[0], axis) > Crossing.this.points.at(points[1], axis)) {
                int point = points[0];
                points[0] = points[1];
                points[1] = point;
                long edge = edges[0];
                edges[0] = edges[1];
                edges[1] = edge;
            }
        }

        void note(int point) {
            for (int i = 0; i < 2; i++) {
                if (points[i] == point && edges[i] >= 0) {
                    cuts.pointOnEdge((int) (edges[i] >> 32), (int) edges[i], point);
                }
            }
        }

        private int through(int a, int b, int t) {
            Points p = Crossing.this.points;
            int c = mesh.corner(t, 0);
            int d = mesh.corner(t, 1);
            int e = mesh.corner(t, 2);
            double ux = p.x(d) - p.x(c), uy = p.y(d) - p.y(c), uz = p.z(d) - p.z(c);
            double vx = p.x(e) - p.x(c), vy = p.y(e) - p.y(c), vz = p.z(e) - p.z(c);
            double nx = uy * vz - uz * vy;
            double ny = uz * vx - ux * vz;
            double nz = ux * vy - uy * vx;
            double da = nx * (p.x(a) - p.x(c)) + ny * (p.y(a) - p.y(c)) + nz * (p.z(a) - p.z(c));
            double db = nx * (p.x(b) - p.x(c)) + ny * (p.y(b) - p.y(c)) + nz * (p.z(b) - p.z(c));
            double share = da == db ? 0.5 : Math.clamp(da / (da - db), 0.0, 1.0);
            return p.of(
                    p.x(a) + share * (p.x(b) - p.x(a)),
                    p.y(a) + share * (p.y(b) - p.y(a)),
                    p.z(a) + share * (p.z(b) - p.z(a)));
        }
    }
}
