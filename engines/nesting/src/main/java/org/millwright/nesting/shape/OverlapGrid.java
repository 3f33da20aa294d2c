package org.millwright.nesting.shape;

import java.util.Arrays;

/**
 * Losses of one pair of figures on a grid of positions of the second relative to the first, each found when it is first
 * asked for: the no-fit polygon as a picture. Between positions that all overlap losses are interpolated; where a border
 * runs between them the figures themselves decide.
 */
final class OverlapGrid {
    private static final int CELLS = 64;
    private static final int NODES = CELLS + 1;
    private static final float UNKNOWN = -1;

    private final Figure a;
    private final Figure b;
    private final double fromX;
    private final double fromY;
    private final double stepX;
    private final double stepY;
    private final double perX;
    private final double perY;
    private final float[] node = new float[NODES * NODES];

    OverlapGrid(Figure a, Figure b) {
        this.a = a;
        this.b = b;
        fromX = a.minX - b.maxX;
        fromY = a.minY - b.maxY;
        stepX = (a.maxX - b.minX - fromX) / CELLS;
        stepY = (a.maxY - b.minY - fromY) / CELLS;
        perX = 1 / stepX;
        perY = 1 / stepY;
        Arrays.fill(node, UNKNOWN);
    }

    double loss(double dx, double dy, double limit, Overlap exact) {
        double gx = (dx - fromX) * perX;
        double gy = (dy - fromY) * perY;
        int cx = (int) gx;
        int cy = (int) gy;
        if (cx < 0 || cy < 0 || cx >= CELLS || cy >= CELLS) {
            return exact.loss(a, b, dx, dy, limit);
        }
        int at = cy * NODES + cx;
        if (node[at] < 0 || node[at + 1] < 0 || node[at + NODES] < 0 || node[at + NODES + 1] < 0) {
            find(cx, cy, exact);
        }
        float f00 = node[at];
        float f10 = node[at + 1];
        float f01 = node[at + NODES];
        float f11 = node[at + NODES + 1];
        if (f00 > 0 && f10 > 0 && f01 > 0 && f11 > 0) {
            double tx = gx - cx;
            double low = f00 + tx * (f10 - f00);
            double high = f01 + tx * (f11 - f01);
            return low + (gy - cy) * (high - low);
        }
        return f00 == 0 && f10 == 0 && f01 == 0 && f11 == 0 ? 0 : exact.loss(a, b, dx, dy, limit);
    }

    private void find(int cx, int cy, Overlap exact) {
        for (int y = cy; y <= cy + 1; y++) {
            for (int x = cx; x <= cx + 1; x++) {
                if (node[y * NODES + x] < 0) {
                    node[y * NODES + x] =
                            (float) exact.loss(a, b, fromX + x * stepX, fromY + y * stepY, Double.POSITIVE_INFINITY);
                }
            }
        }
    }
}
