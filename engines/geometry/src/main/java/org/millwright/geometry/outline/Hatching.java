package org.millwright.geometry.outline;

import java.util.Arrays;
import java.util.List;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;

/** Fills regions with parallel straight lines. */
public final class Hatching {
    private static final int MOST_LINES = 5_000_000;

    private Hatching() {}

    /**
     * The parts of parallel lines that lie inside the regions. Lines are anchored at the origin of the plane, so equal
     * settings give lines that lie on top of each other from layer to layer.
     *
     * @param spacingMm distance of neighbouring lines, positive
     * @param angleDeg direction of the lines, counter-clockwise from the x axis
     * @param offsetMm shifts all lines, to the left of their direction
     * @return x1, y1, x2, y2 of each segment; line by line, every second line backwards so that a tool can go to and fro
     * @throws IllegalArgumentException when the spacing is not positive, or so small that there would be millions of lines
     */
    public static double[] lines(List<Region> regions, double spacingMm, double angleDeg, double offsetMm) {
        return lines(regions, spacingMm, angleDeg, offsetMm, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * As above, but only those of the lines whose distance from the plane's origin, to the left of their direction, lies within
     * bounds.
     */
    public static double[] lines(
            List<Region> regions, double spacingMm, double angleDeg, double offsetMm, double fromMm, double toMm) {
        if (!(spacingMm > 0)) {
            throw new IllegalArgumentException("Hatching needs a positive spacing, got %s mm.".formatted(spacingMm));
        }
        double cos = Math.cos(Math.toRadians(angleDeg));
        double sin = Math.sin(Math.toRadians(angleDeg));
        double[] edges = turnedEdges(regions, cos, sin);
        long[] crossings = crossingsByLine(edges, spacingMm, offsetMm, fromMm, toMm);
        return crossings.length == 0 ? new double[0] : segments(edges, crossings, spacingMm, offsetMm, cos, sin);
    }

    /** Edges turned so that the lines run along x; x1, y1, x2, y2 with y1 < y2, level edges left out. */
    private static double[] turnedEdges(List<Region> regions, double cos, double sin) {
        int points = 0;
        for (Region region : regions) {
            points += region.outer().size();
            for (Ring hole : region.holes()) {
                points += hole.size();
            }
        }
        var edges = new double[4 * points];
        int length = 0;
        for (Region region : regions) {
            length = turn(region.outer(), cos, sin, edges, length);
            for (Ring hole : region.holes()) {
                length = turn(hole, cos, sin, edges, length);
            }
        }
        return Arrays.copyOf(edges, length);
    }

    private static int turn(Ring ring, double cos, double sin, double[] edges, int length) {
        int next = length;
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            double x1 = ring.x(j) * cos + ring.y(j) * sin;
            double y1 = ring.y(j) * cos - ring.x(j) * sin;
            double x2 = ring.x(i) * cos + ring.y(i) * sin;
            double y2 = ring.y(i) * cos - ring.x(i) * sin;
            if (y1 != y2) {
                boolean up = y1 < y2;
                edges[next++] = up ? x1 : x2;
                edges[next++] = up ? y1 : y2;
                edges[next++] = up ? x2 : x1;
                edges[next++] = up ? y2 : y1;
            }
        }
        return next;
    }

    /** One entry per crossing of an edge and a line: the line's number in the upper half, the edge in the lower; sorted. */
    private static long[] crossingsByLine(
            double[] edges, double spacingMm, double offsetMm, double fromMm, double toMm) {
        long count = 0;
        for (int edge = 0; edge < edges.length; edge += 4) {
            double lines = lineAtOrAbove(Math.min(edges[edge + 3], toMm), spacingMm, offsetMm)
                    - lineAtOrAbove(Math.max(edges[edge + 1], fromMm), spacingMm, offsetMm);
            count += Math.max(0, (long) lines);
            if (!(lines <= MOST_LINES) || count > 4L * MOST_LINES) {
                throw new IllegalArgumentException(
                        "Hatching at %s mm would need millions of lines; use a wider spacing.".formatted(spacingMm));
            }
        }
        var crossings = new long[(int) count];
        int next = 0;
        for (int edge = 0; edge < edges.length; edge += 4) {
            long first = (long) lineAtOrAbove(Math.max(edges[edge + 1], fromMm), spacingMm, offsetMm);
            long end = (long) lineAtOrAbove(Math.min(edges[edge + 3], toMm), spacingMm, offsetMm);
            for (long line = first; line < end; line++) {
                crossings[next++] = (line << 32) | (edge / 4);
            }
        }
        Arrays.sort(crossings);
        return crossings;
    }

    private static double lineAtOrAbove(double y, double spacingMm, double offsetMm) {
        return Math.ceil((y - offsetMm) / spacingMm);
    }

    private static double[] segments(
            double[] edges, long[] crossings, double spacingMm, double offsetMm, double cos, double sin) {
        var result = new double[2 * crossings.length];
        int length = 0;
        boolean backwards = false;
        for (int from = 0; from < crossings.length; ) {
            long line = crossings[from] >> 32;
            int to = from;
            while (to < crossings.length && crossings[to] >> 32 == line) {
                to++;
            }
            double y = line * spacingMm + offsetMm;
            var x = new double[to - from];
            for (int i = from; i < to; i++) {
                int edge = 4 * (int) crossings[i];
                double share = (y - edges[edge + 1]) / (edges[edge + 3] - edges[edge + 1]);
                x[i - from] = edges[edge] + Math.clamp(share, 0.0, 1.0) * (edges[edge + 2] - edges[edge]);
            }
            Arrays.sort(x);
            int pairs = x.length / 2;
            for (int i = 0; i < pairs; i++) {
                int pair = 2 * (backwards ? pairs - 1 - i : i);
                double x1 = x[backwards ? pair + 1 : pair];
                double x2 = x[backwards ? pair : pair + 1];
                if (x1 != x2) {
                    result[length++] = x1 * cos - y * sin;
                    result[length++] = x1 * sin + y * cos;
                    result[length++] = x2 * cos - y * sin;
                    result[length++] = x2 * sin + y * cos;
                }
            }
            backwards = !backwards;
            from = to;
        }
        return Arrays.copyOf(result, length);
    }
}
