package org.millwright.nesting.lookup;

import java.util.function.DoubleBinaryOperator;
import org.millwright.nesting.shape.Figure;

/**
 * How much a figure overlaps another wherever it lies, as bits: for each level of loss one picture of the places, on a
 * lattice around the other figure, where the loss is at that level or above. Levels are half octaves, see {@link #level}.
 */
public final class OverlapPlanes {
    private static final int MANTISSA_BITS_CUT = 22;

    /** Columns and rows of the lattice are numbered from the centre of the other figure; these are the first. */
    public final int firstColumn;

    public final int firstRow;
    /** How many columns there are. */
    public final int columns;
    /** How many words a column has; the first row is the lowest bit of the first word. */
    public final int words;
    /** Level of the first picture, which has a bit wherever the figures overlap. */
    public final int leastLevel;
    /** One picture for each level: the first word of each column, then the second of each, and so on. */
    public final long[][] pictures;

    private OverlapPlanes(int firstColumn, int firstRow, int columns, int rows, int[] levels) {
        this.firstColumn = firstColumn;
        this.firstRow = firstRow;
        this.columns = columns;
        words = (rows + Long.SIZE - 1) / Long.SIZE;
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int level : levels) {
            if (level > 0) {
                least = Math.min(least, level);
                most = Math.max(most, level);
            }
        }
        leastLevel = least;
        pictures = new long[most == 0 ? 0 : most - least + 1][columns * words];
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                for (int k = 0; k <= levels[column * rows + row] - least; k++) {
                    pictures[k][row / Long.SIZE * columns + column] |= 1L << row;
                }
            }
        }
    }

    /** How many words all pictures have. */
    long wordCount() {
        return (long) pictures.length * columns * words;
    }

    /** The level of a positive loss: each two levels up it doubles. */
    public static int level(float loss) {
        return Float.floatToIntBits(loss) >>> MANTISSA_BITS_CUT;
    }

    /**
     * Pictures of both figures around each other.
     *
     * @param pitchUm from one place to the next, µm
     * @param loss of the two, from where the second lies relative to the first
     * @return where the first overlaps the second around which it is moved, and the other way round
     */
    static OverlapPlanes[] ofBoth(Figure a, Figure b, double pitchUm, DoubleBinaryOperator loss) {
        int firstColumn = (int) Math.ceil((b.minX - a.maxX) / pitchUm);
        int firstRow = (int) Math.ceil((b.minY - a.maxY) / pitchUm);
        int columns = (int) Math.floor((b.maxX - a.minX) / pitchUm) - firstColumn + 1;
        int rows = (int) Math.floor((b.maxY - a.minY) / pitchUm) - firstRow + 1;
        int count = columns * rows;
        int[] levels = new int[count];
        int[] reversed = new int[count];
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                float there =
                        (float) loss.applyAsDouble(-(firstColumn + column) * pitchUm, -(firstRow + row) * pitchUm);
                int at = column * rows + row;
                levels[at] = there > 0 ? level(there) : 0;
                reversed[count - 1 - at] = levels[at];
            }
        }
        return new OverlapPlanes[] {
            new OverlapPlanes(firstColumn, firstRow, columns, rows, levels),
            new OverlapPlanes(1 - firstColumn - columns, 1 - firstRow - rows, columns, rows, reversed)
        };
    }

    /**
     * Takes places out of a picture where the loss is at a level or above.
     *
     * @param free picture laid out like those here
     * @param column number on this lattice of the first column of that picture
     * @param row number on this lattice of its first row
     */
    public void strike(long[] free, int freeColumns, int freeWords, int column, int row, int level) {
        int k = Math.max(0, level - leastLevel);
        if (k >= pictures.length) {
            return;
        }
        int to = Math.max(0, firstColumn - column);
        int from = to + column - firstColumn;
        int count = Math.min(freeColumns - to, columns - from);
        for (int word = 0; word < words; word++) {
            int bit = word * Long.SIZE + firstRow - row;
            int at = bit >> 6;
            int up = bit & (Long.SIZE - 1);
            if (at >= 0 && at < freeWords) {
                strikeUp(free, at * freeColumns + to, pictures[k], word * columns + from, count, up);
            }
            if (up > 0 && at + 1 >= 0 && at + 1 < freeWords) {
                strikeDown(
                        free, (at + 1) * freeColumns + to, pictures[k], word * columns + from, count, Long.SIZE - up);
            }
        }
    }

    private static void strikeUp(long[] free, int to, long[] picture, int from, int count, int up) {
        for (int c = 0; c < count; c++) {
            free[to + c] &= ~(picture[from + c] << up);
        }
    }

    private static void strikeDown(long[] free, int to, long[] picture, int from, int count, int down) {
        for (int c = 0; c < count; c++) {
            free[to + c] &= ~(picture[from + c] >>> down);
        }
    }
}
