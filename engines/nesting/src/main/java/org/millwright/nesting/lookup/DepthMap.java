package org.millwright.nesting.lookup;

/**
 * How deep two figures overlap: the least way by which one has to be moved until they are apart, which is the distance to
 * the border of their no-fit polygon. Positions of the second relative to the first form a grid of nodes. Depths are kept
 * in half precision, because memory is what look-ups wait for.
 */
final class DepthMap {
    /** Near the largest number in half precision; where there is nothing to be near to, it is as far. */
    private static final double MOST = 60_000;

    /** For each node the distance to where it is otherwise; negative where the figures are apart. */
    private final short[] depth;

    private final int cells;
    private final int nodes;

    /**
     * Measures distances on a picture.
     *
     * @param picture has a node for each of the map and more in between
     * @param every so many nodes of the picture, along each axis, are one of the map
     * @param cells along each axis
     * @param stepX from one node of the map to the next, in the unit that depths are to have
     */
    DepthMap(NoFitPicture picture, int every, int cells, double stepX, double stepY) {
        this.cells = cells;
        nodes = cells + 1;
        depth = new short[nodes * nodes];
        boolean[] overlapping = new boolean[nodes * nodes];
        for (int y = 0; y < nodes; y++) {
            for (int x = 0; x < nodes; x++) {
                overlapping[y * nodes + x] = picture.isSet(every * x, every * y);
            }
        }
        double[] toFree = along(overlapping, false, stepX);
        double[] toOverlap = along(overlapping, true, stepX);
        double half = Math.min(stepX, stepY) / 2;
        for (int y = 0; y < nodes; y++) {
            for (int x = 0; x < nodes; x++) {
                int at = y * nodes + x;
                double far = overlapping[at] ? farUp(toFree, x, y, stepY) - half : half - farUp(toOverlap, x, y, stepY);
                depth[at] = Float.floatToFloat16((float) Math.clamp(far, -MOST, MOST));
            }
        }
    }

    /** For each node how far it is in its row to one that overlaps, or to one that does not. */
    private double[] along(boolean[] overlapping, boolean to, double stepX) {
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
        return along;
    }

    /** How far it is in any row. */
    private double farUp(double[] along, int x, int y, double stepY) {
        double own = along[y * nodes + x];
        double least = own * own;
        for (int k = 1; k < nodes; k++) {
            double across = k * stepY * (k * stepY);
            if (across >= least) {
                break;
            }
            if (y >= k) {
                double row = along[(y - k) * nodes + x];
                least = Math.min(least, row * row + across);
            }
            if (y + k < nodes) {
                double row = along[(y + k) * nodes + x];
                least = Math.min(least, row * row + across);
            }
        }
        return Math.sqrt(least);
    }

    /** Whether a cell overlaps at all four corners (1), at none of them (-1), or is on the border (0). */
    int side(int cellX, int cellY) {
        int at = cellY * nodes + cellX;
        int n00 = depth[at];
        int n10 = depth[at + 1];
        int n01 = depth[at + nodes];
        int n11 = depth[at + nodes + 1];
        return (n00 & n10 & n01 & n11) < 0 ? -1 : (n00 | n10 | n01 | n11) < 0 ? 0 : 1;
    }

    /** The depth at a place counted in cells; about, and negative where figures that touch are taken for apart. */
    double at(double x, double y) {
        int cx = Math.clamp((int) x, 0, cells - 1);
        int cy = Math.clamp((int) y, 0, cells - 1);
        int at = cy * nodes + cx;
        double d00 = Float.float16ToFloat(depth[at]);
        double d01 = Float.float16ToFloat(depth[at + nodes]);
        double low = d00 + (x - cx) * (Float.float16ToFloat(depth[at + 1]) - d00);
        double high = d01 + (x - cx) * (Float.float16ToFloat(depth[at + nodes + 1]) - d01);
        return low + (y - cy) * (high - low);
    }
}
