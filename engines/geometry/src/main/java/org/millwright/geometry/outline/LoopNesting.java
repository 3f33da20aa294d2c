package org.millwright.geometry.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.UnreadableShape;

/**
 * Sorts closed loops into regions by how often they are enclosed: an even number of times is an outer ring, an odd
 * number a hole of the smallest loop around it.
 */
public final class LoopNesting {
    private static final int MOST_LOOPS = 50_000;
    private static final long MOST_SEGMENT_TESTS = 3_000_000_000L;

    private final double[][] loops;
    private final double[] boxes;
    private long segmentTests;

    private LoopNesting(double[][] loops) {
        this.loops = loops;
        boxes = new double[4 * loops.length];
        for (int i = 0; i < loops.length; i++) {
            box(loops[i], 4 * i);
        }
    }

    /**
     * Regions of closed loops that do not cross.
     *
     * @param loops corners one after the other, x before y, in mm
     * @throws UnreadableShape when there are more than can be sorted in a bearable time
     */
    public static List<Region> regions(List<double[]> loops) throws UnreadableShape {
        if (loops.size() > MOST_LOOPS) {
            throw new UnreadableShape(
                    "The drawing has %d closed loops; at most %d are read.".formatted(loops.size(), MOST_LOOPS),
                    "Maybe split the drawing, or replace a hatch or perforation by a note.");
        }
        var sorted = loops.toArray(double[][]::new);
        Arrays.sort(sorted, Comparator.comparingDouble(loop -> -Math.abs(signedArea(loop))));
        return new LoopNesting(sorted).regions();
    }

    /** Positive for loops that run counter-clockwise; in mm². */
    public static double signedArea(double[] xy) {
        double twice = 0;
        double originX = xy[0];
        double originY = xy[1];
        for (int i = 0, j = xy.length - 2; i < xy.length; j = i, i += 2) {
            twice += (xy[j] - originX) * (xy[i + 1] - originY) - (xy[i] - originX) * (xy[j + 1] - originY);
        }
        return twice / 2;
    }

    private List<Region> regions() throws UnreadableShape {
        var depths = new int[loops.length];
        var holes = new ArrayList<List<Ring>>(loops.length);
        for (int i = 0; i < loops.length; i++) {
            int parent = -1;
            for (int j = 0; j < i; j++) {
                if (boxHolds(j, i) && holds(j, i)) {
                    depths[i]++;
                    parent = j;
                }
            }
            holes.add(new ArrayList<>(0));
            if (depths[i] % 2 == 1) {
                holes.get(parent).add(new Ring(loops[i]));
            }
        }
        var regions = new ArrayList<Region>();
        for (int i = 0; i < loops.length; i++) {
            if (depths[i] % 2 == 0) {
                regions.add(new Region(new Ring(loops[i]), holes.get(i)));
            }
        }
        return regions;
    }

    private boolean boxHolds(int outer, int inner) {
        int o = 4 * outer;
        int i = 4 * inner;
        return boxes[o] <= boxes[i]
                && boxes[o + 1] <= boxes[i + 1]
                && boxes[o + 2] >= boxes[i + 2]
                && boxes[o + 3] >= boxes[i + 3];
    }

    /** Three points vote, so that one touching point does not decide. */
    private boolean holds(int outer, int inner) throws UnreadableShape {
        double[] xy = loops[inner];
        int third = xy.length / 6 * 2;
        int votes = 0;
        for (int vote = 0; vote < 3; vote++) {
            int i = vote * third;
            int next = (i + 2) % xy.length;
            if (surrounds(loops[outer], (xy[i] + xy[next]) / 2, (xy[i + 1] + xy[next + 1]) / 2)) {
                votes++;
            }
        }
        return votes >= 2;
    }

    private boolean surrounds(double[] ring, double x, double y) throws UnreadableShape {
        segmentTests += ring.length / 2;
        if (segmentTests > MOST_SEGMENT_TESTS) {
            throw new UnreadableShape(
                    "The drawing nests %d loops too intricately to sort them.".formatted(loops.length),
                    "Maybe split the drawing, or replace a hatch or perforation by a note.");
        }
        boolean inside = false;
        for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
            if ((ring[i + 1] > y) != (ring[j + 1] > y)
                    && x < (ring[j] - ring[i]) * (y - ring[i + 1]) / (ring[j + 1] - ring[i + 1]) + ring[i]) {
                inside = !inside;
            }
        }
        return inside;
    }

    private void box(double[] xy, int at) {
        boxes[at] = boxes[at + 2] = xy[0];
        boxes[at + 1] = boxes[at + 3] = xy[1];
        for (int i = 2; i < xy.length; i += 2) {
            boxes[at] = Math.min(boxes[at], xy[i]);
            boxes[at + 2] = Math.max(boxes[at + 2], xy[i]);
            boxes[at + 1] = Math.min(boxes[at + 1], xy[i + 1]);
            boxes[at + 3] = Math.max(boxes[at + 3], xy[i + 1]);
        }
    }
}
