package org.millwright.geometry.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.geometry.Solids.box;
import static org.millwright.geometry.Solids.cylinder;
import static org.millwright.geometry.Solids.together;
import static org.millwright.geometry.Uploads.asciiSolid;
import static org.millwright.geometry.Uploads.binaryStl;
import static org.millwright.geometry.Uploads.dxf;
import static org.millwright.geometry.Uploads.object;
import static org.millwright.geometry.Uploads.read;
import static org.millwright.geometry.Uploads.threeMf;
import static org.millwright.geometry.Uploads.utf8;
import static org.millwright.geometry.Uploads.zip;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Outline;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.Strictness;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.mesh.MeshFindings;
import org.millwright.geometry.mesh.MeshMeasures;
import org.millwright.geometry.outline.OutlineFindings;
import org.millwright.geometry.repair.MeshRepair;
import org.millwright.geometry.repair.Repaired;

/**
 * More than twenty thousand damaged files of all formats: each is read or refused with {@link UnreadableShape}, in time and
 * within a bound of memory, and what was read can be measured, judged and repaired.
 */
@Tag("slow")
class FuzzTest {
    private static final int CASES = 2_600;
    private static final ReadLimits SMALL = new ReadLimits(5_000_000, 20_000_000, 20_000, 20_000);
    /** Everything that one case may ever allocate, freed or not: the limits allow some ten megabytes for what is kept. */
    private static final long MOST_ALLOCATED = 400_000_000;

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <model unit="millimeter" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02"
             xmlns:m="http://schemas.microsoft.com/3dmanufacturing/material/2015/02"
             xmlns:p="http://schemas.microsoft.com/3dmanufacturing/production/2015/06"
             xmlns:b="http://schemas.microsoft.com/3dmanufacturing/beamlattice/2017/02">
            <metadata name="Title">x</metadata><resources>
            <basematerials id="90"><base name="a" displaycolor="#00ff00"/></basematerials>
            <m:colorgroup id="91"><m:color color="#00ff00"/></m:colorgroup>%s
            <object id="2" type="model"><components><component objectid="1" transform="1 0 0 0 1 0 0 0 1 50 0 0"/></components></object>
            </resources><build><item objectid="1"/><item objectid="2" p:path="/3D/a.model"/></build></model>""";

    private static final String RELATIONS = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r" Target="/3D/a.model" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/>
            </Relationships>""";

    static Stream<Arguments> formats() {
        Mesh part = together(box(0, 0, 0, 30, 20, 10), cylinder(4, 30, 7).moved(5, 5, -3));
        String model = MODEL.formatted(object(1, part));
        UnaryOperator<byte[]> asItIs = bytes -> bytes;
        UnaryOperator<byte[]> asModel = bytes ->
                zip(Map.of("_rels/.rels", RELATIONS, "3D/a.model", new String(bytes, StandardCharsets.ISO_8859_1)));
        UnaryOperator<byte[]> asRelations = bytes ->
                zip(Map.of("_rels/.rels", new String(bytes, StandardCharsets.ISO_8859_1), "3D/a.model", model));
        return Stream.of(
                Arguments.of("binary.stl", binaryStl(part), asItIs),
                Arguments.of("text.stl", utf8(asciiSolid("a", part)), asItIs),
                Arguments.of("part.obj", utf8(obj(part)), asItIs),
                Arguments.of(
                        "package.3mf",
                        threeMf(
                                "inch",
                                "<resources>" + object(1, part) + "</resources><build><item objectid='1'/></build>"),
                        asItIs),
                Arguments.of("model.3mf", utf8(model), asModel),
                Arguments.of("relations.3mf", utf8(RELATIONS), asRelations),
                Arguments.of(
                        "drawing.dxf",
                        dxf(
                                4,
                                "BLOCK 2=tab\nCIRCLE 10=0 20=0 40=3\nINSERT 2=hole 10=1 20=1\nENDBLK\nBLOCK 2=hole\nARC 10=0 20=0 40=1 50=0 51=180\nENDBLK\n",
                                """
                        LWPOLYLINE 90=4 70=1 10=0 20=0 42=0.4 10=40 20=0 10=40 20=30 10=0 20=30
                        ELLIPSE 10=20 20=15 11=6 21=0 40=0.5 41=0 42=6.28
                        SPLINE 71=2 40=0 40=0 40=0 40=1 40=1 40=1 10=0 20=50 10=10 20=60 10=20 20=50
                        LINE 10=0 20=50 11=20 21=50
                        INSERT 2=tab 10=5 20=5 41=0.5 42=-0.5 50=30 70=2 44=9
                        """),
                        asItIs),
                Arguments.of("drawing.svg", utf8("""
                        <svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="80mm" viewBox="0 0 100 80">
                        <g transform="translate(5 5) rotate(10) scale(1 -1)"><rect width="40" height="20" rx="3"/></g>
                        <path d="M10 40c5 5 10-5 20 0s10 5 20 0v20a10 10 0 0 1-20 0q-5 5-10 0t-10 0z"/>
                        <ellipse cx="80" cy="40" rx="9" ry="4"/><polygon points="1,1 5,1 5,5"/></svg>"""), asItIs));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void damagedFilesAreReadOrRefusedAndNothingElse(String name, byte[] sound, UnaryOperator<byte[]> wrapped)
            throws UnreadableShape {
        read(wrapped.apply(sound), name, SMALL);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (long seed = 0; seed < CASES; seed++) {
            byte[] damaged = wrapped.apply(Mutations.of(sound, new SplittableRandom(seed)));
            long before = threads.getCurrentThreadAllocatedBytes();
            try {
                look(damaged, name, seed % 2 == 0 ? Strictness.LENIENT : Strictness.STRICT);
            } catch (RuntimeException | Error unexpected) {
                throw new AssertionError("seed %d of %s".formatted(seed, name), unexpected);
            }
            assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                    .as("bytes allocated for seed %d of %s", seed, name)
                    .isLessThan(MOST_ALLOCATED);
        }
    }

    private static void look(byte[] bytes, String name, Strictness strictness) {
        try {
            switch (read(bytes, name, SMALL, strictness).shape()) {
                case Mesh mesh -> {
                    MeshMeasures measures = MeshMeasures.of(mesh);
                    assertThat(MeshFindings.of(mesh, measures)).isNotEmpty();
                    Repaired repaired = MeshRepair.of(mesh, measures);
                    assertThat(repaired.volumeAfterMm3()).isNotNaN();
                }
                case Outline outline -> assertThat(OutlineFindings.of(outline)).isNotEmpty();
            }
        } catch (UnreadableShape refused) {
            assertThat(refused.detail()).isNotBlank();
            assertThat(refused.hint()).isNotBlank();
        }
    }

    private static String obj(Mesh mesh) {
        var text = new StringBuilder("# part\no part\n");
        for (int vertex = 0; vertex < mesh.vertexCount(); vertex++) {
            text.append("v %s %s %s\n".formatted(mesh.x(vertex), mesh.y(vertex), mesh.z(vertex)));
        }
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            text.append("f %d/1/1 %d//2 %d\n"
                    .formatted(
                            mesh.corner(triangle, 0) + 1, mesh.corner(triangle, 1) + 1, mesh.corner(triangle, 2) + 1));
        }
        return text.append("f 1 2 3 4 5 -1\n").toString();
    }
}
