package org.millwright.geometry.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.geometry.Solids.box;
import static org.millwright.geometry.Solids.cylinder;
import static org.millwright.geometry.Solids.insideOut;
import static org.millwright.geometry.Solids.part;
import static org.millwright.geometry.Solids.shuffled;
import static org.millwright.geometry.Solids.together;
import static org.millwright.geometry.Uploads.model;
import static org.millwright.geometry.Uploads.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.UnreadableShape;

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
}
