package org.millwright.factory.journey;

import java.util.Locale;

/** Design files made for tests. */
final class TestParts {
    private TestParts() {}

    /** A box as ASCII STL, in millimetres, with one corner at the origin. */
    static String box(double x, double y, double z) {
        double[][] corners = {{0, 0, 0}, {x, 0, 0}, {x, y, 0}, {0, y, 0}, {0, 0, z}, {x, 0, z}, {x, y, z}, {0, y, z}};
        int[][] faces = {
            {0, 2, 1}, {0, 3, 2}, {4, 5, 6}, {4, 6, 7}, {0, 1, 5}, {0, 5, 4},
            {1, 2, 6}, {1, 6, 5}, {2, 3, 7}, {2, 7, 6}, {3, 0, 4}, {3, 4, 7}
        };
        var text = new StringBuilder("solid box\n");
        for (int[] face : faces) {
            text.append("facet normal 0 0 0\nouter loop\n");
            for (int corner : face) {
                text.append(String.format(
                        Locale.ROOT, "vertex %f %f %f%n", corners[corner][0], corners[corner][1], corners[corner][2]));
            }
            text.append("endloop\nendfacet\n");
        }
        return text.append("endsolid box\n").toString();
    }

    /** A square plate with a round hole, as DXF in millimetres. */
    static String plate(double side, double hole) {
        return """
                0
                SECTION
                2
                HEADER
                9
                $INSUNITS
                70
                4
                0
                ENDSEC
                0
                SECTION
                2
                ENTITIES
                0
                LWPOLYLINE
                8
                0
                90
                4
                70
                1
                10
                0
                20
                0
                10
                %1$s
                20
                0
                10
                %1$s
                20
                %1$s
                10
                0
                20
                %1$s
                0
                CIRCLE
                8
                0
                10
                %2$s
                20
                %2$s
                40
                %3$s
                0
                ENDSEC
                0
                EOF
                """.formatted(side, side / 2, hole / 2);
    }
}
