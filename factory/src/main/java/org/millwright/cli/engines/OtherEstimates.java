package org.millwright.cli.engines;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.millwright.cli.Answered;
import org.millwright.cli.ExitCode;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Shape;
import org.millwright.processes.Equipment;
import org.millwright.processes.Estimate;
import org.millwright.processes.Material;
import org.millwright.processes.MaterialForm;
import org.millwright.processes.Processes;
import org.millwright.processes.Setup;
import org.millwright.processes.machining.CuttingSpeeds;
import org.millwright.processes.machining.MillingEstimate;
import org.millwright.processes.machining.MillingMaterial;
import org.millwright.processes.manufacturability.SolidFeatures;

/** What milling a solid or cutting a flat part takes, by tables with their sources or by a machine's own values. */
final class OtherEstimates {
    private static final String THICKNESS = "thicknessMm";
    private static final String POWER = "laserKw";

    private OtherEstimates() {}

    /** @param values a machine's own, by the names of {@link MillingEstimate#of} */
    static Map<String, Object> milling(Shape part, @Nullable String material, Map<String, Double> values) {
        if (!(part instanceof Mesh mesh)) {
            throw new Answered("A flat part is not milled.", "Maybe give a solid, or --process laser.", ExitCode.NO);
        }
        MillingMaterial milled = millingMaterial(material == null ? "aluminium" : material);
        MillingEstimate estimate = MillingEstimate.of(new SolidFeatures(mesh), milled, values);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("process", "milling");
        document.put("material", milled.name());
        document.put("timeS", Math.round(estimate.machineS()));
        document.put("setupS", Math.round(estimate.setupS()));
        document.put("sides", estimate.sides());
        document.put("blockMm3", estimate.blockMm3());
        document.put("removedMm3", estimate.removedMm3());
        document.put("breakdown", new TreeMap<>(estimate.terms()));
        document.put("source", milled.source());
        return document;
    }

    private static MillingMaterial millingMaterial(String name) {
        try {
            return MillingMaterial.named(name);
        } catch (IllegalArgumentException unknown) {
            throw new Answered(
                    "There are no figures for milling %s.".formatted(name),
                    "Known are %s."
                            .formatted(String.join(
                                    ", ",
                                    MillingMaterial.listMaterials().stream()
                                            .map(MillingMaterial::name)
                                            .toList())),
                    ExitCode.NO);
        }
    }

    /** @param values {@code thicknessMm} and {@code laserKw}, and a machine's own like {@code cutMmPerMin} */
    static Map<String, Object> cutting(Shape part, @Nullable String material, Map<String, Double> values) {
        if (!(part instanceof Outline)) {
            throw new Answered("A solid is not cut from a sheet.", "Maybe give a drawing in DXF or SVG.", ExitCode.NO);
        }
        String sheet = material == null ? "plywood" : material;
        double thicknessMm = values.getOrDefault(THICKNESS, 3.0);
        double powerKw = values.getOrDefault(POWER, 0.06);
        Map<String, Double> own = new HashMap<>(values);
        String source = "as given";
        if (!own.containsKey("cutMmPerMin")) {
            CuttingSpeeds.Speed speed = CuttingSpeeds.find(sheet, thicknessMm, powerKw)
                    .orElseThrow(() -> new Answered(
                            "There is no speed for %s of %s mm at %s kW.".formatted(sheet, thicknessMm, powerKw),
                            "Maybe give --with cutMmPerMin=600; known are %s."
                                    .formatted(String.join(", ", CuttingSpeeds.listMaterials())),
                            ExitCode.NO));
            own.put("cutMmPerMin", speed.cutMmPerMin());
            own.putIfAbsent("pierceS", speed.pierceS());
            source = speed.source();
        }
        var setup = new Setup(
                new Material(sheet, MaterialForm.SHEET, own.getOrDefault("densityGPerCm3", 1.0), thicknessMm, own),
                new Equipment("laser", 1e6, 1e6, thicknessMm, Map.of()));
        Estimate estimate = Processes.getProcess("cutting").estimate(part, setup);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("process", "laser");
        document.put("material", sheet);
        document.put("timeS", estimate.machineTime().toMillis() / 1000.0);
        document.put("breakdown", new TreeMap<>(estimate.terms()));
        document.put("source", source);
        return document;
    }
}
