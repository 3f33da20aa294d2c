package org.millwright.processes.printing.toolpaths.beads;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;

/** Finds what a ball that grows from a place on the boundary touches first. Edges are filed in square cells. */
final class TouchIndex {
    /** No touch within reach. */
    static final int NOTHING = Integer.MIN_VALUE;

    private static final double LEAST_CELL_MM = 0.2;

    private final double[] ax;
    private final double[] ay;
    private final double[] bx;
    private final double[] by;
    private final int[] previous;
    private final double cellMm;
    private final double originX;
    private final double originY;
    private final int columns;
    private final int rows;
    private final int[] begins;
    private final int[] filed;
    private double radiusMm;
    private double touchX;
    private double touchY;
    private int touched;

    TouchIndex(Region piece, double mostMm) {
        int count = piece.outer().size();
        for (Ring hole : piece.holes()) {
            count += hole.size();
        }
        ax = new double[count];
        ay = new double[count];
        bx = new double[count];
        by = new double[count];
        previous = new int[count];
        int at = add(piece.outer(), 0);
        for (Ring hole : piece.holes()) {
            at = add(hole, at);
        }
        double minX = Double.POSITIVE_INFINITY, minY = minX, maxX = Double.NEGATIVE_INFINITY, maxY = maxX;
        for (int i = 0; i < piece.outer().size(); i++) {
            minX = Math.min(minX, ax[i]);
            maxX = Math.max(maxX, ax[i]);
            minY = Math.min(minY, ay[i]);
            maxY = Math.max(maxY, ay[i]);
        }
        originX = minX;
        originY = minY;
        cellMm = Math.max(Math.max(LEAST_CELL_MM, mostMm), Math.max(maxX - minX, maxY - minY) / 500);
        columns = (int) ((maxX - minX) / cellMm) + 1;
        rows = (int) ((maxY - minY) / cellMm) + 1;
        begins = new int[columns * rows + 1];
        for (int edge = 0; edge < count; edge++) {
            file(edge, null, null);
        }
        for (int cell = 0; cell < columns * rows; cell++) {
            begins[cell + 1] += begins[cell];
        }
        filed = new int[begins[columns * rows]];
        int[] free = Arrays.copyOf(begins, columns * rows);
        for (int edge = 0; edge < count; edge++) {
            file(edge, free, filed);
        }
    }

    private int add(Ring ring, int first) {
        for (int i = 0; i < ring.size(); i++) {
            int after = (i + 1) % ring.size();
            ax[first + i] = ring.x(i);
            ay[first + i] = ring.y(i);
            bx[first + i] = ring.x(after);
            by[first + i] = ring.y(after);
            previous[first + i] = first + (i == 0 ? ring.size() - 1 : i - 1);
        }
        return first + ring.size();
    }

    private void file(int edge, int @Nullable [] free, int @Nullable [] into) {
        int lastColumn = column(Math.max(ax[edge], bx[edge])), lastRow = row(Math.max(ay[edge], by[edge]));
        for (int row = row(Math.min(ay[edge], by[edge])); row <= lastRow; row++) {
            for (int column = column(Math.min(ax[edge], bx[edge])); column <= lastColumn; column++) {
                int cell = row * columns + column;
                if (free == null || into == null) {
                    begins[cell + 1]++;
                } else {
                    into[free[cell]++] = edge;
                }
            }
        }
    }

    private int column(double x) {
        return Math.clamp((int) ((x - originX) / cellMm), 0, columns - 1);
    }

    private int row(double y) {
        return Math.clamp((int) ((y - originY) / cellMm), 0, rows - 1);
    }

    /** Edges of the piece; the corner of the same number is where the edge begins. */
    int size() {
        return ax.length;
    }

    /**
     * Shrinks a ball of radius {@code mostMm} that touches the boundary at a place until nothing is in it.
     *
     * @param own the edge the place is on, or -1 less the corner
     */
    void shrink(double px, double py, double nx, double ny, int own, double mostMm) {
        radiusMm = mostMm;
        touched = NOTHING;
        double cx = px + nx * mostMm, cy = py + ny * mostMm;
        int lastColumn = column(cx + mostMm), lastRow = row(cy + mostMm);
        for (int row = row(cy - mostMm); row <= lastRow; row++) {
            for (int column = column(cx - mostMm); column <= lastColumn; column++) {
                int cell = row * columns + column;
                for (int i = begins[cell]; i < begins[cell + 1]; i++) {
                    meet(filed[i], px, py, nx, ny, own);
                }
            }
        }
    }

    private void meet(int edge, double px, double py, double nx, double ny, int own) {
        double dx = ax[edge] - px, dy = ay[edge] - py;
        double ahead = dx * nx + dy * ny;
        int corner = -1 - edge;
        if (ahead > 1e-12 && own != corner) {
            double radius = (dx * dx + dy * dy) / (2 * ahead);
            if (radius < radiusMm) {
                radiusMm = radius;
                touchX = ax[edge];
                touchY = ay[edge];
                touched = corner;
            }
        }
        if (own == edge || own == corner || (own < 0 && previous[-1 - own] == edge)) {
            return;
        }
        double ex = bx[edge] - ax[edge], ey = by[edge] - ay[edge];
        double length = Math.sqrt(ex * ex + ey * ey);
        double mx = -ey / length, my = ex / length;
        double height = -(dx * mx + dy * my);
        double facing = 1 - (nx * mx + ny * my);
        if (height <= 0 || height >= radiusMm * facing) {
            return;
        }
        double radius = height / facing;
        double tx = px + radius * (nx - mx), ty = py + radius * (ny - my);
        double along = ((tx - ax[edge]) * ex + (ty - ay[edge]) * ey) / (length * length);
        if (along >= 0 && along <= 1) {
            radiusMm = radius;
            touchX = tx;
            touchY = ty;
            touched = edge;
        }
    }

    double radiusMm() {
        return radiusMm;
    }

    double touchX() {
        return touchX;
    }

    double touchY() {
        return touchY;
    }

    /** The edge, or -1 less the corner, that the ball touches; {@link #NOTHING} when it reached its greatest size. */
    int touched() {
        return touched;
    }
}
