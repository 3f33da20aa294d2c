package org.millwright.geometry.repair.union;

import java.util.function.IntConsumer;
import org.millwright.geometry.Mesh;

/** Boxes around triangles around boxes, to find the triangles whose boxes meet a box. */
final class BoxTree {
    private static final int LEAF = 8;

    private final int[] order;
    private final double[] boxes;
    /** Six bounds per node; the children of node n are 2 n + 1 and 2 n + 2. */
    private final double[] nodes;

    private final int levels;

    /** @param chosen the triangles to hold */
    BoxTree(Mesh mesh, int[] chosen) {
        order = chosen.clone();
        boxes = new double[6 * mesh.triangleCount()];
        for (int triangle : chosen) {
            box(mesh, triangle, boxes, 6 * triangle);
        }
        int depth = 0;
        while ((order.length >> depth) > LEAF) {
            depth++;
        }
        levels = depth;
        nodes = new double[6 * ((2 << depth) - 1)];
        build(0, 0, order.length, 0);
    }

    static void box(Mesh mesh, int triangle, double[] into, int at) {
        int a = mesh.corner(triangle, 0);
        int b = mesh.corner(triangle, 1);
        int c = mesh.corner(triangle, 2);
        into[at] = Math.min(mesh.x(a), Math.min(mesh.x(b), mesh.x(c)));
        into[at + 1] = Math.min(mesh.y(a), Math.min(mesh.y(b), mesh.y(c)));
        into[at + 2] = Math.min(mesh.z(a), Math.min(mesh.z(b), mesh.z(c)));
        into[at + 3] = Math.max(mesh.x(a), Math.max(mesh.x(b), mesh.x(c)));
        into[at + 4] = Math.max(mesh.y(a), Math.max(mesh.y(b), mesh.y(c)));
        into[at + 5] = Math.max(mesh.z(a), Math.max(mesh.z(b), mesh.z(c)));
    }

    /** Triangles whose boxes meet that of a triangle held, itself included. */
    void meeting(int triangle, IntConsumer visitor) {
        visit(0, 0, order.length, 0, 6 * triangle, visitor);
    }

    private void visit(int node, int from, int to, int level, int box, IntConsumer visitor) {
        if (!meet(nodes, 6 * node, boxes, box)) {
            return;
        }
        if (level == levels) {
            for (int i = from; i < to; i++) {
                if (meet(boxes, 6 * order[i], boxes, box)) {
                    visitor.accept(order[i]);
                }
            }
            return;
        }
        int middle = (from + to) >>> 1;
        visit(2 * node + 1, from, middle, level + 1, box, visitor);
        visit(2 * node + 2, middle, to, level + 1, box, visitor);
    }

    private static boolean meet(double[] one, int a, double[] other, int b) {
        return one[a] <= other[b + 3]
                && other[b] <= one[a + 3]
                && one[a + 1] <= other[b + 4]
                && other[b + 1] <= one[a + 4]
                && one[a + 2] <= other[b + 5]
                && other[b + 2] <= one[a + 5];
    }

    private void build(int node, int from, int to, int level) {
        int at = 6 * node;
        for (int axis = 0; axis < 3; axis++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                low = Math.min(low, boxes[6 * order[i] + axis]);
                high = Math.max(high, boxes[6 * order[i] + 3 + axis]);
            }
            nodes[at + axis] = low;
            nodes[at + 3 + axis] = high;
        }
        if (level == levels) {
            return;
        }
        int axis = 0;
        for (int other = 1; other < 3; other++) {
            if (nodes[at + 3 + other] - nodes[at + other] > nodes[at + 3 + axis] - nodes[at + axis]) {
                axis = other;
            }
        }
        int middle = (from + to) >>> 1;
        select(from, to - 1, middle, axis);
        build(2 * node + 1, from, middle, level + 1);
        build(2 * node + 2, middle, to, level + 1);
    }

    /** Hoare's selection by the middle of the boxes. */
    private void select(int first, int last, int middle, int axis) {
        int low = first;
        int high = last;
        while (low < high) {
            double pivot = centre(order[(low + high) >>> 1], axis);
            int i = low;
            int j = high;
            while (i <= j) {
                while (centre(order[i], axis) < pivot) {
                    i++;
                }
                while (centre(order[j], axis) > pivot) {
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

    private double centre(int triangle, int axis) {
        return boxes[6 * triangle + axis] + boxes[6 * triangle + 3 + axis];
    }
}
