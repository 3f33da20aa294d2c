package org.millwright.nesting.lookup;

import java.util.function.DoubleBinaryOperator;
import org.millwright.nesting.shape.Figure;

/**
 * How much a figure overlaps another wherever it lies, as bits: for each level of loss one picture of the places, on a
 * lattice around the other figure, where the loss is at that level or above. Levels are half octaves, see {@link #level}.
 */
public final class OverlapPlanes {
    private static final int MANTISSA_BITS_CUT = 22;

    /** Level of the first picture, which has a bit wherever the figures overlap. */
    private final int leastLevel;

    private final LevelPicture[] pictures;

    private OverlapPlanes(int firstColumn, int firstRow, int rows, int[] levels) {
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int level : levels) {
            if (level > 0) {
                least = Math.min(least, level);
                most = Math.max(most, level);
            }
        }
        leastLevel = least;
        pictures = new LevelPicture[most == 0 ? 0 : most - least + 1];
        for (int k = 0; k < pictures.length; k++) {
            pictures[k] = new LevelPicture(levels, firstColumn, firstRow, rows, least + k);
        }
    }

    /** How many words all pictures have. */
    long wordCount() {
        long count = 0;
        for (LevelPicture picture : pictures) {
            count += picture.wordCount();
        }
        return count;
    }

    /** How many columns the places have where the figures overlap. */
    int columns() {
        return pictures.length == 0 ? 0 : pictures[0].columns();
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
            new OverlapPlanes(firstColumn, firstRow, rows, levels),
            new OverlapPlanes(1 - firstColumn - columns, 1 - firstRow - rows, rows, reversed)
        };
    }

    /**
     * Pictures of a figure around something that does not move.
     *
     * @param places of the figure relative to it, beyond which nothing is drawn
     * @param loss of the two, from where the figure lies
     */
    static OverlapPlanes within(NoFitMap.Range places, double pitchUm, DoubleBinaryOperator loss) {
        int firstColumn = (int) Math.ceil(places.minX() / pitchUm);
        int firstRow = (int) Math.ceil(places.minY() / pitchUm);
        int columns = Math.max(0, (int) Math.floor(places.maxX() / pitchUm) - firstColumn + 1);
        int rows = Math.max(0, (int) Math.floor(places.maxY() / pitchUm) - firstRow + 1);
        int[] levels = new int[columns * rows];
        for (int at = 0; at < levels.length; at++) {
            float there =
                    (float) loss.applyAsDouble((firstColumn + at / rows) * pitchUm, (firstRow + at % rows) * pitchUm);
            levels[at] = there > 0 ? level(there) : 0;
        }
        return new OverlapPlanes(firstColumn, firstRow, rows, levels);
    }

    /**
     * Takes places out of a picture where the loss is at a level or above.
     *
     * @param free for each column, one after the other, the lowest rows as a word, then the next for all columns, and so on
     * @param column number on this lattice of the first column of that picture
     * @param row number on this lattice of its first row
     */
    public void strike(long[] free, int freeColumns, int freeWords, int column, int row, int level) {
        int k = Math.max(0, level - leastLevel);
        if (k < pictures.length) {
            pictures[k].strike(free, freeColumns, freeWords, column, row);
        }
    }
}
