package org.millwright.geometry.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.geometry.Solids.box;
import static org.millwright.geometry.Uploads.object;
import static org.millwright.geometry.Uploads.read;
import static org.millwright.geometry.Uploads.threeMf;
import static org.millwright.geometry.Uploads.zip;
import static org.millwright.geometry.reading.StlFilesTest.refused;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.LengthUnit;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.mesh.MeshMeasures;

class ThreeMfFilesTest {
    private static final String BOX = object(1, box(0, 0, 0, 10, 20, 30));

    @Test
    void buildItemsArePlaced() throws UnreadableShape {
        DesignFile file = read(
                threeMf(
                        "inch",
                        "<resources>" + BOX + "</resources><build><item objectid='1'/>"
                                + "<item objectid='1' transform='0 1 0 -1 0 0 0 0 1 100 0 0'/></build>"),
                "a.3mf");
        assertThat(file.format()).isEqualTo("3mf");
        assertThat(file.declaredUnit()).isEqualTo(LengthUnit.INCH);
        MeshMeasures measures = MeshMeasures.of((Mesh) file.shape());
        assertThat(measures.volumeMm3()).isCloseTo(12_000, within(1e-9));
        assertThat(measures.bounds().max().x()).isEqualTo(100);
        assertThat(measures.shells()).isEqualTo(2);
        assertThat(measures.watertight()).isTrue();
    }

    @Test
    void componentsNestAndMirroringKeepsFacesOutside() throws UnreadableShape {
        DesignFile file = read(
                threeMf(
                        "millimeter",
                        "<resources>" + BOX
                                + "<object id='2'><components><component objectid='1'/>"
                                + "<component objectid='1' transform='-1 0 0 0 1 0 0 0 1 -5 0 0'/></components></object>"
                                + "</resources><build><item objectid='2' transform='2 0 0 0 2 0 0 0 2 0 0 0'/></build>"),
                "a.3mf");
        MeshMeasures measures = MeshMeasures.of((Mesh) file.shape());
        assertThat(measures.volumeMm3()).isCloseTo(2 * 8 * 6000, within(1e-6));
        assertThat(measures.bounds().min().x()).isEqualTo(-30);
    }

    @Test
    void supportBodiesAreNoPartOfTheProduct() throws UnreadableShape {
        String support = object(2, box(50, 0, 0, 5, 5, 5)).replace("type=\"model\"", "type=\"support\"");
        var mesh = (Mesh) read(
                        threeMf(
                                "millimeter",
                                "<resources>" + BOX + support
                                        + "</resources><build><item objectid='1'/><item objectid='2'/></build>"),
                        "a.3mf")
                .shape();
        assertThat(mesh.triangleCount()).isEqualTo(12);
    }

    @Test
    void whatIsMissingIsNamed() {
        refused(threeMf("millimeter", "<resources>" + BOX + "</resources><build/>"), "a.3mf", "no item");
        refused(threeMf("millimeter", "<build><item objectid='7'/></build>"), "a.3mf", "object '7'");
        refused(threeMf("ell", ""), "a.3mf", "unknown unit 'ell'");
        refused(zip(Map.of("readme.txt", "hello")), "a.3mf", "_rels/.rels");
        refused(
                threeMf(
                        "millimeter",
                        "<resources><object id='1'><mesh><vertices/><triangles>"
                                + "<triangle v1='0' v2='1' v3='2'/></triangles></mesh></object></resources>"
                                + "<build><item objectid='1'/></build>"),
                "a.3mf",
                "uses vertex 0");
        refused(
                threeMf("millimeter\" xmlns:b=\"http://example.org/beams\" requiredextensions=\"b", ""),
                "a.3mf",
                "http://example.org/beams");
    }
}
