package org.millwright.geometry.outline.assembly;

import java.util.Arrays;

/** A polyline that grows at its end. */
public final class JoinedChain {
    private double[] xy;
    private int length;

    public JoinedChain(double[] piece) {
        xy = piece.clone();
        length = piece.length;
    }

    public double endX() {
        return xy[length - 2];
    }

    public double endY() {
        return xy[length - 1];
    }

    public boolean closes(double tolerance) {
        return length >= 8 && LoopAssembly.near(xy[0], xy[1], endX(), endY(), tolerance);
    }

    /** Adds a piece that begins here, or ends here when {@code backwards}; the shared place is kept once. */
    public void append(double[] piece, boolean backwards) {
        if (length + piece.length > xy.length) {
            xy = Arrays.copyOf(xy, Math.max(2 * xy.length, length + piece.length));
        }
        for (int i = 2; i < piece.length; i += 2) {
            int from = backwards ? piece.length - 2 - i : i;
            xy[length++] = piece[from];
            xy[length++] = piece[from + 1];
        }
    }

    /** From the end of this chain to the beginning of the next. */
    public double gapTo(JoinedChain next) {
        return Math.hypot(next.xy[0] - endX(), next.xy[1] - endY());
    }

    /** Adds a whole piece behind a straight bridge. */
    public void bridge(double[] piece) {
        xy = Arrays.copyOf(xy, length + piece.length);
        System.arraycopy(piece, 0, xy, length, piece.length);
        length += piece.length;
    }

    public void reverse() {
        for (int i = 0, j = length - 2; i < j; i += 2, j -= 2) {
            double x = xy[i];
            double y = xy[i + 1];
            xy[i] = xy[j];
            xy[i + 1] = xy[j + 1];
            xy[j] = x;
            xy[j + 1] = y;
        }
    }

    public double[] points() {
        return Arrays.copyOf(xy, length);
    }
}
