package org.millwright.nesting.separation;

import org.millwright.nesting.shape.Figure;

/** Where all parts lie, to come back to. */
final class Poses {
    final double[] x;
    final double[] y;
    final double[] turnDeg;
    final int[] bin;
    final Figure[] figure;
    /** Right end of the first bin. */
    double endX;
    /** Summed loss, 0 when nothing overlaps. */
    double loss;

    Poses(int parts) {
        x = new double[parts];
        y = new double[parts];
        turnDeg = new double[parts];
        bin = new int[parts];
        figure = new Figure[parts];
    }

    Poses copy() {
        var copy = new Poses(x.length);
        copy.copyFrom(this);
        return copy;
    }

    void copyFrom(Poses other) {
        System.arraycopy(other.x, 0, x, 0, x.length);
        System.arraycopy(other.y, 0, y, 0, x.length);
        System.arraycopy(other.turnDeg, 0, turnDeg, 0, x.length);
        System.arraycopy(other.bin, 0, bin, 0, x.length);
        System.arraycopy(other.figure, 0, figure, 0, x.length);
        endX = other.endX;
        loss = other.loss;
    }
}
