package org.millwright.processes.printing.toolpaths;

import java.util.Arrays;
import java.util.List;
import org.millwright.geometry.Region;
import org.millwright.geometry.outline.Hatching;
import org.millwright.geometry.outline.Regions;

/** Fills areas with parallel lines whose neighbouring ends are joined where the way between them is short and inside. */
final class Fill {
    /** Lines reach this share of their width over the edge of the area, to hold on to the wall. */
    private static final double EDGE_OVERLAP = 0.1;

    private Fill() {}

    /** The area that is filled. */
    interface Ground {
        /** Whether the place lies in it, or outside by no more than {@code toleranceMm}. */
        boolean nearly(double x, double y, double toleranceMm);
    }

    /** By how much lines begin and end inside the area's edge. */
    static double insetMm(Bead bead) {
        return bead.spacingMm() / 2 - EDGE_OVERLAP * bead.widthMm();
    }

    /**
     * Adds the lines that fill the area.
     *
     * @param spacingMm distance between lines
     * @param joinMm longest way between two ends that is drawn rather than travelled
     * @param beadMm2 cross section of the lines
     */
    static void lines(
            List<Region> area,
            Role role,
            Bead bead,
            double spacingMm,
            double angleDeg,
            double joinMm,
            double beadMm2,
            List<ToolPath> paths) {
        double inset = insetMm(bead);
        List<Region> clip = Regions.grow(area, -inset);
        Walls.strips(area, Regions.grow(clip, inset), Role.GAP, bead.heightMm(), paths);
        double[] lines = Hatching.lines(clip, spacingMm, angleDeg, spacingMm / 2);
        join(lines, (x, y, near) -> Inside.nearly(x, y, clip, near), role, joinMm, beadMm2, paths);
    }

    /** Chains lines to the nearest end not yet drawn, and begins a new path when that is too far or outside. */
    static void join(double[] lines, Ground ground, Role role, double joinMm, double beadMm2, List<ToolPath> paths) {
        int count = lines.length / 4;
        var open = new OpenLines(lines);
        var points = new double[2 * count * 2];
        int used = 0;
        for (int drawn = 0; drawn < count; drawn++) {
            int end = used == 0 ? open.first() : open.nearest(points[used - 2], points[used - 1]);
            double fromX = lines[2 * end], fromY = lines[2 * end + 1];
            int other = end ^ 1;
            if (used > 0 && !joins(points[used - 2], points[used - 1], fromX, fromY, joinMm, ground)) {
                paths.add(new ToolPath(role, Arrays.copyOf(points, used), false, beadMm2));
                used = 0;
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

    private static boolean joins(double ax, double ay, double bx, double by, double joinMm, Ground ground) {
        double distance = Math.hypot(bx - ax, by - ay);
        return distance <= joinMm && ground.nearly((ax + bx) / 2, (ay + by) / 2, 0.25 * distance);
    }
}
