package org.millwright.scheduling.makespan.tabu;

import java.util.Arrays;

/**
 * Until which iteration a pair is forbidden, in a hash table of fixed size. Two pairs may share a slot, which now and
 * then forbids a move too many and costs nothing else.
 */
public final class TabuMemory {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final int[] until;
    private final int shift;

    public TabuMemory(int operationCount) {
        int bits = Math.clamp(2L * (32 - Integer.numberOfLeadingZeros(operationCount)) + 1, 12, 20);
        until = new int[1 << bits];
        shift = 64 - bits;
    }

    public void clear() {
        Arrays.fill(until, 0);
    }

    public void forbid(int a, int b, int lastIteration) {
        until[slot(a, b)] = lastIteration;
    }

    public boolean isForbidden(int a, int b, int iteration) {
        return until[slot(a, b)] >= iteration;
    }

    private int slot(int a, int b) {
        return (int) ((((long) a << 32 | b) * MIX) >>> shift);
    }
}
