package org.millwright.processes.cutting;

import java.util.ArrayList;
import java.util.List;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;

/** Finds the holes of an outline that are circles. */
final class RoundHoles {
    /** Points may lie off the circle by this share of its radius, or by the flattening error of curves. */
    private static final double ROUNDNESS = 0.01;

    private static final double FLATTENING_MM = 0.02;

    private RoundHoles() {}

    /** Diameters in the order in which the holes are drawn. */
    static List<Double> diametersMm(Outline outline) {
        var diameters = new ArrayList<Double>();
        for (Region region : outline.regions()) {
            for (Ring hole : region.holes()) {
                double diameter = diameterMm(hole);
                if (diameter > 0) {
                    diameters.add(diameter);
                }
            }
        }
        return diameters;
    }

    /** 0 when the ring is no circle. */
    private static double diameterMm(Ring ring) {
        if (ring.size() < 8) {
            return 0;
        }
        double minX = ring.x(0), maxX = minX, minY = ring.y(0), maxY = minY;
        for (int i = 1; i < ring.size(); i++) {
            minX = Math.min(minX, ring.x(i));
            maxX = Math.max(maxX, ring.x(i));
            minY = Math.min(minY, ring.y(i));
            maxY = Math.max(maxY, ring.y(i));
        }
        double centreX = (minX + maxX) / 2, centreY = (minY + maxY) / 2;
        double largest = 0;
        for (int i = 0; i < ring.size(); i++) {
            largest = Math.max(largest, Math.hypot(ring.x(i) - centreX, ring.y(i) - centreY));
        }
        for (int i = 0; i < ring.size(); i++) {
            double radius = Math.hypot(ring.x(i) - centreX, ring.y(i) - centreY);
            if (largest - radius > Math.max(FLATTENING_MM, ROUNDNESS * largest)) {
                return 0;
            }
        }
        return 2 * largest;
    }
}
