package org.millwright.nesting.plates;

import java.util.ArrayList;
import java.util.List;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Polygon;

/**
 * A part to be printed, standing as it will be printed.
 *
 * @param footprint its shadow on the plate at all heights together, support included
 * @param heightMm of its top above the plate
 * @param printClass parts share a plate only when it is the same: material, colour, layer height
 * @param dueDay smaller is more urgent; urgent parts go on the first plates
 * @param bands its shadows at some heights, so that printed layer by layer others may reach under or over it; empty when
 *     the footprint holds at all heights
 * @param printS time to print one, in seconds; 0 when nobody knows
 */
public record PlatePart(
        String id,
        Polygon footprint,
        double heightMm,
        int quantity,
        Orientations orientations,
        String printClass,
        int dueDay,
        List<Band> bands,
        double printS) {

    /** The shadow of a part between two heights above the plate, within the footprint. */
    public record Band(double fromMm, double toMm, Polygon footprint) {
        boolean meets(double lowMm, double highMm) {
            return fromMm < highMm && toMm > lowMm;
        }
    }

    public PlatePart {
        bands = List.copyOf(bands);
        List<String> faults = new ArrayList<>();
        if (!(heightMm > 0) || quantity < 1 || !(printS >= 0)) {
            faults.add("height %s mm and quantity %d must be positive, and %s s to print not negative"
                    .formatted(heightMm, quantity, printS));
        }
        for (Band band : bands) {
            if (!(band.fromMm >= 0 && band.fromMm < band.toMm && band.toMm <= heightMm)) {
                faults.add("a band from %s to %s mm is not one".formatted(band.fromMm, band.toMm));
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("Part %s: %s.".formatted(id, String.join("; ", faults)));
        }
    }

    /** A part with the same shadow at all heights, and no known time. */
    public PlatePart(
            String id,
            Polygon footprint,
            double heightMm,
            int quantity,
            Orientations orientations,
            String printClass,
            int dueDay) {
        this(id, footprint, heightMm, quantity, orientations, printClass, dueDay, List.of(), 0);
    }

    /** The bands, or one over the whole height. */
    List<Band> allBands() {
        return bands.isEmpty() ? List.of(new Band(0, heightMm, footprint)) : bands;
    }
}
