package org.millwright.processes.cutting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.outline.Regions;
import org.millwright.processes.Build;
import org.millwright.processes.ProgramRefused;

/** Turns placed parts into the lines the beam follows: parts grow by half a kerf, holes shrink by half a kerf. */
final class Contours {
    /** Corners closer together than this are one to the machine; much finer than any kerf. */
    private static final double SAME_MM = 0.002;

    private Contours() {}

    /** Throws {@link ProgramRefused} when a part is no outline, has open lines, or a hole is narrower than the kerf. */
    static List<Contour> of(Build build, double kerfMm) throws ProgramRefused {
        var contours = new ArrayList<Contour>();
        for (Build.Placed placed : build.units()) {
            if (!(placed.part() instanceof Outline outline)) {
                throw new ProgramRefused(
                        "Unit %s is a solid; a laser cuts flat outlines.".formatted(placed.unit()),
                        "Maybe export its face as DXF or SVG.");
            }
            if (!outline.openChains().isEmpty()) {
                throw new ProgramRefused(
                        "Unit %s has %d lines that do not close."
                                .formatted(placed.unit(), outline.openChains().size()),
                        "Join the ends in the drawing.");
            }
            for (Region region : outline.regions()) {
                add(contours, placed.unit(), region.placed(placed.rotationDeg(), placed.xMm(), placed.yMm()), kerfMm);
            }
        }
        if (contours.isEmpty()) {
            throw new ProgramRefused(
                    "Build %s has nothing to cut.".formatted(build.name()), "Place at least one part.");
        }
        return contours;
    }

    private static void add(List<Contour> contours, String unit, Region region, double kerfMm) throws ProgramRefused {
        List<Region> outside = Regions.grow(List.of(new Region(region.outer(), List.of())), kerfMm / 2);
        for (Region part : outside) {
            contours.add(new Contour(unit, cleaned(part.outer()), false));
        }
        for (Ring hole : region.holes()) {
            List<Region> inside = Regions.grow(List.of(new Region(hole.reversed(), List.of())), -kerfMm / 2);
            if (inside.isEmpty()) {
                throw new ProgramRefused(
                        "Unit %s has a hole at x %.2f, y %.2f that is narrower than the kerf of %.2f mm."
                                .formatted(unit, hole.x(0), hole.y(0), kerfMm),
                        "Make the hole larger or remove it.");
            }
            for (Region opening : inside) {
                contours.add(new Contour(unit, cleaned(opening.outer()).reversed(), true));
            }
        }
    }

    /** Without points that repeat the one before. */
    private static Ring cleaned(Ring ring) {
        var kept = new double[2 * ring.size()];
        int count = 0;
        for (int i = 0; i < ring.size(); i++) {
            boolean repeats =
                    count > 0 && Math.hypot(ring.x(i) - kept[2 * count - 2], ring.y(i) - kept[2 * count - 1]) < SAME_MM;
            if (!repeats) {
                kept[2 * count] = ring.x(i);
                kept[2 * count + 1] = ring.y(i);
                count++;
            }
        }
        return count < 3 ? ring : new Ring(Arrays.copyOf(kept, 2 * count));
    }
}
