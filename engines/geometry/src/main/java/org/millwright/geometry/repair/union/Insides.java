package org.millwright.geometry.repair.union;

import org.millwright.geometry.Mesh;
import org.millwright.geometry.mesh.Winding;

/** Says of a piece of a face whether it bounds the union: the inside of some body behind it, none in front. */
final class Insides {
    /** How far in front of and behind a face it is asked, as a share of the diagonal. */
    private static final double STEP_SHARE = 1e-8;

    /** Faces looked at in all, so that bodies which meet in very many places cannot take minutes. */
    private static final long MOST_ASKED = 400_000_000L;

    private final Mesh mesh;
    private final int[] bodies;
    private final Points points;
    private final Cuts cuts;
    private final double step;
    private final int bodyCount;
    private final double[] boxes;
    /** Triangles body by body: those of body b are at starts[b] to starts[b + 1]. */
    private final int[] starts;

    private final int[] triangles;
    private long asked;

    Insides(Mesh mesh, int[] bodies, Points points, Cuts cuts) {
        this.mesh = mesh;
        this.bodies = bodies;
        this.points = points;
        this.cuts = cuts;
        int most = -1;
        for (int body : bodies) {
            most = Math.max(most, body);
        }
        bodyCount = most + 1;
        boxes = new double[6 * bodyCount];
        starts = new int[bodyCount + 1];
        triangles = new int[bodies.length];
        fill();
        double x = mesh.bounds().sizeX(),
                y = mesh.bounds().sizeY(),
                z = mesh.bounds().sizeZ();
        step = STEP_SHARE * Math.sqrt(x * x + y * y + z * z);
    }

    boolean isBoundary(int face, int a, int b, int c) {
        double ux = points.x(b) - points.x(a), uy = points.y(b) - points.y(a), uz = points.z(b) - points.z(a);
        double vx = points.x(c) - points.x(a), vy = points.y(c) - points.y(a), vz = points.z(c) - points.z(a);
        double nx = uy * vz - uz * vy;
        double ny = uz * vx - ux * vz;
        double nz = ux * vy - uy * vx;
        double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
        if (length == 0) {
            return false;
        }
        double scale = step / length;
        double x = (points.x(a) + points.x(b) + points.x(c)) / 3;
        double y = (points.y(a) + points.y(b) + points.y(c)) / 3;
        double z = (points.z(a) + points.z(b) + points.z(c)) / 3;
        boolean inFront = turns(x + scale * nx, y + scale * ny, z + scale * nz) > 0;
        boolean behind = turns(x - scale * nx, y - scale * ny, z - scale * nz) > 0;
        return behind && !inFront && !isTwin(face, x, y, z, nx, ny, nz);
    }

    /** Whether a face of an earlier body lies in the same place and looks the same way; one of the two is enough. */
    private boolean isTwin(int face, double x, double y, double z, double nx, double ny, double nz) {
        for (int other : cuts.coplanarWith(face)) {
            if (bodies[other] < bodies[face] && holds(other, x, y, z, nx, ny, nz)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(int triangle, double x, double y, double z, double nx, double ny, double nz) {
        for (int corner = 0; corner < 3; corner++) {
            int a = mesh.corner(triangle, corner);
            int b = mesh.corner(triangle, (corner + 1) % 3);
            double ux = mesh.x(b) - mesh.x(a), uy = mesh.y(b) - mesh.y(a), uz = mesh.z(b) - mesh.z(a);
            double vx = x - mesh.x(a), vy = y - mesh.y(a), vz = z - mesh.z(a);
            double side = nx * (uy * vz - uz * vy) + ny * (uz * vx - ux * vz) + nz * (ux * vy - uy * vx);
            if (side < 0) {
                return false;
            }
        }
        return true;
    }

    private long turns(double x, double y, double z) {
        double turns = 0;
        for (int body = 0; body < bodyCount; body++) {
            if (inBox(body, x, y, z)) {
                asked += starts[body + 1] - starts[body];
                for (int i = starts[body]; i < starts[body + 1]; i++) {
                    turns += Winding.share(mesh, triangles[i], x, y, z);
                }
            }
        }
        if (asked > MOST_ASKED) {
            throw new ArithmeticException("The bodies meet in too many places.");
        }
        return Math.round(turns);
    }

    private boolean inBox(int body, double x, double y, double z) {
        int at = 6 * body;
        return x >= boxes[at]
                && x <= boxes[at + 3]
                && y >= boxes[at + 1]
                && y <= boxes[at + 4]
                && z >= boxes[at + 2]
                && z <= boxes[at + 5];
    }

    private void fill() {
        for (int body = 0; body < bodyCount; body++) {
            for (int axis = 0; axis < 3; axis++) {
                boxes[6 * body + axis] = Double.POSITIVE_INFINITY;
                boxes[6 * body + 3 + axis] = Double.NEGATIVE_INFINITY;
            }
        }
        var box = new double[6];
        for (int triangle = 0; triangle < bodies.length; triangle++) {
            int body = bodies[triangle];
            if (body < 0) {
                continue;
            }
            starts[body + 1]++;
            BoxTree.box(mesh, triangle, box, 0);
            for (int axis = 0; axis < 3; axis++) {
                boxes[6 * body + axis] = Math.min(boxes[6 * body + axis], box[axis]);
                boxes[6 * body + 3 + axis] = Math.max(boxes[6 * body + 3 + axis], box[3 + axis]);
            }
        }
        for (int body = 0; body < bodyCount; body++) {
            starts[body + 1] += starts[body];
        }
        int[] next = starts.clone();
        for (int triangle = 0; triangle < bodies.length; triangle++) {
            if (bodies[triangle] >= 0) {
                triangles[next[bodies[triangle]]++] = triangle;
            }
        }
    }
}
