package org.millwright.geometry.outline.assembly;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the free end nearest to a place. End 2p is the start of piece p, end 2p + 1 its end. Cells are as wide as the
 * tolerance; ends of one cell form a linked list from which used pieces are dropped on the way.
 */
public final class EndIndex {
    private final List<double[]> pieces;
    private final double tolerance;
    private final boolean[] used;
    private final int[] nextInCell;
    private final Map<Cell, Integer> firstInCell = new HashMap<>();

    private record Cell(long x, long y) {}

    public EndIndex(List<double[]> pieces, double tolerance) {
        this.pieces = pieces;
        this.tolerance = tolerance;
        used = new boolean[pieces.size()];
        nextInCell = new int[2 * pieces.size()];
        for (int end = nextInCell.length - 1; end >= 0; end--) {
            Integer before = firstInCell.put(cell(x(end), y(end), 0, 0), end);
            nextInCell[end] = before == null ? -1 : before;
        }
    }

    public boolean used(int piece) {
        return used[piece];
    }

    public void take(int piece) {
        used[piece] = true;
    }

    /** The nearest free end within the tolerance, or -1. */
    public int nearest(double x, double y) {
        int best = -1;
        double bestSquare = tolerance * tolerance;
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                Cell cell = cell(x, y, dx, dy);
                Integer first = firstInCell.get(cell);
                int before = -1;
                for (int end = first == null ? -1 : first; end >= 0; end = nextInCell[end]) {
                    if (used[end >> 1]) {
                        unlink(cell, before, end);
                        continue;
                    }
                    before = end;
                    double square = (x(end) - x) * (x(end) - x) + (y(end) - y) * (y(end) - y);
                    if (square < bestSquare || (square == bestSquare && best < 0)) {
                        bestSquare = square;
                        best = end;
                    }
                    if (bestSquare == 0) {
                        return best;
                    }
                }
            }
        }
        return best;
    }

    /** From where the chain ends to the given end. */
    public double distance(int end, JoinedChain chain) {
        return Math.hypot(x(end) - chain.endX(), y(end) - chain.endY());
    }

    private void unlink(Cell cell, int before, int end) {
        if (before >= 0) {
            nextInCell[before] = nextInCell[end];
        } else if (nextInCell[end] >= 0) {
            firstInCell.put(cell, nextInCell[end]);
        } else {
            firstInCell.remove(cell);
        }
    }

    private Cell cell(double x, double y, int dx, int dy) {
        return new Cell((long) Math.floor(x / tolerance) + dx, (long) Math.floor(y / tolerance) + dy);
    }

    private double x(int end) {
        double[] piece = pieces.get(end >> 1);
        return (end & 1) == 0 ? piece[0] : piece[piece.length - 2];
    }

    private double y(int end) {
        double[] piece = pieces.get(end >> 1);
        return (end & 1) == 0 ? piece[1] : piece[piece.length - 1];
    }
}
