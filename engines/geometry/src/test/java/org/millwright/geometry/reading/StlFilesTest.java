package org.millwright.geometry.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.millwright.geometry.Solids.box;
import static org.millwright.geometry.Uploads.asciiSolid;
import static org.millwright.geometry.Uploads.binaryStl;
import static org.millwright.geometry.Uploads.model;
import static org.millwright.geometry.Uploads.read;
import static org.millwright.geometry.Uploads.utf8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.Finding;
import org.millwright.geometry.LengthUnit;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.Uploads;
import org.millwright.geometry.mesh.MeshMeasures;

class StlFilesTest {
    private static final Mesh BOX = box(0, 0, 0, 30, 20, 10);

    @Test
    void binaryFacetsShareTheirEqualCorners() throws UnreadableShape {
        DesignFile file = read(binaryStl(BOX), "box.stl");
        assertThat(file.format()).isEqualTo("stl");
        assertThat(file.declaredUnit()).isNull();
        assertThat(file.likelyUnit()).isEqualTo(LengthUnit.MILLIMETRE);
        assertThat(((Mesh) file.shape()).vertexCount()).isEqualTo(8);
        assertThat(((Mesh) file.shape()).triangleCount()).isEqualTo(12);
    }

    @Test
    void binaryFileWhoseHeaderSaysSolidIsStillBinary() throws UnreadableShape {
        byte[] bytes = binaryStl(BOX);
        System.arraycopy(utf8("solid of facet"), 0, bytes, 0, 14);
        assertThat(((Mesh) read(bytes, "liar.stl").shape()).triangleCount()).isEqualTo(12);
    }

    @Test
    void severalSolidsInOneTextFileAreReadTogether() throws UnreadableShape {
        String text = asciiSolid("one", BOX)
                + asciiSolid("Two  words", BOX.moved(50, 0, 0)).toUpperCase();
        var mesh = (Mesh) read(utf8(text), "two.stl").shape();
        assertThat(mesh.triangleCount()).isEqualTo(24);
        assertThat(mesh.bounds().sizeX()).isEqualTo(80);
    }

    @Test
    void unitIsGuessedFromTheSize() throws UnreadableShape {
        assertThat(read(binaryStl(box(0, 0, 0, 3, 2, 1)), "a.stl").likelyUnit()).isEqualTo(LengthUnit.INCH);
        assertThat(read(binaryStl(box(0, 0, 0, 0.03, 0.02, 0.01)), "a.stl").likelyUnit())
                .isEqualTo(LengthUnit.METRE);
        assertThat(read(binaryStl(box(0, 0, 0, 30_000, 2, 1)), "a.stl").likelyUnit())
                .isEqualTo(LengthUnit.MICRON);
    }

    @Test
    void cornerThatIsNoNumberLeavesAGapAndIsToldWithItsFacet() throws UnreadableShape {
        DesignFile file = read(model("own-tslot-nan.stl"), "a.stl");
        assertThat(file.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.check()).isEqualTo("lost-corners");
            assertThat(remark.arguments()).containsEntry("count", 1).containsEntry("facet", 18);
        });
        var measures = MeshMeasures.of((Mesh) file.shape());
        assertThat(measures.triangles()).isEqualTo(44);
        assertThat(measures.openEdges()).isEqualTo(4);
        for (String lost : List.of("nan", "-inf", "-1.#IND")) {
            assertThat(read(utf8(asciiSolid("a", BOX).replaceFirst("30.0", lost)), "a.stl")
                            .remarks())
                    .extracting(Finding::check)
                    .containsExactly("lost-corners");
        }
    }

    @Test
    void cornerThatIsNoNumberIsRefusedWithItsFacetWhenStrict() {
        refusedStrictly(model("own-tslot-nan.stl"), "Facet 18", "byte 934");
        refusedStrictly(utf8(asciiSolid("a", BOX).replaceFirst("30.0", "nan")), "Facet 1", "nan");
        refused(utf8(asciiSolid("a", BOX).replaceFirst("30.0", "1e999")), "a.stl", "Facet 1", "1e999");
    }

    @Test
    void truncatedFilesAreRefusedWithTheFirstMissingFacet() {
        refused(model("own-tslot-truncated.stl"), "a.stl", "announces 44 facets", "facet 26");
        String text = asciiSolid("a", BOX);
        refused(utf8(text.substring(0, text.lastIndexOf("vertex") + 6)), "a.stl", "ends in line", "facet 12");
        refused(utf8(text.substring(0, text.lastIndexOf("facet normal"))), "a.stl", "without endsolid", "11 whole");
    }

    @Test
    void closedSurfaceIsBelievedWhateverFollowsOrIsAnnounced() throws UnreadableShape {
        String text = asciiSolid("a", BOX);
        byte[] cut = utf8(text.substring(0, text.lastIndexOf("endsolid")));
        assertThat(remarks(cut)).containsExactly("no-endsolid");
        refusedStrictly(cut, "without endsolid");
        for (int counter : new int[] {0, 3, -1}) {
            byte[] lying = withCounter(binaryStl(BOX), counter);
            assertThat(remarks(lying)).containsExactly("facet-count");
            refusedStrictly(lying, "announces", "byte 80");
        }
        byte[] longer = Arrays.copyOf(binaryStl(BOX), 84 + 600 + 17);
        assertThat(remarks(longer)).containsExactly("facet-count");
    }

    @Test
    void byteOrderMarkBeforeTextIsSkipped() throws UnreadableShape {
        assertThat(((Mesh) read(utf8("\uFEFF" + asciiSolid("a", BOX)), "a.stl").shape()).triangleCount())
                .isEqualTo(12);
    }

    @Test
    void filesWithoutFacetsAreRefused() {
        refused(withCounter(Arrays.copyOf(binaryStl(BOX), 84), 0), "a.stl", "no whole facet");
        refused(utf8("solid a\nendsolid a\n"), "a.stl", "no facets");
        refused(new byte[0], "a.stl", "is empty");
        refused(new byte[50], "a.stl", "header");
    }

    @Test
    void moreFacetsThanAllowedAreRefused() {
        var few = new ReadLimits(1000, 1000, 10, 10);
        assertThatExceptionOfType(UnreadableShape.class)
                .isThrownBy(() -> read(binaryStl(BOX), "a.stl", few))
                .withMessageContaining("at most 10");
        assertThatExceptionOfType(UnreadableShape.class)
                .isThrownBy(() -> read(new byte[1001], "a.stl", few))
                .withMessageContaining("1001 bytes");
    }

    @Test
    void unknownFormatsAreNamed() {
        refused(utf8("ISO-10303-21;\nHEADER;"), "part.step", "STEP");
        refused(utf8("AutoCAD Binary DXF\r\n\u001a"), "part.dxf", "binary DXF");
        refused(utf8("hello"), "letter.txt", "none of the known formats");
    }

    private static List<String> remarks(byte[] bytes) throws UnreadableShape {
        return read(bytes, "a.stl").remarks().stream().map(Finding::check).toList();
    }

    private static void refusedStrictly(byte[] bytes, String... reasons) {
        assertThatExceptionOfType(UnreadableShape.class)
                .isThrownBy(() -> Uploads.readStrictly(bytes, "a.stl"))
                .satisfies(refusal -> assertThat(refusal.detail()).contains(reasons));
    }

    private static byte[] withCounter(byte[] stl, int counter) {
        ByteBuffer.wrap(stl).order(ByteOrder.LITTLE_ENDIAN).putInt(80, counter);
        return stl;
    }

    static void refused(byte[] bytes, String name, String... reasons) {
        assertThatExceptionOfType(UnreadableShape.class)
                .isThrownBy(() -> read(bytes, name))
                .satisfies(refusal -> {
                    assertThat(refusal.detail()).contains(reasons);
                    assertThat(refusal.hint()).isNotBlank();
                });
    }
}
