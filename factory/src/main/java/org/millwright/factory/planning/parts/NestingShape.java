package org.millwright.factory.planning.parts;

import java.util.List;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.outline.Regions;
import org.millwright.nesting.model.InvalidShape;
import org.millwright.nesting.model.Polygon;

/**
 * The room a part needs, as the nesting engine works with it. Finely drawn outlines are covered by coarser ones that lie
 * at most half a millimetre outside: the engine's work grows with the square of the corners, the sheet hardly notices.
 */
public final class NestingShape {
    private static final int FEW_CORNERS = 24;
    private static final double TOLERANCE_MM = 0.25;

    private NestingShape() {}

    /** @param smallestMm width of the narrowest part that is laid out together with it; nothing fits into narrower holes */
    public static Polygon of(Region footprint, double smallestMm) {
        Region wide = new Region(
                footprint.outer(),
                footprint.holes().stream()
                        .filter(hole -> narrowest(hole) > smallestMm)
                        .toList());
        Region covered = corners(wide) <= FEW_CORNERS ? wide : coarser(wide);
        try {
            return Polygon.ofMm(
                    covered.outer().coordinates(),
                    covered.holes().stream().map(Ring::coordinates).toList());
        } catch (InvalidShape untidy) {
            // The box around it takes more room than needed, which is safe.
            return box(wide.outer());
        }
    }

    /** The smaller side of the box around a ring. */
    public static double narrowest(Ring ring) {
        double[] box = extent(ring);
        return Math.min(box[2] - box[0], box[3] - box[1]);
    }

    private static Region coarser(Region footprint) {
        // Grown by the tolerance first, so that simplifying by as much stays outside of the part.
        List<Region> grown = Regions.grow(List.of(footprint), TOLERANCE_MM);
        List<Region> simple = Regions.simplified(grown, TOLERANCE_MM);
        return simple.size() == 1 ? simple.getFirst() : footprint;
    }

    private static int corners(Region region) {
        return region.outer().size()
                + region.holes().stream().mapToInt(Ring::size).sum();
    }

    private static Polygon box(Ring ring) {
        double[] box = extent(ring);
        return Polygon.ofMm(box[0], box[1], box[2], box[1], box[2], box[3], box[0], box[3]);
    }

    private static double[] extent(Ring ring) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = minX;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = maxX;
        for (int i = 0; i < ring.size(); i++) {
            minX = Math.min(minX, ring.x(i));
            minY = Math.min(minY, ring.y(i));
            maxX = Math.max(maxX, ring.x(i));
            maxY = Math.max(maxY, ring.y(i));
        }
        return new double[] {minX, minY, maxX, maxY};
    }
}
