package org.millwright.processes.printing.toolpaths;

import java.util.ArrayList;
import java.util.List;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.outline.Regions;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.toolpaths.beads.BeadLines;

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
    /** What is narrower than this is not drawn at all. */
    private static final double FEATURE_MM = 0.1;
    /** Loops that share a width unlike their own by less stay where they are. */
    private static final double SHIFTED_MM = 0.01;
    /** Share of its squared boundary that a compact piece has as area; a square has a sixteenth. */
    private static final double COMPACT = 0.045;
    /** Halvings that find the middle of a compact piece. */
    private static final int HALVINGS = 8;
    /** A shrunken boundary that misses the expected one by this share has lost a piece. */
    private static final double UNEVEN = 0.01;
    /** Strips between loops shorter than this widen the loops. */
    private static final double SHORTEST_MM = 0.8;

    /** Lines in narrow pieces follow the outline this well. */
    private static final double COARSE_MM = 0.005;

    private static final double LOST_MM2 = 1e-3;
    /** Infill overlaps the innermost wall by this share of its spacing. */
    static final double INFILL_OVERLAP = 0.25;

    /** How far the innermost wall reaches in. */
    static double depthMm(PrintSettings settings, double heightMm) {
        int count = settings.walls();
        Bead bead = new Bead(settings.lineWidthMm(), heightMm);
        return count == 0 ? 0 : bead.widthMm() / 2 + (count - 0.5) * bead.spacingMm();
    }

    /**
     * Plans the walls of one layer.
     *
     * @param slice the layer's outline
     * @param narrowestMm the narrowest line that can be drawn
     */
    static Walls of(List<Region> slice, int count, Bead bead, double narrowestMm) {
        double spacing = bead.spacingMm();
        double rim = (bead.widthMm() - spacing) / 2;
        var narrow = new ArrayList<List<ToolPath>>();
        var wide = new ArrayList<Region>();
        for (Region piece : slice) {
            boolean filled = count > 0
                    && BeadLines.suits(piece)
                    && Regions.growSharp(List.of(piece), -rim - (count + 0.5) * spacing)
                            .isEmpty();
            if (filled) {
                for (Region drawn : Regions.simplified(opened(List.of(piece), rim, 0), COARSE_MM)) {
                    List<ToolPath> lines =
                            BeadLines.of(drawn, count, spacing, narrowestMm, FEATURE_MM, bead.heightMm());
                    if (!lines.isEmpty()) {
                        narrow.add(lines);
                    }
                }
            } else {
                wide.add(piece);
            }
        }
        Walls walls = ofWide(wide, count, bead, narrowestMm);
        narrow.addAll(walls.groups());
        return new Walls(narrow, walls.interior());
    }

    private static Walls ofWide(List<Region> slice, int count, Bead bead, double narrowestMm) {
        var loops = new ArrayList<List<ToolPath>>();
        double spacing = bead.spacingMm();
        double rim = (bead.widthMm() - spacing) / 2;
        double room = Math.max(0, (LOOP_SPACINGS - 1) * spacing / 2);
        List<Region> free = slice;
        double inset = bead.widthMm() / 2;
        List<Region> middle = count == 0 ? List.of() : opened(free, inset, room);
        var lines = new ArrayList<ToolPath>();
        if (count > 0) {
            singleLines(slice, rim, middle, bead, narrowestMm, lines);
        }
        for (int wall = 0; wall < count && !free.isEmpty(); wall++) {
            var paths = new ArrayList<>(lines);
            lines.clear();
            List<Region> inside = Regions.growSharp(middle, -spacing / 2);
            double coveredMm2 = coveredMm2(middle, inside, spacing);
            List<Region> next;
            if (wall == count - 1) {
                next = Regions.growSharp(inside, -spacing / 2);
                coveredMm2 += Math.max(0, areaMm2(inside) - areaMm2(Regions.growSharp(next, spacing / 2)));
                free = Regions.growSharp(next, INFILL_OVERLAP * spacing);
            } else {
                next = opened(inside, spacing / 2, room);
                coveredMm2 += strips(inside, Regions.growSharp(next, spacing / 2), bead, lines);
                free = inside;
            }
            loops(
                    middle,
                    wall == 0 ? Role.OUTER_WALL : Role.INNER_WALL,
                    bead,
                    coveredMm2,
                    next.isEmpty() && lines.isEmpty(),
                    paths);
            loops.add(paths);
            middle = next;
        }
        return new Walls(grouped(loops), count == 0 ? Regions.growSharp(free, -spacing / 2) : free);
    }

    /** Where the middle of a loop runs: {@code inset} from the edge, and not where its two sides come too near. */
    private static List<Region> opened(List<Region> area, double inset, double room) {
        return Regions.growSharp(Regions.growSharp(area, -inset - room), room);
    }

    /**
     * What loops cover of the layer: their length times their spacing, and less where two of them share a width that is less
     * than both need.
     */
    private static double coveredMm2(List<Region> middle, List<Region> inside, double spacing) {
        double length = boundaryMm(middle), half = spacing / 2;
        double area = areaMm2(middle), left = areaMm2(inside);
        // The boundary of an area that shrinks without breaking apart falls evenly.
        double even = 2 * (area - left) / half - length;
        if (!inside.isEmpty() && Math.abs(boundaryMm(inside) - even) < UNEVEN * length) {
            return length * spacing;
        }
        return Math.min(length * spacing, areaMm2(Regions.growSharp(middle, half)) - left);
    }

    private static double boundaryMm(List<Region> regions) {
        double length = 0;
        for (Region region : regions) {
            length += region.boundaryMm();
        }
        return length;
    }

    private static void loops(
            List<Region> middle, Role role, Bead bead, double coveredMm2, boolean nothingInside, List<ToolPath> paths) {
        double length = boundaryMm(middle);
        if (length == 0) {
            return;
        }
        List<Region> drawn = middle;
        if (nothingInside) {
            var shared = new ArrayList<Region>();
            for (Region region : middle) {
                shared.addAll(shared(region, coveredMm2 / length, bead));
            }
            if (!shared.isEmpty()) {
                drawn = shared;
                length = boundaryMm(drawn);
            }
        }
        double beadMm2 = coveredMm2 / length * bead.heightMm();
        for (Region region : drawn) {
            paths.add(ToolPath.loop(role, region.outer(), beadMm2));
            for (Ring hole : region.holes()) {
                paths.add(ToolPath.loop(role, hole, beadMm2));
            }
        }
    }

    /** A loop that has a piece of the layer to itself shares its width evenly: it runs halfway to the middle of the piece. */
    private static List<Region> shared(Region loop, double widthMm, Bead bead) {
        double length = loop.boundaryMm();
        boolean compact = loop.holes().isEmpty() && loop.areaMm2() > COMPACT * length * length;
        double inward = (widthMm - bead.spacingMm()) / 2;
        if (compact) {
            double low = 0, high = length / 4;
            for (int step = 0; step < HALVINGS; step++) {
                double tried = (low + high) / 2;
                if (Regions.growSharp(List.of(loop), -tried).isEmpty()) {
                    high = tried;
                } else {
                    low = tried;
                }
            }
            inward = (low - bead.spacingMm() / 2) / 2;
        }
        return Math.abs(inward) < SHIFTED_MM ? List.of(loop) : Regions.growSharp(List.of(loop), -inward);
    }

    /** One line along the middle of what is too narrow for two, of the outermost wall. */
    private static void singleLines(
            List<Region> slice, double rim, List<Region> middle, Bead bead, double narrowestMm, List<ToolPath> paths) {
        double missing = areaMm2(slice) - areaMm2(Regions.growSharp(middle, bead.widthMm() / 2));
        if (missing < FEATURE_MM * SHORTEST_MM) {
            return;
        }
        List<Region> inner = opened(slice, rim, FEATURE_MM / 2);
        List<Region> left = middle.isEmpty()
                ? inner
                : Regions.remainder(inner, Regions.growSharp(middle, bead.spacingMm() / 2 + 0.01));
        for (Region strip : left) {
            double width = CentreLine.widthMm(strip), length = strip.areaMm2() / Math.max(width, 1e-6);
            if (width >= FEATURE_MM && length > width) {
                paths.add(CentreLine.of(strip, middle, Role.OUTER_WALL, narrowestMm, bead));
            }
        }
    }

    /** Lines along what {@code covered} leaves of {@code area}; returns the area that is left for loops around it to take. */
    private static double strips(List<Region> area, List<Region> covered, Bead bead, List<ToolPath> paths) {
        double missing = areaMm2(area) - areaMm2(covered);
        if (missing < LOST_MM2) {
            return 0;
        }
        double least = LINE_SPACINGS * bead.spacingMm();
        if (missing < least * (least + SHORTEST_MM)) {
            // Not even the shortest strip has room in what is missing.
            return missing;
        }
        List<Region> left = covered.isEmpty() ? area : Regions.remainder(area, Regions.growSharp(covered, 0.01));
        double lost = missing;
        for (Region strip : left) {
            double length = strip.boundaryMm() / 2;
            if (length - least > SHORTEST_MM && strip.areaMm2() > least * length) {
                paths.add(CentreLine.of(strip, covered, Role.INNER_WALL, 0, bead));
                lost -= strip.areaMm2();
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
