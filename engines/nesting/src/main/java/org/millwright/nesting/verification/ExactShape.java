package org.millwright.nesting.verification;

import java.util.ArrayList;
import java.util.List;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Polygon;

/** A placed polygon as directed edges on the grid, material on the left of each. */
record ExactShape(List<Edge> edges, long minX, long minY, long maxX, long maxY) {

    /** From (ax, ay) to (bx, by) in micrometres. */
    record Edge(long ax, long ay, long bx, long by) {}

    static ExactShape of(Polygon polygon) {
        return of(polygon, false, 0, 0, 0);
    }

    static ExactShape of(Polygon original, boolean mirrored, double rotationDeg, double xMm, double yMm) {
        Polygon polygon = mirrored ? original.mirrored() : original;
        long x = Math.round(xMm * 1000);
        long y = Math.round(yMm * 1000);
        double cos = quarterCos(rotationDeg);
        double sin = quarterCos(rotationDeg - 90);
        List<Edge> edges = new ArrayList<>();
        for (int ring = 0; ring < polygon.ringCount(); ring++) {
            long[] points = polygon.ringUm(ring);
            int last = points.length - 2;
            long fromX = x + Math.round(points[last] * cos - points[last + 1] * sin);
            long fromY = y + Math.round(points[last] * sin + points[last + 1] * cos);
            for (int i = 0; i < points.length; i += 2) {
                long toX = x + Math.round(points[i] * cos - points[i + 1] * sin);
                long toY = y + Math.round(points[i] * sin + points[i + 1] * cos);
                if (fromX != toX || fromY != toY) {
                    edges.add(new Edge(fromX, fromY, toX, toY));
                }
                fromX = toX;
                fromY = toY;
            }
        }
        long minX = Long.MAX_VALUE;
        long minY = Long.MAX_VALUE;
        long maxX = Long.MIN_VALUE;
        long maxY = Long.MIN_VALUE;
        for (Edge edge : edges) {
            minX = Math.min(minX, edge.ax);
            minY = Math.min(minY, edge.ay);
            maxX = Math.max(maxX, edge.ax);
            maxY = Math.max(maxY, edge.ay);
        }
        return new ExactShape(edges, minX, minY, maxX, maxY);
    }

    /** Where a point of a part's own coordinates comes to lie, on the grid. */
    static long[] placed(Placement placement, long xUm, long yUm) {
        double cos = quarterCos(placement.rotationDeg());
        double sin = quarterCos(placement.rotationDeg() - 90);
        long x = placement.mirrored() ? -xUm : xUm;
        return new long[] {
            Math.round(placement.xMm() * 1000) + Math.round(x * cos - yUm * sin),
            Math.round(placement.yMm() * 1000) + Math.round(x * sin + yUm * cos)
        };
    }

    /** Cosine that is exact at quarter turns. */
    private static double quarterCos(double degrees) {
        double turn = Math.abs(Math.IEEEremainder(degrees, 360));
        if (turn == 0 || turn == 180) {
            return turn == 0 ? 1 : -1;
        }
        return turn == 90 ? 0 : Math.cos(Math.toRadians(degrees));
    }
}
