package org.millwright.processes.printing.program;

import java.util.ArrayList;
import java.util.List;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Mesh;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;
import org.millwright.processes.printing.toolpaths.LayerSamples;
import org.millwright.processes.printing.toolpaths.PartLayers;
import org.millwright.processes.printing.toolpaths.PartLayers.Island;
import org.millwright.processes.printing.toolpaths.ToolPath;
import org.millwright.processes.printing.toolpaths.supports.Supports;

/**
 * What printing one part alone takes, found by planning and timing some of its layers nearly as a program would. All layers are
 * weighed roughly; how far the rough weights are off is measured at the planned layers and interpolated between them.
 *
 * @param printingS time without heating and homing
 * @param supportMm filament in supports, contained in {@code filamentMm}
 * @param plannedLayers layers that were really planned
 */
public record PrintPreview(double printingS, double filamentMm, double supportMm, int layers, int plannedLayers) {
    public static PrintPreview of(Mesh mesh, PrintSettings settings) {
        var layers = new PartLayers(mesh, settings);
        var weights = new LayerSamples(layers, settings);
        // The part stands in the middle of the bed; the nozzle comes from home.
        Bounds bounds = mesh.bounds();
        var writer = MarlinWriter.silent(
                settings,
                bounds.min().x() + (bounds.sizeX() - settings.get(PrintValue.BED_WIDTH)) / 2,
                bounds.min().y() + (bounds.sizeY() - settings.get(PrintValue.BED_DEPTH)) / 2);
        var run = new LayerRun(settings, writer);
        List<Integer> samples = weights.samples();
        layers.prepare(
                samples,
                samples.stream()
                        .flatMap(layer -> SupportLevels.under(layers, layer).stream())
                        .toList());
        int count = layers.count();
        var layerS = new double[count];
        var layerMm = new double[count];
        var supportMm = new double[count];
        double lastS = 0, lastMm = 0, lastSupport = 0;
        for (int i = 0; i < samples.size(); i++) {
            int layer = samples.get(i);
            LayerRun.Took took = run.draw(layer, levels(layers, layer));
            layerS[layer] = took.seconds();
            layerMm[layer] = took.filamentMm();
            supportMm[layer] = took.supportMm();
            double support = weights.supportMm3(layer);
            double nowS = took.seconds() / weights.roughS(layer);
            double nowMm = (took.filamentMm() - took.supportMm()) / (weights.roughMm3(layer) - support);
            double nowSupport = support > 0 ? took.supportMm() / support : lastSupport;
            int before = i == 0 ? layer : samples.get(i - 1);
            for (int other = before + 1; other < layer; other++) {
                // The first layer is drawn slowly and tells nothing about those above it.
                double share = before == 0 ? 1 : (other - before) / (double) (layer - before);
                layerS[other] = weights.roughS(other) * (lastS + share * (nowS - lastS));
                supportMm[other] = weights.supportMm3(other) * (lastSupport + share * (nowSupport - lastSupport));
                layerMm[other] = supportMm[other]
                        + (weights.roughMm3(other) - weights.supportMm3(other)) * (lastMm + share * (nowMm - lastMm));
            }
            lastS = nowS;
            lastMm = nowMm;
            lastSupport = nowSupport;
        }
        int last = samples.isEmpty() ? -1 : samples.getLast();
        double seconds = 0, filamentMm = 0, supportedMm = 0;
        for (int layer = 0; layer < count; layer++) {
            int like = weights.like(layer);
            boolean beyond = layer > last && like == layer;
            seconds += beyond ? weights.roughS(layer) * lastS : layerS[like];
            supportedMm += beyond ? 0 : supportMm[like];
            filamentMm += beyond ? (weights.roughMm3(layer) - weights.supportMm3(layer)) * lastMm : layerMm[like];
        }
        return new PrintPreview(seconds, filamentMm, supportedMm, layers.count(), samples.size());
    }

    private static List<LayerRun.Level> levels(PartLayers part, int layer) {
        var levels = new ArrayList<LayerRun.Level>();
        for (Supports.Layer support : SupportLevels.under(part, layer)) {
            List<ToolPath> paths = part.paths(support);
            if (!paths.isEmpty()) {
                levels.add(new LayerRun.Level(support.topMm(), List.of(new Island(List.of(), paths))));
            }
        }
        levels.add(new LayerRun.Level(part.topMm(layer), part.islands(layer)));
        return levels;
    }
}
