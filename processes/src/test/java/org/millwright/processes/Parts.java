package org.millwright.processes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;

/** Generated parts and set-ups for tests. */
public final class Parts {
    private Parts() {}

    /** A box with its corner at the origin. */
    public static Mesh box(double x, double y, double z) {
        double[] c = {0, 0, 0, x, 0, 0, x, y, 0, 0, y, 0, 0, 0, z, x, 0, z, x, y, z, 0, y, z};
        int[] t = {
            0, 2, 1, 0, 3, 2, 4, 5, 6, 4, 6, 7, 0, 1, 5, 0, 5, 4, 1, 2, 6, 1, 6, 5, 2, 3, 7, 2, 7, 6, 3, 0, 4, 3, 4, 7
        };
        return new Mesh(c, t);
    }

    /** A tube standing on the bed around the origin. */
    public static Mesh tube(double outerRadius, double innerRadius, double height, int sides) {
        var c = new double[12 * sides];
        for (int i = 0; i < sides; i++) {
            double angle = 2 * Math.PI * i / sides;
            double[] radii = {outerRadius, outerRadius, innerRadius, innerRadius};
            for (int k = 0; k < 4; k++) {
                c[12 * i + 3 * k] = radii[k] * Math.cos(angle);
                c[12 * i + 3 * k + 1] = radii[k] * Math.sin(angle);
                c[12 * i + 3 * k + 2] = k % 2 == 0 ? 0 : height;
            }
        }
        var t = new ArrayList<Integer>();
        for (int i = 0; i < sides; i++) {
            int a = 4 * i, b = 4 * ((i + 1) % sides);
            quad(t, a, b, b + 1, a + 1);
            quad(t, b + 2, a + 2, a + 3, b + 3);
            quad(t, a + 1, b + 1, b + 3, a + 3);
            quad(t, b, a, a + 2, b + 2);
        }
        return new Mesh(c, t.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * A solid between regular polygons around the z axis.
     *
     * @param profile radius and height of each polygon in turn, from below
     */
    public static Mesh turned(int sides, double... profile) {
        int levels = profile.length / 2;
        var c = new double[3 * (sides * levels + 2)];
        for (int level = 0; level < levels; level++) {
            for (int i = 0; i < sides; i++) {
                double angle = 2 * Math.PI * (i + 0.5) / sides;
                int at = 3 * (level * sides + i);
                c[at] = profile[2 * level] * Math.cos(angle);
                c[at + 1] = profile[2 * level] * Math.sin(angle);
                c[at + 2] = profile[2 * level + 1];
            }
        }
        int bottom = sides * levels, top = bottom + 1;
        c[3 * bottom + 2] = profile[1];
        c[3 * top + 2] = profile[profile.length - 1];
        var t = new ArrayList<Integer>();
        for (int i = 0; i < sides; i++) {
            int next = (i + 1) % sides;
            t.addAll(List.of(bottom, next, i, top, (levels - 1) * sides + i, (levels - 1) * sides + next));
            for (int level = 0; level + 1 < levels; level++) {
                int row = level * sides;
                quad(t, row + i, row + next, row + sides + next, row + sides + i);
            }
        }
        return new Mesh(c, t.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Several solids in one mesh, sharing nothing. */
    public static Mesh together(Mesh... solids) {
        var xyz =
                new double[3 * Arrays.stream(solids).mapToInt(Mesh::vertexCount).sum()];
        var corners =
                new int[3 * Arrays.stream(solids).mapToInt(Mesh::triangleCount).sum()];
        int vertices = 0, used = 0;
        for (Mesh solid : solids) {
            for (int i = 0; i < 3 * solid.triangleCount(); i++) {
                corners[used++] = vertices + solid.corner(i / 3, i % 3);
            }
            for (int i = 0; i < solid.vertexCount(); i++) {
                xyz[3 * vertices] = solid.x(i);
                xyz[3 * vertices + 1] = solid.y(i);
                xyz[3 * vertices++ + 2] = solid.z(i);
            }
        }
        return new Mesh(xyz, corners);
    }

    private static void quad(List<Integer> t, int a, int b, int c, int d) {
        t.addAll(List.of(a, b, c, a, c, d));
    }

    public static Ring rectangle(double x, double y, double width, double depth) {
        return new Ring(new double[] {x, y, x + width, y, x + width, y + depth, x, y + depth});
    }

    public static Ring circle(double x, double y, double radius) {
        int sides = 96;
        var xy = new double[2 * sides];
        for (int i = 0; i < sides; i++) {
            xy[2 * i] = x + radius * Math.cos(2 * Math.PI * i / sides);
            xy[2 * i + 1] = y + radius * Math.sin(2 * Math.PI * i / sides);
        }
        return new Ring(xy);
    }

    public static Outline outline(Ring outer, Ring... holes) {
        return new Outline(List.of(new Region(outer, List.of(holes))), List.of());
    }

    public static Setup printer(Map<String, Double> options) {
        return new Setup(
                new Material("pla", MaterialForm.FILAMENT, 1.24, null, Map.of("nozzleC", 210.0, "bedC", 60.0)),
                new Equipment("desktop printer", 250, 210, 210, Map.of("nozzleMm", 0.4)),
                options);
    }

    public static Setup laser(Map<String, Double> options) {
        return new Setup(
                new Material("plywood-3", MaterialForm.SHEET, 0.68, 3.0, Map.of("cutMmPerMin", 600.0, "kerfMm", 0.2)),
                new Equipment("desktop laser", 600, 400, 50, Map.of("spindleMax", 1000.0)),
                options);
    }

    public static Build alone(org.millwright.geometry.Shape part, double x, double y) {
        return new Build("test-build", List.of(new Build.Placed("unit-1", part, 0, x, y)));
    }
}
