package org.millwright.factory.catalog.box;

import java.util.ArrayList;
import java.util.List;
import org.millwright.geometry.Ring;

/** The outline of filled cells of a grid that hang together and have no hole. */
final class CellOutline {
    private static final int[] STEP_X = {1, 0, -1, 0};
    private static final int[] STEP_Y = {0, 1, 0, -1};

    private CellOutline() {}

    /**
     * Counter-clockwise, corners only.
     *
     * @param x where columns begin and end
     * @param y where rows begin and end
     * @param filled by column and row
     */
    static Ring of(double[] x, double[] y, boolean[][] filled) {
        int column = 0;
        int row = 0;
        while (!filled[column][0]) {
            column++;
        }
        int fromColumn = column;
        int way = 0;
        List<Double> xy = new ArrayList<>();
        do {
            int next = turn(filled, column, row, way);
            if (next != way || xy.isEmpty()) {
                xy.add(x[column]);
                xy.add(y[row]);
            }
            way = next;
            column += STEP_X[way];
            row += STEP_Y[way];
        } while (column != fromColumn || row != 0);
        return new Ring(xy.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** With what is filled on the left: right if we can, else on, else left. */
    private static int turn(boolean[][] filled, int column, int row, int way) {
        for (int turn : new int[] {3, 0, 1, 2}) {
            int tried = (way + turn) % 4;
            if (isFilled(filled, column, row, tried, true) && !isFilled(filled, column, row, tried, false)) {
                return tried;
            }
        }
        throw new IllegalStateException("The cells have no outline at %d, %d.".formatted(column, row));
    }

    /** The cell left or right of a step from a grid point. */
    private static boolean isFilled(boolean[][] filled, int column, int row, int way, boolean left) {
        int dx = switch (way) {
            case 0 -> 0;
            case 1 -> left ? -1 : 0;
            case 2 -> -1;
            default -> left ? 0 : -1;
        };
        int dy = switch (way) {
            case 0 -> left ? 0 : -1;
            case 1 -> 0;
            case 2 -> left ? -1 : 0;
            default -> -1;
        };
        int c = column + dx;
        int r = row + dy;
        return c >= 0 && r >= 0 && c < filled.length && r < filled[0].length && filled[c][r];
    }
}
