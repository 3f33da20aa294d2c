package org.millwright.geometry.repair.union;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.geometry.Solids.box;
import static org.millwright.geometry.Solids.cylinder;
import static org.millwright.geometry.Solids.insideOut;
import static org.millwright.geometry.Solids.together;

import java.util.ArrayList;
import java.util.List;
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
    void equalBoxesAreOne() {
        assertThat(united(box(0, 0, 0, 3, 2, 1), box(0, 0, 0, 3, 2, 1))).isCloseTo(6, within(1e-12));
    }

    @Test
    void stackedBoxesOfOneFootprintAreOneTower() {
        assertThat(united(box(0, 0, 0, 2, 2, 1), box(0, 0, 1, 2, 2, 1), box(0, 0, 2, 2, 2, 3)))
                .isCloseTo(20, within(1e-12));
        // Overlapping storeys, each flush with all others on four sides.
        assertThat(united(box(0, 0, 0, 2, 2, 2), box(0, 0, 1, 2, 2, 2), box(0, 0, 2, 2, 2, 2)))
                .isCloseTo(16, within(1e-12));
    }

    @Test
    void boxesThatTouchInPartOfAFaceAlongAnEdgeOrInACornerKeepTheirVolume() {
        assertThat(united(box(0, 0, 0, 2, 2, 2), box(2, 1, 1, 2, 2, 2))).isCloseTo(16, within(1e-12));
        assertThat(united(box(0, 0, 0, 2, 2, 2), box(2, 2, 0, 2, 2, 2))).isCloseTo(16, within(1e-12));
        assertThat(united(box(0, 0, 0, 2, 2, 2), box(2, 2, 2, 2, 2, 2))).isCloseTo(16, within(1e-12));
    }

    @Test
    void slottedBlocksShiftedAlongEachAxisCountWhatTheyShareOnce() {
        // 40 x 20 x 20 with a T-slot along x: neck 8 x 8, head 14 x 6; profile 400 - 64 - 84 mm2.
        Mesh block = tSlot(40, 20, 20);
        assertThat(MeshMeasures.volumeMm3(block)).isCloseTo(40 * 252, within(1e-9));
        assertThat(united(block, block.moved(10, 0, 0))).isCloseTo(50 * 252, within(1e-9));
        assertThat(united(block, block.moved(-40, 0, 0))).isCloseTo(80 * 252, within(1e-9));
        // Up by 2: open stay 2 + 6 + 2 rows as wide as the neck and 4 as wide as the head.
        assertThat(united(block, block.moved(0, 0, 2))).isCloseTo(40 * (22 * 20 - (10 * 8 + 4 * 14)), within(1e-9));
        // Aside by 3: the slots share 5 of the neck's and 11 of the head's columns.
        assertThat(united(block, block.moved(0, 3, 0))).isCloseTo(40 * (23 * 20 - (5 * 8 + 11 * 6)), within(1e-9));
    }

    /** Boxes on a coarse grid share planes, edges and corners in every way; their cells can be counted. */
    @Test
    void boxesOnAGridHaveTheVolumeOfTheCellsTheyCover() {
        for (long seed = 0; seed < 60; seed++) {
            var random = new SplittableRandom(seed);
            var cells = new boolean[6][6][6];
            var boxes = new Mesh[2 + random.nextInt(4)];
            for (int i = 0; i < boxes.length; i++) {
                int x = random.nextInt(4), y = random.nextInt(4), z = random.nextInt(4);
                int dx = 1 + random.nextInt(2), dy = 1 + random.nextInt(2), dz = 1 + random.nextInt(2);
                boxes[i] = box(x, y, z, dx, dy, dz);
                for (int cell = 0; cell < dx * dy * dz; cell++) {
                    cells[x + cell % dx][y + cell / dx % dy][z + cell / dx / dy] = true;
                }
            }
            int covered = 0;
            for (int cell = 0; cell < 216; cell++) {
                covered += cells[cell / 36][cell / 6 % 6][cell % 6] ? 1 : 0;
            }
            Repaired repaired = MeshRepair.of(together(boxes));
            assertThat(repaired.watertight()).as("seed %d", seed).isTrue();
            assertThat(repaired.volumeAfterMm3()).as("seed %d", seed).isCloseTo(covered, within(1e-9));
        }
    }

    /** Facets of a turned drum lie in one plane with those of its shifted copy, but for what single precision rounds. */
    @Test
    void turnedDrumsShiftedAlongTheirAxisCloseToTheVolumeOfALongerDrum() {
        for (long seed = 0; seed < 8; seed++) {
            var random = new SplittableRandom(seed);
            Mesh drum = cylinder(10, 8, 48);
            Mesh both = together(drum, drum.moved(0, 0, 3));
            Repaired repaired = MeshRepair.of(inSinglePrecision(turned(both, random)));
            double longer = MeshMeasures.volumeMm3(cylinder(10, 11, 48));
            assertThat(repaired.watertight()).as("seed %d", seed).isTrue();
            assertThat(repaired.volumeAfterMm3()).as("seed %d", seed).isCloseTo(longer, within(1e-4 * longer));
            for (var action : repaired.actions()) {
                assertThat(action.movedMm()).as("seed %d", seed).isLessThan(0.001);
            }
        }
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

    /** A block along x whose profile, a slot with an undercut open to the top, is cut into columns. */
    private static Mesh tSlot(double length, double width, double height) {
        double[][] profile = {
            {0, 0},
            {width, 0},
            {width, height},
            {14, height},
            {14, height - 8},
            {17, height - 8},
            {17, height - 14},
            {3, height - 14},
            {3, height - 8},
            {6, height - 8},
            {6, height},
            {0, height}
        };
        int[] ends = {0, 1, 6, 0, 6, 7, 1, 2, 6, 2, 5, 6, 2, 3, 5, 3, 4, 5, 0, 7, 11, 7, 8, 11, 8, 9, 11, 9, 10, 11};
        int n = profile.length;
        var xyz = new double[6 * n];
        for (int i = 0; i < 2 * n; i++) {
            xyz[3 * i] = i < n ? 0 : length;
            xyz[3 * i + 1] = profile[i % n][0];
            xyz[3 * i + 2] = profile[i % n][1];
        }
        var corners = new ArrayList<Integer>();
        for (int i = 0; i < ends.length; i += 3) {
            corners.addAll(List.of(ends[i], ends[i + 2], ends[i + 1]));
            corners.addAll(List.of(n + ends[i], n + ends[i + 1], n + ends[i + 2]));
        }
        for (int i = 0; i < n; i++) {
            int next = (i + 1) % n;
            corners.addAll(List.of(i, next, n + next, i, n + next, n + i));
        }
        return new Mesh(xyz, corners.stream().mapToInt(Integer::intValue).toArray());
    }

    private static Mesh inSinglePrecision(Mesh mesh) {
        var xyz = new double[3 * mesh.vertexCount()];
        for (int i = 0; i < mesh.vertexCount(); i++) {
            xyz[3 * i] = (float) mesh.x(i);
            xyz[3 * i + 1] = (float) mesh.y(i);
            xyz[3 * i + 2] = (float) mesh.z(i);
        }
        return new Mesh(xyz, corners(mesh));
    }

    private static int[] corners(Mesh mesh) {
        var corners = new int[3 * mesh.triangleCount()];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = mesh.corner(i / 3, i % 3);
        }
        return corners;
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
        return new Mesh(xyz, corners(mesh));
    }
}
