package org.millwright.processes.printing.toolpaths;

import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;

/**
 * The line along the middle of a narrow strip, to be drawn in one go where two walls find no room. A strip without a hole
 * runs between its two points farthest apart: its sides are walked in step and averaged. A strip around a hole is averaged
 * with the hole's nearest points.
 */
final class CentreLine {
    private static final int STEPS = 24;

    private CentreLine() {}

    /** Draws the strip with exactly as much plastic as it holds. */
    static ToolPath of(Region strip, Role role, double heightMm) {
        boolean around = !strip.holes().isEmpty();
        double[] line = around ? between(strip.outer(), strip.holes().getFirst()) : along(strip.outer());
        double length = new ToolPath(role, line, around, 0).lengthMm();
        return new ToolPath(role, line, around, strip.areaMm2() * heightMm / Math.max(length, 1e-3));
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
                double distance = Math.hypot(px - x, py - y);
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

    private static double[] along(Ring ring) {
        int count = ring.size();
        int step = Math.max(1, count / 150);
        int head = 0, tail = 0;
        double farthest = -1;
        for (int i = 0; i < count; i += step) {
            for (int j = i + 1; j < count; j += step) {
                double distance = Math.hypot(ring.x(i) - ring.x(j), ring.y(i) - ring.y(j));
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
        return line;
    }

    /** Points at equal distances along the ring from {@code head} to {@code tail}. */
    private static double[] walk(Ring ring, int head, int tail, int direction) {
        int count = ring.size();
        double whole = 0;
        for (int i = head; i != tail; i = Math.floorMod(i + direction, count)) {
            int next = Math.floorMod(i + direction, count);
            whole += Math.hypot(ring.x(next) - ring.x(i), ring.y(next) - ring.y(i));
        }
        var points = new double[2 * (STEPS + 1)];
        int at = head;
        double walked = 0;
        for (int step = 0; step <= STEPS; step++) {
            double wanted = whole * step / STEPS;
            int next = Math.floorMod(at + direction, count);
            double edge = Math.hypot(ring.x(next) - ring.x(at), ring.y(next) - ring.y(at));
            while (walked + edge < wanted && next != tail) {
                walked += edge;
                at = next;
                next = Math.floorMod(at + direction, count);
                edge = Math.hypot(ring.x(next) - ring.x(at), ring.y(next) - ring.y(at));
            }
            double t = edge == 0 ? 0 : Math.clamp((wanted - walked) / edge, 0, 1);
            points[2 * step] = ring.x(at) + t * (ring.x(next) - ring.x(at));
            points[2 * step + 1] = ring.y(at) + t * (ring.y(next) - ring.y(at));
        }
        return points;
    }
}
