package org.millwright.geometry.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.geometry.Uploads.dxf;
import static org.millwright.geometry.Uploads.read;
import static org.millwright.geometry.reading.StlFilesTest.refused;

import org.junit.jupiter.api.Test;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.LengthUnit;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Ring;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.outline.OutlineMeasures;

class DxfFilesTest {
    @Test
    void looseLinesAndArcsCloseToOneContourWhateverTheirOrderAndDirection() throws UnreadableShape {
        OutlineMeasures slot = measured("""
                LINE 10=0 20=0 11=20 21=0
                ARC 10=0 20=5 40=5 50=90 51=270
                LINE 10=0 20=10 11=20 21=10
                ARC 10=20 20=5 40=5 50=270 51=90
                """);
        assertThat(slot.closedLoops()).isEqualTo(1);
        assertThat(slot.openChains()).isZero();
        assertThat(slot.areaMm2()).isCloseTo(200 + 25 * Math.PI, within(0.3));
        assertThat(slot.cutLengthMm()).isCloseTo(40 + 10 * Math.PI, within(0.05));
    }

    @Test
    void flattenedCurvesStayWithinAHundredthOfAMillimetre() throws UnreadableShape {
        Ring ring = outline(read(dxf("CIRCLE 10=0 20=0 40=500"), "a.dxf"))
                .regions()
                .getFirst()
                .outer();
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            double middle = Math.hypot((ring.x(i) + ring.x(j)) / 2, (ring.y(i) + ring.y(j)) / 2);
            assertThat(middle).isBetween(499.99, 500.0);
        }
    }

    @Test
    void flatteningFollowsTheUnit() throws UnreadableShape {
        Outline inches = outline(read(dxf(1, "", "CIRCLE 10=0 20=0 40=2"), "a.dxf"));
        assertThat(OutlineMeasures.of(inches.scaled(25.4)).areaMm2())
                .isCloseTo(Math.PI * 50.8 * 50.8, within(2 * Math.PI * 50.8 * 0.01));
    }

    @Test
    void circlesInsideAContourBecomeHolesAndWhatIsInsideThemPartsOfTheirOwn() throws UnreadableShape {
        Outline outline = outline(read(dxf("""
                LWPOLYLINE 90=4 70=1 10=0 20=0 10=40 20=0 10=40 20=30 10=0 20=30
                CIRCLE 10=10 20=10 40=6
                CIRCLE 10=10 20=10 40=2
                CIRCLE 10=30 20=10 40=3
                """), "a.dxf"));
        assertThat(outline.regions()).hasSize(2);
        assertThat(outline.regions().getFirst().holes()).hasSize(2);
        assertThat(outline.regions().getLast().areaMm2()).isCloseTo(4 * Math.PI, within(0.1));
    }

    @Test
    void bulgesBecomeArcs() throws UnreadableShape {
        assertThat(measured("LWPOLYLINE 90=2 70=1 10=0 20=0 42=1 10=10 20=0 42=1")
                        .areaMm2())
                .isCloseTo(25 * Math.PI, within(0.3));
        assertThat(measured("""
                POLYLINE 66=1 70=1
                VERTEX 10=0 20=0 42=1
                VERTEX 10=10 20=0 42=1
                SEQEND
                """).areaMm2()).isCloseTo(25 * Math.PI, within(0.3));
    }

    @Test
    void ellipsesAndSplinesAreFollowed() throws UnreadableShape {
        assertThat(measured("ELLIPSE 10=5 20=5 11=10 21=0 40=0.5 41=0 42=6.283185307179586")
                        .areaMm2())
                .isCloseTo(50 * Math.PI, within(0.4));
        // A quadratic spline with one span is the parabola y = 2 s (1 - s) * 10 over x = 20 s: area 2/3 * 20 * 5.
        assertThat(measured("""
                SPLINE 71=2 40=0 40=0 40=0 40=1 40=1 40=1 10=0 20=0 10=10 20=10 10=20 20=0
                LINE 10=0 20=0 11=20 21=0
                """).areaMm2()).isCloseTo(200.0 / 3, within(0.3));
    }

    @Test
    void blocksArePlacedScaledTurnedMirroredAndNested() throws UnreadableShape {
        String blocks = """
                BLOCK 2=tab 10=1 20=0
                LWPOLYLINE 90=3 70=1 10=1 20=0 10=5 20=0 10=1 20=3
                ENDBLK
                BLOCK 2=pair 10=0 20=0
                INSERT 2=tab 10=0 20=0
                INSERT 2=tab 10=-10 20=0 41=-1
                ENDBLK
                """;
        Outline outline =
                outline(read(dxf(4, blocks, "INSERT 2=pair 10=100 20=50 41=2 42=2 50=90 70=2 44=60"), "a.dxf"));
        OutlineMeasures measures = OutlineMeasures.of(outline);
        assertThat(measures.closedLoops()).isEqualTo(4);
        assertThat(measures.areaMm2()).isCloseTo(4 * 6 * 4, within(1e-9));
        assertThat(measures.bounds().min().x()).isCloseTo(94, within(1e-9));
        assertThat(measures.bounds().max().y()).isCloseTo(50 + 60 + 8, within(1e-9));
    }

    @Test
    void entitiesDrawnFromBelowAreMirrored() throws UnreadableShape {
        OutlineMeasures measures = measured("CIRCLE 10=10 20=0 40=2 210=0 220=0 230=-1");
        assertThat(measures.bounds().max().x()).isCloseTo(-8, within(1e-9));
    }

    @Test
    void unitComesFromTheHeaderOrIsGuessed() throws UnreadableShape {
        assertThat(read(dxf(1, "", "CIRCLE 10=0 20=0 40=40"), "a.dxf").declaredUnit())
                .isEqualTo(LengthUnit.INCH);
        DesignFile silent = read(dxf(0, "", "CIRCLE 10=0 20=0 40=2"), "a.dxf");
        assertThat(silent.declaredUnit()).isNull();
        assertThat(silent.likelyUnit()).isEqualTo(LengthUnit.INCH);
    }

    @Test
    void linesDrawnTwiceAreCutOnceAndReported() throws UnreadableShape {
        Outline outline = outline(read(dxf("""
                CIRCLE 10=0 20=0 40=5
                CIRCLE 10=0 20=0 40=5
                LINE 10=20 20=0 11=30 21=0
                LINE 10=30 20=0 11=20 21=0
                """), "a.dxf"));
        assertThat(outline.regions()).hasSize(1);
        assertThat(outline.openChains()).hasSize(1);
        assertThat(outline.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.check()).isEqualTo("duplicate-lines");
            assertThat(remark.arguments()).containsEntry("count", 2);
        });
    }

    @Test
    void crossingDiagonalsOfOneBoxAreNoDuplicates() throws UnreadableShape {
        Outline outline = outline(read(dxf("LINE 10=0 20=0 11=10 21=10\nLINE 10=0 20=10 11=10 21=0"), "a.dxf"));
        assertThat(outline.openChains()).hasSize(2);
    }

    @Test
    void textsAndHiddenThingsAreLeftOutAndReported() throws UnreadableShape {
        Outline outline = outline(read(dxf("CIRCLE 10=0 20=0 40=5\nTEXT 10=0 20=0 40=2"), "a.dxf"));
        assertThat(outline.remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.arguments()).containsEntry("kind", "TEXT"));
        refused(dxf("TEXT 10=0 20=0 40=2"), "a.dxf", "only: TEXT");
    }

    @Test
    void brokenFilesAreRefusedWithTheirLine() {
        refused(dxf("CIRCLE 10=0 20=0 40=abc"), "a.dxf", "Line 28", "abc");
        refused(dxf("CIRCLE 10=0 20=0"), "a.dxf", "CIRCLE", "group 40");
        refused(dxf("INSERT 2=nowhere"), "a.dxf", "nowhere");
        byte[] whole = dxf("CIRCLE 10=0 20=0 40=5");
        refused(java.util.Arrays.copyOf(whole, whole.length - 12), "a.dxf", "ends in line");
    }

    private static OutlineMeasures measured(String entities) throws UnreadableShape {
        return OutlineMeasures.of(outline(read(dxf(entities), "a.dxf")));
    }

    private static Outline outline(DesignFile file) {
        return (Outline) file.shape();
    }
}
