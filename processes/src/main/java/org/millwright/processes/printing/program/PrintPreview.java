package org.millwright.processes.printing.program;

import java.util.List;
import org.millwright.geometry.Mesh;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.toolpaths.SampledLayers;

/**
 * What printing one part alone takes, found by planning and timing some of its layers nearly as a program would. All layers are
 * weighed roughly; how far the rough weights are off is measured at the planned layers and interpolated between them.
 *
 * @param printingS time without heating and homing
 * @param plannedLayers layers that were really planned
 */
public record PrintPreview(double printingS, double filamentMm, int layers, int plannedLayers) {
    public static PrintPreview of(Mesh mesh, PrintSettings settings) {
        var layers = new SampledLayers(mesh, settings);
        var writer = new MarlinWriter(settings);
        var run = new LayerRun(settings, writer);
        List<Integer> samples = layers.samples();
        double seconds = 0, filamentMm = 0;
        double lastS = 0, lastMm = 0;
        for (int i = 0; i < samples.size(); i++) {
            int layer = samples.get(i);
            LayerRun.Took took = run.draw(layer, layers.topMm(layer), layers.islands(layer));
            writer.takeText();
            seconds += took.seconds();
            filamentMm += took.filamentMm();
            double nowS = took.seconds() / layers.roughS(layer), nowMm = took.filamentMm() / layers.roughMm3(layer);
            int before = i == 0 ? layer : samples.get(i - 1);
            for (int other = before + 1; other < layer; other++) {
                // The first layer is drawn slowly and tells nothing about those above it.
                double share = before == 0 ? 1 : (other - before) / (double) (layer - before);
                seconds += layers.roughS(other) * (lastS + share * (nowS - lastS));
                filamentMm += layers.roughMm3(other) * (lastMm + share * (nowMm - lastMm));
            }
            lastS = nowS;
            lastMm = nowMm;
        }
        return new PrintPreview(seconds, filamentMm, layers.count(), samples.size());
    }
}
