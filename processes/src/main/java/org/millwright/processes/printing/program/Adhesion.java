package org.millwright.processes.printing.program;

import java.util.ArrayList;
import java.util.List;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.outline.Regions;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;
import org.millwright.processes.printing.toolpaths.PartLayers.Island;
import org.millwright.processes.printing.toolpaths.ToolPath;

/** Loops around the first layer: a skirt to fill the nozzle, a brim to hold parts on the bed. */
final class Adhesion {
    private Adhesion() {}

    /** Room the loops need around a part. */
    static double marginMm(PrintSettings settings) {
        double skirt = settings.get(PrintValue.SKIRT_LOOPS);
        double skirtMm = skirt > 0 ? settings.get(PrintValue.SKIRT_DISTANCE) + skirt * settings.lineWidthMm() : 0;
        return settings.get(PrintValue.BRIM) + skirtMm;
    }

    /**
     * Outermost loop first; empty when neither is wanted.
     *
     * @param skirted what the skirt goes around
     * @param firstLayer what the brim goes around
     */
    static List<Island> of(List<Region> skirted, List<Region> firstLayer, PrintSettings settings) {
        double height = settings.get(PrintValue.FIRST_LAYER);
        double spacing = ToolPath.spacingMm(settings.lineWidthMm(), height);
        double brim = settings.get(PrintValue.BRIM);
        var loops = new ArrayList<ToolPath>();
        double skirtAt = brim + settings.get(PrintValue.SKIRT_DISTANCE);
        for (int loop = (int) settings.get(PrintValue.SKIRT_LOOPS) - 1; loop >= 0; loop--) {
            for (Region region : Regions.grow(skirted, skirtAt + (loop + 0.5) * spacing)) {
                loops.add(ToolPath.skirt(region.outer(), settings.lineWidthMm(), height));
            }
        }
        for (int loop = (int) Math.round(brim / spacing) - 1; loop >= 0; loop--) {
            for (Region region : Regions.grow(firstLayer, (loop + 0.5) * spacing)) {
                loops.add(ToolPath.skirt(region.outer(), settings.lineWidthMm(), height));
                for (Ring hole : region.holes()) {
                    loops.add(ToolPath.skirt(hole, settings.lineWidthMm(), height));
                }
            }
        }
        return loops.isEmpty() ? List.of() : List.of(new Island(List.of(loops), List.of()));
    }
}
