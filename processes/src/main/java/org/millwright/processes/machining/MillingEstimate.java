package org.millwright.processes.machining;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Point;
import org.millwright.geometry.features.Cylinder;
import org.millwright.geometry.features.InnerCorner;
import org.millwright.processes.manufacturability.SolidFeatures;

/**
 * What milling one part from a block takes. Roughing removes what is not part at the rate that power, chips and tool allow;
 * finishing passes over the surface line by line, small corners with a smaller tool; holes are drilled; each tool is changed
 * and each side set up.
 *
 * @param setupS attended work before the first part, for all sides together
 * @param machineS for each part, without setting up
 * @param blockMm3 volume of the block it is cut from
 * @param sides from which it is milled
 * @param terms the figures it was computed from, by name with the unit in the name
 */
public record MillingEstimate(
        double setupS, double machineS, double blockMm3, double removedMm3, int sides, Map<String, Double> terms) {
    private static final double HEIGHT_OF_SCALLOPS_MM = 0.01;
    private static final double DRILL_FEED_DIAMETERS_PER_S = 0.4;
    private static final double LARGEST_FINISHING_TOOL_MM = 12;
    private static final double SMALLEST_FINISHING_TOOL_MM = 1;

    public MillingEstimate {
        terms = Map.copyOf(terms);
    }

    /**
     * Values that a machine may set: {@code spindleKw} (2.2), {@code spindleShare} of it at the tool (0.7), {@code
     * allowanceMm} of the block on each side (2), {@code toolChangeS} (8), {@code setupS} for the first side (1800), {@code
     * furtherSetupS} (900), {@code clampS} for each part and side (120), {@code rapidShare} of time between cuts (0.15), and
     * {@code roughCm3PerMin} and {@code finishMmPerMin} in place of the table's.
     */
    public static MillingEstimate of(SolidFeatures part, MillingMaterial material, Map<String, Double> values) {
        Bounds box = part.mesh().bounds();
        double allowance = 2 * values.getOrDefault("allowanceMm", 2.0);
        double block = (box.sizeX() + allowance) * (box.sizeY() + allowance) * (box.sizeZ() + allowance);
        double volume = part.surface().volumeMm3();
        double removed = Math.max(0, block - volume);
        double watts = 1000 * values.getOrDefault("spindleKw", 2.2) * values.getOrDefault("spindleShare", 0.7);
        double table = values.containsKey("roughCm3PerMin")
                ? values.getOrDefault("roughCm3PerMin", 0.0) * 1000 / 60
                : material.roughMm3PerS();
        double rate = Math.min(table, watts / material.cuttingEnergyJPerMm3());
        double roughing = removed / rate;
        double feed = values.containsKey("finishMmPerMin")
                ? values.getOrDefault("finishMmPerMin", 0.0) / 60
                : material.finishMmPerS();
        double tool = finishingToolMm(part);
        // Neighbouring passes of a round tool leave ridges of this height between them.
        double stepover = 2 * Math.sqrt(HEIGHT_OF_SCALLOPS_MM * (tool - HEIGHT_OF_SCALLOPS_MM));
        double smaller = feed * Math.min(1, tool / 6);
        double finishing = part.surface().areaMm2() / (stepover * smaller);
        double drilling = 0;
        var drills = new TreeSet<Long>();
        for (Cylinder hole : part.listHoles()) {
            drilling += hole.depthMm() / (DRILL_FEED_DIAMETERS_PER_S * Math.max(1, Math.sqrt(hole.diameterMm()))) + 3;
            drills.add(Math.round(hole.diameterMm() * 10));
        }
        int sides = Math.max(1, part.access().setups().size());
        int tools = 2 + drills.size();
        double changes = tools * values.getOrDefault("toolChangeS", 8.0) * sides;
        double clamping = sides * values.getOrDefault("clampS", 120.0);
        double between = values.getOrDefault("rapidShare", 0.15) * (roughing + finishing + drilling);
        double setup =
                values.getOrDefault("setupS", 1800.0) + (sides - 1) * values.getOrDefault("furtherSetupS", 900.0);
        Map<String, Double> terms = new LinkedHashMap<>();
        terms.put("removalMm3PerS", rate);
        terms.put("roughingS", roughing);
        terms.put("finishingToolMm", tool);
        terms.put("stepoverMm", stepover);
        terms.put("finishingS", finishing);
        terms.put("holes", (double) part.listHoles().size());
        terms.put("drillingS", drilling);
        terms.put("toolChangesS", changes);
        terms.put("clampingS", clamping);
        terms.put("betweenCutsS", between);
        terms.put("blockMassG", block / 1000 * material.densityGPerCm3());
        return new MillingEstimate(
                setup, roughing + finishing + drilling + changes + clamping + between, block, removed, sides, terms);
    }

    /** The largest tool that runs round the smallest inner corner it can be asked to, for all of the surface. */
    private static double finishingToolMm(SolidFeatures part) {
        double smallest = LARGEST_FINISHING_TOOL_MM;
        for (InnerCorner corner : InnerCorner.along(part.surface(), part.cylinders(), new Point(0, 0, 1))) {
            if (corner.radiusMm() > 0) {
                smallest = Math.min(smallest, 2 * corner.radiusMm() / 1.3);
            }
        }
        return Math.max(SMALLEST_FINISHING_TOOL_MM, smallest);
    }
}
