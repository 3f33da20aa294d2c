package org.millwright.bench.nesting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.millwright.nesting.Budget;
import org.millwright.nesting.Nesting;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;

/**
 * How many copies of a printed part go on one plate of 200 x 200 mm, 6 mm apart, beside PrusaSlicer's arrangement of as many
 * duplicates. The slicer is asked for ever more until it refuses, eight at a time, then one; without it only our own count is printed.
 */
final class PlateFigures {
    private static final double PLATE_MM = 200;
    private static final double GAP_MM = 6;
    private static final int COPIES = 60;
    private static final double HEIGHT_MM = 4;

    private PlateFigures() {}

    /** A shape that is made of boxes: x0, y0, x1, y1 each, and the outline of their union. */
    private static final class Shape {
        private final String name;
        private final double[] boxes;
        private final Polygon outline;

        Shape(String name, Polygon outline, double... boxes) {
            this.name = name;
            this.boxes = boxes;
            this.outline = outline;
        }
    }

    private static List<Shape> shapes() {
        return List.of(
                new Shape(
                        "angle", Polygon.ofMm(0, 0, 34, 0, 34, 11, 11, 11, 11, 34, 0, 34), 0, 0, 34, 11, 0, 11, 11, 34),
                new Shape(
                        "tee",
                        Polygon.ofMm(13, 0, 23, 0, 23, 22, 36, 22, 36, 32, 0, 32, 0, 22, 13, 22),
                        0,
                        22,
                        36,
                        32,
                        13,
                        0,
                        23,
                        22),
                new Shape("bar", Polygon.rectangleMm(58, 13), 0, 0, 58, 13),
                new Shape(
                        "channel",
                        Polygon.ofMm(0, 0, 44, 0, 44, 30, 36, 30, 36, 8, 8, 8, 8, 30, 0, 30),
                        0,
                        0,
                        44,
                        8,
                        0,
                        8,
                        8,
                        30,
                        36,
                        8,
                        44,
                        30));
    }

    static void print(Path work, double seconds) throws IOException {
        System.out.printf("%n| copies on one plate | Millwright | PrusaSlicer |%n|---|---|---|%n");
        for (Shape shape : shapes()) {
            int ours = ours(shape, seconds);
            System.out.printf("| %s | %d | %s |%n", shape.name, ours, theirs(work, shape));
        }
    }

    private static int ours(Shape shape, double seconds) {
        var problem = new NestingProblem(
                List.of(new Item("p", shape.outline, COPIES, Orientations.any(), 0, 0)),
                List.of(Stock.sheet("plate", PLATE_MM, PLATE_MM, 1, 0)),
                GAP_MM,
                0);
        return Nesting.of(problem)
                .solve(Budget.ofSeconds(seconds), 1)
                .placements()
                .size();
    }

    private static String theirs(Path work, Shape shape) throws IOException {
        Path stl = work.resolve(shape.name + ".stl");
        Files.writeString(stl, stl(shape), StandardCharsets.UTF_8);
        int most = 0;
        try {
            for (int more : new int[] {8, 1}) {
                while (most + more <= COPIES && isArranged(work, stl, most + more)) {
                    most += more;
                }
            }
        } catch (IOException missing) {
            return "not installed";
        }
        return String.valueOf(most);
    }

    private static boolean isArranged(Path work, Path stl, int copies) throws IOException {
        Path gcode = work.resolve("arranged.gcode");
        Files.deleteIfExists(gcode);
        String size = String.format(Locale.ROOT, "%.0f", PLATE_MM);
        var command = new ProcessBuilder(
                "prusa-slicer",
                "--export-gcode",
                "--duplicate",
                String.valueOf(copies),
                "--duplicate-distance",
                String.valueOf(GAP_MM),
                "--bed-shape",
                "0x0,%sx0,%sx%s,0x%s".formatted(size, size, size, size),
                "--skirts",
                "0",
                "--fill-density",
                "0",
                "--layer-height",
                "1",
                "--first-layer-height",
                "1",
                "--nozzle-diameter",
                "2",
                "--perimeters",
                "1",
                "--top-solid-layers",
                "0",
                "-o",
                gcode.toString(),
                stl.toString());
        command.redirectErrorStream(true)
                .redirectOutput(work.resolve("arranged.txt").toFile());
        Process process = command.start();
        try {
            boolean ended = process.waitFor(120, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0 && Files.exists(gcode);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroy();
        }
    }

    private static String stl(Shape shape) {
        var text = new StringBuilder("solid part\n");
        int[][] faces = {
            {0, 3, 2}, {0, 2, 1}, {4, 5, 6}, {4, 6, 7}, {0, 1, 5}, {0, 5, 4}, {1, 2, 6}, {1, 6, 5}, {2, 3, 7},
            {2, 7, 6}, {3, 0, 4}, {3, 4, 7}
        };
        for (int b = 0; b < shape.boxes.length; b += 4) {
            for (int[] face : faces) {
                text.append("facet normal 0 0 0\nouter loop\n");
                for (int corner : face) {
                    boolean right = corner % 4 == 1 || corner % 4 == 2;
                    boolean back = corner % 4 >= 2;
                    text.append(String.format(
                            Locale.ROOT,
                            "vertex %s %s %s%n",
                            shape.boxes[b + (right ? 2 : 0)],
                            shape.boxes[b + (back ? 3 : 1)],
                            corner >= 4 ? HEIGHT_MM : 0));
                }
                text.append("endloop\nendfacet\n");
            }
        }
        return text.append("endsolid part\n").toString();
    }
}
