package org.millwright.factory.planning.batching;

import java.util.Optional;
import org.millwright.geometry.Ring;

/** What is left of a sheet: the largest rectangle along one whole edge that no unit reaches into. */
public final class LeftOver {
    /** Smaller pieces are not worth their place on the shelf. */
    private static final double SHORTEST_MM = 100;

    private LeftOver() {}

    /** A rectangle with its sides as it lies on the sheet. */
    public record Rectangle(double widthMm, double heightMm) {
        double areaMm2() {
            return widthMm * heightMm;
        }

        boolean useful() {
            return widthMm >= SHORTEST_MM && heightMm >= SHORTEST_MM;
        }
    }

    /** @param clearanceMm kept between units and the cut that frees the rectangle */
    public static Optional<Rectangle> of(Nest nest, double clearanceMm) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = minX;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = maxX;
        for (Nest.Place place : nest.places()) {
            Ring ring = place.item().footprint().outer().placed(place.rotationDeg(), place.xMm(), place.yMm());
            for (int i = 0; i < ring.size(); i++) {
                minX = Math.min(minX, ring.x(i));
                minY = Math.min(minY, ring.y(i));
                maxX = Math.max(maxX, ring.x(i));
                maxY = Math.max(maxY, ring.y(i));
            }
        }
        double width = nest.stock().widthMm();
        double height = nest.stock().heightMm();
        Rectangle best = null;
        for (Rectangle rectangle : new Rectangle[] {
            new Rectangle(width - maxX - clearanceMm, height),
            new Rectangle(width, height - maxY - clearanceMm),
            new Rectangle(minX - clearanceMm, height),
            new Rectangle(width, minY - clearanceMm)
        }) {
            if (rectangle.useful() && (best == null || rectangle.areaMm2() > best.areaMm2())) {
                best = rectangle;
            }
        }
        return Optional.ofNullable(best);
    }
}
