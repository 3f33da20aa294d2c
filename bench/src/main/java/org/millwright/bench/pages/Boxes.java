package org.millwright.bench.pages;

import java.util.Locale;

/** Boxes as ASCII STL. */
final class Boxes {
    private static final int[][] FACES = {
        {0, 2, 1}, {0, 3, 2}, {4, 5, 6}, {4, 6, 7}, {0, 1, 5}, {0, 5, 4},
        {1, 2, 6}, {1, 6, 5}, {2, 3, 7}, {2, 7, 6}, {3, 0, 4}, {3, 4, 7}
    };

    private Boxes() {}

    /** A box with its corner at the origin; millimetres. */
    static String stl(double x, double y, double z) {
        double[][] corners = {{0, 0, 0}, {x, 0, 0}, {x, y, 0}, {0, y, 0}, {0, 0, z}, {x, 0, z}, {x, y, z}, {0, y, z}};
        var text = new StringBuilder("solid box\n");
        for (int[] face : FACES) {
            text.append("facet normal 0 0 0\nouter loop\n");
            for (int corner : face) {
                text.append(String.format(
                        Locale.ROOT, "vertex %f %f %f%n", corners[corner][0], corners[corner][1], corners[corner][2]));
            }
            text.append("endloop\nendfacet\n");
        }
        return text.append("endsolid box\n").toString();
    }
}
