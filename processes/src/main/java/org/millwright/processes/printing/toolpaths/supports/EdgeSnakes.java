package org.millwright.processes.printing.toolpaths.supports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.Straight;
import org.millwright.processes.printing.toolpaths.Role;
import org.millwright.processes.printing.toolpaths.ToolPath;

/**
 * Fills areas with parallel lines that are joined along the areas' edges, however far that is: supports may be touched anywhere,
 * and a nozzle that need not lift leaves no strings.
 */
final class EdgeSnakes {
    private final boolean alongX;
    private final double spacingMm;
    private final double offsetMm;

    private final List<Ring> rings = new ArrayList<>();
    /** One for each place where a line crosses an edge, edge by edge in the order of the rings. */
    private int count;

    private int[] ringOf = new int[64];
    private int[] edgeOf = new int[64];
    private long[] lineOf = new long[64];
    /** Position along the line, and along the ring. */
    private double[] alongLine = new double[64];

    private double[] alongRing = new double[64];
    /** The crossing at the other end of the line's piece, and the one joined along the edge; -1 for none. */
    private int[] across = {};

    /** Crossings line by line. */
    private int[] order = {};

    /** The neighbours along the ring. */
    private int[] after = {};

    private int[] before = {};
    private int[] joined = {};
    /** Whether the way to the joined one follows the ring. */
    private boolean[] forwards = {};

    private EdgeSnakes(boolean alongX, double spacingMm, double offsetMm) {
        this.alongX = alongX;
        this.spacingMm = spacingMm;
        this.offsetMm = offsetMm;
    }

    /**
     * Adds the paths that fill the areas.
     *
     * @param alongX whether lines run along x, else along y
     * @param offsetMm y (or else x) of one of the lines
     */
    static void fill(
            List<Region> areas,
            boolean alongX,
            double spacingMm,
            double offsetMm,
            Role role,
            double beadMm2,
            List<ToolPath> paths) {
        var snakes = new EdgeSnakes(alongX, spacingMm, offsetMm);
        for (Region area : areas) {
            snakes.cross(area.outer());
            area.holes().forEach(snakes::cross);
        }
        if (snakes.count > 0) {
            snakes.pair();
            snakes.join();
            snakes.draw(role, beadMm2, paths);
        }
    }

    private double onLine(Ring ring, int point) {
        return alongX ? ring.x(point) : ring.y(point);
    }

    private double acrossLines(Ring ring, int point) {
        return alongX ? ring.y(point) : ring.x(point);
    }

    private void cross(Ring ring) {
        int number = rings.size();
        rings.add(ring);
        double walked = 0;
        for (int from = 0; from < ring.size(); from++) {
            int to = (from + 1) % ring.size();
            double u = onLine(ring, from), v = acrossLines(ring, from);
            double du = onLine(ring, to) - u, dv = acrossLines(ring, to) - v;
            double length = Straight.lengthMm(du, dv);
            // A corner on a line belongs to the edge above it, so that every line enters as often as it leaves.
            long first = (long) Math.ceil((Math.min(v, v + dv) - offsetMm) / spacingMm);
            long end = (long) Math.ceil((Math.max(v, v + dv) - offsetMm) / spacingMm);
            for (long i = 0; i < end - first; i++) {
                long line = dv > 0 ? first + i : end - 1 - i;
                double share = (offsetMm + line * spacingMm - v) / dv;
                add(number, from, line, u + share * du, walked + share * length);
            }
            walked += length;
        }
    }

    private void add(int ring, int edge, long line, double onLine, double onRing) {
        if (count == ringOf.length) {
            ringOf = Arrays.copyOf(ringOf, 2 * count);
            edgeOf = Arrays.copyOf(edgeOf, 2 * count);
            lineOf = Arrays.copyOf(lineOf, 2 * count);
            alongLine = Arrays.copyOf(alongLine, 2 * count);
            alongRing = Arrays.copyOf(alongRing, 2 * count);
        }
        ringOf[count] = ring;
        edgeOf[count] = edge;
        lineOf[count] = line;
        alongLine[count] = onLine;
        alongRing[count++] = onRing;
    }

    /** Finds the other end of each piece of a line. */
    private void pair() {
        long lowest = Long.MAX_VALUE, highest = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            lowest = Math.min(lowest, lineOf[i]);
            highest = Math.max(highest, lineOf[i]);
        }
        var begins = new int[(int) (highest - lowest) + 2];
        for (int i = 0; i < count; i++) {
            begins[(int) (lineOf[i] - lowest) + 1]++;
        }
        for (int line = 1; line < begins.length; line++) {
            begins[line] += begins[line - 1];
        }
        var used = Arrays.copyOf(begins, begins.length);
        order = new int[count];
        for (int i = 0; i < count; i++) {
            int line = (int) (lineOf[i] - lowest);
            int place = used[line]++;
            while (place > begins[line] && alongLine[order[place - 1]] > alongLine[i]) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = i;
        }
        across = new int[count];
        for (int i = 0; i + 1 < count; i += 2) {
            across[order[i]] = order[i + 1];
            across[order[i + 1]] = order[i];
        }
    }

    /** Walks from line to line, each time to the nearer neighbour along the edge whose line is still free. */
    private void join() {
        joined = new int[count];
        forwards = new boolean[count];
        after = new int[count];
        before = new int[count];
        Arrays.fill(joined, -1);
        for (int begin = 0; begin < count; ) {
            int end = begin;
            while (end < count && ringOf[end] == ringOf[begin]) {
                end++;
            }
            for (int i = begin; i < end; i++) {
                after[i] = i + 1 < end ? i + 1 : begin;
                before[after[i]] = i;
            }
            begin = end;
        }
        var taken = new boolean[count];
        for (int first : order) {
            if (!taken[first]) {
                taken[first] = true;
                taken[across[first]] = true;
                walk(across[first], taken);
                walk(first, taken);
            }
        }
    }

    private void walk(int from, boolean[] taken) {
        int end = from;
        while (true) {
            int on = after[end], back = before[end];
            boolean onFree = !taken[on], backFree = !taken[back];
            if (!onFree && !backFree) {
                return;
            }
            boolean forward = onFree && (!backFree || wayMm(end, on) <= wayMm(back, end));
            int to = forward ? on : back;
            joined[end] = to;
            joined[to] = end;
            forwards[forward ? end : to] = true;
            end = across[to];
            taken[to] = true;
            taken[end] = true;
        }
    }

    /** The way along the ring from one crossing to the next. */
    private double wayMm(int from, int to) {
        double way = alongRing[to] - alongRing[from];
        return to > from ? way : way + rings.get(ringOf[from]).lengthMm();
    }

    private void draw(Role role, double beadMm2, List<ToolPath> paths) {
        var drawn = new boolean[count];
        var points = new double[128];
        for (int begin = 0; begin < count; begin++) {
            if (drawn[begin] || joined[begin] >= 0) {
                continue;
            }
            int used = 0;
            for (int at = begin; at >= 0; ) {
                int other = across[at];
                drawn[at] = true;
                drawn[other] = true;
                points = place(points, used, at);
                points = place(points, used + 2, other);
                used += 4;
                int onwards = joined[other];
                if (onwards >= 0) {
                    boolean on = forwards[other];
                    int from = on ? other : onwards, to = on ? onwards : other;
                    Ring ring = rings.get(ringOf[from]);
                    int corners = Math.floorMod(edgeOf[to] - edgeOf[from], ring.size());
                    corners = corners == 0 && alongRing[to] < alongRing[from] ? ring.size() : corners;
                    for (int i = 1; i <= corners; i++) {
                        int corner = (edgeOf[from] + (on ? i : corners + 1 - i)) % ring.size();
                        points = with(points, used, ring.x(corner), ring.y(corner));
                        used += 2;
                    }
                }
                at = onwards;
            }
            paths.add(new ToolPath(role, Arrays.copyOf(points, used), false, beadMm2));
        }
    }

    private double[] place(double[] points, int used, int crossing) {
        double across = offsetMm + lineOf[crossing] * spacingMm;
        return alongX
                ? with(points, used, alongLine[crossing], across)
                : with(points, used, across, alongLine[crossing]);
    }

    private static double[] with(double[] points, int used, double x, double y) {
        double[] room = used + 2 > points.length ? Arrays.copyOf(points, 2 * points.length) : points;
        room[used] = x;
        room[used + 1] = y;
        return room;
    }
}
