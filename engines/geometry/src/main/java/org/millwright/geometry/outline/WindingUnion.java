package org.millwright.geometry.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;

/**
 * The part of the plane that directed loops wind around more often counter-clockwise than clockwise. Overlapping solids
 * thereby unite, and cavities stay empty.
 */
public final class WindingUnion {
    private static final double STRAIGHT_MM = 1e-5;
    private static final double SMALLEST_AREA_MM2 = 1e-6;

    private WindingUnion() {}

    /** @param loops x and y of each point in turn, the first not repeated at the end */
    public static List<Region> of(List<double[]> loops) {
        var cleaned = new ArrayList<double[]>(loops.size());
        for (double[] loop : loops) {
            double[] straight = withoutNeedlessPoints(loop);
            if (straight.length >= 6 && Math.abs(LoopNesting.signedArea(straight)) > SMALLEST_AREA_MM2) {
                cleaned.add(straight);
            }
        }
        if (cleaned.isEmpty()) {
            return List.of();
        }
        if (cleaned.size() == 1 && LoopNesting.signedArea(cleaned.getFirst()) < 0) {
            return List.of();
        }
        return new LoopCrossings(cleaned).find() != null ? FacesByWinding.of(cleaned) : nested(cleaned);
    }

    /** As {@link #of}, for loops that are known not to cross. */
    static List<Region> ofUncrossed(List<double[]> loops) {
        var large = new ArrayList<double[]>(loops.size());
        for (double[] loop : loops) {
            if (Math.abs(LoopNesting.signedArea(loop)) > SMALLEST_AREA_MM2) {
                large.add(loop);
            }
        }
        return nested(large);
    }

    /** For loops that do not cross: a loop bounds the result where the winding number changes to or from positive. */
    private static List<Region> nested(List<double[]> loops) {
        var sorted = loops.toArray(double[][]::new);
        Arrays.sort(sorted, Comparator.comparingDouble(loop -> -Math.abs(LoopNesting.signedArea(loop))));
        int count = sorted.length;
        var boxes = new double[count][];
        var signs = new int[count];
        var outers = new boolean[count];
        var holesOf = new ArrayList<List<Ring>>(count);
        for (int i = 0; i < count; i++) {
            boxes[i] = box(sorted[i]);
            signs[i] = LoopNesting.signedArea(sorted[i]) > 0 ? 1 : -1;
            holesOf.add(new ArrayList<>(0));
            int around = 0;
            int parent = -1;
            for (int j = 0; j < i; j++) {
                if (holds(boxes[j], boxes[i]) && encloses(sorted[j], sorted[i])) {
                    around += signs[j];
                    if (outers[j]) {
                        parent = j;
                    }
                }
            }
            boolean solidOutside = around > 0;
            boolean solidInside = around + signs[i] > 0;
            if (!solidOutside && solidInside) {
                outers[i] = true;
            } else if (solidOutside && !solidInside && parent >= 0) {
                holesOf.get(parent).add(new Ring(sorted[i]));
            }
        }
        var regions = new ArrayList<Region>();
        for (int i = 0; i < count; i++) {
            if (outers[i]) {
                regions.add(new Region(new Ring(sorted[i]), holesOf.get(i)));
            }
        }
        return List.copyOf(regions);
    }

    private static boolean holds(double[] outer, double[] inner) {
        return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
    }

    /** Three points vote, so that one place where the loops touch does not decide. */
    private static boolean encloses(double[] outer, double[] inner) {
        int third = inner.length / 6 * 2;
        int votes = 0;
        for (int vote = 0; vote < 3; vote++) {
            int i = vote * third;
            int next = (i + 2) % inner.length;
            if (FacesByWinding.winding(outer, (inner[i] + inner[next]) / 2, (inner[i + 1] + inner[next + 1]) / 2)
                    != 0) {
                votes++;
            }
        }
        return votes >= 2;
    }

    private static double[] box(double[] xy) {
        double[] box = {xy[0], xy[1], xy[0], xy[1]};
        for (int i = 2; i < xy.length; i += 2) {
            box[0] = Math.min(box[0], xy[i]);
            box[1] = Math.min(box[1], xy[i + 1]);
            box[2] = Math.max(box[2], xy[i]);
            box[3] = Math.max(box[3], xy[i + 1]);
        }
        return box;
    }

    /** Sections through coplanar triangles have a point on every inner edge, although the contour runs straight there. */
    private static double[] withoutNeedlessPoints(double[] xy) {
        var kept = new double[xy.length];
        int length = 0;
        for (int i = 0; i < xy.length; i += 2) {
            int next = (i + 2) % xy.length;
            int before = length == 0 ? xy.length - 2 : length - 2;
            double fromX = length == 0 ? xy[before] : kept[before];
            double fromY = length == 0 ? xy[before + 1] : kept[before + 1];
            if (!straight(fromX, fromY, xy[i], xy[i + 1], xy[next], xy[next + 1])) {
                kept[length++] = xy[i];
                kept[length++] = xy[i + 1];
            }
        }
        return Arrays.copyOf(kept, length);
    }

    private static boolean straight(double ax, double ay, double x, double y, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double length = Math.sqrt(dx * dx + dy * dy);
        if ((x - ax) * (x - ax) + (y - ay) * (y - ay) <= STRAIGHT_MM * STRAIGHT_MM) {
            return true;
        }
        if ((bx - x) * (bx - x) + (by - y) * (by - y) <= STRAIGHT_MM * STRAIGHT_MM) {
            // The next point is the same place; of the two, this one stays.
            return false;
        }
        return length > STRAIGHT_MM
                && Math.abs(dx * (y - ay) - dy * (x - ax)) <= STRAIGHT_MM * length
                && (x - ax) * dx + (y - ay) * dy >= 0
                && (bx - x) * dx + (by - y) * dy >= 0;
    }
}
