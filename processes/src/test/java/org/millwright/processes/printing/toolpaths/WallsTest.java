package org.millwright.processes.printing.toolpaths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Point;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.processes.printing.toolpaths.raster.Grid;
import org.millwright.processes.printing.toolpaths.raster.Mask;

class WallsTest {
    private static final double HEIGHT_MM = 0.2;
    private static final Bead BEAD = new Bead(0.45, HEIGHT_MM);
    /** Round sides of a line reach this far over its share of the layer. */
    private static final double RIM_MM = (0.45 - BEAD.spacingMm()) / 2;

    @Test
    void wallNarrowerThanALineIsDrawnAsWideAsTheNozzleCan() {
        List<ToolPath> paths = walls(rectangle(0, 0, 20, 0.2));
        assertThat(paths).hasSize(1);
        ToolPath line = paths.getFirst();
        assertThat(line.closed()).isFalse();
        assertThat(line.beadMm2()).isCloseTo(0.34 * HEIGHT_MM, within(0.34 * HEIGHT_MM * 0.02));
        assertThat(line.lengthMm()).isCloseTo(20 - 2 * RIM_MM - 0.16, within(0.2));
    }

    @Test
    void wallThinnerThanAnythingANozzleDrawsIsLeftOut() {
        assertThat(walls(rectangle(0, 0, 20, 0.13))).isEmpty();
    }

    @Test
    void wallOfOneLineIsDrawnAsWideAsItIs() {
        List<ToolPath> paths = walls(rectangle(0, 0, 20, 0.55));
        assertThat(paths).hasSize(1);
        double width = 0.55 - 2 * RIM_MM;
        assertThat(paths.getFirst().beadMm2()).isCloseTo(width * HEIGHT_MM, within(0.02 * HEIGHT_MM));
    }

    /** Twice a line is 0.81 mm, twice 1.51 halves 0.62 mm: between them both lines are narrower, above it wider. */
    @Test
    void twoLinesShareTheWidthOfAWallEvenly() {
        for (double width : new double[] {0.7, 0.78, 0.86, 0.95, 1.05}) {
            List<ToolPath> paths = walls(rectangle(0, 0, 20, width));
            double plastic = paths.stream()
                    .mapToDouble(path -> path.lengthMm() * path.beadMm2())
                    .sum();
            double held = (20 - 2 * RIM_MM) * (width - 2 * RIM_MM) * HEIGHT_MM;
            assertThat(plastic).as("width %s", width).isCloseTo(held, within(0.03 * held));
        }
    }

    /** The loop of a pin runs halfway between its edge and its middle. */
    @Test
    void loopOfAThinPinRunsHalfwayToItsMiddle() {
        List<ToolPath> paths = walls(rectangle(0, 0, 1, 1));
        assertThat(paths).hasSize(1);
        double side = 1 - 2 * RIM_MM;
        assertThat(paths.getFirst().lengthMm()).isCloseTo(4 * side / 2, within(0.05));
        assertThat(paths.getFirst().lengthMm() * paths.getFirst().beadMm2())
                .isCloseTo(side * side * HEIGHT_MM, within(0.02 * HEIGHT_MM));
    }

    /** Both sides open by more than ten degrees, so no line runs in the middle; all that is left is a dot where it is widest. */
    @Test
    void tipTooPointedForALineIsADot() {
        List<ToolPath> paths = walls(polygon(0, 0, 0.9, 0, 0.45, 0.78));
        assertThat(paths).hasSize(1);
        double widest = 2 * inradius(0.9) - 2 * RIM_MM;
        assertThat(paths.getFirst().lengthMm() * paths.getFirst().beadMm2())
                .isCloseTo(5.0 / 8 * widest * widest * HEIGHT_MM, within(0.002));
    }

    private static double inradius(double side) {
        return side * 0.78 / (side + 2 * Math.hypot(side / 2, 0.78));
    }

    @Test
    void lineAlongAWedgeEndsWhereItIsTooThin() {
        List<ToolPath> paths = walls(polygon(0, 0, 10, 0, 10, 0.55));
        assertThat(paths).allSatisfy(path -> assertThat(path.closed()).isFalse());
        double leftmost = paths.stream()
                .mapToDouble(path -> Math.min(path.x(0), path.x(path.size() - 1)))
                .min()
                .orElseThrow();
        // The wedge is a tenth of a millimetre thick, without the round sides of lines, at 2.6 mm.
        assertThat(leftmost).isCloseTo((0.1 + 2 * RIM_MM) / 0.055, within(0.15));
    }

    @Test
    void lineGoesAroundTheBendOfAThinWallInOnePiece() {
        List<ToolPath> paths = walls(polygon(0, 0, 5, 0, 5, 0.5, 0.5, 0.5, 0.5, 5, 0, 5));
        assertThat(paths).hasSize(1);
        assertThat(paths.getFirst().closed()).isFalse();
        assertThat(paths.getFirst().lengthMm()).isCloseTo(2 * (5 - 0.25 - 0.25), within(0.2));
    }

    @Test
    void linesNeverCoverMuchMoreThanThePiece() {
        var random = new SplittableRandom(7);
        for (int round = 0; round < 200; round++) {
            int corners = 3 + random.nextInt(7);
            var xy = new double[2 * corners];
            for (int i = 0; i < corners; i++) {
                double radius = 0.3 + 1.2 * random.nextDouble();
                xy[2 * i] = radius * Math.cos(2 * Math.PI * i / corners);
                xy[2 * i + 1] = radius * Math.sin(2 * Math.PI * i / corners);
            }
            Region piece = polygon(xy);
            double plastic = walls(piece).stream()
                    .mapToDouble(path -> path.lengthMm() * path.beadMm2())
                    .sum();
            assertThat(plastic).as("round %d", round).isLessThan(1.15 * piece.areaMm2() * HEIGHT_MM + 0.05);
        }
    }

    private static Region polygon(double... xy) {
        return new Region(new Ring(xy), List.of());
    }

    @Test
    void wallOverNothingIsCutOutAndDrawnAsAThread() {
        var grid = new Grid(new Bounds(new Point(0, 0, 0), new Point(20, 10, 1)), 0);
        Mask held = grid.mask(List.of(rectangle(0, 0, 12, 10)));
        ToolPath loop = ToolPath.loop(Role.OUTER_WALL, rectangle(1, 1, 18, 8).outer(), 0.08);
        List<ToolPath> pieces =
                HangingWalls.cut(List.of(List.of(loop)), held, 0.4).getFirst();
        double hanging = length(pieces, Role.HANGING_WALL);
        assertThat(hanging).isCloseTo(7 + 8 + 7, within(0.5));
        assertThat(hanging + length(pieces, Role.OUTER_WALL)).isCloseTo(52, within(1e-9));
        assertThat(pieces).allSatisfy(piece -> assertThat(piece.wholeMm()).isCloseTo(52, within(1e-9)));
        for (int i = 1; i < pieces.size(); i++) {
            ToolPath before = pieces.get(i - 1);
            assertThat(pieces.get(i).x(0)).isEqualTo(before.x(before.size() - 1));
            assertThat(pieces.get(i).y(0)).isEqualTo(before.y(before.size() - 1));
        }
    }

    @Test
    void wallThatIsHeldStaysWhole() {
        var grid = new Grid(new Bounds(new Point(0, 0, 0), new Point(20, 10, 1)), 0);
        ToolPath loop = ToolPath.loop(Role.OUTER_WALL, rectangle(1, 1, 18, 8).outer(), 0.08);
        assertThat(HangingWalls.cut(List.of(List.of(loop)), grid.mask(List.of(rectangle(0, 0, 20, 10))), 0.4))
                .containsExactly(List.of(loop));
    }

    @Test
    void slotsAndGapsBetweenPiecesAreFoundAndThinWallsAreNone() {
        assertThat(NarrowGaps.any(List.of(rectangle(0, 0, 5, 5), rectangle(5.05, 0, 5, 5)), 0.1))
                .isTrue();
        assertThat(NarrowGaps.any(List.of(rectangle(0, 0, 5, 5), rectangle(5.2, 0, 5, 5)), 0.1))
                .isFalse();
        assertThat(NarrowGaps.any(List.of(rectangle(0, 0, 5, 0.05)), 0.1)).isFalse();
        var slotted =
                new Region(new Ring(new double[] {0, 0, 4, 0, 4, 3, 4.05, 3, 4.05, 0, 8, 0, 8, 5, 0, 5}), List.of());
        assertThat(NarrowGaps.any(List.of(slotted), 0.1)).isTrue();
    }

    private static double length(List<ToolPath> paths, Role role) {
        return paths.stream()
                .filter(path -> path.role() == role)
                .mapToDouble(ToolPath::lengthMm)
                .sum();
    }

    private static List<ToolPath> walls(Region slice) {
        return Walls.of(List.of(slice), 2, BEAD, 0.34).groups().stream()
                .flatMap(List::stream)
                .toList();
    }

    private static Region rectangle(double x, double y, double dx, double dy) {
        return new Region(new Ring(new double[] {x, y, x + dx, y, x + dx, y + dy, x, y + dy}), List.of());
    }
}
