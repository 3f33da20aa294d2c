package org.millwright.processes.printing.toolpaths;

import java.util.ArrayList;
import java.util.List;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.outline.Regions;
import org.millwright.processes.printing.PrintSettings;

/**
 * The loops around each layer, and what is left inside them. A loop is drawn only where both of its sides have room; narrower
 * places get one line along the middle, and what is too narrow even for that widens the loops beside it, so that walls hold
 * as much plastic as the part has volume there.
 *
 * @param groups loops and lines that are drawn together, inner ones first: one group around each outline
 * @param interior where skins and infill run: half a line inside of what they have to fill, less their overlap with the walls
 */
record Walls(List<List<ToolPath>> groups, List<Region> interior) {
    /** Two sides of a loop come as near as this share of their spacing before the loop gives way to a single line. */
    private static final double LOOP_SPACINGS = 1.51;
    /** Between two loops a single line is drawn from this many spacings on; below, the loops widen. */
    private static final double LINE_SPACINGS = 0.75;
    /** Strips narrower than this, and shorter than {@link #SHORTEST_MM}, are not drawn at all. */
    private static final double NARROWEST_MM = 0.1;

    private static final double SHORTEST_MM = 0.8;
    private static final double LOST_MM2 = 1e-3;
    /** Infill overlaps the innermost wall by this share of its spacing. */
    static final double INFILL_OVERLAP = 0.25;

    /** How far the innermost wall reaches in. */
    static double depthMm(PrintSettings settings, double heightMm) {
        int count = settings.walls();
        Bead bead = new Bead(settings.lineWidthMm(), heightMm);
        return count == 0 ? 0 : bead.widthMm() / 2 + (count - 0.5) * bead.spacingMm();
    }

    static Walls of(List<Region> slice, int count, Bead bead) {
        var loops = new ArrayList<List<ToolPath>>();
        double spacing = bead.spacingMm();
        List<Region> free = slice;
        double inset = bead.widthMm() / 2;
        for (int wall = 0; wall < count && !free.isEmpty(); wall++) {
            Role role = wall == 0 ? Role.OUTER_WALL : Role.INNER_WALL;
            double room = Math.max(0, LOOP_SPACINGS * spacing / 2 - spacing / 2);
            List<Region> middle = Regions.growSharp(Regions.growSharp(free, -inset - room), room);
            var paths = new ArrayList<ToolPath>();
            double lostMm2 = strips(free, Regions.growSharp(middle, inset), role, wall == 0, bead, paths);
            List<Region> inside = Regions.growSharp(middle, -spacing / 2);
            if (wall == count - 1) {
                List<Region> core = Regions.growSharp(inside, -spacing / 2);
                lostMm2 += Math.max(0, areaMm2(inside) - areaMm2(Regions.growSharp(core, spacing / 2)));
                inside = Regions.growSharp(core, INFILL_OVERLAP * spacing);
            }
            loops(middle, role, bead, lostMm2, paths);
            loops.add(paths);
            free = inside;
            inset = spacing / 2;
        }
        return new Walls(grouped(loops), count == 0 ? Regions.growSharp(free, -spacing / 2) : free);
    }

    private static void loops(List<Region> middle, Role role, Bead bead, double lostMm2, List<ToolPath> paths) {
        double length = 0;
        for (Region region : middle) {
            length += region.boundaryMm();
        }
        double beadMm2 = bead.areaMm2() + (length > 0 && lostMm2 > LOST_MM2 ? lostMm2 / length * bead.heightMm() : 0);
        for (Region region : middle) {
            paths.add(ToolPath.loop(role, region.outer(), beadMm2));
            for (Ring hole : region.holes()) {
                paths.add(ToolPath.loop(role, hole, beadMm2));
            }
        }
    }

    /** Lines along what {@code covered} leaves of {@code area}; returns the area that is left for the loops to take. */
    private static double strips(
            List<Region> area, List<Region> covered, Role role, boolean outermost, Bead bead, List<ToolPath> paths) {
        double missing = areaMm2(area) - areaMm2(covered);
        if (missing < LOST_MM2) {
            return 0;
        }
        double least = outermost ? NARROWEST_MM : LINE_SPACINGS * bead.spacingMm();
        if (missing < least * (least + SHORTEST_MM)) {
            // Not even the shortest strip has room in what is missing.
            return outermost ? 0 : missing;
        }
        List<Region> left = covered.isEmpty() ? area : Regions.remainder(area, Regions.growSharp(covered, 0.01));
        double lost = outermost ? 0 : missing;
        for (Region strip : left) {
            double length = strip.boundaryMm() / 2;
            if (length - least > SHORTEST_MM && strip.areaMm2() > least * length) {
                paths.add(CentreLine.of(strip, role, bead.heightMm()));
                lost -= outermost ? 0 : strip.areaMm2();
            }
        }
        return Math.max(0, lost);
    }

    /** Each path goes to the group of the outermost path that is nearest to it. */
    private static List<List<ToolPath>> grouped(List<List<ToolPath>> loops) {
        var groups = new ArrayList<List<ToolPath>>();
        if (loops.isEmpty()) {
            return groups;
        }
        List<ToolPath> outermost = loops.getFirst();
        for (int i = 0; i < outermost.size(); i++) {
            groups.add(new ArrayList<>());
        }
        for (int wall = loops.size() - 1; wall > 0 && !groups.isEmpty(); wall--) {
            for (ToolPath path : loops.get(wall)) {
                groups.get(nearest(path, outermost)).add(path);
            }
        }
        for (int i = 0; i < outermost.size(); i++) {
            groups.get(i).add(outermost.get(i));
        }
        return groups;
    }

    private static int nearest(ToolPath path, List<ToolPath> candidates) {
        int best = 0;
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < candidates.size() && candidates.size() > 1; i++) {
            ToolPath other = candidates.get(i);
            int last = other.size() - 1;
            for (int j = 0; j <= last; j++) {
                int k = j == 0 ? last : j - 1;
                double distance = distance(path.x(0), path.y(0), other.x(k), other.y(k), other.x(j), other.y(j));
                if (distance < nearest) {
                    nearest = distance;
                    best = i;
                }
            }
        }
        return best;
    }

    private static double distance(double x, double y, double ax, double ay, double bx, double by) {
        double dx = bx - ax, dy = by - ay;
        double square = dx * dx + dy * dy;
        double t = square == 0 ? 0 : Math.clamp(((x - ax) * dx + (y - ay) * dy) / square, 0, 1);
        double ox = ax + t * dx - x, oy = ay + t * dy - y;
        return Math.sqrt(ox * ox + oy * oy);
    }

    static double areaMm2(List<Region> regions) {
        double area = 0;
        for (Region region : regions) {
            area += region.areaMm2();
        }
        return area;
    }
}
