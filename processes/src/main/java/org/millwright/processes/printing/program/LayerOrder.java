package org.millwright.processes.printing.program;

import java.util.ArrayList;
import java.util.List;
import org.millwright.geometry.Straight;
import org.millwright.processes.printing.toolpaths.PartLayers.Island;
import org.millwright.processes.printing.toolpaths.ToolPath;

/**
 * The order in which one layer is drawn: the nearest piece next, its walls as planned, then its fills by nearness. Loops
 * begin at their seam, lines at the nearer end.
 */
final class LayerOrder {
    private final List<Stroke> strokes = new ArrayList<>();
    private final Seams seams;
    private double x;
    private double y;

    private LayerOrder(Seams seams, double x, double y) {
        this.seams = seams;
        this.x = x;
        this.y = y;
    }

    /**
     * A path with the point and direction it is drawn in.
     *
     * @param start number of the first point
     * @param backwards whether points are taken in falling order
     */
    record Stroke(ToolPath path, int start, boolean backwards) {
        double endX() {
            return path.x(end());
        }

        double endY() {
            return path.y(end());
        }

        private int end() {
            return path.closed() ? start : backwards ? 0 : path.size() - 1;
        }
    }

    static List<Stroke> of(List<Island> islands, Seams seams, double x, double y) {
        var order = new LayerOrder(seams, x, y);
        var left = new ArrayList<>(islands);
        while (!left.isEmpty()) {
            Island next = left.remove(order.nearestIsland(left));
            order.drawWalls(next.walls());
            order.drawNearestFirst(next.fills());
        }
        return order.strokes;
    }

    private int nearestIsland(List<Island> islands) {
        int best = 0;
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < islands.size(); i++) {
            Island island = islands.get(i);
            ToolPath first = island.walls().isEmpty()
                    ? island.fills().getFirst()
                    : island.walls().getFirst().getFirst();
            double distance = Straight.lengthMm(first.x(0) - x, first.y(0) - y);
            if (distance < nearest) {
                nearest = distance;
                best = i;
            }
        }
        return best;
    }

    /** The nearest group of walls next, each group in its own order. */
    private void drawWalls(List<List<ToolPath>> groups) {
        var left = new ArrayList<>(groups);
        while (!left.isEmpty()) {
            int best = 0;
            double nearest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < left.size() && left.size() > 1; i++) {
                ToolPath first = left.get(i).getFirst();
                int point = first.closed() ? nearestPoint(first) : 0;
                double distance = Straight.lengthMm(first.x(point) - x, first.y(point) - y);
                if (distance < nearest) {
                    nearest = distance;
                    best = i;
                }
            }
            left.remove(best).forEach(this::draw);
        }
    }

    private void drawNearestFirst(List<ToolPath> fills) {
        var done = new boolean[fills.size()];
        for (int drawn = 0; drawn < done.length; drawn++) {
            int best = -1;
            double nearest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < done.length; i++) {
                if (!done[i]) {
                    double distance = distanceTo(fills.get(i));
                    if (distance < nearest) {
                        nearest = distance;
                        best = i;
                    }
                }
            }
            done[best] = true;
            draw(fills.get(best));
        }
    }

    private double distanceTo(ToolPath path) {
        int last = path.size() - 1;
        double start = Straight.lengthMm(path.x(0) - x, path.y(0) - y);
        return path.closed() ? start : Math.min(start, Straight.lengthMm(path.x(last) - x, path.y(last) - y));
    }

    private void draw(ToolPath path) {
        int start = 0;
        boolean backwards = false;
        int last = path.size() - 1;
        if (path.closed()) {
            start = seams.start(path, x, y);
        } else if (Straight.lengthMm(path.x(last) - x, path.y(last) - y)
                < Straight.lengthMm(path.x(0) - x, path.y(0) - y)) {
            start = last;
            backwards = true;
        }
        strokes.add(new Stroke(path, start, backwards));
        x = strokes.getLast().endX();
        y = strokes.getLast().endY();
    }

    private int nearestPoint(ToolPath path) {
        int best = 0;
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < path.size(); i++) {
            double distance = Straight.lengthMm(path.x(i) - x, path.y(i) - y);
            if (distance < nearest) {
                nearest = distance;
                best = i;
            }
        }
        return best;
    }
}
