package org.millwright.processes.manufacturability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.mesh.MeshMeasures;

/** Angles of bent sheet, drawn as the side view swept along the bend. */
class BendingRulesTest {
    private static final int STEPS = 16;
    private static final double WIDTH_MM = 60;

    /**
     * <pre>
     *    |        leg
     *    |
     *    (______  foot
     * </pre>
     */
    @Test
    void generousAngleHasNothingToSay() {
        List<Finding> findings = judged(angle(2, 3, 40, 40));
        assertThat(find(findings, "no-sheet")).isEmpty();
        assertThat(find(findings, "tight-bend")).isEmpty();
        assertThat(find(findings, "short-flange")).isEmpty();
    }

    @Test
    void radiusIsComparedWithTheThickness() {
        Finding tight = find(judged(angle(2, 0.8, 40, 40)), "tight-bend").orElseThrow();
        assertThat(number(tight, "value")).isCloseTo(0.4, within(0.01));
        assertThat(find(judged(angle(2, 2.1, 40, 40)), "tight-bend")).isEmpty();
    }

    @Test
    void flangeThatABrakeCannotHoldIsNamedWithItsLength() {
        Finding flange = find(judged(angle(2, 3, 2, 40)), "short-flange").orElseThrow();
        assertThat(number(flange, "flangeMm")).isCloseTo(2 + 3 + 2, within(0.05));
        assertThat(number(flange, "value")).isCloseTo(2, within(0.02));
        assertThat(find(judged(angle(2, 3, 40, 3)), "short-flange")).isPresent();
        assertThat(find(judged(angle(2, 3, 5, 40)), "short-flange")).isEmpty();
    }

    @Test
    void solidBlockIsNoSheet() {
        assertThat(find(judged(angle(30, 3, 5, 5)), "no-sheet")).isPresent();
    }

    private static double number(Finding finding, String name) {
        return ((Number) finding.arguments().getOrDefault(name, Double.NaN)).doubleValue();
    }

    private static List<Finding> judged(Mesh mesh) {
        return Manufacturability.findings(mesh, Making.BENDING, Map.of());
    }

    private static Optional<Finding> find(List<Finding> findings, String check) {
        return findings.stream()
                .filter(finding -> finding.check().equals(check))
                .findFirst();
    }

    /** A leg of this length upwards, a bend, a foot of this length to the right; lengths without the bend. */
    private static Mesh angle(double thickness, double radius, double legMm, double footMm) {
        var inner = new ArrayList<double[]>();
        var outer = new ArrayList<double[]>();
        inner.add(new double[] {-radius, legMm});
        outer.add(new double[] {-radius - thickness, legMm});
        for (int i = 0; i <= STEPS; i++) {
            double angle = Math.PI + i * Math.PI / 2 / STEPS;
            inner.add(new double[] {radius * Math.cos(angle), radius * Math.sin(angle)});
            outer.add(new double[] {(radius + thickness) * Math.cos(angle), (radius + thickness) * Math.sin(angle)});
        }
        inner.add(new double[] {footMm, -radius});
        outer.add(new double[] {footMm, -radius - thickness});
        int count = inner.size();
        var xyz = new double[12 * count];
        for (int i = 0; i < count; i++) {
            double[][] corners = {inner.get(i), outer.get(i)};
            for (int side = 0; side < 2; side++) {
                for (int end = 0; end < 2; end++) {
                    int at = 3 * (4 * i + 2 * side + end);
                    xyz[at] = corners[side][0];
                    xyz[at + 1] = end * WIDTH_MM;
                    xyz[at + 2] = corners[side][1];
                }
            }
        }
        var faces = new ArrayList<Integer>();
        for (int i = 0; i + 1 < count; i++) {
            int a = 4 * i, b = a + 4;
            quad(faces, a, a + 1, b + 1, b);
            quad(faces, a + 2, b + 2, b + 3, a + 3);
            quad(faces, a, b, b + 2, a + 2);
            quad(faces, a + 1, a + 3, b + 3, b + 1);
        }
        int last = 4 * (count - 1);
        quad(faces, 0, 2, 3, 1);
        quad(faces, last, last + 1, last + 3, last + 2);
        Mesh mesh = new Mesh(xyz, faces.stream().mapToInt(Integer::intValue).toArray());
        return outward(mesh);
    }

    private static void quad(List<Integer> faces, int a, int b, int c, int d) {
        faces.addAll(List.of(a, b, c, a, c, d));
    }

    private static Mesh outward(Mesh mesh) {
        if (MeshMeasures.volumeMm3(mesh) > 0) {
            return mesh;
        }
        var xyz = new double[3 * mesh.vertexCount()];
        for (int i = 0; i < mesh.vertexCount(); i++) {
            xyz[3 * i] = mesh.x(i);
            xyz[3 * i + 1] = mesh.y(i);
            xyz[3 * i + 2] = mesh.z(i);
        }
        var corners = new int[3 * mesh.triangleCount()];
        for (int t = 0; t < mesh.triangleCount(); t++) {
            corners[3 * t] = mesh.corner(t, 0);
            corners[3 * t + 1] = mesh.corner(t, 2);
            corners[3 * t + 2] = mesh.corner(t, 1);
        }
        return new Mesh(xyz, corners);
    }
}
