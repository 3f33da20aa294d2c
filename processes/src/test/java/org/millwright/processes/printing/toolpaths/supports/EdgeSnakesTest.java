package org.millwright.processes.printing.toolpaths.supports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.outline.Hatching;
import org.millwright.processes.Parts;
import org.millwright.processes.printing.toolpaths.Role;
import org.millwright.processes.printing.toolpaths.ToolPath;

class EdgeSnakesTest {
    @Test
    void rectangleIsFilledByOneSnake() {
        List<ToolPath> paths = fill(List.of(new Region(Parts.rectangle(0, 0, 10, 6), List.of())), true, 2, 1);
        assertThat(paths).hasSize(1);
        // Three lines of 10 mm and two ways of 2 mm between them.
        assertThat(paths.getFirst().lengthMm()).isCloseTo(34, within(1e-9));
    }

    @Test
    void linesAlongYFillTheSameRectangleTheOtherWay() {
        List<ToolPath> paths = fill(List.of(new Region(Parts.rectangle(0, 0, 10, 6), List.of())), false, 2, 1);
        assertThat(paths).hasSize(1);
        assertThat(paths.getFirst().lengthMm()).isCloseTo(5 * 6 + 4 * 2, within(1e-9));
    }

    @Test
    void aHoleIsWalkedAround() {
        Region ring =
                new Region(Parts.circle(0, 0, 10), List.of(Parts.circle(0, 0, 4).reversed()));
        List<ToolPath> paths = fill(List.of(ring), true, 2, 1);
        assertThat(paths).hasSizeLessThanOrEqualTo(3);
        for (ToolPath path : paths) {
            for (int i = 0; i < path.size(); i++) {
                assertThat(Math.hypot(path.x(i), path.y(i))).isBetween(3.99, 10.01);
            }
        }
    }

    @Test
    void nothingIsFilledWhereNoLineRuns() {
        assertThat(fill(List.of(new Region(Parts.rectangle(0, 0.2, 10, 0.6), List.of())), true, 2, 1.5))
                .isEmpty();
    }

    @Test
    void everyPieceOfEveryLineIsDrawnOnce() {
        var random = new SplittableRandom(7);
        for (int trial = 0; trial < 200; trial++) {
            List<Region> areas = List.of(new Region(star(random), List.of()));
            double spacing = random.nextDouble(0.3, 3), offset = random.nextDouble(-5, 5);
            double[] lines = Hatching.lines(areas, spacing, 0, offset);
            double wanted = 0;
            for (int i = 0; i < lines.length; i += 4) {
                wanted += Math.abs(lines[i + 2] - lines[i]);
            }
            double drawn = 0;
            for (ToolPath path : fill(areas, true, spacing, offset)) {
                for (int i = 0; i + 1 < path.size(); i++) {
                    double line = (path.y(i) - offset) / spacing;
                    boolean level = path.y(i) == path.y(i + 1) && Math.abs(line - Math.rint(line)) < 1e-9;
                    drawn += level ? Math.abs(path.x(i + 1) - path.x(i)) : 0;
                }
            }
            assertThat(drawn).as("trial %s of seed 7", trial).isCloseTo(wanted, within(1e-6));
        }
    }

    private static Ring star(SplittableRandom random) {
        int corners = random.nextInt(3, 24);
        var xy = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            double radius = random.nextDouble(2, 12), angle = 2 * Math.PI * i / corners;
            xy[2 * i] = radius * Math.cos(angle);
            xy[2 * i + 1] = radius * Math.sin(angle);
        }
        return new Ring(xy);
    }

    private static List<ToolPath> fill(List<Region> areas, boolean alongX, double spacingMm, double offsetMm) {
        var paths = new ArrayList<ToolPath>();
        EdgeSnakes.fill(areas, alongX, spacingMm, offsetMm, Role.SUPPORT, 0.1, paths);
        return paths;
    }
}
