package org.millwright.processes.printing.program;

import java.util.List;
import org.millwright.geometry.Straight;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;
import org.millwright.processes.printing.toolpaths.Role;

/**
 * Gives small layers time to cool: the fastest lines are slowed to a common limit until the layer takes its least time, but
 * none below the least speed.
 */
final class LayerSpeed {
    private static final int STEPS = 40;

    private LayerSpeed() {}

    /** The speed no line of the layer may exceed, in mm/s; infinite when the layer takes long enough anyway. */
    static double limitMmPerS(List<LayerOrder.Stroke> strokes, PrintSettings settings, boolean firstLayer) {
        double wantedS = settings.get(PrintValue.MIN_LAYER_TIME);
        double travelS = travelMm(strokes) / settings.get(PrintValue.TRAVEL_SPEED);
        if (travelS + drawingS(strokes, settings, firstLayer, Double.POSITIVE_INFINITY) >= wantedS) {
            return Double.POSITIVE_INFINITY;
        }
        double slow = settings.get(PrintValue.MIN_SPEED);
        double fast = 1000;
        for (int step = 0; step < STEPS; step++) {
            double tried = (slow + fast) / 2;
            if (travelS + drawingS(strokes, settings, firstLayer, tried) >= wantedS) {
                slow = tried;
            } else {
                fast = tried;
            }
        }
        return slow;
    }

    private static double drawingS(
            List<LayerOrder.Stroke> strokes, PrintSettings settings, boolean firstLayer, double limit) {
        double seconds = 0;
        for (LayerOrder.Stroke stroke : strokes) {
            double length = stroke.path().lengthMm();
            Role role = stroke.path().role();
            double speed = role.speedMmPerS(settings, stroke.path().wholeMm(), firstLayer);
            seconds += length / (role.maySlowDown() ? Math.min(speed, limit) : speed);
        }
        return seconds;
    }

    private static double travelMm(List<LayerOrder.Stroke> strokes) {
        double length = 0;
        for (int i = 1; i < strokes.size(); i++) {
            LayerOrder.Stroke from = strokes.get(i - 1), to = strokes.get(i);
            int end = from.path().closed()
                    ? from.start()
                    : from.backwards() ? 0 : from.path().size() - 1;
            length += Straight.lengthMm(
                    to.path().x(to.start()) - from.path().x(end),
                    to.path().y(to.start()) - from.path().y(end));
        }
        return length;
    }
}
