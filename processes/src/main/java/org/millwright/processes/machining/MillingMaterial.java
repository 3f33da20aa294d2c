package org.millwright.processes.machining;

import java.util.List;

/**
 * How a material is milled.
 *
 * @param cuttingEnergyJPerMm3 energy at the tool for each mm³ removed
 * @param roughMm3PerS what chips, tool and clamping allow at most
 * @param finishMmPerS feed of a finishing tool
 * @param source where the figures come from
 */
public record MillingMaterial(
        String name,
        double cuttingEnergyJPerMm3,
        double roughMm3PerS,
        double finishMmPerS,
        double densityGPerCm3,
        String source) {
    private static final List<MillingMaterial> ALL = Table.rows("milling.csv", 6).stream()
            .map(row -> new MillingMaterial(
                    row[0],
                    Double.parseDouble(row[1]),
                    Double.parseDouble(row[2]) * 1000 / 60,
                    Double.parseDouble(row[3]) / 60,
                    Double.parseDouble(row[4]),
                    row[5]))
            .toList();

    public static List<MillingMaterial> listMaterials() {
        return ALL;
    }

    /** Throws {@link IllegalArgumentException} naming the known ones. */
    public static MillingMaterial named(String name) {
        return ALL.stream()
                .filter(material -> material.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No figures for milling %s.\nKnown are %s."
                        .formatted(name, ALL.stream().map(MillingMaterial::name).toList())));
    }
}
