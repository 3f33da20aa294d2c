package org.millwright.processes.printing.toolpaths;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.processes.printing.toolpaths.raster.Mask;

/** Cuts walls where they leave the layer below: there they are drawn as round threads, faster than walls that must look good. */
record HangingWalls(Mask held, double threadMm) {
    /** Pieces shorter than this stay what the piece before is. */
    private static final double SHORTEST_MM = 0.3;

    /**
     * The walls with their hanging pieces cut out. A wall that is cut becomes a chain of lines, each beginning where the one
     * before ends.
     *
     * @param held what carries the middle of a wall: the layer below and half a nozzle around it
     * @param threadMm diameter of a thread
     */
    static List<List<ToolPath>> cut(List<List<ToolPath>> groups, Mask held, double threadMm) {
        var walls = new HangingWalls(held, threadMm);
        var cut = new ArrayList<List<ToolPath>>();
        for (List<ToolPath> group : groups) {
            var paths = new ArrayList<ToolPath>();
            for (ToolPath path : group) {
                walls.cut(path, paths);
            }
            cut.add(paths);
        }
        return cut;
    }

    private void cut(ToolPath path, List<ToolPath> pieces) {
        double step = held.grid().cellMm();
        int last = path.closed() ? path.size() : path.size() - 1;
        var points = new double[64];
        int used = 0;
        boolean hanging = false;
        boolean begun = false;
        boolean mixed = false;
        double lengthMm = 0;
        var parts = new ArrayList<ToolPath>();
        for (int i = 0; i < last; i++) {
            int j = (i + 1) % path.size();
            double dx = path.x(j) - path.x(i), dy = path.y(j) - path.y(i);
            double length = Math.sqrt(dx * dx + dy * dy);
            int steps = Math.max(1, (int) Math.ceil(length / step));
            for (int k = 0; k < steps; k++) {
                double ax = path.x(i) + dx * k / steps, ay = path.y(i) + dy * k / steps;
                boolean here = hangs(ax + dx / steps / 2, ay + dy / steps / 2);
                boolean turns = begun && here != hanging && lengthMm >= SHORTEST_MM;
                if (turns) {
                    points = with(points, used, ax, ay);
                    parts.add(part(path, Arrays.copyOf(points, used + 2), hanging));
                    used = 0;
                    lengthMm = 0;
                    mixed = true;
                }
                hanging = (turns || !begun) ? here : hanging;
                begun = true;
                if (used == 0 || k == 0) {
                    points = with(points, used, ax, ay);
                    used += 2;
                }
                lengthMm += length / steps;
            }
        }
        if (!mixed && !hanging) {
            pieces.add(path);
            return;
        }
        if (!mixed) {
            pieces.add(part(path, null, true));
            return;
        }
        int end = path.closed() ? 0 : path.size() - 1;
        points = with(points, used, path.x(end), path.y(end));
        parts.add(part(path, Arrays.copyOf(points, used + 2), hanging));
        pieces.addAll(parts);
    }

    private ToolPath part(ToolPath path, double @Nullable [] xy, boolean hanging) {
        Role role = hanging ? Role.HANGING_WALL : path.role();
        double beadMm2 = hanging ? Math.PI / 4 * threadMm * threadMm : path.beadMm2();
        return xy == null ? path.drawnAs(role, beadMm2) : path.piece(role, xy, beadMm2);
    }

    private boolean hangs(double x, double y) {
        return !held.has((int) Math.floor(held.grid().column(x, y)), (int)
                Math.floor(held.grid().row(x, y)));
    }

    private static double[] with(double[] points, int used, double x, double y) {
        double[] room = used + 2 > points.length ? Arrays.copyOf(points, 2 * points.length) : points;
        room[used] = x;
        room[used + 1] = y;
        return room;
    }
}
