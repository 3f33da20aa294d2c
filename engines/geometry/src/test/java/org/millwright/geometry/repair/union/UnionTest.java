package org.millwright.geometry.repair.union;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.geometry.Solids.box;
import static org.millwright.geometry.Solids.cylinder;
import static org.millwright.geometry.Solids.insideOut;
import static org.millwright.geometry.Solids.together;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.mesh.MeshMeasures;
import org.millwright.geometry.mesh.Winding;
import org.millwright.geometry.repair.MeshRepair;
import org.millwright.geometry.repair.Repaired;

class UnionTest {
    @Test
    void overlappingBoxesCountWhatTheyShareOnce() {
        assertThat(united(box(0, 0, 0, 2, 2, 2), box(1, 1, 1, 2, 2, 2))).isCloseTo(15, within(1e-12));
    }

    @Test
    void facesInOnePlaneAreCutOnce() {
        // Sides flush: the overlap is 1 x 2 x 2, and four pairs of faces lie in one plane.
        assertThat(united(box(0, 0, 0, 2, 2, 2), box(1, 0, 0, 2, 2, 2))).isCloseTo(12, within(1e-12));
        // A smaller box standing on a face from inside.
        assertThat(united(box(0, 0, 0, 4, 4, 4), box(1, 1, 0, 2, 2, 2))).isCloseTo(64, within(1e-12));
        // Face against face from outside, shifted.
        assertThat(united(box(0, 0, 0, 2, 2, 2), box(2, 0.5, 0.5, 2, 2, 2))).isCloseTo(16, within(1e-12));
    }

    @Test
    void bodyInsideAnotherGoesAway() {
        assertThat(united(box(0, 0, 0, 10, 10, 10), box(3, 3, 3, 2, 2, 2))).isCloseTo(1000, within(1e-9));
    }

    @Test
    void cavityStaysACavityAndABodyMayReachIntoIt() {
        Mesh hollow = together(box(0, 0, 0, 10, 10, 10), insideOut(box(2, 2, 2, 6, 6, 6)));
        assertThat(united(hollow, box(-1, 4, 4, 6, 1, 1))).isCloseTo(1000 - 216 + 1 + 3, within(1e-9));
    }

    @Test
    void bodiesApartStayTheyAre() {
        Mesh apart = together(box(0, 0, 0, 1, 1, 1), box(3, 0, 0, 1, 1, 1));
        assertThat(MeshRepair.of(apart).mesh()).isSameAs(apart);
    }

    @Test
    void threeBodiesMeetInOnePlace() {
        Mesh cross = together(box(-5, -1, -1, 10, 2, 2), box(-1, -5, -1, 2, 10, 2), box(-1, -1, -5, 2, 2, 10));
        assertThat(united(cross)).isCloseTo(3 * 40 - 2 * 8, within(1e-9));
    }

    /** Rotated bodies in general position, against an estimate by winding numbers of the bodies as they came. */
    @Test
    void bodiesInGeneralPositionHaveTheVolumeThatSamplingFinds() {
        for (long seed = 0; seed < 12; seed++) {
            var random = new SplittableRandom(seed);
            Mesh bodies = together(
                    turned(box(-3, -2, -1, 6, 4, 2), random),
                    turned(cylinder(1.5, 6, 24), random),
                    turned(box(-1, -1, -3, 2, 2, 6), random));
            Repaired repaired = MeshRepair.of(bodies);
            assertThat(MeshMeasures.of(repaired.mesh()).openEdges())
                    .as("seed %d", seed)
                    .isZero();
            double sampled = sampled(bodies, random, 60_000);
            assertThat(repaired.volumeAfterMm3()).as("seed %d", seed).isCloseTo(sampled, within(0.02 * sampled));
        }
    }

    private static double united(Mesh... bodies) {
        Repaired repaired = MeshRepair.of(together(bodies));
        assertThat(repaired.watertight()).isTrue();
        return repaired.volumeAfterMm3();
    }

    private static double sampled(Mesh bodies, SplittableRandom random, int samples) {
        var box = bodies.bounds();
        int inside = 0;
        for (int i = 0; i < samples; i++) {
            double x = box.min().x() + random.nextDouble() * box.sizeX();
            double y = box.min().y() + random.nextDouble() * box.sizeY();
            double z = box.min().z() + random.nextDouble() * box.sizeZ();
            double turns = 0;
            for (int triangle = 0; triangle < bodies.triangleCount(); triangle++) {
                turns += Winding.share(bodies, triangle, x, y, z);
            }
            inside += turns > 0.5 ? 1 : 0;
        }
        return box.sizeX() * box.sizeY() * box.sizeZ() * inside / samples;
    }

    private static Mesh turned(Mesh mesh, SplittableRandom random) {
        double a = random.nextDouble(3), b = random.nextDouble(3);
        var xyz = new double[3 * mesh.vertexCount()];
        for (int i = 0; i < mesh.vertexCount(); i++) {
            double x = mesh.x(i) * Math.cos(a) - mesh.y(i) * Math.sin(a);
            double y = mesh.x(i) * Math.sin(a) + mesh.y(i) * Math.cos(a);
            double z = mesh.z(i);
            xyz[3 * i] = x;
            xyz[3 * i + 1] = y * Math.cos(b) - z * Math.sin(b);
            xyz[3 * i + 2] = y * Math.sin(b) + z * Math.cos(b);
        }
        var corners = new int[3 * mesh.triangleCount()];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = mesh.corner(i / 3, i % 3);
        }
        return new Mesh(xyz, corners);
    }
}
