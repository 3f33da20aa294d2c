package org.millwright.geometry.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;

/**
 * Leaves out points of rings after Douglas and Peucker (1973): between two points that are kept, all others lie within the
 * tolerance of the straight way. Rings are taken one by one, so the result is checked for crossings.
 */
final class PlainSimplification {
    private PlainSimplification() {}

    /** Null when rings would cross, or shrink to fewer than three points. */
    static @Nullable List<Region> of(List<Region> regions, double toleranceMm) {
        var loops = new ArrayList<double[]>();
        var result = new ArrayList<Region>(regions.size());
        boolean changed = false;
        for (Region region : regions) {
            Ring outer = ring(region.outer(), toleranceMm, loops);
            var holes = new ArrayList<Ring>(region.holes().size());
            for (Ring hole : region.holes()) {
                Ring simpler = ring(hole, toleranceMm, loops);
                changed |= simpler != hole;
                if (simpler == null) {
                    return null;
                }
                holes.add(simpler);
            }
            if (outer == null) {
                return null;
            }
            changed |= outer != region.outer();
            result.add(new Region(outer, holes));
        }
        if (!changed) {
            return regions;
        }
        return new LoopCrossings(loops).find() == null ? List.copyOf(result) : null;
    }

    private static @Nullable Ring ring(Ring ring, double toleranceMm, List<double[]> loops) {
        int size = ring.size();
        var xy = new double[2 * size + 2];
        for (int i = 0; i <= size; i++) {
            xy[2 * i] = ring.x(i % size);
            xy[2 * i + 1] = ring.y(i % size);
        }
        var kept = new boolean[size + 1];
        kept[0] = true;
        kept[size] = true;
        var stack = new int[2 * size + 4];
        int top = 0;
        stack[top++] = 0;
        stack[top++] = size;
        while (top > 0) {
            int to = stack[--top], from = stack[--top];
            int far = farthest(xy, from, to, toleranceMm * toleranceMm);
            if (far >= 0) {
                kept[far] = true;
                stack[top++] = from;
                stack[top++] = far;
                stack[top++] = far;
                stack[top++] = to;
            }
        }
        var left = new double[2 * size];
        int used = 0;
        for (int i = 0; i < size; i++) {
            if (kept[i]) {
                left[used++] = xy[2 * i];
                left[used++] = xy[2 * i + 1];
            }
        }
        double[] simpler = used == left.length ? left : Arrays.copyOf(left, used);
        boolean turned = used >= 6 && LoopNesting.signedArea(simpler) * ring.signedAreaMm2() <= 0;
        if (used < 6 || turned) {
            return null;
        }
        loops.add(simpler);
        return used == left.length ? ring : new Ring(simpler);
    }

    /** The point between the two that is farthest from the straight way between them; -1 when all are within reach. */
    private static int farthest(double[] xy, int from, int to, double squareMm2) {
        double ax = xy[2 * from], ay = xy[2 * from + 1];
        double dx = xy[2 * to] - ax, dy = xy[2 * to + 1] - ay;
        double square = dx * dx + dy * dy;
        double most = squareMm2;
        int far = -1;
        for (int i = from + 1; i < to; i++) {
            double px = xy[2 * i] - ax, py = xy[2 * i + 1] - ay;
            double along = square == 0 ? 0 : Math.clamp((px * dx + py * dy) / square, 0, 1);
            px -= along * dx;
            py -= along * dy;
            double distance = px * px + py * py;
            if (distance > most) {
                most = distance;
                far = i;
            }
        }
        return far;
    }
}
