package org.millwright.geometry.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.millwright.geometry.Solids.box;
import static org.millwright.geometry.Uploads.asciiSolid;
import static org.millwright.geometry.Uploads.binaryStl;
import static org.millwright.geometry.Uploads.dxf;
import static org.millwright.geometry.Uploads.object;
import static org.millwright.geometry.Uploads.read;
import static org.millwright.geometry.Uploads.threeMf;
import static org.millwright.geometry.Uploads.utf8;
import static org.millwright.geometry.Uploads.zip;
import static org.millwright.geometry.reading.StlFilesTest.refused;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Outline;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.mesh.MeshFindings;
import org.millwright.geometry.mesh.MeshMeasures;
import org.millwright.geometry.outline.OutlineFindings;

/** Only {@link UnreadableShape} may come out of a reader, and soon. */
@Timeout(60)
class HostileFilesTest {
    private static final ReadLimits SMALL = new ReadLimits(50_000_000, 50_000_000, 20_000, 20_000);

    @Test
    void zipBombsStopAtTheAllowance() {
        String spaces = " ".repeat(40_000_000);
        refused(threeMf("millimeter", spaces), "bomb.3mf", "unpacks to more than");
    }

    @Test
    void packagesOfVeryManyPartsAreRefused() {
        var parts = new java.util.HashMap<String, String>();
        for (int i = 0; i < 10_001; i++) {
            parts.put("part" + i, "");
        }
        refused(zip(parts), "many.3mf", "10001 parts");
    }

    @Test
    void xmlEntitiesAreNeverExpandedNorFetched() {
        String laughs = """
                <?xml version="1.0"?><!DOCTYPE model [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c SYSTEM "file:///etc/hostname">]>
                <model xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02">&b;&c;</model>""";
        var parts = Map.of(
                "_rels/.rels",
                "<Relationships><Relationship Target='/m' "
                        + "Type='http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel'/></Relationships>",
                "m",
                laughs);
        refused(zip(parts), "laugh.3mf", "document type");
    }

    @Test
    void componentsThatContainThemselvesAreRefused() {
        refused(
                threeMf(
                        "millimeter",
                        "<resources><object id='1'><components><component objectid='1'/></components>"
                                + "</object></resources><build><item objectid='1'/></build>"),
                "loop.3mf",
                "nested more than");
    }

    @Test
    void componentsThatMultiplyAreRefused() {
        var resources = new StringBuilder(object(1, box(0, 0, 0, 1, 1, 1)));
        for (int id = 2; id < 25; id++) {
            resources.append("<object id='%d'><components>".formatted(id));
            resources.append("<component objectid='%d'/>".formatted(id - 1).repeat(8));
            resources.append("</components></object>");
        }
        refused(
                threeMf("millimeter", "<resources>" + resources + "</resources><build><item objectid='24'/></build>"),
                "doubling.3mf",
                "unfold to more than");
    }

    @Test
    void blocksThatMultiplyAreRefused() {
        var blocks = new StringBuilder("BLOCK 2=b0\nCIRCLE 10=0 20=0 40=1\nENDBLK\n");
        for (int i = 1; i < 20; i++) {
            blocks.append("BLOCK 2=b%d\n".formatted(i));
            blocks.append("INSERT 2=b%d 70=10 71=10 44=1 45=1\n".formatted(i - 1));
            blocks.append("ENDBLK\n");
        }
        refused(dxf(4, blocks.toString(), "INSERT 2=b19"), "doubling.dxf", "unfold to more than");
        refused(dxf(4, "BLOCK 2=a\nINSERT 2=a\nENDBLK\n", "INSERT 2=a"), "loop.dxf", "nested more than");
        refused(
                dxf(4, "BLOCK 2=a\nENDBLK\n", "INSERT 2=a 70=32767 71=32767 44=1 45=1"),
                "empty.dxf",
                "unfold to more than");
    }

    @Test
    void absurdCurvesAreRefusedBeforeTheyAreWalked() {
        refused(dxf("CIRCLE 10=0 20=0 40=1e300"), "huge.dxf", "straight segments");
        refused(dxf(6, "", "CIRCLE 10=0 20=0 40=1e11"), "huge.dxf", "straight segments");
        refused(
                utf8("<svg width='9mm' height='9mm' viewBox='0 0 9 9'><path d='M0 0C1e11 0 0 1e11 5 5'/></svg>"),
                "huge.svg",
                "straight segments");
    }

    @Test
    void endlessLinesAreRefused() {
        refused(utf8("0\nSECTION\n2\n" + "A".repeat(100_000)), "long.dxf", "longer than");
        refused(utf8("solid a\nfacet normal " + "1".repeat(100_000)), "long.stl", "Line 2");
    }

    static Stream<Arguments> soundFiles() {
        Mesh box = box(0, 0, 0, 30, 20, 10);
        return Stream.of(
                Arguments.of("a.stl", binaryStl(box)),
                Arguments.of("a.stl", utf8(asciiSolid("a", box))),
                Arguments.of(
                        "a.3mf",
                        threeMf(
                                "inch",
                                "<resources>" + object(1, box) + "</resources><build><item objectid='1'"
                                        + " transform='1 0 0 0 1 0 0 0 1 5 5 5'/></build>")),
                Arguments.of("a.dxf", dxf(4, "BLOCK 2=tab\nCIRCLE 10=0 20=0 40=3\nENDBLK\n", """
                        LWPOLYLINE 90=4 70=1 10=0 20=0 42=0.4 10=40 20=0 10=40 20=30 10=0 20=30
                        ELLIPSE 10=20 20=15 11=6 21=0 40=0.5 41=0 42=6.28
                        SPLINE 71=2 40=0 40=0 40=0 40=1 40=1 40=1 10=0 20=50 10=10 20=60 10=20 20=50
                        INSERT 2=tab 10=5 20=5 41=0.5 42=0.5 70=2 44=9
                        """)),
                Arguments.of("a.svg", utf8("""
                        <svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="80mm" viewBox="0 0 100 80">
                        <g transform="translate(5 5) rotate(10)"><rect width="40" height="20" rx="3"/></g>
                        <path d="M10 40c5 5 10-5 20 0s10 5 20 0v20a10 10 0 0 1-20 0q-5 5-10 0t-10 0z"/>
                        <circle cx="80" cy="40" r="9"/></svg>""")));
    }

    @ParameterizedTest
    @MethodSource("soundFiles")
    void damagedFilesAreReadOrRefusedButNeverMore(String name, byte[] sound) throws UnreadableShape {
        read(sound, name, SMALL);
        for (long seed = 0; seed < 400; seed++) {
            byte[] damaged = damaged(sound, new SplittableRandom(seed));
            assertThatCode(() -> readAndMeasure(damaged, name))
                    .as("seed %d of %s", seed, name)
                    .doesNotThrowAnyException();
        }
    }

    private static void readAndMeasure(byte[] bytes, String name) {
        try {
            switch (read(bytes, name, SMALL).shape()) {
                case Mesh mesh ->
                    assertThat(MeshFindings.of(mesh, MeshMeasures.of(mesh))).isNotEmpty();
                case Outline outline -> assertThat(OutlineFindings.of(outline)).isNotEmpty();
            }
        } catch (UnreadableShape refused) {
            assertThat(refused.detail()).isNotBlank();
            assertThat(refused.hint()).isNotBlank();
        }
    }

    private static byte[] damaged(byte[] sound, SplittableRandom random) {
        byte[] bytes = sound.clone();
        int places = 1 + random.nextInt(8);
        for (int i = 0; i < places; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = (byte) ('0' + random.nextInt(10));
                default -> {
                    int from = random.nextInt(bytes.length);
                    int length = Math.min(random.nextInt(20), bytes.length - Math.max(at, from));
                    System.arraycopy(bytes, from, bytes, at, length);
                }
            }
        }
        return random.nextInt(5) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1) : bytes;
    }

    @Test
    void manyLoopsAreNestedInTime() throws UnreadableShape {
        var entities = new StringBuilder();
        for (int i = 0; i < 4000; i++) {
            entities.append("LWPOLYLINE 90=3 70=1 10=%d 20=%d 10=%d 20=%d 10=0 20=%d%n"
                    .formatted(-8100 + 2 * i, -8100 + 2 * i, 8100 - 2 * i, -8100 + 2 * i, 8100 - i));
        }
        var outline = (Outline) read(dxf(entities.toString()), "rings.dxf").shape();
        assertThat(outline.regions()).isNotEmpty();
    }
}
