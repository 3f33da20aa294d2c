package org.millwright.factory.demo;

import java.util.List;
import java.util.Locale;

/** Small designs of our own to try the factory on, written as the files that a buyer would upload. Millimetres. */
final class SampleDesigns {
    private SampleDesigns() {}

    /** A file as a buyer would upload it, with the process and material it is meant for. */
    record Sample(String fileName, String content, String process, String materialId, int quantity, String customer) {
        Sample of(int pieces, String buyer) {
            return new Sample(fileName, content, process, materialId, pieces, buyer);
        }

        Sample from(String material) {
            return new Sample(fileName, content, process, material, quantity, customer);
        }
    }

    static Sample named(String fileName) {
        return all().stream()
                .filter(sample -> sample.fileName().equals(fileName))
                .findFirst()
                .orElseThrow();
    }

    /** A mixed morning: several materials, quantities and both processes. */
    static List<Sample> all() {
        return List.of(
                new Sample("shelf-bracket.stl", lBracket(40, 30, 6, 18), "printing", "pla", 4, "Harbour Books"),
                new Sample("hex-spacer.stl", prism(hexagon(9), 25), "printing", "petg", 6, "Attic Robotics Club"),
                new Sample("gasket.dxf", gasket(60, 36, 4), "cutting", "acrylic-3", 8, "Pump & Valve Repair"),
                new Sample(
                        "door-wedge.stl",
                        prism(new double[] {0, 0, 90, 0, 0, 26}, 32),
                        "printing",
                        "pla",
                        2,
                        "Kita Sonnenhof"),
                new Sample("plant-label.svg", plantLabel(), "cutting", "plywood-3", 20, "Market Garden Nord"),
                new Sample("cable-clip.stl", lBracket(14, 10, 3, 12), "printing", "pla", 12, "Harbour Books"));
    }

    /** An angle with legs of the given lengths, {@code thickness} thick and {@code width} wide, lying on its side. */
    static String lBracket(double legX, double legY, double thickness, double width) {
        // The inner corner comes first: seen from it the whole outline is visible, so a fan of triangles fills it.
        double[] outline = {thickness, thickness, thickness, legY, 0, legY, 0, 0, legX, 0, legX, thickness};
        return prism(outline, width);
    }

    private static double[] hexagon(double radius) {
        double[] outline = new double[12];
        for (int i = 0; i < 6; i++) {
            outline[2 * i] = radius * Math.cos(Math.PI / 3 * i);
            outline[2 * i + 1] = radius * Math.sin(Math.PI / 3 * i);
        }
        return outline;
    }

    /** A counter-clockwise outline, all of it visible from its first point, pulled up to a solid, as ASCII STL. */
    private static String prism(double[] outline, double height) {
        var text = new StringBuilder("solid sample\n");
        int points = outline.length / 2;
        for (int i = 0; i < points; i++) {
            int next = (i + 1) % points;
            double x = outline[2 * i];
            double y = outline[2 * i + 1];
            double nextX = outline[2 * next];
            double nextY = outline[2 * next + 1];
            facet(text, x, y, 0, nextX, nextY, 0, nextX, nextY, height);
            facet(text, x, y, 0, nextX, nextY, height, x, y, height);
            if (i > 0 && next > 0) {
                facet(text, outline[0], outline[1], height, x, y, height, nextX, nextY, height);
                facet(text, outline[0], outline[1], 0, nextX, nextY, 0, x, y, 0);
            }
        }
        return text.append("endsolid sample\n").toString();
    }

    private static void facet(StringBuilder text, double... corners) {
        text.append("facet normal 0 0 0\nouter loop\n");
        for (int i = 0; i < 9; i += 3) {
            text.append(
                    String.format(Locale.ROOT, "vertex %.6f %.6f %.6f%n", corners[i], corners[i + 1], corners[i + 2]));
        }
        text.append("endloop\nendfacet\n");
    }

    /** A square gasket with a bore and four bolt holes, as DXF in millimetres. */
    static String gasket(double side, double bore, double bolt) {
        var text =
                new StringBuilder("0\nSECTION\n2\nHEADER\n9\n$INSUNITS\n70\n4\n0\nENDSEC\n0\nSECTION\n2\nENTITIES\n");
        text.append("0\nLWPOLYLINE\n8\n0\n90\n4\n70\n1\n");
        double[] square = {0, 0, side, 0, side, side, 0, side};
        for (int i = 0; i < 8; i += 2) {
            text.append("10\n%s\n20\n%s\n".formatted(square[i], square[i + 1]));
        }
        circle(text, side / 2, side / 2, bore / 2);
        double edge = bolt * 1.5;
        for (double x : new double[] {edge, side - edge}) {
            for (double y : new double[] {edge, side - edge}) {
                circle(text, x, y, bolt / 2);
            }
        }
        return text.append("0\nENDSEC\n0\nEOF\n").toString();
    }

    private static void circle(StringBuilder text, double x, double y, double radius) {
        text.append("0\nCIRCLE\n8\n0\n10\n%s\n20\n%s\n40\n%s\n".formatted(x, y, radius));
    }

    private static String plantLabel() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="120mm" height="24mm" viewBox="0 0 120 24">
                  <path d="M 0 12 L 18 2 H 116 A 4 4 0 0 1 120 6 V 18 A 4 4 0 0 1 116 22 H 18 Z" fill="none" stroke="black"/>
                  <circle cx="110" cy="12" r="4" fill="none" stroke="black"/>
                </svg>
                """;
    }
}
