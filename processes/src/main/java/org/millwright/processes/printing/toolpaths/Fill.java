package org.millwright.processes.printing.toolpaths;

import java.util.Arrays;
import java.util.List;
import org.millwright.geometry.Region;
import org.millwright.geometry.Straight;
import org.millwright.geometry.outline.Hatching;
import org.millwright.processes.printing.toolpaths.raster.Grid;
import org.millwright.processes.printing.toolpaths.raster.Mask;

/** Fills areas with parallel lines whose neighbouring ends are joined where the way between them is short and inside. */
public final class Fill {
    /** Lines of closed surfaces are set apart to fit the area's width, by this factor at most. */
    private static final double WIDEST = 1.2;

    /** What one closed line looks like, given how far its neighbours are. */
    interface BeadAtSpacing {
        double areaMm2(double spacingMm);
    }

    private final List<Region> interior;
    private final Mask inside;
    private final EdgeCorners corners;
    private final Grid grid;
    private final boolean rows;
    private final double angleDeg;

    /**
     * Fills one interior.
     *
     * @param inside the same as a mask, whose rows run along {@code rowsDeg}
     * @param rows whether lines run along rows, else across them
     */
    public Fill(List<Region> interior, Mask inside, double rowsDeg, boolean rows) {
        this.interior = interior;
        this.inside = inside;
        this.corners = new EdgeCorners(interior);
        this.grid = inside.grid();
        this.rows = rows;
        this.angleDeg = rowsDeg + (rows ? 0 : 90);
    }

    /**
     * Adds the lines that fill the part of the interior inside the mask.
     *
     * @param spacingMm distance between lines
     * @param joinMm longest way between two ends that is drawn rather than travelled
     * @param beadMm2 cross section of the lines
     */
    public void lines(Mask area, Role role, double spacingMm, double joinMm, double beadMm2, List<ToolPath> paths) {
        if (area.isEmpty()) {
            return;
        }
        double[] whole = Hatching.lines(interior, spacingMm, angleDeg, spacingMm / 2);
        join(inside(whole, area), area, role, joinMm, beadMm2, paths);
    }

    /** As {@link #lines}, each piece with its lines spread evenly over its width, as wide as needed to close it. */
    void closed(Mask area, Role role, double spacingMm, double joinSpacings, BeadAtSpacing bead, List<ToolPath> paths) {
        for (Mask piece : area.pieces()) {
            Mask inner = piece.and(inside);
            double[] pieceExtent = piece.extentMm(rows);
            double[] extent = inner.isEmpty() ? pieceExtent : inner.extentMm(rows);
            double width = extent[1] - extent[0];
            double intervals = Math.floor(width / spacingMm);
            double spacing = intervals < 1 ? spacingMm : Math.min(width / intervals, WIDEST * spacingMm);
            double[] whole = Hatching.lines(
                    interior, spacing, angleDeg, extent[0] + spacing / 2, pieceExtent[0], pieceExtent[1]);
            join(inside(whole, piece), piece, role, joinSpacings * spacing, bead.areaMm2(spacing), paths);
        }
    }

    /** The parts of lines along rows or columns of the grid that lie in the mask; ends at the interior's edge stay exact. */
    private double[] inside(double[] whole, Mask area) {
        double[] lines = new double[whole.length];
        int used = 0;
        for (int i = 0; i < whole.length; i += 4) {
            double length = Straight.lengthMm(whole[i + 2] - whole[i], whole[i + 3] - whole[i + 1]);
            double c1 = grid.column(whole[i], whole[i + 1]), r1 = grid.row(whole[i], whole[i + 1]);
            double c2 = grid.column(whole[i + 2], whole[i + 3]), r2 = grid.row(whole[i + 2], whole[i + 3]);
            double from = rows ? c1 : r1, to = rows ? c2 : r2;
            int line = (int) Math.floor(rows ? (r1 + r2) / 2 : (c1 + c2) / 2);
            double low = Math.min(from, to), high = Math.max(from, to);
            int first = (int) Math.floor(low), last = (int) Math.ceil(high) - 1;
            int open = -1;
            for (int cell = first; cell <= last + 1; cell++) {
                boolean in = cell <= last && (rows ? area.has(cell, line) : area.has(line, cell));
                if (in && open < 0) {
                    open = cell;
                } else if (!in && open >= 0) {
                    double a = Math.max(low, open), b = Math.min(high, cell);
                    double s = (a - from) / (to - from), t = (b - from) / (to - from);
                    open = -1;
                    if (Math.abs(t - s) * length < 1e-3) {
                        continue;
                    }
                    lines = used + 4 > lines.length ? Arrays.copyOf(lines, 2 * lines.length) : lines;
                    lines[used++] = whole[i] + Math.min(s, t) * (whole[i + 2] - whole[i]);
                    lines[used++] = whole[i + 1] + Math.min(s, t) * (whole[i + 3] - whole[i + 1]);
                    lines[used++] = whole[i] + Math.max(s, t) * (whole[i + 2] - whole[i]);
                    lines[used++] = whole[i + 1] + Math.max(s, t) * (whole[i + 3] - whole[i + 1]);
                }
            }
        }
        return Arrays.copyOf(lines, used);
    }

    /** Chains lines to the nearest end not yet drawn, and begins a new path when that is too far or outside. */
    private void join(double[] lines, Mask ground, Role role, double joinMm, double beadMm2, List<ToolPath> paths) {
        int count = lines.length / 4;
        var open = new OpenLines(lines);
        var points = new double[2 * count * 2 + 64];
        int used = 0;
        for (int drawn = 0; drawn < count; drawn++) {
            int end = used == 0 ? open.first() : open.nearest(points[used - 2], points[used - 1]);
            double fromX = lines[2 * end], fromY = lines[2 * end + 1];
            int other = end ^ 1;
            if (used > 0 && !joins(points[used - 2], points[used - 1], fromX, fromY, joinMm, ground)) {
                paths.add(new ToolPath(role, Arrays.copyOf(points, used), false, beadMm2));
                used = 0;
            } else if (used > 0) {
                used = corners.between(points[used - 2], points[used - 1], fromX, fromY, points, used);
            }
            if (used + 36 > points.length) {
                points = Arrays.copyOf(points, 2 * points.length);
            }
            points[used++] = fromX;
            points[used++] = fromY;
            points[used++] = lines[2 * other];
            points[used++] = lines[2 * other + 1];
            open.take(end / 2);
        }
        if (used > 0) {
            paths.add(new ToolPath(role, Arrays.copyOf(points, used), false, beadMm2));
        }
    }

    private static boolean joins(double ax, double ay, double bx, double by, double joinMm, Mask ground) {
        Grid grid = ground.grid();
        double x = (ax + bx) / 2, y = (ay + by) / 2;
        return Straight.lengthMm(bx - ax, by - ay) <= joinMm
                && ground.hasNear((int) Math.floor(grid.column(x, y)), (int) Math.floor(grid.row(x, y)));
    }
}
