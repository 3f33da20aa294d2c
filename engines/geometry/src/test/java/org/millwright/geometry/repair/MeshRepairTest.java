package org.millwright.geometry.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.geometry.Solids.box;
import static org.millwright.geometry.Solids.cylinder;
import static org.millwright.geometry.Solids.insideOut;
import static org.millwright.geometry.Solids.together;
import static org.millwright.geometry.Uploads.model;
import static org.millwright.geometry.Uploads.read;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.geometry.FindingTexts;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.mesh.MeshMeasures;
import org.millwright.geometry.repair.steps.Faces;

class MeshRepairTest {
    @Test
    void soundMeshComesBackAsItIs() {
        Mesh box = box(0, 0, 0, 3, 2, 1);
        Repaired repaired = MeshRepair.of(box);
        assertThat(repaired.mesh()).isSameAs(box);
        assertThat(repaired.changed()).isFalse();
        assertThat(repaired.watertight()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "own-tslot-inverted.stl,           TURN_SHELLS, 1e-12",
        "own-tslot-mixed_orientation.stl,  TURN_FACES, 1e-12",
        "own-tslot-holes4.stl,             FILL_HOLES, 1e-12",
        "own-tslot-dupfaces.stl,           REMOVE_DUPLICATES, 1e-12",
        "own-tslot-cracked_2e-4.stl,       JOIN_CRACKS, 5e-6",
        "own-tslot-tjunction.stl,          SPLIT_T_JUNCTIONS, 1e-12",
        "own-tslot-degenerate.stl,         REMOVE_DEGENERATE, 1e-12",
        "own-tslot-nan.stl,                REMOVE_DEGENERATE FILL_HOLES, 1e-12"
    })
    void eachBreakOfTheSlotIsMendedByItsAction(String name, String kinds, double relativeError) throws UnreadableShape {
        Repaired repaired = MeshRepair.of((Mesh) read(model(name), name).shape());
        assertThat(repaired.actions())
                .extracting(action -> action.kind().name())
                .containsExactly(kinds.split(" "));
        assertThat(repaired.volumeAfterMm3()).isCloseTo(25_600, within(25_600 * relativeError));
        assertThat(repaired.watertight()).isTrue();
        assertThat(MeshMeasures.of(repaired.mesh()).watertight()).isTrue();
    }

    @Test
    void overlappingSlotsBecomeOneBody() throws UnreadableShape {
        Repaired repaired = MeshRepair.of(
                (Mesh) read(model("own-tslot-overlap2.stl"), "a.stl").shape());
        assertThat(repaired.actions()).extracting(RepairAction::kind).containsExactly(RepairKind.UNITE_BODIES);
        assertThat(repaired.volumeBeforeMm3()).isCloseTo(51_200, within(1e-6));
        assertThat(repaired.volumeAfterMm3()).isCloseTo(48_800, within(1e-6));
    }

    @Test
    void sharpEdgeComesBackWhenBothFacesAlongItAreMissing() {
        Mesh box = box(0, 0, 0, 3, 2, 1);
        for (int one = 0; one < 12; one++) {
            for (int other = one + 1; other < 12; other++) {
                Repaired repaired = MeshRepair.of(without(box, one, other));
                assertThat(repaired.volumeAfterMm3())
                        .as("without faces %d and %d", one, other)
                        .isCloseTo(6, within(1e-12));
            }
        }
    }

    @Test
    void insideOutBodyWithACavityIsTurnedAsAWhole() {
        Mesh hollow = together(box(0, 0, 0, 10, 10, 10), insideOut(box(4, 4, 4, 2, 2, 2)));
        Repaired repaired = MeshRepair.of(insideOut(hollow));
        assertThat(repaired.volumeAfterMm3()).isCloseTo(992, within(1e-9));
        assertThat(MeshRepair.of(hollow).changed()).isFalse();
    }

    @Test
    void wallWithoutThicknessBetweenStackedBodiesGoesAway() {
        var xyz = new double[] {
            0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1, 0, 0, 2, 1, 0, 2, 1, 1, 2, 0, 1, 2
        };
        var lower = new int[] {
            0, 2, 1, 0, 3, 2, 4, 5, 6, 4, 6, 7, 0, 1, 5, 0, 5, 4, 1, 2, 6, 1, 6, 5, 2, 3, 7, 2, 7, 6, 3, 0, 4, 3, 4, 7
        };
        var corners = java.util.Arrays.copyOf(lower, 72);
        for (int i = 0; i < 36; i++) {
            corners[36 + i] = lower[i] + 4;
        }
        Repaired repaired = MeshRepair.of(new Mesh(xyz, corners));
        assertThat(repaired.volumeAfterMm3()).isCloseTo(2, within(1e-12));
        assertThat(MeshMeasures.of(repaired.mesh()).shells()).isEqualTo(1);
        assertThat(MeshMeasures.of(repaired.mesh()).watertight()).isTrue();
    }

    @Test
    void looseTriangleIsNoBodyAndStaysOpen() {
        var flat = new Mesh(new double[] {0, 0, 0, 10, 0, 0, 0, 10, 0}, new int[] {0, 1, 2});
        Repaired repaired = MeshRepair.of(flat);
        assertThat(repaired.watertight()).isFalse();
        assertThat(repaired.volumeAfterMm3()).isZero();
    }

    @Test
    void longRoundHoleIsClosedFlat() {
        Mesh can = cylinder(10, 30, 600);
        var kept = new java.util.ArrayList<Integer>();
        for (int triangle = 0; triangle < can.triangleCount(); triangle++) {
            boolean lid = can.corner(triangle, 0) == 1201;
            if (!lid) {
                kept.add(triangle);
            }
        }
        Repaired repaired = MeshRepair.of(only(can, kept));
        double whole = MeshMeasures.of(can).volumeMm3();
        assertThat(repaired.volumeAfterMm3()).isCloseTo(whole, within(1e-9 * whole));
        assertThat(repaired.watertight()).isTrue();
    }

    @Test
    void everyKindOfActionHasWords() {
        for (RepairKind kind : RepairKind.values()) {
            var finding = new RepairAction(kind, 3, 1.5, 2.5, 0.0005, null).finding();
            assertThat(FindingTexts.of().message(finding, Locale.ENGLISH))
                    .contains("3")
                    .doesNotContain("{");
            assertThat(FindingTexts.of().hint(finding, Locale.ENGLISH)).contains("1.5", "2.5");
        }
    }

    private static Mesh without(Mesh mesh, int... triangles) {
        var dropped = java.util.Arrays.stream(triangles).boxed().toList();
        return only(
                mesh,
                java.util.stream.IntStream.range(0, mesh.triangleCount())
                        .boxed()
                        .filter(triangle -> !dropped.contains(triangle))
                        .toList());
    }

    private static Mesh only(Mesh mesh, List<Integer> triangles) {
        var faces = new Faces(triangles.size());
        triangles.forEach(triangle -> faces.add(mesh, triangle));
        return faces.over(mesh);
    }
}
