package org.millwright.factory.catalog.box;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.millwright.factory.catalog.InvalidOptions;
import org.millwright.factory.catalog.Violation;

/**
 * What a buyer chose for a box. Lengths in mm, measured outside.
 *
 * @param widthMm from left to right
 * @param depthMm from front to back
 * @param heightMm from bottom to top
 * @param thicknessMm of the sheet
 * @param fingerMm about how wide each finger is; an odd number of them fills each edge exactly
 * @param lid whether there is a panel on top
 */
public record BoxOptions(
        double widthMm, double depthMm, double heightMm, double thicknessMm, double fingerMm, boolean lid) {
    public static final double LEAST_SIDE_MM = 30;
    public static final double MOST_SIDE_MM = 600;
    public static final double LEAST_THICKNESS_MM = 1;
    public static final double MOST_THICKNESS_MM = 12;
    public static final double LEAST_FINGER_MM = 3;
    public static final double MOST_FINGER_MM = 60;
    /** Fewer fingers on an edge do not hold it. */
    static final int LEAST_FINGERS = 3;

    /** @throws InvalidOptions naming every option that is out of its range */
    public BoxOptions {
        List<Violation> violations = new ArrayList<>();
        Violation.outside("widthMm", widthMm, LEAST_SIDE_MM, MOST_SIDE_MM).ifPresent(violations::add);
        Violation.outside("depthMm", depthMm, LEAST_SIDE_MM, MOST_SIDE_MM).ifPresent(violations::add);
        Violation.outside("heightMm", heightMm, LEAST_SIDE_MM, MOST_SIDE_MM).ifPresent(violations::add);
        Violation.outside("thicknessMm", thicknessMm, LEAST_THICKNESS_MM, MOST_THICKNESS_MM)
                .ifPresent(violations::add);
        Violation.outside("fingerMm", fingerMm, LEAST_FINGER_MM, MOST_FINGER_MM).ifPresent(violations::add);
        double inside = Math.min(widthMm, Math.min(depthMm, heightMm)) - 2 * thicknessMm;
        if (violations.isEmpty() && inside < LEAST_FINGERS * fingerMm) {
            violations.add(new Violation(
                    "fingerMm",
                    "finger-wide",
                    Map.of("most", Math.floor(inside / LEAST_FINGERS * 10) / 10, "least", LEAST_FINGERS)));
        }
        if (!violations.isEmpty()) {
            throw new InvalidOptions(violations);
        }
    }

    /** Room inside, in mm³. */
    public double roomMm3() {
        double top = lid ? thicknessMm : 0;
        return (widthMm - 2 * thicknessMm) * (depthMm - 2 * thicknessMm) * (heightMm - thicknessMm - top);
    }

    /** How many fingers and gaps fill an edge of this length, the two corners left out: always odd. */
    int fingers(double edgeMm) {
        int about = (int) Math.round((edgeMm - 2 * thicknessMm) / fingerMm);
        int odd = about % 2 == 0 ? about - 1 : about;
        return Math.max(LEAST_FINGERS, odd);
    }
}
