package org.millwright.geometry.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.geometry.Solids.box;
import static org.millwright.geometry.Solids.cylinder;
import static org.millwright.geometry.Solids.insideOut;
import static org.millwright.geometry.Solids.part;
import static org.millwright.geometry.Solids.shuffled;
import static org.millwright.geometry.Solids.together;
import static org.millwright.geometry.Uploads.binaryStl;
import static org.millwright.geometry.Uploads.model;
import static org.millwright.geometry.Uploads.read;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.mesh.sums.Inertia;
import org.millwright.geometry.reading.stl.StlMeasures;

class MeshMeasuresTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            file                          , triangles, vertices, volume      , area       , open, nonManifold, misoriented, degenerate, duplicate, shells
            own-dfm_bridges               , 92       , 40      , 5358.399902 , 5171.599945, 0   , 0          , 0          , 0         , 0        , 1
            own-dfm_overhang              , 172      , 88      , 6001.573379 , 4774.699545, 0   , 0          , 0          , 0         , 0        , 1
            own-dfm_walls                 , 108      , 56      , 3320.000086 , 4924.000014, 0   , 0          , 0          , 0         , 0        , 1
            own-dfm_tslot                 , 44       , 24      , 25600       , 7840       , 0   , 0          , 0          , 0         , 0        , 1
            own-tslot-inverted            , 44       , 24      , -25600      , 7840       , 0   , 0          , 0          , 0         , 0        , 1
            own-tslot-holes4              , 40       , 24      , 21686.222222, 7268       , 12  , 0          , 0          , 0         , 0        , 1
            own-tslot-dupfaces            , 51       , 24      , 27547.88671 , 8896       , 0   , 19         , 0          , 0         , 7        , 1
            own-tslot-mixed_orientation   , 44       , 24      , 17653.333333, 7840       , 0   , 0          , 16         , 0         , 0        , 1
            own-tslot-cracked_2e-4        , 44       , 132     , 25600.023689, 7839.985096, 132 , 0          , 0          , 0         , 0        , 44
            own-tslot-degenerate          , 45       , 24      , 25600       , 7840       , 0   , 0          , 0          , 1         , 0        , 1
            """, useHeadersInDisplayName = true)
    void agreesWithIndependentlyComputedValues(
            String file,
            int triangles,
            int vertices,
            double volume,
            double area,
            int open,
            int nonManifold,
            int misoriented,
            int degenerate,
            int duplicate,
            int shells)
            throws UnreadableShape {
        MeshMeasures measures =
                MeshMeasures.of((Mesh) read(model(file + ".stl"), "a.stl").shape());
        assertThat(measures.volumeMm3()).isCloseTo(volume, within(1e-6));
        assertThat(measures.areaMm2()).isCloseTo(area, within(1e-6));
        assertThat(new int[] {
                    measures.triangles(),
                    measures.vertices(),
                    measures.openEdges(),
                    measures.nonManifoldEdges(),
                    measures.misorientedEdges(),
                    measures.degenerateFaces(),
                    measures.duplicateFaces(),
                    measures.shells()
                })
                .containsExactly(triangles, vertices, open, nonManifold, misoriented, degenerate, duplicate, shells);
        assertThat(measures.watertight()).isEqualTo(open + nonManifold + misoriented == 0);
    }

    @Test
    void orderOfTheTrianglesDoesNotChangeASingleBit() {
        Mesh mesh = together(cylinder(17.3, 41.7, 501).moved(1000.1, -3.3, 0.7), box(0.1, 0.2, 0.3, 7.7, 3.1, 1.9));
        MeshMeasures expected = MeshMeasures.of(mesh);
        for (long seed = 0; seed < 20; seed++) {
            assertThat(MeshMeasures.of(shuffled(mesh, seed)))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void volumeStaysExactFarFromTheOrigin() {
        double near = MeshMeasures.of(box(0, 0, 0, 8, 4, 2)).volumeMm3();
        assertThat(MeshMeasures.of(box(1 << 20, 1 << 20, 1 << 20, 8, 4, 2)).volumeMm3())
                .isEqualTo(near);
        assertThat(near).isCloseTo(64, within(1e-12));
    }

    @Test
    void centreOfMassIsThatOfTheSolid() {
        MeshMeasures measures = MeshMeasures.of(together(box(0, 0, 0, 2, 2, 2), box(10, 0, 0, 2, 2, 2)));
        assertThat(measures.centreOfMass().x()).isCloseTo(6, within(1e-12));
        assertThat(measures.centreOfMass().z()).isCloseTo(1, within(1e-12));
    }

    @Test
    void emptyMeshMeasuresNothing() {
        MeshMeasures measures = MeshMeasures.of(new Mesh(new double[0], new int[0]));
        assertThat(measures.volumeMm3()).isZero();
        assertThat(measures.watertight()).isFalse();
    }

    @Test
    void openBoxIsNotWatertight() {
        assertThat(MeshMeasures.of(part(box(0, 0, 0, 1, 1, 1), 0, 10)).openEdges())
                .isEqualTo(4);
        assertThat(MeshMeasures.of(insideOut(box(0, 0, 0, 1, 1, 1))).watertight())
                .isTrue();
    }

    @Test
    void inertiaIsThatOfTheSolidAboutItsCentre() {
        Inertia box = MeshMeasures.of(box(100, -50, 7, 2, 3, 4)).inertia();
        assertThat(box.xx()).isCloseTo(24 * (9 + 16) / 12.0, within(1e-9));
        assertThat(box.yy()).isCloseTo(24 * (4 + 16) / 12.0, within(1e-9));
        assertThat(box.zz()).isCloseTo(24 * (4 + 9) / 12.0, within(1e-9));
        assertThat(box.xy()).isCloseTo(0, within(1e-9));
        Inertia pair = MeshMeasures.of(together(box(0, 0, 0, 1, 1, 1), box(4, 4, 0, 1, 1, 1)))
                .inertia();
        // Each cube lies 2 mm off the common centre along x and along y.
        assertThat(pair.xy()).isCloseTo(8, within(1e-9));
        assertThat(pair.xx()).isCloseTo(2 / 6.0 + 8, within(1e-9));
    }

    @Test
    void cavitiesAndHandlesAreCounted() throws UnreadableShape {
        Mesh box = box(0, 0, 0, 10, 10, 10);
        assertThat(MeshMeasures.of(box).genus()).isZero();
        assertThat(MeshMeasures.of(box).cavities()).isZero();
        MeshMeasures hollow = MeshMeasures.of(together(box, insideOut(box(3, 3, 3, 2, 2, 2))));
        assertThat(hollow.cavities()).isEqualTo(1);
        assertThat(hollow.genus()).isZero();
        assertThat(MeshMeasures.of(ring(24, 12)).genus()).isEqualTo(1);
        assertThat(MeshMeasures.of(together(box.moved(50, 0, 0), ring(24, 12))).genus())
                .isEqualTo(1);
        assertThat(MeshMeasures.of(part(box, 0, 10)).genus()).isEqualTo(-1);
    }

    /** Large enough that two threads share the work. */
    @Test
    void manyTrianglesMeasureTheSameInAnyOrderAndStraightFromTheFile() throws Exception {
        Mesh ring = (Mesh) read(binaryStl(ring(250, 100)), "ring.stl").shape();
        MeshMeasures expected = MeshMeasures.of(ring);
        assertThat(expected.triangles()).isEqualTo(50_000);
        assertThat(expected.watertight()).isTrue();
        assertThat(expected.genus()).isEqualTo(1);
        for (long seed = 0; seed < 3; seed++) {
            Mesh shuffled = shuffled(ring, seed);
            assertThat(MeshMeasures.of(shuffled)).as("seed %d", seed).isEqualTo(expected);
            Path file = Files.createTempFile("ring", ".stl");
            try {
                Files.write(file, binaryStl(shuffled));
                StlMeasures direct = StlMeasures.of(file);
                assertThat(direct.volumeMm3()).isEqualTo(expected.volumeMm3());
                assertThat(direct.areaMm2()).isEqualTo(expected.areaMm2());
                assertThat(direct.centreOfMass()).isEqualTo(expected.centreOfMass());
                assertThat(direct.bounds()).isEqualTo(expected.bounds());
            } finally {
                Files.delete(file);
            }
        }
    }

    private static Mesh ring(int around, int along) {
        var xyz = new double[3 * around * along];
        var corners = new int[6 * around * along];
        for (int i = 0; i < around; i++) {
            for (int j = 0; j < along; j++) {
                double u = 2 * Math.PI * i / around;
                double v = 2 * Math.PI * j / along;
                int at = i * along + j;
                xyz[3 * at] = (40 + 12 * Math.cos(v)) * Math.cos(u);
                xyz[3 * at + 1] = (40 + 12 * Math.cos(v)) * Math.sin(u);
                xyz[3 * at + 2] = 12 * Math.sin(v);
                int right = (i + 1) % around * along + j;
                int up = i * along + (j + 1) % along;
                int both = (i + 1) % around * along + (j + 1) % along;
                int[] faces = {at, right, both, at, both, up};
                System.arraycopy(faces, 0, corners, 6 * at, 6);
            }
        }
        return new Mesh(xyz, corners);
    }
}
