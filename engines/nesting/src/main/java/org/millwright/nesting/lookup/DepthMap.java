package org.millwright.nesting.lookup;

import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Overlap;

/**
 * How deep two figures overlap: the least way by which one has to be moved until they are apart, which is the distance to
 * the border of their no-fit polygon. Positions of the second relative to the first form a grid of nodes; whether they
 * overlap is asked at every fourth, and in between only where those around differ.
 */
final class DepthMap {
    private static final int CELLS = OverlapGrid.CELLS;
    private static final int NODES = CELLS + 1;
    private static final int COARSE = 4;
    private static final double FAR = 1e30;

    /** For each node the distance to where it is otherwise, µm; negative where the figures are apart. */
    private final float[] depthUm = new float[NODES * NODES];

    DepthMap(Figure a, Figure b, double fromX, double fromY, double stepX, double stepY, Overlap exact) {
        boolean[] overlapping = new boolean[NODES * NODES];
        boolean[] asked = new boolean[NODES * NODES];
        for (int stride = COARSE; stride > 0; stride /= 2) {
            for (int y = 0; y < NODES; y += stride) {
                for (int x = 0; x < NODES; x += stride) {
                    int at = y * NODES + x;
                    if (isInside(x)
                            && isInside(y)
                            && !asked[at]
                            && (stride == COARSE || isBorder(overlapping, x, y, stride))) {
                        overlapping[at] = exact.collide(a, b, fromX + x * stepX, fromY + y * stepY);
                        asked[at] = true;
                    }
                }
            }
            spread(overlapping, asked, stride);
        }
        double[] toFree = squaredDistances(overlapping, false, stepX, stepY);
        double[] toOverlap = squaredDistances(overlapping, true, stepX, stepY);
        double half = Math.min(stepX, stepY) / 2;
        for (int at = 0; at < depthUm.length; at++) {
            depthUm[at] = (float) (overlapping[at] ? Math.sqrt(toFree[at]) - half : half - Math.sqrt(toOverlap[at]));
        }
    }

    /** On its edge the grid ends where the boxes of the figures only touch. */
    private static boolean isInside(int number) {
        return number > 0 && number < CELLS;
    }

    /** Whether the nodes of the coarser grid around a node differ. */
    private static boolean isBorder(boolean[] overlapping, int x, int y, int stride) {
        int coarse = 2 * stride;
        int left = x / coarse * coarse;
        int low = y / coarse * coarse;
        int right = Math.min(left + coarse, CELLS);
        int high = Math.min(low + coarse, CELLS);
        boolean any = overlapping[low * NODES + left];
        return overlapping[low * NODES + right] != any
                || overlapping[high * NODES + left] != any
                || overlapping[high * NODES + right] != any;
    }

    /** Nodes of the next finer grid are taken for what the node left of and below them is, until they are asked. */
    private static void spread(boolean[] overlapping, boolean[] asked, int stride) {
        int fine = stride / 2;
        for (int y = 0; fine > 0 && y < NODES; y += fine) {
            for (int x = 0; x < NODES; x += fine) {
                if (!asked[y * NODES + x]) {
                    overlapping[y * NODES + x] = overlapping[y / stride * stride * NODES + x / stride * stride];
                }
            }
        }
    }

    private static double[] squaredDistances(boolean[] overlapping, boolean to, double stepX, double stepY) {
        double[] along = new double[NODES * NODES];
        for (int y = 0; y < NODES; y++) {
            int near = -CELLS * CELLS;
            for (int x = 0; x < NODES; x++) {
                near = overlapping[y * NODES + x] == to ? x : near;
                along[y * NODES + x] = (x - near) * stepX;
            }
            near = CELLS * CELLS;
            for (int x = CELLS; x >= 0; x--) {
                near = overlapping[y * NODES + x] == to ? x : near;
                along[y * NODES + x] = Math.min(along[y * NODES + x], (near - x) * stepX);
            }
        }
        double[] squared = new double[NODES * NODES];
        for (int y = 0; y < NODES; y++) {
            for (int x = 0; x < NODES; x++) {
                double least = FAR;
                for (int k = 0; k < NODES; k++) {
                    double across = (k - y) * stepY;
                    double row = along[k * NODES + x];
                    least = Math.min(least, row * row + across * across);
                }
                squared[y * NODES + x] = least;
            }
        }
        return squared;
    }

    /** The depth at a place counted in cells, µm; about, and negative where figures that touch are taken for apart. */
    double depthUm(double x, double y) {
        int cx = Math.clamp((int) x, 0, CELLS - 1);
        int cy = Math.clamp((int) y, 0, CELLS - 1);
        int at = cy * NODES + cx;
        double low = depthUm[at] + (x - cx) * (depthUm[at + 1] - depthUm[at]);
        double high = depthUm[at + NODES] + (x - cx) * (depthUm[at + NODES + 1] - depthUm[at + NODES]);
        return low + (y - cy) * (high - low);
    }
}
