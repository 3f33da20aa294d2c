package org.millwright.nesting.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A polygon made from rings that may be untidy, and what was done to them. What is repaired never covers less than what
 * was drawn: rings that cross themselves are replaced by the outline of all their loops, holes that make no sense are
 * filled.
 *
 * @param actions in words, with places in millimetres; empty when nothing had to be done
 */
public record Repaired(Polygon polygon, List<String> actions) {
    public Repaired {
        actions = List.copyOf(actions);
    }

    /**
     * Tidies rings up.
     *
     * @param outerMm x, y of each corner in turn
     * @param holesMm the same for each hole
     * @throws InvalidShape when nothing that has an area is left, or coordinates are no lengths
     */
    public static Repaired ofMm(double[] outerMm, List<double[]> holesMm) {
        List<String> actions = new ArrayList<>();
        double[] outer = outline(outerMm, actions);
        List<double[]> holes = new ArrayList<>();
        for (double[] hole : holesMm) {
            try {
                Polygon.ofMm(hole);
                if (lies(hole, outer)) {
                    holes.add(hole);
                } else {
                    actions.add("The hole at %s does not lie inside and was left out.".formatted(at(hole)));
                }
            } catch (InvalidShape untidy) {
                actions.add("The hole at %s was filled: %s".formatted(at(hole), untidy.getMessage()));
            }
        }
        return new Repaired(Polygon.ofMm(outer, holes), actions);
    }

    private static double[] outline(double[] ring, List<String> actions) {
        try {
            Polygon tidy = Polygon.ofMm(ring);
            int drawn = ring.length / 2 - (isClosed(ring) ? 1 : 0);
            int kept = tidy.ringUm(0).length / 2;
            if (kept < drawn) {
                actions.add("%d of %d corners fall together and were merged.".formatted(drawn - kept, drawn));
            }
            if (RingRules.twiceAreaUm2(Polygon.toGrid(ring)) < 0) {
                actions.add("The corners ran clockwise and were reversed.");
            }
            return ring;
        } catch (InvalidShape crossing) {
            long[] grid = Polygon.toGrid(ring);
            // Rounding crossings to the grid may bring new ones, each time smaller.
            for (int k = 0; k < 4; k++) {
                grid = OuterBoundary.of(grid);
                if (grid.length < 6) {
                    throw crossing;
                }
                double[] repaired =
                        Arrays.stream(grid).mapToDouble(um -> um / 1000.0).toArray();
                try {
                    Polygon.ofMm(repaired);
                    actions.add("%s The outline of all its loops is used.".formatted(crossing.getMessage()));
                    return repaired;
                } catch (InvalidShape still) {
                    if (k == 3) {
                        throw still;
                    }
                }
            }
            throw crossing;
        }
    }

    /** Whether the first corner is repeated at the end, as many formats have it. */
    private static boolean isClosed(double[] ring) {
        return ring.length > 2 && ring[0] == ring[ring.length - 2] && ring[1] == ring[ring.length - 1];
    }

    /** Whether all corners of a hole lie in a ring. */
    private static boolean lies(double[] hole, double[] ring) {
        for (int i = 0; i < hole.length; i += 2) {
            boolean inside = false;
            for (int a = ring.length - 2, b = 0; b < ring.length; a = b, b += 2) {
                if (ring[a + 1] > hole[i + 1] != ring[b + 1] > hole[i + 1]
                        && hole[i]
                                < ring[a]
                                        + (ring[b] - ring[a])
                                                * (hole[i + 1] - ring[a + 1])
                                                / (ring[b + 1] - ring[a + 1])) {
                    inside = !inside;
                }
            }
            if (!inside) {
                return false;
            }
        }
        return true;
    }

    private static String at(double[] ring) {
        return ring.length < 2 ? "an unknown place" : "(%s, %s) mm".formatted(ring[0], ring[1]);
    }
}
