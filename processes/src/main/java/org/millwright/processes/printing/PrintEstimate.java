package org.millwright.processes.printing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.millwright.geometry.Mesh;
import org.millwright.processes.Estimate;
import org.millwright.processes.printing.program.PrintPreview;

/** What one unit takes, in the terms of the contract. */
final class PrintEstimate {
    private PrintEstimate() {}

    static Estimate of(Mesh mesh, PrintSettings settings) {
        PrintPreview preview = PrintPreview.of(mesh, settings);
        double volumeMm3 = preview.filamentMm() * settings.filamentMm2();
        double massG = volumeMm3 / 1000 * settings.get(PrintValue.DENSITY);
        Map<String, Double> terms = new LinkedHashMap<>();
        terms.put("printingS", preview.printingS());
        terms.put("startS", settings.startS());
        terms.put("layers", (double) preview.layers());
        terms.put("plannedLayers", (double) preview.plannedLayers());
        terms.put("layerMm", settings.layerMm());
        terms.put("infillPercent", settings.get(PrintValue.INFILL));
        terms.put("filamentMm", preview.filamentMm());
        terms.put("filamentMm3", volumeMm3);
        terms.put("supports", settings.get(PrintValue.SUPPORTS));
        terms.put("supportMm3", preview.supportMm() * settings.filamentMm2());
        terms.put("densityGPerCm3", settings.get(PrintValue.DENSITY));
        terms.put("massG", massG);
        return new Estimate(duration(preview.printingS()), duration(settings.startS()), massG, massG, 0, terms);
    }

    static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
