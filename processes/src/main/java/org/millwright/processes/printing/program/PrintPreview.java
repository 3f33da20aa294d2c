package org.millwright.processes.printing.program;

import java.util.List;
import org.millwright.geometry.Mesh;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.toolpaths.LayerSamples;
import org.millwright.processes.printing.toolpaths.PartLayers;

/**
 * What printing one part alone takes, found by planning and timing some of its layers nearly as a program would. All layers are
 * weighed roughly; how far the rough weights are off is measured at the planned layers and interpolated between them.
 *
 * @param printingS time without heating and homing
 * @param plannedLayers layers that were really planned
 */
public record PrintPreview(double printingS, double filamentMm, int layers, int plannedLayers) {
    public static PrintPreview of(Mesh mesh, PrintSettings settings) {
        var layers = new PartLayers(mesh, settings);
        var weights = new LayerSamples(layers, settings);
        var writer = new MarlinWriter(settings);
        var run = new LayerRun(settings, writer);
        List<Integer> samples = weights.samples();
        int count = layers.count();
        var layerS = new double[count];
        var layerMm = new double[count];
        double lastS = 0, lastMm = 0;
        for (int i = 0; i < samples.size(); i++) {
            int layer = samples.get(i);
            LayerRun.Took took = run.draw(layer, layers.topMm(layer), layers.islands(layer));
            writer.takeText();
            layerS[layer] = took.seconds();
            layerMm[layer] = took.filamentMm();
            double nowS = took.seconds() / weights.roughS(layer), nowMm = took.filamentMm() / weights.roughMm3(layer);
            int before = i == 0 ? layer : samples.get(i - 1);
            for (int other = before + 1; other < layer; other++) {
                // The first layer is drawn slowly and tells nothing about those above it.
                double share = before == 0 ? 1 : (other - before) / (double) (layer - before);
                layerS[other] = weights.roughS(other) * (lastS + share * (nowS - lastS));
                layerMm[other] = weights.roughMm3(other) * (lastMm + share * (nowMm - lastMm));
            }
            lastS = nowS;
            lastMm = nowMm;
        }
        int last = samples.isEmpty() ? -1 : samples.getLast();
        double seconds = 0, filamentMm = 0;
        for (int layer = 0; layer < count; layer++) {
            int like = weights.like(layer);
            boolean beyond = layer > last && like == layer;
            seconds += beyond ? weights.roughS(layer) * lastS : layerS[like];
            filamentMm += beyond ? weights.roughMm3(layer) * lastMm : layerMm[like];
        }
        return new PrintPreview(seconds, filamentMm, layers.count(), samples.size());
    }
}
