package org.millwright.processes.cutting;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Ring;

/**
 * Chooses where each contour begins. The beam pierces in the waste and runs in on a straight line that meets the contour in
 * the middle of an edge at 45°; the line is accepted only when it touches no contour at all, so it cannot scar this part, a
 * neighbour on the sheet, or a part inside the waste. When no edge has room the run-in is halved, at last dropped.
 */
final class LeadIns {
    private static final double SHORTEST_MM = 0.3;

    private final List<Contour> contours;
    private final double leadMm;
    private final double[] boxes;
    private final double widthMm;
    private final double depthMm;

    LeadIns(List<Contour> contours, double leadMm, double widthMm, double depthMm) {
        this.contours = contours;
        this.leadMm = leadMm;
        this.widthMm = widthMm;
        this.depthMm = depthMm;
        this.boxes = new double[4 * contours.size()];
        for (int c = 0; c < contours.size(); c++) {
            Ring ring = contours.get(c).ring();
            double minX = ring.x(0), maxX = minX, minY = ring.y(0), maxY = minY;
            for (int i = 1; i < ring.size(); i++) {
                minX = Math.min(minX, ring.x(i));
                maxX = Math.max(maxX, ring.x(i));
                minY = Math.min(minY, ring.y(i));
                maxY = Math.max(maxY, ring.y(i));
            }
            boxes[4 * c] = minX;
            boxes[4 * c + 1] = minY;
            boxes[4 * c + 2] = maxX;
            boxes[4 * c + 3] = maxY;
        }
    }

    /** The contour begun as near to (x, y) as a lead-in allows. */
    Cut near(Contour contour, double x, double y) {
        Ring ring = contour.ring();
        int[] edges = edgesByDistance(ring, x, y);
        for (double length = leadMm; length >= SHORTEST_MM; length /= 2) {
            for (int edge : edges) {
                Cut cut = lead(contour, edge, length);
                if (cut != null) {
                    return cut;
                }
            }
        }
        double[] path = pathFrom(ring, edges[0]);
        return new Cut(contour, path, path[0], path[1]);
    }

    private static int[] edgesByDistance(Ring ring, double x, double y) {
        // Many flat edges describe one curve; a few dozen candidates are choice enough.
        int step = Math.max(1, ring.size() / 48);
        return IntStream.iterate(0, i -> i < ring.size(), i -> i + step)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> {
                    int next = (i + 1) % ring.size();
                    return Math.hypot((ring.x(i) + ring.x(next)) / 2 - x, (ring.y(i) + ring.y(next)) / 2 - y);
                }))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private @Nullable Cut lead(Contour contour, int edge, double length) {
        double[] path = pathFrom(contour.ring(), edge);
        double dx = path[2] - path[0];
        double dy = path[3] - path[1];
        double norm = Math.hypot(dx, dy);
        double cos = Math.sqrt(0.5);
        // The waste is to the right: go back along the edge and to the right in equal parts.
        double leadX = path[0] + length * cos * (dy - dx) / norm;
        double leadY = path[1] + length * cos * (-dx - dy) / norm;
        boolean onSheet = leadX >= 0 && leadY >= 0 && leadX <= widthMm && leadY <= depthMm;
        // The last bit before the contour is left out of the test: it touches its own edge by intent.
        double nearX = path[0] + (leadX - path[0]) * 1e-3;
        double nearY = path[1] + (leadY - path[1]) * 1e-3;
        return onSheet && free(leadX, leadY, nearX, nearY) ? new Cut(contour, path, leadX, leadY) : null;
    }

    private boolean free(double ax, double ay, double bx, double by) {
        for (int c = 0; c < contours.size(); c++) {
            boolean apart = Math.max(ax, bx) < boxes[4 * c]
                    || Math.max(ay, by) < boxes[4 * c + 1]
                    || Math.min(ax, bx) > boxes[4 * c + 2]
                    || Math.min(ay, by) > boxes[4 * c + 3];
            if (!apart && contours.get(c).crosses(ax, ay, bx, by)) {
                return false;
            }
        }
        return true;
    }

    /** The ring from the middle of an edge around to the same point. */
    private static double[] pathFrom(Ring ring, int edge) {
        int count = ring.size();
        var path = new double[2 * (count + 2)];
        int next = (edge + 1) % count;
        path[0] = (ring.x(edge) + ring.x(next)) / 2;
        path[1] = (ring.y(edge) + ring.y(next)) / 2;
        for (int i = 0; i < count; i++) {
            int corner = (edge + 1 + i) % count;
            path[2 + 2 * i] = ring.x(corner);
            path[3 + 2 * i] = ring.y(corner);
        }
        path[2 * count + 2] = path[0];
        path[2 * count + 3] = path[1];
        return path;
    }
}
