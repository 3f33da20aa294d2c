package org.millwright.processes.printing.toolpaths.raster;

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
        var together = new Mask(grid, new long[bits.length]);
        for (int top = 0; top < grid.rows(); top += cells) {
            int end = Math.min(top + cells, grid.rows());
            for (int row = top + 1; row < end; row++) {
                for (int word = 0; word < stride; word++) {
                    together.bits[top * stride + word] |= bits[row * stride + word];
                }
            }
            for (int word = 0; word < stride; word++) {
                together.bits[top * stride + word] |= bits[top * stride + word];
            }
            for (int column = together.next(top, 0, true); column < grid.columns(); ) {
                int left = column - column % cells;
                for (int row = top; row < end; row++) {
                    blocks.fill(row, left, left + cells);
                }
                column = together.next(top, left + cells, true);
            }
        }
        return blocks;
    }

    void fill(int row, int from, int to) {
        int first = Math.max(0, from), end = Math.min(grid.columns(), to);
        if (row >= grid.rows() || first >= end) {
            return;
        }
        int at = row * stride + (first >> 6), last = row * stride + ((end - 1) >> 6);
        long head = -1L << first, tail = -1L >>> (63 - ((end - 1) & 63));
        if (at == last) {
            bits[at] |= head & tail;
            return;
        }
        bits[at] |= head;
        for (int word = at + 1; word < last; word++) {
            bits[word] = -1L;
        }
        bits[last] |= tail;
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

    /** What lies in all of the areas, of which there is at least one. */
    public static Mask inAll(List<Mask> areas) {
        long[] result = areas.getFirst().bits.clone();
        for (int other = 1; other < areas.size(); other++) {
            long[] bits = areas.get(other).bits;
            for (int i = 0; i < result.length; i++) {
                result[i] &= bits[i];
            }
        }
        return new Mask(areas.getFirst().grid, result);
    }

    /** What lies in any of the areas, of which there is at least one. */
    public static Mask inAny(List<Mask> areas) {
        long[] result = areas.getFirst().bits.clone();
        for (int other = 1; other < areas.size(); other++) {
            long[] bits = areas.get(other).bits;
            for (int i = 0; i < result.length; i++) {
                result[i] |= bits[i];
            }
        }
        return new Mask(areas.getFirst().grid, result);
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

    /** Length of the area's edge along its cells. */
    public double edgeMm() {
        long sides = 0;
        for (int row = 0; row < grid.rows(); row++) {
            long last = 0;
            for (int word = 0; word < stride; word++) {
                int at = row * stride + word;
                long here = bits[at], under = row == 0 ? 0 : bits[at - stride];
                sides += Long.bitCount(here ^ under) + Long.bitCount(here ^ (here << 1 | last));
                last = here >>> 63;
            }
            sides += last;
        }
        for (int word = bits.length - stride; word < bits.length; word++) {
            sides += Long.bitCount(bits[word]);
        }
        return sides * grid.cellMm();
    }

    /** All cells at most about this far from the area, measured round by an octagon. */
    public Mask grown(double mm) {
        return grown(mm, false);
    }

    /** As {@link #grown}, but corners stay square. */
    public Mask grownSquare(double mm) {
        return grown(mm, true);
    }

    private Mask grown(double mm, boolean square) {
        int reach = (int) Math.round(mm / grid.cellMm());
        int first = firstRow();
        if (reach <= 0 || first < 0) {
            return this;
        }
        var grown = new Mask(grid);
        Spread spread = square
                ? Spread.ofSquare(bits, stride, first, lastRow(), reach)
                : new Spread(bits, stride, first, lastRow(), reach);
        spread.grow(square ? reach : squares(reach));
        spread.copyTo(grown.bits, grid.rows());
        grown.cutOff();
        return grown;
    }

    /** How much of an octagon's reach is a square rather than a diamond. */
    private static int squares(int reach) {
        return ((int) Math.round(reach * 0.586) + 1) / 2;
    }

    private int firstRow() {
        for (int word = 0; word < bits.length; word++) {
            if (bits[word] != 0) {
                return word / stride;
            }
        }
        return -1;
    }

    private int lastRow() {
        int word = bits.length - 1;
        while (bits[word] == 0) {
            word--;
        }
        return word / stride;
    }

    /** Takes away what lies beyond the last column. */
    private void cutOff() {
        int last = grid.columns() & 63;
        for (int word = stride - 1; last != 0 && word < bits.length; word += stride) {
            bits[word] &= (1L << last) - 1;
        }
    }

    /** The area and all cells that touch it. */
    public Mask widened() {
        int first = firstRow();
        if (first < 0) {
            return this;
        }
        var grown = new Mask(grid);
        var spread = new Spread(bits, stride, first, lastRow(), 1);
        spread.grow(1);
        spread.copyTo(grown.bits, grid.rows());
        grown.cutOff();
        return grown;
    }

    /** All cells at least about this far inside the area; nothing beyond the grid belongs to any area. */
    public Mask shrunk(double mm) {
        int reach = (int) Math.round(mm / grid.cellMm());
        int first = firstRow();
        if (reach <= 0 || first < 0) {
            return this;
        }
        int last = lastRow();
        var result = new Mask(grid);
        for (int word = first * stride; word < (last + 1) * stride; word++) {
            result.bits[word] = ~bits[word];
        }
        var air = new Spread(result.bits, stride, first, last, reach).inAir(grid.columns(), last - first + 1);
        air.grow(squares(reach));
        air.copyTo(result.bits, grid.rows());
        for (int word = 0; word < bits.length; word++) {
            result.bits[word] = bits[word] & ~result.bits[word];
        }
        return result;
    }

    /** What octagons of this half width reach without leaving the area. */
    public Mask openedBy(double mm) {
        Mask core = shrunk(mm);
        return core.isEmpty() ? core : core.grown(mm).and(this);
    }

    /** The connected pieces smaller than this. */
    public Mask piecesBelow(double areaMm2) {
        var small = new Mask(grid);
        new Runs(this).copyBelow((int) Math.ceil(areaMm2 / (grid.cellMm() * grid.cellMm())), small);
        return small;
    }

    /** The connected pieces that share a cell with the seeds. */
    public Mask piecesWith(Mask seeds) {
        var touching = new Mask(grid);
        new Runs(this).copyTouching(seeds, touching);
        return touching;
    }

    /** The connected pieces, each as a mask of its own, in the order of their first cells. */
    public List<Mask> pieces() {
        return isEmpty() ? List.of() : new Runs(this).pieces();
    }

    /** The first cell of the row from the column on that is in the area (or else is not); the row's end when there is none. */
    int next(int row, int column, boolean in) {
        int word = column >> 6;
        long found = 0;
        if (word < stride) {
            found = (in ? bits[row * stride + word] : ~bits[row * stride + word]) & (-1L << column);
        }
        while (found == 0 && ++word < stride) {
            found = in ? bits[row * stride + word] : ~bits[row * stride + word];
        }
        return found == 0 ? grid.columns() : Math.min(grid.columns(), (word << 6) + Long.numberOfTrailingZeros(found));
    }

    /**
     * Where the area begins and ends, measured across lines along the rows (or else the columns), from the plane's origin.
     */
    public double[] extentMm(boolean acrossRows) {
        int[] box = box();
        int low = acrossRows ? box[1] : grid.columns() - 1 - box[2];
        int high = acrossRows ? box[3] : grid.columns() - 1 - box[0];
        // Lines across rows run against the columns: to the left of their direction is where columns fall.
        return acrossRows
                ? new double[] {grid.rowMm(low), grid.rowMm(high + 1)}
                : new double[] {-grid.columnMm(grid.columns() - low), -grid.columnMm(grid.columns() - 1 - high)};
    }

    /** First column and row, last column and row of an area that is not empty. */
    public int[] box() {
        int low = grid.columns(), high = -1;
        int first = firstRow(), last = lastRow();
        for (int row = first; row <= last; row++) {
            for (int word = 0; word < stride; word++) {
                long set = bits[row * stride + word];
                if (set != 0) {
                    low = Math.min(low, (word << 6) + Long.numberOfTrailingZeros(set));
                    high = Math.max(high, (word << 6) + 63 - Long.numberOfLeadingZeros(set));
                }
            }
        }
        return new int[] {low, first, high, last};
    }

    /** The area's edge along its cells. */
    public List<Region> regions() {
        return isEmpty() ? List.of() : new Tracing(this).regions();
    }

    /** The area's edge without its steps of one cell; where it runs along cells for longer, corners stay. */
    public List<Region> smoothRegions() {
        return Steps.smoothed(regions(), grid.cellMm());
    }
}
