package org.millwright.processes.printing.toolpaths;

import org.millwright.geometry.Ring;

/** Whether a point lies in a ring. */
final class Inside {
    private Inside() {}

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
}
