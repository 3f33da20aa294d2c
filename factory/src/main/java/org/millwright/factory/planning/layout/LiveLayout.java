package org.millwright.factory.planning.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.Plate;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.nesting.LayoutFigures;

/**
 * A search for a denser layout of one plate or sheet, beside the layout in force.
 *
 * @param running whether it still looks
 * @param before figures of the layout in force
 * @param after figures of the best layout so far; null when there is none better
 * @param points density over computing seconds
 * @param pinned units that stay where they are
 * @param moved units that lie elsewhere in the best layout
 * @param leftBeforeMm2 what goes back to stock of a sheet
 * @param number of the improvement; whoever adopts it says which one they saw
 */
public record LiveLayout(
        BuildPlan build,
        boolean running,
        Plate inForce,
        @Nullable Plate best,
        LayoutFigures before,
        @Nullable LayoutFigures after,
        List<Point> points,
        Set<UnitId> pinned,
        Set<UnitId> moved,
        double leftBeforeMm2,
        double leftAfterMm2,
        long number) {
    public LiveLayout {
        points = List.copyOf(points);
        pinned = Set.copyOf(pinned);
        moved = Set.copyOf(moved);
    }

    /** An improvement. */
    public record Point(double atS, double density) {}

    /** Density over time as a line in a drawing of {@code width} by {@code height}, from the layout in force upwards. */
    public String path(double width, double height) {
        if (points.isEmpty()) {
            return "";
        }
        double last = Math.max(1e-9, points.getLast().atS());
        double least = points.stream().mapToDouble(Point::density).min().orElse(0) - 0.005;
        double most = points.stream().mapToDouble(Point::density).max().orElse(1) + 0.005;
        List<String> path = new ArrayList<>();
        double y = 0;
        for (Point point : points) {
            double x = Math.round(point.atS() / last * (width - 12) * 10) / 10.0;
            if (!path.isEmpty()) {
                path.add("L" + x + " " + y);
            }
            y = Math.round((height - (point.density() - least) / (most - least) * height) * 10) / 10.0;
            path.add((path.isEmpty() ? "M" : "L") + x + " " + y);
        }
        path.add("L" + width + " " + y);
        return String.join("", path);
    }
}
