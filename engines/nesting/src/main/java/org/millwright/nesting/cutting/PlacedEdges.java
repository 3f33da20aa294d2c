package org.millwright.nesting.cutting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Polygon;

/** Edges of placed parts in the coordinates of their stock, in millimetres, material on the left. */
final class PlacedEdges {
    private static final double MM_PER_UM = 1e-3;

    private final Map<String, Item> items = new HashMap<>();

    /** From (ax, ay) to (bx, by). */
    record Edge(double ax, double ay, double bx, double by) {
        double length() {
            return Math.hypot(bx - ax, by - ay);
        }
    }

    /** The edges of one placed part, and the box around them. */
    record Part(Placement placement, List<Edge> edges, double minXMm, double minYMm, double maxXMm, double maxYMm) {
        double lengthMm() {
            return edges.stream().mapToDouble(Edge::length).sum();
        }

        /** Whether both lie on one piece of stock and their boxes are apart by no more than so much. */
        boolean isNear(Part other, double byMm) {
            return minXMm - byMm <= other.maxXMm
                    && other.minXMm - byMm <= maxXMm
                    && minYMm - byMm <= other.maxYMm
                    && other.minYMm - byMm <= maxYMm
                    && placement.stockCopy() == other.placement.stockCopy()
                    && placement.stockId().equals(other.placement.stockId());
        }
    }

    PlacedEdges(NestingProblem problem) {
        problem.items().forEach(item -> items.put(item.id(), item));
    }

    List<Edge> of(Placement placement) {
        Item item = items.get(placement.itemId());
        if (item == null) {
            throw new IllegalArgumentException("There is no item %s.".formatted(placement.itemId()));
        }
        Polygon shape = placement.mirrored() ? item.shape().mirrored() : item.shape();
        return of(shape.rotated(placement.rotationDeg()), placement.xMm(), placement.yMm());
    }

    Part partOf(Placement placement) {
        List<Edge> edges = of(placement);
        double minX = Double.POSITIVE_INFINITY;
        double minY = minX;
        double maxX = -minX;
        double maxY = -minX;
        for (Edge edge : edges) {
            minX = Math.min(minX, edge.ax);
            minY = Math.min(minY, edge.ay);
            maxX = Math.max(maxX, edge.ax);
            maxY = Math.max(maxY, edge.ay);
        }
        return new Part(placement, edges, minX, minY, maxX, maxY);
    }

    List<Part> listAll(List<Placement> placements) {
        List<Part> parts = new ArrayList<>();
        placements.forEach(placement -> parts.add(partOf(placement)));
        return parts;
    }

    static List<Edge> of(Polygon shape, double xMm, double yMm) {
        List<Edge> edges = new ArrayList<>();
        for (int r = 0; r < shape.ringCount(); r++) {
            long[] ring = shape.ringUm(r);
            for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
                edges.add(new Edge(
                        ring[j] * MM_PER_UM + xMm,
                        ring[j + 1] * MM_PER_UM + yMm,
                        ring[i] * MM_PER_UM + xMm,
                        ring[i + 1] * MM_PER_UM + yMm));
            }
        }
        return edges;
    }
}
