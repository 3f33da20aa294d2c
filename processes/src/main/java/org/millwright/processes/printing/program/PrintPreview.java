package org.millwright.processes.printing.program;

import org.millwright.geometry.Mesh;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.toolpaths.PartLayers;

/**
 * What printing one part alone takes, found by planning and timing its layers as a program would, without writing one. Of
 * tall parts only some layers are planned; each stands for its neighbours.
 *
 * @param printingS time without heating and homing
 * @param plannedLayers layers that were really planned
 */
public record PrintPreview(double printingS, double filamentMm, int layers, int plannedLayers) {
    /** Layers planned one by one at both ends, where skins and brims are. */
    private static final int EVERY_LAYER_AT_ENDS = 6;
    /** Shapes planned between the ends; straight-walled parts have few shapes and are planned whole. */
    private static final int SHAPES_PLANNED = 30;

    public static PrintPreview of(Mesh mesh, PrintSettings settings) {
        var layers = new PartLayers(mesh, settings);
        int count = layers.count();
        var writer = new MarlinWriter(settings);
        var run = new LayerRun(settings, writer);
        double seconds = 0, filamentMm = 0;
        int planned = 0;
        int step = Math.max(1, layers.shapes() / SHAPES_PLANNED);
        for (int layer = 0; layer < count; ) {
            int stands = layer < EVERY_LAYER_AT_ENDS || layer >= count - EVERY_LAYER_AT_ENDS ? 1 : step;
            LayerRun.Took took = run.draw(layer, layers.topMm(layer), layers.islands(layer));
            writer.takeText();
            seconds += took.seconds() * stands;
            filamentMm += took.filamentMm() * stands;
            planned++;
            layer += stands;
        }
        return new PrintPreview(seconds, filamentMm, count, planned);
    }
}
