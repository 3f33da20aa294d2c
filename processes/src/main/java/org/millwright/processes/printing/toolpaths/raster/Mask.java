package org.millwright.processes.printing.toolpaths.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.millwright.geometry.Region;

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

    /** An area to be filled cell by cell. */
    public static Mask empty(Grid grid) {
        return new Mask(grid);
    }

    /** Adds a cell; only while the area is being made and nobody else has it. */
    public void set(int column, int row) {
        if (column >= 0 && row >= 0 && column < grid.columns() && row < grid.rows()) {
            bits[row * stride + (column >> 6)] |= 1L << column;
        }
    }

    /** All blocks of this many cells a side that hold a cell of the area. */
    public Mask inBlocks(int cells) {
        var blocks = new Mask(grid);
        for (int top = 0; top < grid.rows(); top += cells) {
            for (int left = 0; left < grid.columns(); left += cells) {
                boolean any = false;
                for (int row = top; row < top + cells && !any; row++) {
                    for (int column = left; column < left + cells && !any; column++) {
                        any = has(column, row);
                    }
                }
                for (int row = top; any && row < top + cells; row++) {
                    blocks.fill(row, left, left + cells);
                }
            }
        }
        return blocks;
    }

    void fill(int row, int from, int to) {
        for (int column = Math.max(0, from); row < grid.rows() && column < Math.min(grid.columns(), to); column++) {
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

    /** Whether the cell or one of its neighbours is in the area. */
    public boolean hasNear(int column, int row) {
        for (int dr = -1; dr <= 1; dr++) {
            if (has(column - 1, row + dr) || has(column, row + dr) || has(column + 1, row + dr)) {
                return true;
            }
        }
        return false;
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

    /** The area and all cells that touch it. */
    public Mask widened() {
        Mask across = or(shifted(1, 0)).or(shifted(-1, 0));
        return across.or(across.shifted(0, 1)).or(across.shifted(0, -1));
    }

    /** All cells at least about this far inside the area. */
    public Mask shrunk(double mm) {
        return isEmpty() ? this : not().grown(mm).not();
    }

    /** What octagons of this half width reach without leaving the area. */
    public Mask openedBy(double mm) {
        Mask core = shrunk(mm);
        return core.isEmpty() ? core : core.grown(mm).and(this);
    }

    private Mask not() {
        long[] result = new long[bits.length];
        int last = grid.columns() & 63;
        for (int i = 0; i < result.length; i++) {
            result[i] = ~bits[i];
            if (last != 0 && i % stride == stride - 1) {
                result[i] &= (1L << last) - 1;
            }
        }
        return new Mask(grid, result);
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
        visitPieces((cells, count) -> {
            if (count < least) {
                small.add(cells, count);
            }
        });
        return small;
    }

    /** The connected pieces, each as a mask of its own. */
    public List<Mask> pieces() {
        var pieces = new ArrayList<Mask>();
        visitPieces((cells, count) -> {
            var piece = new Mask(grid);
            piece.add(cells, count);
            pieces.add(piece);
        });
        return pieces;
    }

    /**
     * Where the area begins and ends, measured across lines along the rows (or else the columns), from the plane's origin.
     */
    public double[] extentMm(boolean acrossRows) {
        int low = Integer.MAX_VALUE, high = -1;
        for (int row = 0; row < grid.rows(); row++) {
            for (int word = 0; word < stride; word++) {
                long set = bits[row * stride + word];
                if (set != 0) {
                    int first = (word << 6) + Long.numberOfTrailingZeros(set);
                    int last = (word << 6) + 63 - Long.numberOfLeadingZeros(set);
                    low = Math.min(low, acrossRows ? row : grid.columns() - 1 - last);
                    high = Math.max(high, acrossRows ? row : grid.columns() - 1 - first);
                }
            }
        }
        // Lines across rows run against the columns: to the left of their direction is where columns fall.
        return acrossRows
                ? new double[] {grid.rowMm(low), grid.rowMm(high + 1)}
                : new double[] {-grid.columnMm(grid.columns() - low), -grid.columnMm(grid.columns() - 1 - high)};
    }

    /** The area's edge along its cells. */
    public List<Region> regions() {
        return isEmpty() ? List.of() : new Tracing(this).regions();
    }

    private interface Pieces {
        void piece(int[] cells, int count);
    }

    private void visitPieces(Pieces visitor) {
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
                visitor.piece(stack, count);
            }
        }
    }

    private void add(int[] cells, int count) {
        for (int i = 0; i < count; i++) {
            int c = cells[i] % grid.columns();
            bits[cells[i] / grid.columns() * stride + (c >> 6)] |= 1L << c;
        }
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
}
