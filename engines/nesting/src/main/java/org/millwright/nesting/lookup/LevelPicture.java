package org.millwright.nesting.lookup;

/**
 * Places on a lattice as bits, no larger than the box around them. A column has one or more words, the lowest row is the
 * lowest bit of the first; the first word of all columns comes first, then the second, and so on.
 */
final class LevelPicture {
    private final int firstColumn;
    private final int firstRow;
    private final int columns;
    private final int words;
    /** How many rows the last word of a column has. */
    private final int lastRows;

    private final long[] bits;

    /**
     * The places of a level or above.
     *
     * @param levels of all places, column by column from the lowest row
     * @param column number on the lattice of the first column
     * @param row number on the lattice of the first row
     * @param rows how many each column has
     * @param least the level, above 0; some place has it
     */
    LevelPicture(int[] levels, int column, int row, int rows, int least) {
        int all = levels.length / rows;
        int left = all;
        int right = -1;
        int low = rows;
        int high = -1;
        for (int at = 0; at < levels.length; at++) {
            if (levels[at] >= least) {
                left = Math.min(left, at / rows);
                right = at / rows;
                low = Math.min(low, at % rows);
                high = Math.max(high, at % rows);
            }
        }
        firstColumn = column + left;
        firstRow = row + low;
        columns = right - left + 1;
        words = (high - low) / Long.SIZE + 1;
        lastRows = high - low + 1 - (words - 1) * Long.SIZE;
        bits = new long[columns * words];
        for (int c = 0; c < columns; c++) {
            for (int r = low; r <= high; r++) {
                if (levels[(left + c) * rows + r] >= least) {
                    bits[(r - low) / Long.SIZE * columns + c] |= 1L << (r - low);
                }
            }
        }
    }

    int columns() {
        return columns;
    }

    int wordCount() {
        return bits.length;
    }

    /** Takes these places out of a picture of the lattice from that column and row on. */
    void strike(long[] free, int freeColumns, int freeWords, int column, int row) {
        int to = Math.max(0, firstColumn - column);
        int from = to + column - firstColumn;
        int count = Math.min(freeColumns - to, columns - from);
        if (count <= 0) {
            return;
        }
        for (int word = 0; word < words; word++) {
            int bit = word * Long.SIZE + firstRow - row;
            int at = bit >> 6;
            int up = bit & (Long.SIZE - 1);
            if (at >= 0 && at < freeWords) {
                strikeUp(free, at * freeColumns + to, word * columns + from, count, up);
            }
            int rows = word == words - 1 ? lastRows : Long.SIZE;
            if (up + rows > Long.SIZE && at + 1 >= 0 && at + 1 < freeWords) {
                strikeDown(free, (at + 1) * freeColumns + to, word * columns + from, count, Long.SIZE - up);
            }
        }
    }

    private void strikeUp(long[] free, int to, int from, int count, int up) {
        long[] picture = bits;
        for (int c = 0; c < count; c++) {
            free[to + c] &= ~(picture[from + c] << up);
        }
    }

    private void strikeDown(long[] free, int to, int from, int count, int down) {
        long[] picture = bits;
        for (int c = 0; c < count; c++) {
            free[to + c] &= ~(picture[from + c] >>> down);
        }
    }
}
