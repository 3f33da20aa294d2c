package org.millwright.nesting.plates;

import java.util.ArrayList;
import java.util.List;

/**
 * A printer's plate and what parts on it owe each other.
 *
 * @param gapMm between parts, brims taken off
 * @param brimMm around every part, 0 for none
 * @param skirtMm room for a skirt between the parts and the edge, its distance included; 0 for none
 * @param head the print head, when parts are printed one after the other
 * @param objectByObject whether each part is finished before the next begins
 */
public record PlateRules(
        double widthMm,
        double depthMm,
        double gapMm,
        double brimMm,
        double skirtMm,
        Head head,
        boolean objectByObject) {

    /**
     * What moves above the plate with the nozzle.
     *
     * @param radiusMm nothing taller than the nozzle may stand nearer to where the nozzle goes
     * @param nozzleMm height of the lowest part of the head above the nozzle's tip
     * @param gantryMm height of the gantry above the nozzle's tip; what is taller can only be printed last
     */
    public record Head(double radiusMm, double nozzleMm, double gantryMm) {}

    public PlateRules {
        List<String> faults = new ArrayList<>();
        if (!(widthMm > 0) || !(depthMm > 0)) {
            faults.add("the plate is %s x %s mm".formatted(widthMm, depthMm));
        }
        if (!(gapMm >= 0) || !(brimMm >= 0) || !(skirtMm >= 0)) {
            faults.add("gap %s, brim %s or skirt %s mm is negative".formatted(gapMm, brimMm, skirtMm));
        }
        if (!(head.radiusMm >= 0) || !(head.nozzleMm >= 0) || !(head.gantryMm >= head.nozzleMm)) {
            faults.add("the head %s is not one".formatted(head));
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("Plate rules do not hold: %s.".formatted(String.join("; ", faults)));
        }
    }

    /** All layers of all parts together. */
    public static PlateRules layerByLayer(double widthMm, double depthMm, double gapMm, double brimMm, double skirtMm) {
        return new PlateRules(widthMm, depthMm, gapMm, brimMm, skirtMm, new Head(0, 0, 0), false);
    }

    /** Each part is finished before the next begins. */
    public PlateRules objectByObject(Head head) {
        return new PlateRules(widthMm, depthMm, gapMm, brimMm, skirtMm, head, true);
    }

    /** Least distance between two footprints. */
    double clearanceMm(boolean tallerThanNozzle) {
        double between = gapMm + 2 * brimMm;
        return objectByObject && tallerThanNozzle ? Math.max(between, head.radiusMm + brimMm) : between;
    }

    /** Least distance between a footprint and the edge of the plate. */
    double marginMm() {
        return brimMm + skirtMm;
    }
}
