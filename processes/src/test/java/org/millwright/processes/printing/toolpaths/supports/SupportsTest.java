package org.millwright.processes.printing.toolpaths.supports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millwright.geometry.Mesh;
import org.millwright.processes.Build;
import org.millwright.processes.Parts;
import org.millwright.processes.ProgramRefused;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;
import org.millwright.processes.printing.program.Bed;
import org.millwright.processes.printing.program.PlatePrint;
import org.millwright.processes.printing.program.PrintPreview;
import org.millwright.processes.printing.toolpaths.PartLayers;
import org.millwright.processes.printing.toolpaths.Role;
import org.millwright.processes.printing.toolpaths.ToolPath;
import org.millwright.processes.printing.toolpaths.raster.Mask;

/** Layers are 0.2 mm high, lines 0.45 mm wide, the threshold 45°: 0.193 mm of overhang need no support, 0.27 mm no closed surface. */
class SupportsTest {
    private static final PrintSettings SETTINGS = new PrintSettings(Map.of(
            PrintValue.SUPPORTS, 1.0, PrintValue.LAYER, 0.2, PrintValue.LINE_WIDTH, 0.45, PrintValue.INFILL, 15.0));

    @Test
    void rimThatLeansLessThanTheThresholdAllowsStandsAlone() {
        assertThat(supports(rim(0.18))).isEmpty();
    }

    @Test
    void linesThatLieMostlyOnTheLayerBelowNeedColumnsButNoClosedSurface() {
        List<Supports.Layer> layers = supports(rim(0.24));
        assertThat(layers)
                .isNotEmpty()
                .allSatisfy(layer -> assertThat(layer.closed().isEmpty()).isTrue());
        assertThat(layers).anyMatch(layer -> !layer.open().isEmpty());
    }

    @Test
    void linesThatHangOverByMoreLieOnTwoClosedLayers() {
        List<Supports.Layer> layers = supports(rim(0.32));
        assertThat(layers.stream().filter(layer -> !layer.closed().isEmpty())).hasSize(2);
        // The contact gap of 0.2 mm lies between the surface and the rim, which begins at 4 mm.
        assertThat(layers.getLast().topMm()).isCloseTo(3.8, within(1e-9));
    }

    @Test
    void columnsEndLowerUnderThreadsAndGoOnBesideThem() {
        List<Supports.Layer> layers = supports(rim(3));
        Supports.Layer under = layers.get(layers.size() - 2), beside = layers.getLast();
        assertThat(under.topMm()).isCloseTo(3.6, within(1e-9));
        assertThat(beside.topMm()).isCloseTo(3.8, within(1e-9));
        assertThat(beside.closed().areaMm2())
                .isPositive()
                .isLessThan(under.closed().areaMm2());
        assertThat(beside.closed().minus(under.closed()).isEmpty()).isTrue();
    }

    /** Walls of 55° step out by 0.14 mm a layer, their corners by 0.198 mm. */
    @Test
    void steepPyramidOnItsTipIsSupportedAtItsCornersOnly() {
        double out = 6 / Math.tan(Math.toRadians(55)), corner = out * Math.sqrt(2);
        Mesh pyramid = Parts.turned(4, 5, 0, 5, 3, 5 + corner, 9, 5 + corner, 11);
        Mask column = supports(pyramid).get(4).open();
        assertThat(column.pieces()).hasSize(4);
        assertThat(supports(Parts.turned(64, 5, 0, 5, 3, 5 + out, 9, 5 + out, 11)))
                .as("without corners")
                .isEmpty();
    }

    @Test
    void columnsStandOnClosedSurfacesButNotOnASkinOfOneLayer() {
        assertThat(closedBelow(2, spool(0.4))).isEqualTo(2);
        assertThat(closedBelow(2, spool(0.2))).isZero();
    }

    @Test
    void programOfASpoolWithSupportsTakesThePlasticOfItsPreview() throws ProgramRefused {
        Mesh spool = spool(0.4);
        Build build = new Build("spool", List.of(new Build.Placed("unit", spool, 0, 150, 150)));
        double filamentMm =
                PlatePrint.of(build, SETTINGS, new Bed(300, 300, 300)).filamentMm();
        assertThat(filamentMm).isCloseTo(PrintPreview.of(spool, SETTINGS).filamentMm(), within(0.04 * filamentMm));
    }

    private static Mesh spool(double floorMm) {
        return Parts.turned(64, 8, 0, 8, floorMm, 1, floorMm, 1, 4, 8, 4, 8, 5);
    }

    private static long closedBelow(double topMm, Mesh mesh) {
        return supports(mesh).stream()
                .filter(layer -> layer.topMm() < topMm && !layer.closed().isEmpty())
                .count();
    }

    @Test
    void nothingStandsBehindAWall() {
        // An overhang inside a narrow tube: blocks reach through its wall of 0.8 mm.
        Mesh table = both(Parts.tube(6, 5.2, 12, 64), Parts.turned(64, 1, 0, 1, 8, 4.95, 8, 4.95, 9));
        List<Supports.Layer> layers = supports(table);
        assertThat(layers).hasSizeGreaterThan(20);
        for (Supports.Layer layer : layers.subList(1, 20)) {
            int[] box = layer.open().or(layer.closed()).box();
            double cell = layer.open().grid().cellMm();
            assertThat((box[2] - box[0]) * cell).isLessThan(2 * 5.2);
        }
    }

    @Test
    void previewFindsThePlasticThatAllLayersTake() {
        for (Mesh part : List.of(rim(0.24), rim(3), Parts.turned(48, 3, 0, 3, 2, 12, 9, 12, 10))) {
            var layers = new PartLayers(part, SETTINGS);
            double mm3 = layers.supports().stream()
                    .flatMap(layer -> layers.paths(layer).stream())
                    .mapToDouble(path -> path.lengthMm() * path.beadMm2())
                    .sum();
            assertThat(PrintPreview.of(part, SETTINGS).supportMm() * SETTINGS.filamentMm2())
                    .isCloseTo(mm3, within(0.04 * mm3));
        }
    }

    /** Lines of a foot are 0.407 mm / 0.9 apart, those of closed surfaces 0.407 mm. */
    @Test
    void linesAreLaidFromTheMiddleOfThePartWhereverItIs() {
        double dx = 0.137, spacing = ToolPath.spacingMm(0.45, 0.2);
        List<Supports.Layer> layers = supports(rim(3).moved(dx, 3.3, 1));
        assertThat(linesAlongY(layers.getFirst(), Role.SUPPORT))
                .filteredOn(x -> Math.abs(x - dx) < 5)
                .hasSizeGreaterThan(40)
                .allSatisfy(x -> assertThat(outOfStep(x - dx, spacing / 0.9)).isLessThan(1e-6));
        assertThat(linesAlongY(layers.get(layers.size() - 2), Role.SUPPORT_INTERFACE))
                .filteredOn(x -> Math.abs(x - dx) < 5)
                .hasSizeGreaterThan(20)
                .allSatisfy(x ->
                        assertThat(outOfStep(x - dx - spacing / 2, spacing)).isLessThan(1e-6));
    }

    private static double outOfStep(double place, double stepMm) {
        return Math.abs(Math.IEEEremainder(place, stepMm));
    }

    /** The x of all lines of 1 mm and more that run along y. */
    private static List<Double> linesAlongY(Supports.Layer layer, Role role) {
        var at = new ArrayList<Double>();
        for (ToolPath path : new SupportPaths(SETTINGS).of(layer)) {
            for (int i = 1; i < path.size() && path.role() == role && !path.closed(); i++) {
                if (path.x(i) == path.x(i - 1) && Math.abs(path.y(i) - path.y(i - 1)) > 1) {
                    at.add(path.x(i));
                }
            }
        }
        return at;
    }

    private static Mesh both(Mesh a, Mesh b) {
        int vertices = a.vertexCount(), triangles = a.triangleCount();
        var c = new double[3 * (vertices + b.vertexCount())];
        for (int i = 0; i < c.length / 3; i++) {
            Mesh of = i < vertices ? a : b;
            int vertex = i < vertices ? i : i - vertices;
            c[3 * i] = of.x(vertex);
            c[3 * i + 1] = of.y(vertex);
            c[3 * i + 2] = of.z(vertex);
        }
        var t = new int[3 * (triangles + b.triangleCount())];
        for (int i = 0; i < t.length; i++) {
            int triangle = i / 3;
            t[i] = triangle < triangles ? a.corner(triangle, i % 3) : vertices + b.corner(triangle - triangles, i % 3);
        }
        return new Mesh(c, t);
    }

    private static Mesh rim(double outMm) {
        return Parts.turned(96, 8, 0, 8, 4, 8 + outMm, 4, 8 + outMm, 6);
    }

    private static List<Supports.Layer> supports(Mesh mesh) {
        return new PartLayers(mesh, SETTINGS).supports();
    }
}
