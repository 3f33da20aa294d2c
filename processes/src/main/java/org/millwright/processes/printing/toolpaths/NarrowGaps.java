package org.millwright.processes.printing.toolpaths;

import java.util.Arrays;
import java.util.List;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;

/** Looks for gaps in an outline: two edges with nothing between them that run against each other side by side. */
final class NarrowGaps {
    /** Edges whose directions differ by less than this (cosine) run side by side. */
    private static final double OPPOSITE = -0.7;

    private final double gapMm;
    private final double cellMm;
    private final double[] edges;
    private final int[] heads;
    private final int[] next;
    private final int[] edgeOf;
    private int entries;

    private NarrowGaps(double[] edges, double gapMm) {
        this.edges = edges;
        this.gapMm = gapMm;
        double length = 0;
        for (int i = 0; i < edges.length; i += 4) {
            length += Math.abs(edges[i + 2] - edges[i]) + Math.abs(edges[i + 3] - edges[i + 1]);
        }
        int count = edges.length / 4;
        cellMm = Math.max(4 * gapMm, length / Math.max(1, count));
        int most = 0;
        for (int i = 0; i < edges.length; i += 4) {
            most += cells(edges[i], edges[i + 2]) * cells(edges[i + 1], edges[i + 3]);
        }
        next = new int[most];
        edgeOf = new int[most];
        heads = new int[Integer.highestOneBit(Math.max(16, count)) * 4];
        Arrays.fill(heads, -1);
    }

    /** Whether there may be a gap narrower than this between the regions or in one of them. */
    static boolean any(List<Region> regions, double gapMm) {
        int count = 0;
        for (Region region : regions) {
            count += region.outer().size();
            for (Ring hole : region.holes()) {
                count += hole.size();
            }
        }
        var edges = new double[4 * count];
        int at = 0;
        for (Region region : regions) {
            at = add(region.outer(), edges, at);
            for (Ring hole : region.holes()) {
                at = add(hole, edges, at);
            }
        }
        return new NarrowGaps(edges, gapMm).find();
    }

    private static int add(Ring ring, double[] edges, int from) {
        int at = from;
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            edges[at++] = ring.x(j);
            edges[at++] = ring.y(j);
            edges[at++] = ring.x(i);
            edges[at++] = ring.y(i);
        }
        return at;
    }

    private int cells(double a, double b) {
        return cell(Math.max(a, b) + gapMm) - cell(Math.min(a, b) - gapMm) + 1;
    }

    private int cell(double mm) {
        return (int) Math.floor(mm / cellMm);
    }

    private boolean find() {
        for (int edge = 0; edge < edges.length; edge += 4) {
            int lastColumn = cell(Math.max(edges[edge], edges[edge + 2]) + gapMm);
            int lastRow = cell(Math.max(edges[edge + 1], edges[edge + 3]) + gapMm);
            for (int column = cell(Math.min(edges[edge], edges[edge + 2]) - gapMm); column <= lastColumn; column++) {
                for (int row = cell(Math.min(edges[edge + 1], edges[edge + 3]) - gapMm); row <= lastRow; row++) {
                    int slot = (((column * 0x9E3779B1) ^ (row * 0x85EBCA77)) >>> 7) & (heads.length - 1);
                    for (int entry = heads[slot]; entry >= 0; entry = next[entry]) {
                        if (gap(edge, edgeOf[entry])) {
                            return true;
                        }
                    }
                    edgeOf[entries] = edge;
                    next[entries] = heads[slot];
                    heads[slot] = entries++;
                }
            }
        }
        return false;
    }

    /** Outlines have their inside on the left, so a gap lies to the right of both of its edges. */
    private boolean gap(int a, int b) {
        double ax = edges[a + 2] - edges[a], ay = edges[a + 3] - edges[a + 1];
        double bx = edges[b + 2] - edges[b], by = edges[b + 3] - edges[b + 1];
        double squareA = ax * ax + ay * ay, squareB = bx * bx + by * by;
        if (ax * bx + ay * by > OPPOSITE * Math.sqrt(squareA * squareB)) {
            return false;
        }
        double mx = (edges[b] + edges[b + 2]) / 2 - edges[a], my = (edges[b + 1] + edges[b + 3]) / 2 - edges[a + 1];
        double nx = (edges[a] + edges[a + 2]) / 2 - edges[b], ny = (edges[a + 1] + edges[a + 3]) / 2 - edges[b + 1];
        return beside(ax, ay, squareA, mx, my) || beside(bx, by, squareB, nx, ny);
    }

    private boolean beside(double dx, double dy, double square, double px, double py) {
        double along = px * dx + py * dy;
        double right = (px * dy - py * dx) / Math.sqrt(square);
        return along > 0 && along < square && right > 0 && right < gapMm;
    }
}
