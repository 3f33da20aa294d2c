package org.millwright.geometry.slicing;

import java.util.Arrays;
import java.util.List;
import org.millwright.geometry.Mesh;

/**
 * The segments of one section and how they hang together. A segment runs with the solid on its left, from the mesh edge
 * where its triangle dips below the plane to the one where it rises again; neighbours share the edge, so they are joined
 * by its number and never by comparing coordinates. Used again from layer to layer to spare allocations.
 */
final class SectionSegments {
    private final Mesh mesh;
    private double z;
    private int count;
    private long[] fromEdges = new long[256];
    private long[] toEdges = new long[256];
    private double[] ends = new double[4 * 256];
    private boolean[] used = new boolean[256];
    private int[] nextAtEdge = new int[2 * 256];
    private int[] table = new int[1024];
    private double[] walked = new double[512];
    private int walkedLength;
    private double forward;

    SectionSegments(Mesh mesh) {
        this.mesh = mesh;
    }

    void start(double height) {
        z = height;
        count = 0;
    }

    void add(int triangle) {
        int a = mesh.corner(triangle, 0);
        int b = mesh.corner(triangle, 1);
        int c = mesh.corner(triangle, 2);
        boolean aboveA = mesh.z(a) >= z;
        boolean aboveB = mesh.z(b) >= z;
        boolean aboveC = mesh.z(c) >= z;
        if (aboveA == aboveB && aboveB == aboveC) {
            return;
        }
        if (count == used.length) {
            grow();
        }
        crossing(a, b, aboveA, aboveB);
        crossing(b, c, aboveB, aboveC);
        crossing(c, a, aboveC, aboveA);
        used[count] = false;
        count++;
    }

    /** Hands out closed loops, and chains that end where no triangle goes on. */
    void chains(List<double[]> loops, List<double[]> open) {
        index();
        for (int segment = 0; segment < count; segment++) {
            if (used[segment]) {
                continue;
            }
            used[segment] = true;
            walkedLength = 0;
            forward = 0;
            append(segment, false);
            long start = fromEdges[segment];
            boolean closed = walk(toEdges[segment], start);
            if (!closed) {
                reverseWalked();
                walk(start, -1);
                reverseWalked();
            }
            if (forward < 0) {
                reverseWalked();
            }
            if (closed) {
                loops.add(Arrays.copyOf(walked, walkedLength - 2));
            } else {
                open.add(Arrays.copyOf(walked, walkedLength));
            }
        }
    }

    private boolean walk(long fromEdge, long untilEdge) {
        long edge = fromEdge;
        while (edge != untilEdge) {
            int end = freeEndAt(edge);
            if (end < 0) {
                return false;
            }
            int segment = end >> 1;
            boolean backwards = (end & 1) == 1;
            used[segment] = true;
            append(segment, backwards);
            edge = backwards ? fromEdges[segment] : toEdges[segment];
        }
        return true;
    }

    /** End 2s is where segment s begins, 2s + 1 where it ends; a beginning is taken before an end. */
    private int freeEndAt(long edge) {
        int found = -1;
        for (int end = table[slot(edge)] - 1; end >= 0; end = nextAtEdge[end]) {
            if (!used[end >> 1]) {
                if ((end & 1) == 0) {
                    return end;
                }
                found = end;
            }
        }
        return found;
    }

    private void append(int segment, boolean backwards) {
        if (walkedLength + 4 > walked.length) {
            walked = Arrays.copyOf(walked, 2 * walked.length);
        }
        int at = 4 * segment;
        int first = backwards ? at + 2 : at;
        int last = backwards ? at : at + 2;
        if (walkedLength == 0) {
            walked[walkedLength++] = ends[first];
            walked[walkedLength++] = ends[first + 1];
        }
        walked[walkedLength++] = ends[last];
        walked[walkedLength++] = ends[last + 1];
        double dx = ends[at] - ends[at + 2], dy = ends[at + 1] - ends[at + 3];
        double length = Math.sqrt(dx * dx + dy * dy);
        forward += backwards ? -length : length;
    }

    private void reverseWalked() {
        for (int i = 0, j = walkedLength - 2; i < j; i += 2, j -= 2) {
            double x = walked[i];
            double y = walked[i + 1];
            walked[i] = walked[j];
            walked[i + 1] = walked[j + 1];
            walked[j] = x;
            walked[j + 1] = y;
        }
        forward = -forward;
    }

    private void crossing(int from, int to, boolean aboveFrom, boolean aboveTo) {
        if (aboveFrom == aboveTo) {
            return;
        }
        int low = Math.min(from, to);
        int high = Math.max(from, to);
        // Always measured from the same end, so that both triangles of an edge find the same place to the last bit.
        double share = (z - mesh.z(low)) / (mesh.z(high) - mesh.z(low));
        double x = mesh.x(low) + share * (mesh.x(high) - mesh.x(low));
        double y = mesh.y(low) + share * (mesh.y(high) - mesh.y(low));
        int at = 4 * count + (aboveFrom ? 0 : 2);
        ends[at] = x;
        ends[at + 1] = y;
        (aboveFrom ? fromEdges : toEdges)[count] = ((long) low << 32) | high;
    }

    private void index() {
        int size = Integer.highestOneBit(Math.max(512, 2 * count)) * 2;
        if (table.length < size) {
            table = new int[size];
        } else {
            Arrays.fill(table, 0);
        }
        for (int segment = count - 1; segment >= 0; segment--) {
            link(2 * segment + 1, toEdges[segment]);
            link(2 * segment, fromEdges[segment]);
        }
    }

    private void link(int end, long edge) {
        int slot = slot(edge);
        nextAtEdge[end] = table[slot] - 1;
        table[slot] = end + 1;
    }

    private int slot(long edge) {
        int mask = table.length - 1;
        long mixed = edge * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (table[slot] != 0 && edgeOf(table[slot] - 1) != edge) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private long edgeOf(int end) {
        return (end & 1) == 0 ? fromEdges[end >> 1] : toEdges[end >> 1];
    }

    private void grow() {
        int size = 2 * used.length;
        fromEdges = Arrays.copyOf(fromEdges, size);
        toEdges = Arrays.copyOf(toEdges, size);
        ends = Arrays.copyOf(ends, 4 * size);
        used = Arrays.copyOf(used, size);
        nextAtEdge = new int[2 * size];
    }
}
