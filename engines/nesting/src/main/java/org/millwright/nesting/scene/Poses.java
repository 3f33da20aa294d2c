package org.millwright.nesting.scene;

import org.millwright.nesting.shape.Figure;

/** Where all parts lie, to come back to. */
public final class Poses {
    /** Centres of parts, µm. */
    public final double[] x;

    public final double[] y;
    public final double[] turnDeg;
    /** -1 for parts that lie nowhere. */
    public final int[] bin;

    public final Figure[] figure;
    /** Right end of the first bin. */
    public double endX;
    /** Summed loss, 0 when nothing overlaps. */
    public double loss;

    /** Room for so many parts. */
    public Poses(int parts) {
        x = new double[parts];
        y = new double[parts];
        turnDeg = new double[parts];
        bin = new int[parts];
        figure = new Figure[parts];
    }

    public Poses copy() {
        var copy = new Poses(x.length);
        copy.copyFrom(this);
        return copy;
    }

    /** Becomes the same as another. */
    public void copyFrom(Poses other) {
        System.arraycopy(other.x, 0, x, 0, x.length);
        System.arraycopy(other.y, 0, y, 0, x.length);
        System.arraycopy(other.turnDeg, 0, turnDeg, 0, x.length);
        System.arraycopy(other.bin, 0, bin, 0, x.length);
        System.arraycopy(other.figure, 0, figure, 0, x.length);
        endX = other.endX;
        loss = other.loss;
    }
}
