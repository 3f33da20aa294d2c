package org.millwright.nesting.plates;

import java.util.List;
import org.millwright.nesting.model.Layout.Unplaced;
import org.millwright.nesting.model.Placement;

/**
 * Plates in the order in which they are to be printed.
 *
 * @param unplaced parts that are larger than the plate
 */
public record PlatePlan(List<Plate> plates, List<Unplaced> unplaced) {
    public PlatePlan {
        plates = List.copyOf(plates);
        unplaced = List.copyOf(unplaced);
    }

    /**
     * One plate.
     *
     * @param placements in the order of printing when parts are printed one after the other
     */
    public record Plate(String printClass, List<Placement> placements) {
        public Plate {
            placements = List.copyOf(placements);
        }
    }
}
