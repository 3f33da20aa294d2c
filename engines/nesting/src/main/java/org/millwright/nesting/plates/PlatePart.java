package org.millwright.nesting.plates;

import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Polygon;

/**
 * A part to be printed, standing as it will be printed.
 *
 * @param footprint its shadow on the plate at all heights together, support included
 * @param heightMm of its top above the plate
 * @param printClass parts share a plate only when it is the same: material, colour, layer height
 * @param dueDay smaller is more urgent; urgent parts go on the first plates
 */
public record PlatePart(
        String id,
        Polygon footprint,
        double heightMm,
        int quantity,
        Orientations orientations,
        String printClass,
        int dueDay) {
    public PlatePart {
        if (!(heightMm > 0) || quantity < 1) {
            throw new IllegalArgumentException("Part %s has height %s mm and quantity %d; both must be positive."
                    .formatted(id, heightMm, quantity));
        }
    }
}
