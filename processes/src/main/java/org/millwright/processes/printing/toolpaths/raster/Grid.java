package org.millwright.processes.printing.toolpaths.raster;

import java.util.Arrays;
import java.util.List;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;

/**
 * Square cells over a part, turned so that their rows run along the lines of infill. Coordinates of the turned frame are
 * called u (along rows) and v.
 */
public final class Grid {
    private static final double FINEST_MM = 0.1;
    private static final int MOST_CELLS_ACROSS = 400;
    private static final int USUAL_MASKS = 2500;
    /** Empty cells around the part. */
    private static final int RIM = 2;

    private final double cos;
    private final double sin;
    private final double originU;
    private final double originV;
    private final double cellMm;
    private final int columns;
    private final int rows;

    /** Covers these bounds with rows at this angle to the x axis. */
    public Grid(Bounds bounds, double angleDeg) {
        this(bounds, angleDeg, 1);
    }

    /**
     * As above, for many masks.
     *
     * @param masks how many masks there will be; beyond {@value #USUAL_MASKS}, cells grow so that all take no more memory
     */
    public Grid(Bounds bounds, double angleDeg, int masks) {
        cos = Math.cos(Math.toRadians(angleDeg));
        sin = Math.sin(Math.toRadians(angleDeg));
        double[] x = {bounds.min().x(), bounds.max().x()},
                y = {bounds.min().y(), bounds.max().y()};
        double minU = Double.POSITIVE_INFINITY, maxU = -minU, minV = minU, maxV = -minU;
        for (int corner = 0; corner < 4; corner++) {
            double u = u(x[corner & 1], y[corner >> 1]), v = v(x[corner & 1], y[corner >> 1]);
            minU = Math.min(minU, u);
            maxU = Math.max(maxU, u);
            minV = Math.min(minV, v);
            maxV = Math.max(maxV, v);
        }
        double across = MOST_CELLS_ACROSS * Math.min(1, Math.sqrt(USUAL_MASKS / (double) Math.max(1, masks)));
        cellMm = Math.max(FINEST_MM, Math.max(maxU - minU, maxV - minV) / across);
        originU = minU - RIM * cellMm;
        originV = minV - RIM * cellMm;
        columns = (int) Math.ceil((maxU - minU) / cellMm) + 2 * RIM;
        rows = (int) Math.ceil((maxV - minV) / cellMm) + 2 * RIM;
    }

    /**
     * Covers these bounds and a margin around them with rows along x; blocks of cells are centred on the bounds.
     *
     * @param blockMm size of a block
     * @param cellsPerBlock cells along one side of a block
     */
    public Grid(Bounds bounds, double marginMm, double blockMm, int cellsPerBlock) {
        cos = 1;
        sin = 0;
        cellMm = blockMm / cellsPerBlock;
        int acrossX = (int) Math.ceil((bounds.sizeX() / 2 + marginMm) / blockMm) + 1;
        int acrossY = (int) Math.ceil((bounds.sizeY() / 2 + marginMm) / blockMm) + 1;
        originU = (bounds.min().x() + bounds.max().x()) / 2 - acrossX * blockMm;
        originV = (bounds.min().y() + bounds.max().y()) / 2 - acrossY * blockMm;
        columns = 2 * acrossX * cellsPerBlock;
        rows = 2 * acrossY * cellsPerBlock;
    }

    public double cellMm() {
        return cellMm;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** Position along the rows, in cells, of a place of the part. */
    public double column(double x, double y) {
        return (u(x, y) - originU) / cellMm;
    }

    /** Position across the rows, in cells, of a place of the part. */
    public double row(double x, double y) {
        return (v(x, y) - originV) / cellMm;
    }

    /** Distance from the plane's origin, across the rows, of a position in cells. */
    public double rowMm(double row) {
        return originV + row * cellMm;
    }

    /** Distance from the plane's origin, along the rows, of a position in cells. */
    public double columnMm(double column) {
        return originU + column * cellMm;
    }

    /** The part's x of a position in cells. */
    public double x(double column, double row) {
        return cos * (originU + column * cellMm) - sin * (originV + row * cellMm);
    }

    /** The part's y of a position in cells. */
    public double y(double column, double row) {
        return sin * (originU + column * cellMm) + cos * (originV + row * cellMm);
    }

    /** The cells whose middles lie inside the regions. */
    public Mask mask(List<Region> regions) {
        var crossings = new Crossings();
        for (Region region : regions) {
            cross(region.outer(), crossings);
            for (Ring hole : region.holes()) {
                cross(hole, crossings);
            }
        }
        var mask = new Mask(this);
        int[] begins = crossings.sort(rows);
        float[] at = crossings.sorted;
        for (int row = 0; row < rows; row++) {
            for (int i = begins[row]; i + 1 < begins[row + 1]; i += 2) {
                mask.fill(row, (int) Math.ceil(at[i] - 0.5f), (int) Math.ceil(at[i + 1] - 0.5f));
            }
        }
        return mask;
    }

    /** The cells that the regions touch, however little. */
    public Mask touched(List<Region> regions) {
        Mask mask = mask(regions);
        for (Region region : regions) {
            touch(region.outer(), mask);
            region.holes().forEach(hole -> touch(hole, mask));
        }
        return mask;
    }

    private void touch(Ring ring, Mask mask) {
        int last = ring.size() - 1;
        double column = column(ring.x(last), ring.y(last)), row = row(ring.x(last), ring.y(last));
        for (int i = 0; i <= last; i++) {
            double nextColumn = column(ring.x(i), ring.y(i)), nextRow = row(ring.x(i), ring.y(i));
            int steps = 1 + (int) (2 * Math.max(Math.abs(nextColumn - column), Math.abs(nextRow - row)));
            for (int step = 0; step < steps; step++) {
                double share = (double) step / steps;
                mask.set((int) Math.floor(column + share * (nextColumn - column)), (int)
                        Math.floor(row + share * (nextRow - row)));
            }
            column = nextColumn;
            row = nextRow;
        }
    }

    private void cross(Ring ring, Crossings crossings) {
        int last = ring.size() - 1;
        double column = column(ring.x(last), ring.y(last)), row = row(ring.x(last), ring.y(last));
        for (int i = 0; i <= last; i++) {
            double nextColumn = column(ring.x(i), ring.y(i)), nextRow = row(ring.x(i), ring.y(i));
            int from = (int) Math.ceil(Math.min(row, nextRow) - 0.5);
            int to = (int) Math.ceil(Math.max(row, nextRow) - 0.5);
            for (int r = Math.max(0, from); r < Math.min(rows, to); r++) {
                crossings.add(r, (float) (column + (nextColumn - column) * (r + 0.5 - row) / (nextRow - row)));
            }
            column = nextColumn;
            row = nextRow;
        }
    }

    private double u(double x, double y) {
        return cos * x + sin * y;
    }

    private double v(double x, double y) {
        return cos * y - sin * x;
    }

    /** Where boundaries cross the middle of each row. */
    private static final class Crossings {
        private float[] at = new float[1024];
        private int[] row = new int[1024];
        private float[] sorted = {};
        private int count;

        void add(int crossed, float column) {
            if (count == at.length) {
                at = Arrays.copyOf(at, 2 * count);
                row = Arrays.copyOf(row, 2 * count);
            }
            at[count] = column;
            row[count++] = crossed;
        }

        /** Sorts by row and column; tells where each row begins. */
        int[] sort(int rows) {
            var begins = new int[rows + 1];
            for (int i = 0; i < count; i++) {
                begins[row[i] + 1]++;
            }
            for (int r = 0; r < rows; r++) {
                begins[r + 1] += begins[r];
            }
            sorted = new float[count];
            int[] next = begins.clone();
            for (int i = 0; i < count; i++) {
                int from = begins[row[i]], place = next[row[i]]++;
                while (place > from && sorted[place - 1] > at[i]) {
                    sorted[place] = sorted[place - 1];
                    place--;
                }
                sorted[place] = at[i];
            }
            return begins;
        }
    }
}
