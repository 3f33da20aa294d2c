package org.millwright.processes.printing.toolpaths.raster;

/**
 * Grows areas of bits by an octagon. An octagon is a sum of segments along rows, columns and both diagonals, and a segment is
 * a sum of a few steps of growing width, so a dozen passes over the words do whatever the reach. All bits are one long
 * string; rows are set apart by empty words, so that nothing runs over from one row into the next.
 */
final class Spread {
    private final int reach;
    private final int stride;
    private final int firstRow;
    private final int paddedStride;
    private final int margin;
    private final int lastWord;
    private long[] bits;
    private long[] other;

    /**
     * Prepares the words of rows {@code firstRow} to {@code lastRow}, everything outside empty.
     *
     * @param reach how many cells the octagon reaches along rows and columns
     */
    Spread(long[] source, int stride, int firstRow, int lastRow, int reach) {
        this(source, stride, firstRow, lastRow, reach, reach + 1);
    }

    /** As above, with empty rows above and below for longer steps at a time, as a square takes them. */
    static Spread ofSquare(long[] source, int stride, int firstRow, int lastRow, int reach) {
        return new Spread(source, stride, firstRow, lastRow, reach, 2 * reach + 1);
    }

    private Spread(long[] source, int stride, int firstRow, int lastRow, int reach, int marginRows) {
        this.reach = reach;
        this.stride = stride;
        this.firstRow = firstRow;
        paddedStride = stride + 1 + reach / 32;
        margin = marginRows * paddedStride + 2;
        int rows = lastRow - firstRow + 1;
        lastWord = margin + rows * paddedStride + reach * paddedStride;
        bits = new long[lastWord + margin];
        other = new long[bits.length];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(source, (firstRow + row) * stride, bits, margin + row * paddedStride, stride);
        }
    }

    /** Sets all cells beside the prepared rows' columns, from {@code columns} on, and {@code reach} rows above and below. */
    Spread inAir(int columns, int rows) {
        int width = paddedStride * 64;
        for (int row = -reach; row < rows + reach; row++) {
            boolean whole = row < 0 || row >= rows;
            int at = margin + row * paddedStride;
            for (int word = (whole ? 0 : columns) >> 6; word < width >> 6; word++) {
                int covered = whole ? 0 : Math.max(0, columns - (word << 6));
                bits[at + word] |= covered >= 64 ? 0 : -1L << covered;
            }
        }
        return this;
    }

    /** Grows by an octagon of which {@code squares} of the reach are a square and the rest a diamond. */
    void grow(int squares) {
        segment(1, squares);
        segment(paddedStride * 64, squares);
        int diamond = reach - squares;
        int crosses = diamond == 0 ? 0 : diamond % 2 == 0 ? 2 : 1;
        for (int cross = 0; cross < crosses; cross++) {
            cross();
        }
        segment(paddedStride * 64 + 1, (diamond - crosses) / 2);
        segment(paddedStride * 64 - 1, (diamond - crosses) / 2);
    }

    /** Copies what came of the rows that the target has. */
    void copyTo(long[] target, int rows) {
        int last = (lastWord - margin) / paddedStride;
        for (int row = -reach; row < last; row++) {
            int to = firstRow + row;
            if (to >= 0 && to < rows) {
                System.arraycopy(bits, margin + row * paddedStride, target, to * stride, stride);
            }
        }
    }

    private void segment(int direction, int length) {
        int done = 0;
        while (done < length) {
            int step = Math.min(2 * done + 1, length - done);
            shift(step * direction);
            done += step;
        }
    }

    /** Adds the bits moved by so many places both ways. */
    private void shift(int places) {
        int words = places >> 6;
        int rest = places & 63;
        int from = words + 1;
        int to = bits.length - words - 1;
        if (rest == 0) {
            for (int i = from; i < to; i++) {
                other[i] = bits[i] | bits[i - words] | bits[i + words];
            }
        } else {
            for (int i = from; i < to; i++) {
                other[i] = bits[i]
                        | bits[i - words] << rest
                        | bits[i - words - 1] >>> (64 - rest)
                        | bits[i + words] >>> rest
                        | bits[i + words + 1] << (64 - rest);
            }
        }
        swap();
    }

    private void cross() {
        for (int i = paddedStride; i < bits.length - paddedStride; i++) {
            other[i] = bits[i]
                    | bits[i] << 1
                    | bits[i - 1] >>> 63
                    | bits[i] >>> 1
                    | bits[i + 1] << 63
                    | bits[i - paddedStride]
                    | bits[i + paddedStride];
        }
        swap();
    }

    private void swap() {
        long[] grown = other;
        other = bits;
        bits = grown;
    }
}
