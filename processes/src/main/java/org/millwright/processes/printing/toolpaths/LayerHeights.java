package org.millwright.processes.printing.toolpaths;

import org.millwright.geometry.Bounds;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;

/** Where the layers of a part lie. A layer counts when its middle lies inside the part. */
record LayerHeights(double firstMm, double layerMm, int count) {
    private static final double SHADE_MM = 2e-4;

    static LayerHeights of(Bounds bounds, PrintSettings settings) {
        double layerMm = settings.layerMm();
        double firstMm = settings.get(PrintValue.FIRST_LAYER);
        double height = bounds.sizeZ();
        int count =
                height <= firstMm / 2 ? 0 : 1 + (int) Math.max(0, Math.ceil((height - firstMm) / layerMm - 0.5 - 1e-6));
        return new LayerHeights(firstMm, layerMm, count);
    }

    /** Height of the layer's upper side above the bed. */
    double topMm(int layer) {
        return firstMm + layer * layerMm;
    }

    /** Upper sides of all layers above the bed. */
    double[] topsMm() {
        var tops = new double[count];
        for (int layer = 0; layer < count; layer++) {
            tops[layer] = topMm(layer);
        }
        return tops;
    }

    double heightMm(int layer) {
        return layer == 0 ? firstMm : layerMm;
    }

    /** A shade below each layer's middle, so that a level face which is meant to lie there counts as one, however it is rounded. */
    double[] cutsMm(double lowestMm) {
        var cuts = new double[count];
        for (int layer = 0; layer < count; layer++) {
            cuts[layer] = lowestMm + topMm(layer) - heightMm(layer) / 2 - SHADE_MM;
        }
        return cuts;
    }
}
