package org.millwright.processes.printing.toolpaths;

import java.util.ArrayList;
import java.util.List;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.outline.Regions;

/**
 * The loops around each layer, and what is left inside them. A loop is drawn only where both of its sides have room;
 * narrower places get one line of their own width along the middle.
 *
 * @param paths loops and lines, innermost first
 * @param interior what skins and infill have to fill
 */
record Walls(List<ToolPath> paths, List<Region> interior) {
    /** Two sides of a loop may overlap by up to this share of their spacing before the loop gives way to a single line. */
    private static final double OVERLAP = 0.4;
    /** Strips are not worth drawing below this width and length. */
    private static final double NARROWEST_MM = 0.1;

    private static final double SHORTEST_MM = 1;

    static Walls of(List<Region> slice, int count, Bead bead) {
        var loops = new ArrayList<List<ToolPath>>();
        double spacing = bead.spacingMm();
        double room = (1 - OVERLAP) * spacing / 2;
        List<Region> free = slice;
        double inset = bead.widthMm() / 2;
        for (int wall = 0; wall < count && !free.isEmpty(); wall++) {
            Role role = wall == 0 ? Role.OUTER_WALL : Role.INNER_WALL;
            List<Region> middle = Regions.grow(Regions.grow(free, -inset - room), room);
            var paths = new ArrayList<ToolPath>();
            for (Region region : middle) {
                paths.add(ToolPath.loop(role, region.outer(), bead));
                for (Ring hole : region.holes()) {
                    paths.add(ToolPath.loop(role, hole, bead));
                }
            }
            strips(free, Regions.grow(middle, inset), wall == 0 ? role : Role.GAP, bead.heightMm(), paths);
            loops.add(paths);
            free = Regions.grow(middle, -spacing / 2);
            inset = spacing / 2;
        }
        var ordered = new ArrayList<ToolPath>();
        loops.reversed().forEach(ordered::addAll);
        return new Walls(ordered, free);
    }

    /** Lines along what {@code covered} leaves of {@code area}. */
    static void strips(List<Region> area, List<Region> covered, Role role, double heightMm, List<ToolPath> paths) {
        double missing = areaMm2(area) - areaMm2(covered);
        if (missing < NARROWEST_MM * SHORTEST_MM) {
            return;
        }
        List<Region> left = covered.isEmpty() ? area : Regions.difference(area, Regions.grow(covered, 0.01));
        for (Region strip : left) {
            double length = strip.boundaryMm() / 2;
            if (length > SHORTEST_MM && strip.areaMm2() > NARROWEST_MM * length) {
                paths.add(CentreLine.of(strip, role, heightMm));
            }
        }
    }

    static double areaMm2(List<Region> regions) {
        double area = 0;
        for (Region region : regions) {
            area += region.areaMm2();
        }
        return area;
    }
}
