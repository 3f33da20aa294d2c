package org.millwright.processes.printing.toolpaths;

import java.util.Arrays;
import java.util.List;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.Straight;

/**
 * The line along the middle of a narrow strip, to be drawn in one go where two walls find no room. A strip without a hole
 * runs between its two points farthest apart: its sides are walked in step and averaged. A strip around a hole is averaged
 * with the hole's nearest points.
 */
final class CentreLine {
    private static final int STEPS = 24;

    private CentreLine() {}

    /**
     * Draws the strip with as much plastic as it holds, but nowhere with a line narrower than can be drawn.
     *
     * @param walls what the strip may end at
     * @param narrowestMm the narrowest line that can be drawn
     */
    static ToolPath of(Region strip, List<Region> walls, Role role, double narrowestMm, Bead bead) {
        double widthMm = widthMm(strip);
        if (!strip.holes().isEmpty()) {
            double[] line = between(strip.outer(), strip.holes().getFirst());
            return new ToolPath(role, line, true, Math.max(widthMm, narrowestMm) * bead.heightMm());
        }
        return along(strip, walls, widthMm, role, narrowestMm, bead);
    }

    /** Mean width of a strip: that of the rectangle of its area and boundary. */
    static double widthMm(Region strip) {
        double half = strip.boundaryMm() / 2;
        if (!strip.holes().isEmpty()) {
            return strip.areaMm2() / half;
        }
        return (half - Math.sqrt(Math.max(0, half * half - 4 * strip.areaMm2()))) / 2;
    }

    private static double[] between(Ring outer, Ring hole) {
        var line = new double[2 * outer.size()];
        for (int i = 0; i < outer.size(); i++) {
            double x = outer.x(i), y = outer.y(i);
            double bestX = x, bestY = y, nearest = Double.POSITIVE_INFINITY;
            for (int a = 0, b = hole.size() - 1; a < hole.size(); b = a++) {
                double dx = hole.x(a) - hole.x(b), dy = hole.y(a) - hole.y(b);
                double square = dx * dx + dy * dy;
                double t = square == 0 ? 0 : Math.clamp(((x - hole.x(b)) * dx + (y - hole.y(b)) * dy) / square, 0, 1);
                double px = hole.x(b) + t * dx, py = hole.y(b) + t * dy;
                double distance = Straight.lengthMm(px - x, py - y);
                if (distance < nearest) {
                    nearest = distance;
                    bestX = px;
                    bestY = py;
                }
            }
            line[2 * i] = (x + bestX) / 2;
            line[2 * i + 1] = (y + bestY) / 2;
        }
        return line;
    }

    /** The middle runs to half a width from either end, but all the way to walls. */
    private static ToolPath along(
            Region strip, List<Region> walls, double widthMm, Role role, double narrowestMm, Bead bead) {
        Ring ring = strip.outer();
        int count = ring.size();
        int step = Math.max(1, count / 150);
        int head = 0, tail = 0;
        double farthest = -1;
        for (int i = 0; i < count; i += step) {
            for (int j = i + 1; j < count; j += step) {
                double distance = Straight.lengthMm(ring.x(i) - ring.x(j), ring.y(i) - ring.y(j));
                if (distance > farthest) {
                    farthest = distance;
                    head = i;
                    tail = j;
                }
            }
        }
        double[] left = walk(ring, head, tail, 1);
        double[] right = walk(ring, head, tail, -1);
        var line = new double[left.length];
        for (int i = 0; i < line.length; i++) {
            line[i] = (left[i] + right[i]) / 2;
        }
        double length = new ToolPath(role, line, false, 0).lengthMm();
        double scale = strip.areaMm2() / Math.max(1e-9, across(left, right, line, 0));
        double least = narrowestMm / scale;
        double plasticMm2 = scale * across(left, right, line, least);
        double endMm = Math.min(widthMm / 2, 0.45 * length);
        int last = line.length - 2;
        double reach = widthMm + bead.spacingMm();
        double from = near(walls, line[0], line[1], reach) ? 0 : endMm;
        double to = near(walls, line[last], line[last + 1], reach) ? length : length - endMm;
        double[] drawn = trimmed(line, from, to);
        return new ToolPath(role, drawn, false, plasticMm2 / Math.max(length, 1e-3) * bead.heightMm());
    }

    private static boolean near(List<Region> regions, double x, double y, double reachMm) {
        for (Region region : regions) {
            if (near(region.outer(), x, y, reachMm)) {
                return true;
            }
            for (Ring hole : region.holes()) {
                if (near(hole, x, y, reachMm)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean near(Ring ring, double x, double y, double reachMm) {
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            double dx = ring.x(i) - ring.x(j), dy = ring.y(i) - ring.y(j);
            double square = dx * dx + dy * dy;
            double t = square == 0 ? 0 : Math.clamp(((x - ring.x(j)) * dx + (y - ring.y(j)) * dy) / square, 0, 1);
            double ox = ring.x(j) + t * dx - x, oy = ring.y(j) + t * dy - y;
            if (ox * ox + oy * oy < reachMm * reachMm) {
                return true;
            }
        }
        return false;
    }

    /** Sums width times length along the line, narrower places counted as {@code leastMm}. */
    private static double across(double[] left, double[] right, double[] line, double leastMm) {
        double sum = 0;
        for (int i = 0; i + 3 < line.length; i += 2) {
            double dx = line[i + 2] - line[i], dy = line[i + 3] - line[i + 1];
            double width = Straight.lengthMm(
                    (left[i] + left[i + 2] - right[i] - right[i + 2]) / 2,
                    (left[i + 1] + left[i + 3] - right[i + 1] - right[i + 3]) / 2);
            sum += Math.max(width, leastMm) * Math.sqrt(dx * dx + dy * dy);
        }
        return sum;
    }

    /** The part of a line between two distances from its beginning. */
    private static double[] trimmed(double[] line, double fromMm, double toMm) {
        var points = new double[line.length + 4];
        int used = 0;
        double walked = 0;
        for (int i = 0; i + 3 < line.length; i += 2) {
            double dx = line[i + 2] - line[i], dy = line[i + 3] - line[i + 1];
            double length = Math.sqrt(dx * dx + dy * dy);
            double a = Math.max(0, fromMm - walked), b = Math.min(length, toMm - walked);
            if (length > 0 && a < b) {
                if (used == 0) {
                    points[used++] = line[i] + a / length * dx;
                    points[used++] = line[i + 1] + a / length * dy;
                }
                points[used++] = line[i] + b / length * dx;
                points[used++] = line[i + 1] + b / length * dy;
            }
            walked += length;
        }
        return Arrays.copyOf(points, used);
    }

    /** Points at equal distances along the ring from {@code head} to {@code tail}. */
    private static double[] walk(Ring ring, int head, int tail, int direction) {
        int count = ring.size();
        double whole = 0;
        for (int i = head; i != tail; i = Math.floorMod(i + direction, count)) {
            int next = Math.floorMod(i + direction, count);
            whole += Straight.lengthMm(ring.x(next) - ring.x(i), ring.y(next) - ring.y(i));
        }
        var points = new double[2 * (STEPS + 1)];
        int at = head;
        double walked = 0;
        for (int step = 0; step <= STEPS; step++) {
            double wanted = whole * step / STEPS;
            int next = Math.floorMod(at + direction, count);
            double edge = Straight.lengthMm(ring.x(next) - ring.x(at), ring.y(next) - ring.y(at));
            while (walked + edge < wanted && next != tail) {
                walked += edge;
                at = next;
                next = Math.floorMod(at + direction, count);
                edge = Straight.lengthMm(ring.x(next) - ring.x(at), ring.y(next) - ring.y(at));
            }
            double t = edge == 0 ? 0 : Math.clamp((wanted - walked) / edge, 0, 1);
            points[2 * step] = ring.x(at) + t * (ring.x(next) - ring.x(at));
            points[2 * step + 1] = ring.y(at) + t * (ring.y(next) - ring.y(at));
        }
        return points;
    }
}
