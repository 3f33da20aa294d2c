package org.millwright.processes.printing.program;

import java.util.Arrays;
import org.millwright.geometry.Straight;
import org.millwright.processes.printing.toolpaths.ToolPath;

/**
 * Where closed loops begin. A seam hides in a corner, the inner side of one best, and stays above the seam of the layer below
 * so that it draws one line down the part.
 */
final class Seams {
    /** Turns sharper than this hide a seam: the cosine of 35°. */
    private static final double CORNER_COSINE = 0.82;
    /** A corner that turns inwards is worth a way this much longer. */
    private static final double INWARD_MM = 5;

    private double[] below = new double[64];
    private int belowCount;
    private double[] here = new double[64];
    private int hereCount;

    /** The seams chosen since the last call become those of the layer below. */
    void nextLayer() {
        double[] swapped = below;
        below = here;
        belowCount = hereCount;
        here = swapped;
        hereCount = 0;
    }

    /** The point of a closed path to begin at, coming from (x, y). */
    int start(ToolPath path, double x, double y) {
        double nearX = x, nearY = y;
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < belowCount; i += 2) {
            double distance = Straight.lengthMm(below[i] - path.x(0), below[i + 1] - path.y(0));
            if (distance < nearest) {
                nearest = distance;
                nearX = below[i];
                nearY = below[i + 1];
            }
        }
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        boolean corner = false;
        int size = path.size();
        double turning = turning(path);
        for (int i = 0; i < size; i++) {
            int before = i == 0 ? size - 1 : i - 1, after = i + 1 == size ? 0 : i + 1;
            double ax = path.x(i) - path.x(before), ay = path.y(i) - path.y(before);
            double bx = path.x(after) - path.x(i), by = path.y(after) - path.y(i);
            double lengths = Math.sqrt((ax * ax + ay * ay) * (bx * bx + by * by));
            boolean sharp = ax * bx + ay * by < CORNER_COSINE * lengths;
            boolean inward = sharp && (ax * by - ay * bx) * turning < 0;
            double distance = Straight.lengthMm(path.x(i) - nearX, path.y(i) - nearY) - (inward ? INWARD_MM : 0);
            if ((sharp && !corner) || (sharp == corner && distance < least)) {
                corner = sharp;
                least = distance;
                best = i;
            }
        }
        remember(path.x(best), path.y(best));
        return best;
    }

    private void remember(double x, double y) {
        if (hereCount + 2 > here.length) {
            here = Arrays.copyOf(here, 2 * here.length);
        }
        here[hereCount++] = x;
        here[hereCount++] = y;
    }

    private static double turning(ToolPath path) {
        double twice = 0;
        for (int i = 0, j = path.size() - 1; i < path.size(); j = i++) {
            twice += path.x(j) * path.y(i) - path.x(i) * path.y(j);
        }
        return twice;
    }
}
