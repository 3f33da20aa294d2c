package org.millwright.processes.printing.toolpaths;

import java.util.List;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;

/** Whether a point lies in an area. */
final class Inside {
    private Inside() {}

    /** Inside, or outside by no more than {@code toleranceMm}. */
    static boolean nearly(double x, double y, List<Region> area, double toleranceMm) {
        for (Region region : area) {
            if (region(x, y, region)) {
                return true;
            }
        }
        for (Region region : area) {
            if (near(x, y, region.outer(), toleranceMm)) {
                return true;
            }
            for (Ring hole : region.holes()) {
                if (near(x, y, hole, toleranceMm)) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean region(double x, double y, Region region) {
        if (!ring(x, y, region.outer())) {
            return false;
        }
        for (Ring hole : region.holes()) {
            if (ring(x, y, hole)) {
                return false;
            }
        }
        return true;
    }

    static boolean ring(double x, double y, Ring ring) {
        boolean inside = false;
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            double yi = ring.y(i), yj = ring.y(j);
            if ((yi > y) != (yj > y) && x < (ring.x(j) - ring.x(i)) * (y - yi) / (yj - yi) + ring.x(i)) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static boolean near(double x, double y, Ring ring, double toleranceMm) {
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            double dx = ring.x(i) - ring.x(j), dy = ring.y(i) - ring.y(j);
            double square = dx * dx + dy * dy;
            double t = square == 0 ? 0 : Math.clamp(((x - ring.x(j)) * dx + (y - ring.y(j)) * dy) / square, 0, 1);
            if (Math.hypot(ring.x(j) + t * dx - x, ring.y(j) + t * dy - y) <= toleranceMm) {
                return true;
            }
        }
        return false;
    }
}
