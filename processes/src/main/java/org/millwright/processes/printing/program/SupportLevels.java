package org.millwright.processes.printing.program;

import java.util.ArrayList;
import java.util.List;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;
import org.millwright.processes.printing.toolpaths.PartLayers;
import org.millwright.processes.printing.toolpaths.ToolPath;
import org.millwright.processes.printing.toolpaths.supports.Supports;

/** Which layers of supports are drawn with which layer of the part. */
public final class SupportLevels {
    private static final double EPSILON_MM = 1e-6;

    private SupportLevels() {}

    /** Those that end with the part's layer or between it and the one below, lowest first. */
    static List<Supports.Layer> under(PartLayers part, int layer) {
        double low = layer == 0 ? Double.NEGATIVE_INFINITY : part.topMm(layer - 1) + EPSILON_MM;
        double high = part.topMm(layer) + EPSILON_MM;
        var under = new ArrayList<Supports.Layer>();
        for (Supports.Layer support : part.supports()) {
            if (support.topMm() > low && support.topMm() <= high) {
                under.add(support);
            }
        }
        return under;
    }

    /** How far supports reach out of the part's shadow; 0 without. */
    public static double reachMm(PrintSettings settings) {
        return settings.get(PrintValue.SUPPORTS) < 0.5
                ? 0
                : settings.get(PrintValue.SUPPORT_FOOT)
                        + settings.get(PrintValue.SUPPORT_SPACING)
                        + ToolPath.spacingMm(settings.lineWidthMm(), settings.layerMm());
    }
}
