package org.millwright.nesting.cutting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.millwright.nesting.cutting.PlacedEdges.Edge;
import org.millwright.nesting.model.Constraints.LeadIn;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Polygon;

/** Chooses where the cutter comes in: straight onto the middle of a long edge, clear of the rest of the part. */
public final class LeadIns {
    private LeadIns() {}

    /**
     * One way in for each contour of an item, outside of the outer one and inside of holes. Contours whose surroundings
     * are too narrow for it get none.
     *
     * @param lengthMm of the way
     * @param roomMm that it keeps from the part itself, but at its end, and from other parts
     */
    public static List<LeadIn> of(Item item, double lengthMm, double roomMm) {
        List<LeadIn> ways = new ArrayList<>();
        Polygon shape = item.shape();
        List<Edge> all = PlacedEdges.of(shape, 0, 0);
        int first = 0;
        for (int ring = 0; ring < shape.ringCount(); ring++) {
            int count = shape.ringUm(ring).length / 2;
            List<Edge> longest = new ArrayList<>(all.subList(first, first + count));
            longest.sort(Comparator.comparingDouble(edge -> -edge.length()));
            first += count;
            for (Edge edge : longest) {
                LeadIn way = onto(item.id(), edge, lengthMm, roomMm);
                if (all.stream().allMatch(other -> other.equals(edge) || isClear(way, other, roomMm))) {
                    ways.add(way);
                    break;
                }
            }
        }
        return ways;
    }

    private static LeadIn onto(String id, Edge edge, double lengthMm, double roomMm) {
        double x = (edge.ax() + edge.bx()) / 2;
        double y = (edge.ay() + edge.by()) / 2;
        double nx = (edge.by() - edge.ay()) / edge.length();
        double ny = (edge.ax() - edge.bx()) / edge.length();
        return new LeadIn(id, x + nx * lengthMm, y + ny * lengthMm, x, y, roomMm);
    }

    private static boolean isClear(LeadIn way, Edge edge, double roomMm) {
        int samples = 8;
        for (int k = 0; k <= samples; k++) {
            double share = (double) k / samples;
            double x = way.fromXMm() + share * (way.toXMm() - way.fromXMm());
            double y = way.fromYMm() + share * (way.toYMm() - way.fromYMm());
            if (distance(edge, x, y) < roomMm * (1 - share) + 1e-3) {
                return false;
            }
        }
        return true;
    }

    private static double distance(Edge e, double x, double y) {
        double dx = e.bx() - e.ax();
        double dy = e.by() - e.ay();
        double t = Math.clamp(((x - e.ax()) * dx + (y - e.ay()) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
        return Math.hypot(e.ax() + t * dx - x, e.ay() + t * dy - y);
    }
}
