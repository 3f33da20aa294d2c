package org.millwright.nesting.separation;

import java.util.Arrays;

/**
 * Which bodies may lie near a box. The plane is cut into columns and rows, which begin again after so many; each knows
 * the bodies whose boxes reach into it, as bits, 64 bodies to a word. What lies near a box is in one of its columns and
 * one of its rows.
 */
final class Vicinity {
    private static final int SLICES = 128;
    /** So many slices are as wide as the mean of all parts. */
    private static final double FINE = 3;

    /** Keeps the numbers of slices small. */
    private static final double LEAST_SIZE_UM = 100;

    private static final int NOWHERE = Integer.MIN_VALUE;

    final int words;
    private final double perUm;
    private final long[] columns;
    private final long[] rows;
    private final int[] firstColumn;
    private final int[] lastColumn;
    private final int[] firstRow;
    private final int[] lastRow;

    /**
     * Knows no body yet.
     *
     * @param sizeUm about how wide a body is, µm
     */
    Vicinity(int bodies, double sizeUm) {
        words = (bodies + Long.SIZE - 1) / Long.SIZE;
        perUm = FINE / Math.max(sizeUm, LEAST_SIZE_UM);
        columns = new long[SLICES * words];
        rows = new long[SLICES * words];
        firstColumn = new int[bodies];
        lastColumn = new int[bodies];
        firstRow = new int[bodies];
        lastRow = new int[bodies];
        Arrays.fill(firstColumn, NOWHERE);
    }

    /** The number of the slice that holds a coordinate. */
    int slice(double um) {
        return (int) Math.floor(um * perUm);
    }

    /** Puts a body, which may be known already, where its box is. */
    void put(int j, double minX, double minY, double maxX, double maxY) {
        int left = slice(minX);
        int right = Math.min(slice(maxX), left + SLICES - 1);
        int low = slice(minY);
        int high = Math.min(slice(maxY), low + SLICES - 1);
        if (left == firstColumn[j] && right == lastColumn[j] && low == firstRow[j] && high == lastRow[j]) {
            return;
        }
        remove(j);
        firstColumn[j] = left;
        lastColumn[j] = right;
        firstRow[j] = low;
        lastRow[j] = high;
        mark(columns, j, left, right);
        mark(rows, j, low, high);
    }

    /** Forgets a body. */
    void remove(int j) {
        if (firstColumn[j] != NOWHERE) {
            mark(columns, j, firstColumn[j], lastColumn[j]);
            mark(rows, j, firstRow[j], lastRow[j]);
            firstColumn[j] = NOWHERE;
        }
    }

    private void mark(long[] slices, int j, int from, int to) {
        long bit = 1L << j;
        int word = j / Long.SIZE;
        for (int s = from; s <= to; s++) {
            slices[(s & (SLICES - 1)) * words + word] ^= bit;
        }
    }

    /** Bodies of one word that may reach into the slices from the first to the last, ends included. */
    long near(int word, int left, int low, int right, int high) {
        return either(columns, word, left, Math.min(right, left + SLICES - 1))
                & either(rows, word, low, Math.min(high, low + SLICES - 1));
    }

    private long either(long[] slices, int word, int from, int to) {
        long any = 0;
        for (int s = from; s <= to; s++) {
            any |= slices[(s & (SLICES - 1)) * words + word];
        }
        return any;
    }
}
