package org.millwright.processes.printing.toolpaths.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;

/** Takes the steps of one cell out of edges that were traced along cells: each shrinks to its middle; other corners stay. */
final class Steps {
    private Steps() {}

    static List<Region> smoothed(List<Region> traced, double cellMm) {
        var smooth = new ArrayList<Region>(traced.size());
        for (Region region : traced) {
            smooth.add(new Region(
                    smoothed(region.outer(), cellMm),
                    region.holes().stream().map(hole -> smoothed(hole, cellMm)).toList()));
        }
        return smooth;
    }

    private static Ring smoothed(Ring ring, double cellMm) {
        var xy = new double[2 * ring.size()];
        int used = 0;
        boolean stepBefore = isStep(ring, ring.size() - 1, cellMm);
        for (int i = 0; i < ring.size(); i++) {
            int next = (i + 1) % ring.size();
            boolean step = isStep(ring, i, cellMm);
            if (step) {
                xy[used++] = (ring.x(i) + ring.x(next)) / 2;
                xy[used++] = (ring.y(i) + ring.y(next)) / 2;
            } else if (!stepBefore) {
                xy[used++] = ring.x(i);
                xy[used++] = ring.y(i);
            }
            stepBefore = step;
        }
        return used < 6 ? ring : new Ring(Arrays.copyOf(xy, used));
    }

    private static boolean isStep(Ring ring, int edge, double cellMm) {
        int next = (edge + 1) % ring.size();
        return Math.abs(ring.x(next) - ring.x(edge)) + Math.abs(ring.y(next) - ring.y(edge)) < 1.5 * cellMm;
    }
}
