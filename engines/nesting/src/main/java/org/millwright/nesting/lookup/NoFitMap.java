package org.millwright.nesting.lookup;

import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Overlap;

/** The no-fit polygon of one pair of figures on a grid of positions: a fine picture of it, and depths on a coarser one. */
final class NoFitMap {
    /** So many fine steps are one of the grid, along each axis. */
    static final int PARTS = 4;

    final Figure a;
    final Figure b;
    /** So many cells along each axis. */
    final int cells;

    /** Position of the second relative to the first at the first node, and from one node to the next, µm. */
    final double fromX;

    final double fromY;
    final double stepX;
    final double stepY;
    /** The least loss of this pair; a loss is so many times the depth in units in which losses begin to grow evenly. */
    final double unit;

    final NoFitPicture picture;
    final DepthMap depths;

    /**
     * Draws it.
     *
     * @param cells so many along each axis, a multiple of 4, at most 128
     * @param exact asked about figures of very many corners
     */
    NoFitMap(Figure a, Figure b, int cells, Overlap exact) {
        this.a = a;
        this.b = b;
        this.cells = cells;
        fromX = a.minX - b.maxX;
        fromY = a.minY - b.maxY;
        stepX = (a.maxX - b.minX - fromX) / cells;
        stepY = (a.maxY - b.minY - fromY) / cells;
        unit = Overlap.least(a, b);
        double softUm = unit / (a.hullRoot * b.hullRoot);
        picture = new NoFitPicture(a, b, fromX, fromY, stepX / PARTS, stepY / PARTS, PARTS * cells + 1, exact);
        depths = new DepthMap(picture, PARTS, cells, stepX / softUm, stepY / softUm);
    }
}
