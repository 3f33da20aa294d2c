package org.millwright.nesting.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.millwright.nesting.model.Constraints;
import org.millwright.nesting.model.Constraints.LeadIn;
import org.millwright.nesting.model.Constraints.Level;
import org.millwright.nesting.model.Constraints.Match;

/**
 * What an item has beside its shape.
 *
 * @param matches the one point that sits on a pattern, if there is one
 */
public record Extras(List<LeadIn> leadIns, List<Level> levels, List<Match> matches) {
    private static final int CAPSULE_CORNERS = 16;

    /** Room for rounding positions, turned points and corners, µm. */
    private static final double ROUNDING_UM = 3;

    public static Extras none() {
        return new Extras(List.of(), List.of(), List.of());
    }

    /** What constraints say of one item. */
    public static Extras of(Constraints constraints, String itemId) {
        return new Extras(
                constraints.leadIns().stream()
                        .filter(leadIn -> leadIn.itemId().equals(itemId))
                        .toList(),
                constraints.levels().stream()
                        .filter(level -> level.itemId().equals(itemId))
                        .toList(),
                constraints.matches().stream()
                        .filter(match -> match.itemId().equals(itemId))
                        .toList());
    }

    /** Whether turns of a symmetric shape are all alike. */
    boolean areNone() {
        return leadIns.isEmpty() && levels.isEmpty() && matches.isEmpty();
    }

    /** Ends of the ways in, in micrometres of the item's own coordinates, mirrored if asked for: x, y in turn. */
    double[] wayPoints(boolean mirrored) {
        double[] points = new double[4 * leadIns.size()];
        for (int i = 0; i < leadIns.size(); i++) {
            LeadIn way = leadIns.get(i);
            double sign = mirrored ? -1 : 1;
            points[4 * i] = sign * way.fromXMm() * 1000;
            points[4 * i + 1] = way.fromYMm() * 1000;
            points[4 * i + 2] = sign * way.toXMm() * 1000;
            points[4 * i + 3] = way.toYMm() * 1000;
        }
        return points;
    }

    /**
     * Outlines around all ways in, x and y in turn, counter-clockwise; no other part's grown edges may meet them.
     *
     * @param takenUm of the room that others keep already
     */
    public List<double[]> capsules(boolean mirrored, double takenUm) {
        List<double[]> capsules = new ArrayList<>();
        double[] points = wayPoints(mirrored);
        for (int i = 0; i < leadIns.size(); i++) {
            double radius = Math.max(0, leadIns.get(i).roomMm() * 1000 - takenUm) + ROUNDING_UM;
            double far = radius / Math.cos(Math.PI / CAPSULE_CORNERS);
            double[] cloud = new double[4 * CAPSULE_CORNERS];
            for (int k = 0; k < CAPSULE_CORNERS; k++) {
                double angle = 2 * Math.PI * (k + 0.5) / CAPSULE_CORNERS;
                cloud[4 * k] = points[4 * i] + far * Math.cos(angle);
                cloud[4 * k + 1] = points[4 * i + 1] + far * Math.sin(angle);
                cloud[4 * k + 2] = points[4 * i + 2] + far * Math.cos(angle);
                cloud[4 * k + 3] = points[4 * i + 3] + far * Math.sin(angle);
            }
            capsules.add(Rings.hull(cloud));
        }
        return capsules;
    }

    /** Edges of the capsules around a centre, x1, y1, x2, y2 in turn. */
    double[] capsuleEdges(boolean mirrored, double takenUm, double cx, double cy) {
        double[] edges = new double[0];
        for (double[] ring : capsules(mirrored, takenUm)) {
            int at = edges.length;
            edges = Arrays.copyOf(edges, at + 2 * ring.length);
            for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
                edges[at++] = ring[j] - cx;
                edges[at++] = ring[j + 1] - cy;
                edges[at++] = ring[i] - cx;
                edges[at++] = ring[i + 1] - cy;
            }
        }
        return edges;
    }
}
