package org.millwright.geometry.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.geometry.Uploads.read;
import static org.millwright.geometry.Uploads.readStrictly;
import static org.millwright.geometry.Uploads.utf8;
import static org.millwright.geometry.reading.StlFilesTest.refused;

import org.junit.jupiter.api.Test;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.mesh.MeshMeasures;

class ObjFilesTest {
    private static final String CUBE = """
            # a cube of quads
            mtllib cube.mtl
            o Cube
            v 0 0 0
            v 10 0 0
            v 10 10 0
            v 0 10 0
            v 0 0 10 1.0
            v 10 0 10 0.5 0.5 0.5
            v 10 10 10
            v 0 10 10
            vt 0 0
            vn 0 0 1
            s off
            f 4/1/1 3/1/1 2/1/1 1/1/1
            f 5//1 6//1 7//1 8//1
            f 1/1 2/1 6/1 5/1
            f 2 3 7 6
            f -6 -5 -1 -2
            f 4 1 5 \\
              8
            """;

    @Test
    void quadsWithAllFormsOfIndicesMakeAClosedBody() throws UnreadableShape {
        DesignFile file = read(utf8(CUBE), "cube.obj");
        assertThat(file.format()).isEqualTo("obj");
        assertThat(file.remarks()).isEmpty();
        var measures = MeshMeasures.of((Mesh) file.shape());
        assertThat(measures.triangles()).isEqualTo(12);
        assertThat(measures.watertight()).isTrue();
        assertThat(measures.volumeMm3()).isCloseTo(1000, within(1e-9));
        assertThat(readStrictly(utf8(CUBE), "cube.obj").remarks()).isEmpty();
    }

    @Test
    void contentDecidesNotTheName() throws UnreadableShape {
        assertThat(read(utf8(CUBE), "cube.stl").format()).isEqualTo("obj");
    }

    @Test
    void hollowPolygonIsCutWithinItsOutline() throws UnreadableShape {
        // An L seen from above, 3 of 4 unit squares.
        String text = "v 0 0 0\nv 2 0 0\nv 2 1 0\nv 1 1 0\nv 1 2 0\nv 0 2 0\n";
        for (String face : new String[] {"f 1 2 3 4 5 6", "f 4 5 6 1 2 3", "f 6 5 4 3 2 1"}) {
            var measures =
                    MeshMeasures.of((Mesh) read(utf8(text + face), "l.obj").shape());
            assertThat(measures.areaMm2()).as(face).isCloseTo(3, within(1e-12));
            assertThat(measures.triangles()).isEqualTo(4);
        }
    }

    @Test
    void curvesAreLeftOutAndTold() throws UnreadableShape {
        assertThat(read(utf8(CUBE + "l 1 2\nl 2 3\n"), "cube.obj").remarks())
                .extracting(Finding::check, remark -> remark.arguments().get("count"))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("left-out", 2));
    }

    @Test
    void brokenStatementsAreRefusedWithTheirLine() {
        refused(utf8(CUBE.replace("f 2 3 7 6", "f 2 3 9 6")), "a.obj", "line 18", "'9'", "8 vertices");
        refused(utf8(CUBE.replace("f 2 3 7 6", "f 2 x 7 6")), "a.obj", "line 18", "'x'");
        refused(utf8(CUBE.replace("v 10 10 0\n", "v 10 ten 0\n")), "a.obj", "Vertex 3", "line 6", "'ten'");
        refused(utf8(CUBE.replace("s off", "§§")), "a.obj", "Line 14");
        refused(utf8("v 0 0 0\nv 1 0 0\n"), "a.obj", "no faces");
    }

    @Test
    void vertexThatIsNoNumberIsToldOrRefused() throws UnreadableShape {
        byte[] bytes = utf8(CUBE.replace("v 10 10 10\n", "v 10 nan 10\n"));
        assertThat(read(bytes, "a.obj").remarks()).extracting(Finding::check).containsExactly("lost-corners");
        assertThatExceptionOfType(UnreadableShape.class)
                .isThrownBy(() -> readStrictly(bytes, "a.obj"))
                .withMessageContaining("line 10");
    }
}
