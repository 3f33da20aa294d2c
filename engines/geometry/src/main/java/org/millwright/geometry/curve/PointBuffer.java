package org.millwright.geometry.curve;

import java.util.Arrays;
import org.millwright.geometry.UnreadableShape;

/** Collects the points of a flattened curve, never more than it has room for. */
public final class PointBuffer {
    private static final double FARTHEST = 1e12;

    private final long mostPoints;
    private double[] xy = new double[64];
    private int length;
    private long everAdded;

    public PointBuffer(long mostPoints) {
        this.mostPoints = mostPoints;
    }

    /** Refuses early when {@code points} more would be too many, so that a curve need not be walked to find out. */
    public void makeRoom(double points) throws UnreadableShape {
        if (!(everAdded + points <= mostPoints)) {
            throw new UnreadableShape(
                    "The drawing needs more than %d straight segments.".formatted(mostPoints),
                    "Maybe a curve is far larger than the part, or a block is repeated too often: simplify the drawing.");
        }
    }

    public void add(double x, double y) throws UnreadableShape {
        makeRoom(1);
        if (!(Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST)) {
            throw new UnreadableShape(
                    "The drawing has a point at (%s, %s); that is no place.".formatted(x, y),
                    "Look for a curve without size or at an extreme distance, and remove it.");
        }
        if (length + 2 > xy.length) {
            xy = Arrays.copyOf(xy, xy.length * 2);
        }
        xy[length++] = x;
        xy[length++] = y;
        everAdded++;
    }

    /** The points since the last call, x and y in turn. */
    public double[] take() {
        double[] taken = Arrays.copyOf(xy, length);
        length = 0;
        return taken;
    }
}
