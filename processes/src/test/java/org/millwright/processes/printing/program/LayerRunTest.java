package org.millwright.processes.printing.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millwright.processes.Parts;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.toolpaths.PartLayers.Island;
import org.millwright.processes.printing.toolpaths.Role;
import org.millwright.processes.printing.toolpaths.ToolPath;

class LayerRunTest {
    private static final PrintSettings SETTINGS = PrintSettings.from(Parts.printer(Map.of()));

    /** A round wall has no corner to begin at, so it begins at the nearest point, which here has the next one on top of it. */
    @Test
    void aWallWhosePointsAreDrawnTwiceIsLeftAtItsSeam() {
        int points = 64;
        var xy = new double[4 * points];
        for (int i = 0; i < 2 * points; i++) {
            double angle = 2 * Math.PI * (i / 2) / points;
            xy[2 * i] = 50 + 10 * Math.cos(angle);
            xy[2 * i + 1] = 50 + 10 * Math.sin(angle);
        }
        var wall = new ToolPath(Role.OUTER_WALL, xy, true, 0.08);
        var writer = new MarlinWriter(SETTINGS);
        var island = new Island(List.of(List.of(wall)), List.of());
        LayerRun.Took took = new LayerRun(SETTINGS, writer).draw(1, List.of(new LayerRun.Level(0.4, List.of(island))));
        assertThat(took.seconds()).isBetween(1.0, 30.0);
        assertThat(Math.hypot(writer.x() - 50, writer.y() - 50)).isCloseTo(10, within(0.1));
        assertThat(writer.takeText()).doesNotContain("X0 ").doesNotContain("Y0 ");
    }
}
