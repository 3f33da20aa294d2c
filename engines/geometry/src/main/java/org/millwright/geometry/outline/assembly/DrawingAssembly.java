package org.millwright.geometry.outline.assembly;

import java.util.List;
import org.millwright.geometry.Outline;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.curve.Curve;
import org.millwright.geometry.curve.PointBuffer;

/** Makes an outline of a drawing's curves: flattens them, joins them, nests them. */
public final class DrawingAssembly {
    /** Farthest that a chord may be from its curve, and ends from each other to count as joined. */
    public static final double TOLERANCE_MM = 0.01;

    private DrawingAssembly() {}

    /** @param unitMm millimetres per unit of the curves' coordinates */
    public static Outline of(List<Curve> curves, double unitMm, ReadLimits limits) throws UnreadableShape {
        double tolerance = TOLERANCE_MM / unitMm;
        double reach = 0;
        for (Curve curve : curves) {
            for (double value : curve.frame()) {
                reach = Math.max(reach, Math.abs(value));
            }
        }
        // Far from the origin the coordinates themselves are coarser than the wanted tolerance.
        double joining = Math.max(tolerance, reach * 1e-9);
        var assembly = new LoopAssembly(joining);
        var points = new PointBuffer(limits.segments());
        for (Curve curve : curves) {
            curve.flatten(tolerance, points);
            assembly.add(points.take(), curve.closed());
        }
        return assembly.outline();
    }
}
