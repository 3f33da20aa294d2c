package org.millwright.geometry.curve;

import org.millwright.geometry.UnreadableShape;

/** Straight segments through the points x, y in turn; the array must not be changed afterwards. */
@SuppressWarnings("ArrayRecordComponent") // curves are never compared
public record Segments(double[] xy, boolean closed) implements Curve {
    @Override
    public Segments transformed(Affine map) {
        var moved = new double[xy.length];
        for (int i = 0; i < xy.length; i += 2) {
            moved[i] = map.x(xy[i], xy[i + 1]);
            moved[i + 1] = map.y(xy[i], xy[i + 1]);
        }
        return new Segments(moved, closed);
    }

    @Override
    public void flatten(double chordError, PointBuffer into) throws UnreadableShape {
        for (int i = 0; i < xy.length; i += 2) {
            into.add(xy[i], xy[i + 1]);
        }
    }

    @Override
    public double[] frame() {
        return xy;
    }
}
