package org.millwright.nesting.plates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.nesting.model.Placement;

/**
 * What plates are planned for, and how long they take: their change, the printing of their parts, and something for each
 * millimetre of their tallest part, because every layer costs time however little is on it.
 *
 * @param changeS between two plates, in seconds
 * @param perHeightS for each millimetre of the tallest part, in seconds; 0 for parts printed one after the other
 */
public record PlateGoal(Objective objective, double changeS, double perHeightS) {
    private static final double DAY_S = 86_400;

    /** What is to be small. */
    public enum Objective {
        /** How many plates there are. */
        PLATES,
        /** How long all take on one printer. */
        TIME,
        /** By how much copies are finished after the end of their days, all together, on one printer that starts at the beginning of day 0. */
        LATENESS
    }

    public PlateGoal {
        if (!(changeS >= 0) || !(perHeightS >= 0)) {
            throw new IllegalArgumentException(
                    "Times of %s and %s s cannot be negative.".formatted(changeS, perHeightS));
        }
    }

    /** As few plates as possible. */
    public static PlateGoal fewPlates() {
        return new PlateGoal(Objective.PLATES, 0, 0);
    }

    /** The value of the objective; smaller is better. */
    public double valueOf(PlatePlan plan, List<PlatePart> parts) {
        Map<String, PlatePart> byId = new HashMap<>();
        parts.forEach(part -> byId.put(part.id(), part));
        double atS = 0;
        double lateS = 0;
        for (PlatePlan.Plate plate : plan.plates()) {
            atS += secondsOf(plate, byId);
            for (Placement placement : plate.placements()) {
                PlatePart part = byId.get(placement.itemId());
                if (part != null) {
                    lateS += Math.max(0, atS - (part.dueDay() + 1) * DAY_S);
                }
            }
        }
        return switch (objective) {
            case PLATES -> plan.plates().size();
            case TIME -> atS;
            case LATENESS -> lateS;
        };
    }

    private double secondsOf(PlatePlan.Plate plate, Map<String, PlatePart> byId) {
        double seconds = changeS;
        double tallestMm = 0;
        for (Placement placement : plate.placements()) {
            PlatePart part = byId.get(placement.itemId());
            if (part != null) {
                seconds += part.printS();
                tallestMm = Math.max(tallestMm, part.heightMm());
            }
        }
        return seconds + perHeightS * tallestMm;
    }
}
