package org.millwright.geometry.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.geometry.Uploads.read;
import static org.millwright.geometry.Uploads.utf8;
import static org.millwright.geometry.reading.StlFilesTest.refused;

import org.junit.jupiter.api.Test;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.LengthUnit;
import org.millwright.geometry.Outline;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.outline.OutlineMeasures;

class SvgFilesTest {
    @Test
    void windowInMillimetresScalesTheViewBoxAndTurnsItUpright() throws UnreadableShape {
        DesignFile file = read(utf8("""
                <svg xmlns="http://www.w3.org/2000/svg" width="10cm" height="50mm" viewBox="0 0 200 100">
                  <rect x="20" y="0" width="40" height="20"/>
                </svg>"""), "a.svg");
        assertThat(file.declaredUnit()).isEqualTo(LengthUnit.MILLIMETRE);
        OutlineMeasures measures = OutlineMeasures.of((Outline) file.shape());
        assertThat(measures.areaMm2()).isCloseTo(200, within(1e-9));
        assertThat(measures.bounds().min().x()).isCloseTo(10, within(1e-9));
        assertThat(measures.bounds().max().y()).isCloseTo(50, within(1e-9));
    }

    @Test
    void windowWithoutUnitLeavesTheNumbersAndAsksForTheUnit() throws UnreadableShape {
        DesignFile file = read(
                utf8(
                        "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'><circle cx='50' cy='50' r='20'/></svg>"),
                "a.svg");
        assertThat(file.declaredUnit()).isNull();
        assertThat(file.likelyUnit()).isEqualTo(LengthUnit.MILLIMETRE);
        assertThat(file.shape().bounds().sizeX()).isCloseTo(40, within(1e-9));
    }

    @Test
    void allPathCommandsAreFollowed() throws UnreadableShape {
        assertThat(area("M10 10 h20 v20 H10z")).isCloseTo(400, within(1e-9));
        assertThat(area("m10,10l20,0 0,20-20,0Z")).isCloseTo(400, within(1e-9));
        assertThat(area("M0 0A10 10 0 0120 0A10 10 0 010 0")).isCloseTo(100 * Math.PI, within(0.7));
        assertThat(area("M0 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0")).isCloseTo(100 * Math.PI, within(0.7));
        assertThat(area("M0 0Q10 10 20 0Z")).isCloseTo(200.0 / 3, within(0.3));
        assertThat(area("M0 0Q5 5 10 0T20 0L20-10 0-10Z")).isCloseTo(200, within(0.3));
        // The smooth command mirrors the control point: both halves of the S enclose the same area with the axis.
        assertThat(area("M0 0C0 5 10 5 10 0S20-5 20 0L20 20H0Z")).isCloseTo(400, within(0.5));
        assertThat(area("M1e1,0.5e1.5.5 3 9z")).isPositive();
    }

    @Test
    void subpathsNestToHoles() throws UnreadableShape {
        OutlineMeasures measures = measured("<path d='M0 0H30V30H0ZM10 10H20V20H10Z'/>");
        assertThat(measures.closedLoops()).isEqualTo(2);
        assertThat(measures.holes()).isEqualTo(1);
        assertThat(measures.areaMm2()).isCloseTo(800, within(1e-9));
    }

    @Test
    void shapesAndNestedTransformsAreApplied() throws UnreadableShape {
        assertThat(measured("<g transform='translate(5 5) scale(2)'><g transform='rotate(45)'>"
                                + "<rect width='10' height='10' rx='2'/></g></g>")
                        .areaMm2())
                .isCloseTo(4 * (100 - (4 - Math.PI) * 4), within(0.2));
        assertThat(measured("<ellipse cx='5' cy='5' rx='10' ry='5' transform='matrix(1 0 0.5 1 0 0)'/>")
                        .areaMm2())
                .isCloseTo(50 * Math.PI, within(0.4));
        assertThat(measured("<polygon points='0,0 10,0 10,10'/>").areaMm2()).isCloseTo(50, within(1e-9));
        assertThat(measured("<polyline points='0,0 10,0 10,10'/><line x1='50' x2='60'/>")
                        .openChains())
                .isEqualTo(2);
    }

    @Test
    void definitionsAndHiddenShapesAreNotCut() throws UnreadableShape {
        OutlineMeasures measures = measured("""
                <defs><circle r="3"/></defs><g style="display: none"><circle r="4"/></g><circle r="5"/>""");
        assertThat(measures.closedLoops()).isEqualTo(1);
    }

    @Test
    void clonesAndSymbolsAreDrawnWhereTheyAreUsed() throws UnreadableShape {
        OutlineMeasures clones = measured("""
                <use href="#hole" x="40"/><defs><g id="hole" transform="scale(2)"><circle r="3"/></g></defs>
                <use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#hole" transform="translate(70 0)"/>""");
        assertThat(clones.closedLoops()).isEqualTo(2);
        assertThat(clones.areaMm2()).isCloseTo(2 * 36 * Math.PI, within(0.5));
        assertThat(clones.bounds().min().x()).isCloseTo(34, within(0.02));
        assertThat(clones.bounds().max().x()).isCloseTo(76, within(0.02));

        OutlineMeasures symbols = measured("""
                <symbol id="plate" viewBox="0 0 10 5"><rect width="10" height="5"/></symbol>
                <use href="#plate"/><use href="#plate" y="20" width="40" height="20"/>""");
        assertThat(symbols.areaMm2()).isCloseTo(50 + 800, within(1e-9));
        assertThat(symbols.bounds().max().y() - symbols.bounds().min().y()).isCloseTo(40, within(1e-9));
    }

    @Test
    void clonesOfClonesAreDrawnAndClonesOfOtherFilesAreReported() throws UnreadableShape {
        var outline = (Outline) read(utf8("""
                        <svg xmlns='http://www.w3.org/2000/svg'><circle id='a' r='5'/>
                        <g id='b'><use href='#a' x='20'/><use href='#a' x='40'/></g><use href='#b' y='20'/>
                        <use href='other.svg#a'/><use href='#missing'/></svg>"""), "a.svg").shape();
        assertThat(OutlineMeasures.of(outline).closedLoops()).isEqualTo(5);
        assertThat(outline.remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.check()).isEqualTo("left-out"));
    }

    @Test
    void clonesThatLeadBackToThemselvesOrMultiplyWithoutEndAreRefused() {
        refused(utf8("<svg><g id='a'><circle r='5'/><use href='#a'/></g></svg>"), "a.svg", "leads back");
        refused(
                utf8("<svg><g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g><circle r='5'/></svg>"),
                "a.svg",
                "leads back");
        var laughs = new StringBuilder("<svg><defs><g id='g0'><title>nothing</title></g>");
        for (int i = 1; i < 30; i++) {
            laughs.append("<g id='g%d'><use href='#g%d'/><use href='#g%d'/></g>".formatted(i, i - 1, i - 1));
        }
        refused(utf8(laughs + "</defs><circle r='5'/><use href='#g29'/></svg>"), "a.svg", "more than");
    }

    @Test
    void textsAreReported() throws UnreadableShape {
        var outline = (Outline)
                read(utf8("<svg xmlns='http://www.w3.org/2000/svg'><circle r='5'/><text>A</text></svg>"), "a.svg")
                        .shape();
        assertThat(outline.remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.check()).isEqualTo("left-out"));
    }

    @Test
    void scriptsEntitiesAndNonsenseAreRefused() {
        refused(utf8("<svg><script>1</script></svg>"), "a.svg", "script");
        refused(utf8("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg><circle r='5'/></svg>"), "a.svg", "entities");
        refused(utf8("<svg><path d='M0 0 X5 5'/></svg>"), "a.svg", "path command");
        refused(utf8("<svg><circle r='5'/>"), "a.svg", "well-formed");
        refused(utf8("<svg viewBox='0 0 0 0'><circle r='5'/></svg>"), "a.svg", "viewBox");
        refused(utf8("<svg><circle r='5' transform='warp(3)'/></svg>"), "a.svg", "warp");
        refused(utf8("<svg/>"), "a.svg", "no line or curve");
    }

    @Test
    void harmlessDocumentTypeIsAccepted() throws UnreadableShape {
        assertThat(read(
                                utf8(
                                        "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' "
                                                + "'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><svg><circle r='5'/></svg>"),
                                "a.svg")
                        .format())
                .isEqualTo("svg");
    }

    private static double area(String path) throws UnreadableShape {
        return measured("<path d='%s'/>".formatted(path)).areaMm2();
    }

    private static OutlineMeasures measured(String content) throws UnreadableShape {
        String svg =
                "<svg xmlns='http://www.w3.org/2000/svg' width='100mm' height='100mm' viewBox='0 0 100 100'>%s</svg>";
        return OutlineMeasures.of(
                (Outline) read(utf8(svg.formatted(content)), "a.svg").shape());
    }
}
