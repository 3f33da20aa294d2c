package org.millwright.nesting.plates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.millwright.nesting.model.Constraints.Level;

/** What the parts of one plate are at several heights, for the search: levels between all heights at which a band ends. */
final class PlateLevels {
    private static final int MOST = 24;
    private static final double BOTTOM_MM = 0;

    private PlateLevels() {}

    /** Levels of parts printed layer by layer; the brim lies on the lowest only. Empty when no part has bands. */
    static List<Level> layerByLayer(Collection<PlatePart> parts, double brimMm) {
        if (parts.stream().allMatch(part -> part.bands().isEmpty())) {
            return List.of();
        }
        double[] all = parts.stream()
                .flatMap(part -> part.allBands().stream())
                .flatMapToDouble(band -> java.util.stream.DoubleStream.of(band.fromMm(), band.toMm()))
                .filter(height -> height > BOTTOM_MM)
                .sorted()
                .distinct()
                .toArray();
        // Fewer levels only join heights, which asks for more distance, never for less.
        int step = (all.length + MOST - 1) / MOST;
        List<Level> levels = new ArrayList<>();
        double low = BOTTOM_MM;
        int number = 0;
        for (int k = step - 1; low < all[all.length - 1]; k += step, number++) {
            double high = all[Math.min(k, all.length - 1)];
            for (PlatePart part : parts) {
                for (PlatePart.Band band : part.allBands()) {
                    if (band.meets(low, high)) {
                        levels.add(new Level(part.id(), number, band.footprint(), number == 0 ? brimMm : 0));
                    }
                }
            }
            low = high;
        }
        return levels;
    }

    /** Levels of parts printed one after the other: the head needs its room only beside what is taller than the nozzle. */
    static List<Level> objectByObject(Collection<PlatePart> parts, PlateRules rules) {
        double between = rules.clearanceMm(false);
        double growMm = Math.max(0, rules.clearanceMm(true) - between) / 2;
        List<Level> levels = new ArrayList<>();
        for (PlatePart part : parts) {
            levels.add(new Level(part.id(), 0, part.footprint(), 0));
            if (part.heightMm() > rules.head().nozzleMm()) {
                levels.add(new Level(part.id(), 1, part.footprint(), growMm));
            }
        }
        return levels;
    }
}
