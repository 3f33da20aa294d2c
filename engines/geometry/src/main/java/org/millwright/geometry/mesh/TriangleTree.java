package org.millwright.geometry.mesh;

import org.millwright.geometry.Mesh;

/** Boxes around triangles around boxes: finds what a ray meets without asking every triangle. */
final class TriangleTree {
    private static final int LEAF_TRIANGLES = 4;
    private static final int DEEPEST = 64;

    private final Mesh mesh;
    private final int[] order;
    private final double[] centres;
    /** Six bounds per node; node n covers a range of {@code order}, its children are 2n + 1 and 2n + 2. */
    private final double[] boxes;

    private final int levels;

    TriangleTree(Mesh mesh) {
        this.mesh = mesh;
        int count = mesh.triangleCount();
        order = new int[count];
        centres = new double[3 * count];
        for (int triangle = 0; triangle < count; triangle++) {
            order[triangle] = triangle;
            for (int axis = 0; axis < 3; axis++) {
                centres[3 * triangle + axis] =
                        (value(triangle, 0, axis) + value(triangle, 1, axis) + value(triangle, 2, axis)) / 3;
            }
        }
        int depth = 0;
        while ((count >> depth) > LEAF_TRIANGLES) {
            depth++;
        }
        levels = depth;
        boxes = new double[6 * ((2 << depth) - 1)];
        build(0, 0, count, 0);
    }

    /**
     * Distance along a ray to the first face that it leaves the solid through, beyond {@code nearest}; infinite when there
     * is none. The direction has length one.
     *
     * @param normalSign 1 when faces look outwards, -1 when the mesh is inside out
     * @param hit receives the triangle that was met
     */
    double exit(double[] from, double[] direction, double nearest, int normalSign, int[] hit) {
        var nodes = new int[2 * DEEPEST];
        var starts = new int[2 * DEEPEST];
        var ends = new int[2 * DEEPEST];
        int size = 1;
        ends[0] = order.length;
        double best = Double.POSITIVE_INFINITY;
        int leaves = (1 << levels) - 1;
        while (size > 0) {
            size--;
            int node = nodes[size];
            int start = starts[size];
            int end = ends[size];
            if (start == end || !meets(node, from, direction, best)) {
                continue;
            }
            if (node >= leaves) {
                for (int i = start; i < end; i++) {
                    double distance = distance(order[i], from, direction, normalSign);
                    if (distance > nearest && distance < best) {
                        best = distance;
                        hit[0] = order[i];
                    }
                }
                continue;
            }
            int middle = (start + end) >>> 1;
            nodes[size] = 2 * node + 1;
            starts[size] = start;
            ends[size++] = middle;
            nodes[size] = 2 * node + 2;
            starts[size] = middle;
            ends[size++] = end;
        }
        return best;
    }

    private void build(int node, int start, int end, int level) {
        int at = 6 * node;
        for (int axis = 0; axis < 3; axis++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = start; i < end; i++) {
                for (int corner = 0; corner < 3; corner++) {
                    double value = value(order[i], corner, axis);
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
            boxes[at + axis] = low;
            boxes[at + 3 + axis] = high;
        }
        if (level == levels) {
            return;
        }
        int axis = 0;
        for (int other = 1; other < 3; other++) {
            if (boxes[at + 3 + other] - boxes[at + other] > boxes[at + 3 + axis] - boxes[at + axis]) {
                axis = other;
            }
        }
        int middle = (start + end) >>> 1;
        partition(start, end, middle, axis);
        build(2 * node + 1, start, middle, level + 1);
        build(2 * node + 2, middle, end, level + 1);
    }

    /** Hoare's selection: afterwards nothing before {@code middle} lies farther along the axis than what follows. */
    private void partition(int start, int end, int middle, int axis) {
        int low = start;
        int high = end - 1;
        while (low < high) {
            double pivot = centres[3 * order[(low + high) >>> 1] + axis];
            int i = low;
            int j = high;
            while (i <= j) {
                while (centres[3 * order[i] + axis] < pivot) {
                    i++;
                }
                while (centres[3 * order[j] + axis] > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swapped = order[i];
                    order[i++] = order[j];
                    order[j--] = swapped;
                }
            }
            if (middle <= j) {
                high = j;
            } else if (middle >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private boolean meets(int node, double[] from, double[] direction, double best) {
        double enter = 0;
        double leave = best;
        for (int axis = 0; axis < 3; axis++) {
            double low = boxes[6 * node + axis] - from[axis];
            double high = boxes[6 * node + 3 + axis] - from[axis];
            if (direction[axis] == 0) {
                if (low > 0 || high < 0) {
                    return false;
                }
                continue;
            }
            double a = low / direction[axis];
            double b = high / direction[axis];
            enter = Math.max(enter, Math.min(a, b));
            leave = Math.min(leave, Math.max(a, b));
        }
        // A hair of slack, so that rounding cannot lose a triangle that lies in a face of its box.
        return enter <= leave * (1 + 1e-12) + 1e-12;
    }

    /** Möller and Trumbore's test, for faces seen from behind only; NaN when the ray misses. */
    private double distance(int triangle, double[] from, double[] direction, int normalSign) {
        int a = mesh.corner(triangle, 0);
        int b = mesh.corner(triangle, 1);
        int c = mesh.corner(triangle, 2);
        double ux = mesh.x(b) - mesh.x(a), uy = mesh.y(b) - mesh.y(a), uz = mesh.z(b) - mesh.z(a);
        double vx = mesh.x(c) - mesh.x(a), vy = mesh.y(c) - mesh.y(a), vz = mesh.z(c) - mesh.z(a);
        double px = direction[1] * vz - direction[2] * vy;
        double py = direction[2] * vx - direction[0] * vz;
        double pz = direction[0] * vy - direction[1] * vx;
        double determinant = ux * px + uy * py + uz * pz;
        if (determinant * normalSign >= 0) {
            return Double.NaN;
        }
        double sx = from[0] - mesh.x(a), sy = from[1] - mesh.y(a), sz = from[2] - mesh.z(a);
        double s = (sx * px + sy * py + sz * pz) / determinant;
        double qx = sy * uz - sz * uy;
        double qy = sz * ux - sx * uz;
        double qz = sx * uy - sy * ux;
        double t = (direction[0] * qx + direction[1] * qy + direction[2] * qz) / determinant;
        if (s < -1e-9 || t < -1e-9 || s + t > 1 + 1e-9) {
            return Double.NaN;
        }
        return (vx * qx + vy * qy + vz * qz) / determinant;
    }

    private double value(int triangle, int corner, int axis) {
        int vertex = mesh.corner(triangle, corner);
        return switch (axis) {
            case 0 -> mesh.x(vertex);
            case 1 -> mesh.y(vertex);
            default -> mesh.z(vertex);
        };
    }
}
