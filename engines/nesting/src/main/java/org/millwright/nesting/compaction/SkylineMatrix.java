package org.millwright.nesting.compaction;

import java.util.Arrays;

/**
 * A symmetric positive definite matrix of which each row is stored from its first entry that may differ from 0 to the
 * diagonal; its Cholesky factor fills exactly that.
 */
final class SkylineMatrix {
    /** Where so small a part of the diagonal is left, rounding left it. */
    private static final double ROUNDING = 1e-13;

    /** Stands for such a pivot: its variable stays where it is. */
    private static final double UNMOVED = 1e100;

    private int size;
    private int[] first = new int[0];
    /** Where row i would have its column 0. */
    private int[] base = new int[0];

    private double[] entries = new double[0];
    private int length;

    /** Makes room for all products of entries of one row; columns below 0 are not there. */
    void shape(int size, int[] columns, int width, int rows) {
        this.size = size;
        if (first.length < size) {
            first = new int[size];
            base = new int[size];
        }
        for (int i = 0; i < size; i++) {
            first[i] = i;
        }
        for (int r = 0; r < rows; r++) {
            int least = Integer.MAX_VALUE;
            for (int k = width * r; k < width * r + width && columns[k] >= 0; k++) {
                least = Math.min(least, columns[k]);
            }
            for (int k = width * r; k < width * r + width && columns[k] >= 0; k++) {
                first[columns[k]] = Math.min(first[columns[k]], least);
            }
        }
        length = 0;
        for (int i = 0; i < size; i++) {
            base[i] = length - first[i];
            length += i - first[i] + 1;
        }
        if (entries.length < length) {
            entries = new double[length];
        }
    }

    void clear() {
        Arrays.fill(entries, 0, length, 0);
    }

    /** Adds the product of a row with itself, times a weight. */
    void addOuter(int[] columns, double[] coefficients, int from, int width, double weight) {
        for (int k = from; k < from + width && columns[k] >= 0; k++) {
            double scaled = weight * coefficients[k];
            for (int m = from; m < from + width && columns[m] >= 0; m++) {
                if (columns[m] <= columns[k]) {
                    entries[base[columns[k]] + columns[m]] += scaled * coefficients[m];
                }
            }
        }
    }

    /** Replaces the matrix by its lower Cholesky factor, which leaves out what depends on others; false when it has run out of range. */
    boolean factor() {
        for (int i = 0; i < size; i++) {
            int rowI = base[i];
            double given = entries[rowI + i];
            double diagonal = given;
            for (int j = first[i]; j < i; j++) {
                int rowJ = base[j];
                double sum = entries[rowI + j];
                for (int k = Math.max(first[i], first[j]); k < j; k++) {
                    sum -= entries[rowI + k] * entries[rowJ + k];
                }
                double value = sum / entries[rowJ + j];
                entries[rowI + j] = value;
                diagonal -= value * value;
            }
            if (!(given < UNMOVED)) {
                return false;
            }
            entries[rowI + i] = Math.sqrt(diagonal > ROUNDING * given ? diagonal : UNMOVED);
        }
        return true;
    }

    /** Solves with the factor, in place. */
    void solve(double[] right) {
        for (int i = 0; i < size; i++) {
            double sum = right[i];
            for (int k = first[i]; k < i; k++) {
                sum -= entries[base[i] + k] * right[k];
            }
            right[i] = sum / entries[base[i] + i];
        }
        for (int i = size - 1; i >= 0; i--) {
            double value = right[i] / entries[base[i] + i];
            right[i] = value;
            for (int k = first[i]; k < i; k++) {
                right[k] -= entries[base[i] + k] * value;
            }
        }
    }
}
