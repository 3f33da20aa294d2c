package org.millwright.processes.cutting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.outline.Regions;

/** How wide openings and bridges of material are, found by shrinking until nothing is left. */
final class Widths {
    private static final int STEPS = 12;
    /** Share of the square of the probed width that rounding of corners can leave behind. */
    private static final double CORNER_SHARE = 0.15;

    private Widths() {}

    /** A bridge of material narrower than asked for. */
    record Thin(double widthMm, double x, double y) {}

    /** Diameter of the largest circle that fits into the ring, within 1 %. */
    static double widest(Ring ring) {
        Region opening = new Region(ring.signedAreaMm2() < 0 ? ring.reversed() : ring, List.of());
        Bounds box = new Outline(List.of(opening), List.of()).bounds();
        double vanishes = Math.min(box.sizeX(), box.sizeY()) * 1.001;
        double remains = 0;
        for (int step = 0; step < STEPS; step++) {
            double tried = (vanishes + remains) / 2;
            if (Regions.grow(List.of(opening), -tried / 2).isEmpty()) {
                vanishes = tried;
            } else {
                remains = tried;
            }
        }
        return remains;
    }

    /** The narrowest bridge below {@code limitMm}; null when there is none. */
    static @Nullable Thin thinnest(Region region, double limitMm) {
        Thin found = thinnerThan(region, limitMm);
        if (found == null) {
            return null;
        }
        double thick = limitMm, thin = 0;
        for (int step = 0; step < STEPS / 2; step++) {
            double tried = (thick + thin) / 2;
            Thin narrower = thinnerThan(region, tried);
            if (narrower == null) {
                thin = tried;
            } else {
                thick = tried;
                found = narrower;
            }
        }
        return new Thin((thick + thin) / 2, found.x(), found.y());
    }

    private static @Nullable Thin thinnerThan(Region region, double widthMm) {
        List<Region> opened = Regions.grow(Regions.grow(List.of(region), -widthMm / 2), widthMm / 2 * 1.001);
        for (Region rest : Regions.difference(List.of(region), opened)) {
            if (rest.areaMm2() > CORNER_SHARE * widthMm * widthMm) {
                return new Thin(widthMm, rest.outer().x(0), rest.outer().y(0));
            }
        }
        return null;
    }
}
