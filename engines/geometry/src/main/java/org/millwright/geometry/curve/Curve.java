package org.millwright.geometry.curve;

import org.millwright.geometry.UnreadableShape;

/** A curve of a drawing, in the drawing's own unit. */
public sealed interface Curve permits Segments, EllipseArc, CubicBezier, RationalSpline, CurvePath {
    Curve transformed(Affine map);

    /** Adds points of the curve, first and last included, such that no chord is farther from it than {@code chordError}. */
    void flatten(double chordError, PointBuffer into) throws UnreadableShape;

    /** Whether the curve ends where it begins by its own definition. */
    boolean closed();

    /** A few points, x and y in turn, whose box is about as large as the curve. */
    double[] frame();
}
