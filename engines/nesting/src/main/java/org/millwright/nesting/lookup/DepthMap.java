package org.millwright.nesting.lookup;

import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Overlap;

/**
 * How deep two figures overlap: the least way by which one has to be moved until they are apart, which is the distance to
 * the border of their no-fit polygon. Positions of the second relative to the first form a grid of nodes; whether they
 * overlap is asked at every fourth, and in between only where those around differ.
 */
final class DepthMap {
    private static final int COARSE = 4;
    private static final double FAR = 1e30;

    /** For each node the distance to where it is otherwise, µm; negative where the figures are apart. */
    private final float[] depthUm;

    private final int cells;
    private final int nodes;

    /**
     * Asks where two figures overlap.
     *
     * @param cells along each axis, a multiple of four
     */
    DepthMap(Figure a, Figure b, int cells, double fromX, double fromY, double stepX, double stepY, Overlap exact) {
        this.cells = cells;
        nodes = cells + 1;
        depthUm = new float[nodes * nodes];
        boolean[] overlapping = new boolean[nodes * nodes];
        boolean[] asked = new boolean[nodes * nodes];
        for (int stride = COARSE; stride > 0; stride /= 2) {
            for (int y = 0; y < nodes; y += stride) {
                for (int x = 0; x < nodes; x += stride) {
                    int at = y * nodes + x;
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
    private boolean isInside(int number) {
        return number > 0 && number < cells;
    }

    /** Whether the nodes of the coarser grid around a node differ. */
    private boolean isBorder(boolean[] overlapping, int x, int y, int stride) {
        int coarse = 2 * stride;
        int left = x / coarse * coarse;
        int low = y / coarse * coarse;
        int right = Math.min(left + coarse, cells);
        int high = Math.min(low + coarse, cells);
        boolean any = overlapping[low * nodes + left];
        return overlapping[low * nodes + right] != any
                || overlapping[high * nodes + left] != any
                || overlapping[high * nodes + right] != any;
    }

    /** Nodes of the next finer grid are taken for what the node left of and below them is, until they are asked. */
    private void spread(boolean[] overlapping, boolean[] asked, int stride) {
        int fine = stride / 2;
        for (int y = 0; fine > 0 && y < nodes; y += fine) {
            for (int x = 0; x < nodes; x += fine) {
                if (!asked[y * nodes + x]) {
                    overlapping[y * nodes + x] = overlapping[y / stride * stride * nodes + x / stride * stride];
                }
            }
        }
    }

    private double[] squaredDistances(boolean[] overlapping, boolean to, double stepX, double stepY) {
        double[] along = new double[nodes * nodes];
        for (int y = 0; y < nodes; y++) {
            int near = -cells * cells;
            for (int x = 0; x < nodes; x++) {
                near = overlapping[y * nodes + x] == to ? x : near;
                along[y * nodes + x] = (x - near) * stepX;
            }
            near = cells * cells;
            for (int x = cells; x >= 0; x--) {
                near = overlapping[y * nodes + x] == to ? x : near;
                along[y * nodes + x] = Math.min(along[y * nodes + x], (near - x) * stepX);
            }
        }
        double[] squared = new double[nodes * nodes];
        for (int y = 0; y < nodes; y++) {
            for (int x = 0; x < nodes; x++) {
                double least = FAR;
                for (int k = 0; k < nodes; k++) {
                    double across = (k - y) * stepY;
                    double row = along[k * nodes + x];
                    least = Math.min(least, row * row + across * across);
                }
                squared[y * nodes + x] = least;
            }
        }
        return squared;
    }

    /** The depth at a place counted in cells, µm; about, and negative where figures that touch are taken for apart. */
    double depthUm(double x, double y) {
        int cx = Math.clamp((int) x, 0, cells - 1);
        int cy = Math.clamp((int) y, 0, cells - 1);
        int at = cy * nodes + cx;
        double low = depthUm[at] + (x - cx) * (depthUm[at + 1] - depthUm[at]);
        double high = depthUm[at + nodes] + (x - cx) * (depthUm[at + nodes + 1] - depthUm[at + nodes]);
        return low + (y - cy) * (high - low);
    }
}
