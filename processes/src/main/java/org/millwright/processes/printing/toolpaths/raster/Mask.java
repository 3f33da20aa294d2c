package org.millwright.processes.printing.toolpaths.raster;

import java.util.Arrays;

/** An area as one bit for each cell of a {@link Grid}. Operations give new masks; only masks of one grid belong together. */
public final class Mask {
    private final Grid grid;
    private final int stride;
    private final long[] bits;

    Mask(Grid grid) {
        this(grid, new long[((grid.columns() + 63) >> 6) * grid.rows()]);
    }

    private Mask(Grid grid, long[] bits) {
        this.grid = grid;
        this.stride = (grid.columns() + 63) >> 6;
        this.bits = bits;
    }

    void fill(int row, int from, int to) {
        for (int column = Math.max(0, from); column < Math.min(grid.columns(), to); column++) {
            bits[row * stride + (column >> 6)] |= 1L << column;
        }
    }

    public Grid grid() {
        return grid;
    }

    /** Whether the cell is in the area; cells beyond the grid are not. */
    public boolean has(int column, int row) {
        return column >= 0
                && row >= 0
                && column < grid.columns()
                && row < grid.rows()
                && (bits[row * stride + (column >> 6)] >>> column & 1) != 0;
    }

    public Mask and(Mask other) {
        long[] result = bits.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] &= other.bits[i];
        }
        return new Mask(grid, result);
    }

    public Mask minus(Mask other) {
        long[] result = bits.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] &= ~other.bits[i];
        }
        return new Mask(grid, result);
    }

    public Mask or(Mask other) {
        long[] result = bits.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] |= other.bits[i];
        }
        return new Mask(grid, result);
    }

    public boolean isEmpty() {
        for (long word : bits) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    public boolean sameAs(Mask other) {
        return Arrays.equals(bits, other.bits);
    }

    public double areaMm2() {
        long count = 0;
        for (long word : bits) {
            count += Long.bitCount(word);
        }
        return count * grid.cellMm() * grid.cellMm();
    }

    /** What squares of two by two cells reach without leaving the area. */
    public Mask opened() {
        Mask across = and(shifted(-1, 0));
        Mask core = across.and(across.shifted(0, -1));
        Mask wide = core.or(core.shifted(1, 0));
        return wide.or(wide.shifted(0, 1));
    }

    /** All cells at most about this far from the area, measured round by an octagon. */
    public Mask grown(double mm) {
        int reach = (int) Math.round(mm / grid.cellMm());
        int square = (int) Math.round(reach * 0.586);
        Mask result = this;
        for (int step = 0; step < square; step++) {
            Mask across = result.or(result.shifted(1, 0)).or(result.shifted(-1, 0));
            result = step % 2 == 0 ? across.or(across.shifted(0, 1)).or(across.shifted(0, -1)) : result.cross();
        }
        for (int step = square; step < reach; step++) {
            result = result.cross();
        }
        return result;
    }

    private Mask cross() {
        return or(shifted(1, 0)).or(shifted(-1, 0)).or(shifted(0, 1)).or(shifted(0, -1));
    }

    /** Moved by one cell at most each way; what leaves the grid is lost. */
    private Mask shifted(int columns, int rows) {
        var result = new long[bits.length];
        for (int row = Math.max(0, rows); row < Math.min(grid.rows(), grid.rows() + rows); row++) {
            int to = row * stride, from = (row - rows) * stride;
            for (int word = 0; word < stride; word++) {
                long moved = bits[from + word];
                if (columns > 0) {
                    moved = moved << 1 | (word > 0 ? bits[from + word - 1] >>> 63 : 0);
                } else if (columns < 0) {
                    moved = moved >>> 1 | (word + 1 < stride ? bits[from + word + 1] << 63 : 0);
                }
                result[to + word] = moved;
            }
        }
        return new Mask(grid, result);
    }

    /** The connected pieces smaller than this. */
    public Mask piecesBelow(double areaMm2) {
        int least = (int) Math.ceil(areaMm2 / (grid.cellMm() * grid.cellMm()));
        var small = new Mask(grid);
        var open = new Mask(grid, bits.clone());
        int[] stack = new int[256];
        for (int word = 0; word < bits.length; word++) {
            while (open.bits[word] != 0) {
                int row = word / stride;
                int column = (word % stride << 6) + Long.numberOfTrailingZeros(open.bits[word]);
                int count = 0, top = 0;
                open.clear(column, row);
                stack[top++] = row * grid.columns() + column;
                while (count < top) {
                    int cell = stack[count++];
                    if (top + 4 > stack.length) {
                        stack = Arrays.copyOf(stack, 2 * stack.length);
                    }
                    int c = cell % grid.columns(), r = cell / grid.columns();
                    top = open.take(c - 1, r, stack, top);
                    top = open.take(c + 1, r, stack, top);
                    top = open.take(c, r - 1, stack, top);
                    top = open.take(c, r + 1, stack, top);
                }
                for (int i = 0; count < least && i < count; i++) {
                    int c = stack[i] % grid.columns();
                    small.bits[stack[i] / grid.columns() * stride + (c >> 6)] |= 1L << c;
                }
            }
        }
        return small;
    }

    private int take(int column, int row, int[] stack, int top) {
        if (!has(column, row)) {
            return top;
        }
        clear(column, row);
        stack[top] = row * grid.columns() + column;
        return top + 1;
    }

    private void clear(int column, int row) {
        bits[row * stride + (column >> 6)] &= ~(1L << column);
    }

    /**
     * Parallel lines over the area, as x, y of both ends of each.
     *
     * @param alongRows along the grid's rows, else across them
     * @param shortenedMm taken off each end
     */
    public double[] lines(boolean alongRows, double spacingMm, double shortenedMm) {
        double cell = grid.cellMm();
        int across = alongRows ? grid.rows() : grid.columns(), along = alongRows ? grid.columns() : grid.rows();
        double shortened = shortenedMm / cell;
        double[] lines = new double[64];
        int used = 0;
        for (double at = spacingMm / 2 / cell; at < across; at += spacingMm / cell) {
            int line = (int) at;
            int from = -1;
            for (int i = 0; i <= along; i++) {
                boolean in = i < along && (alongRows ? has(i, line) : has(line, i));
                if (in && from < 0) {
                    from = i;
                } else if (!in && from >= 0) {
                    double a = from + shortened, b = i - shortened;
                    if (b > a) {
                        lines = used + 4 > lines.length ? Arrays.copyOf(lines, 2 * lines.length) : lines;
                        lines[used++] = alongRows ? grid.x(a, at) : grid.x(at, a);
                        lines[used++] = alongRows ? grid.y(a, at) : grid.y(at, a);
                        lines[used++] = alongRows ? grid.x(b, at) : grid.x(at, b);
                        lines[used++] = alongRows ? grid.y(b, at) : grid.y(at, b);
                    }
                    from = -1;
                }
            }
        }
        return Arrays.copyOf(lines, used);
    }
}
