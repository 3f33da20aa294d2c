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
        this(a, b, Range.ofAll(a, b), cells, Overlap.least(a, b), a.hullRoot * b.hullRoot, false, exact);
    }

    private NoFitMap(
            Figure a, Figure b, Range range, int cells, double unit, double perUm, boolean cutOff, Overlap exact) {
        this.a = a;
        this.b = b;
        this.cells = cells;
        this.unit = unit;
        fromX = range.minX;
        fromY = range.minY;
        stepX = (range.maxX - range.minX) / cells;
        stepY = (range.maxY - range.minY) / cells;
        double softUm = unit / perUm;
        picture = new NoFitPicture(a, b, fromX, fromY, stepX / PARTS, stepY / PARTS, PARTS * cells + 1, cutOff, exact);
        depths = new DepthMap(picture, PARTS, cells, stepX / softUm, stepY / softUm);
    }

    /**
     * Draws where a part meets something that does not move, as far as the part may lie at all; how much they overlap
     * depends on the part alone.
     *
     * @param obstacle the first figure
     * @param part the second
     * @param room where the part may lie, relative to the obstacle
     */
    static NoFitMap within(Figure obstacle, Figure part, Range room, int cells, Overlap exact) {
        return new NoFitMap(
                obstacle,
                part,
                Range.ofAll(obstacle, part).within(room.wider(cells)),
                cells,
                Overlap.least(part, part),
                part.hullRoot * part.hullRoot,
                true,
                exact);
    }

    /** The positions on it. */
    Range range() {
        return new Range(fromX, fromY, fromX + cells * stepX, fromY + cells * stepY);
    }

    /** Positions of the second figure relative to the first, µm; those at the sides are part of it. */
    record Range(double minX, double minY, double maxX, double maxY) {
        private static final double LEAST_UM = 1000;

        /** All at which the boxes around two figures meet. */
        static Range ofAll(Figure a, Figure b) {
            return new Range(a.minX - b.maxX, a.minY - b.maxY, a.maxX - b.minX, a.maxY - b.minY);
        }

        /** Wider on all sides by about one of so many cells, so that nothing that is asked for lies on the rim. */
        Range wider(int cells) {
            double x = Math.max(LEAST_UM, maxX - minX) / (cells - 2);
            double y = Math.max(LEAST_UM, maxY - minY) / (cells - 2);
            return new Range(minX - x, minY - y, maxX + x, maxY + y);
        }

        /** As far as another reaches, and nowhere without extent. */
        Range within(Range other) {
            double left = Math.max(minX, other.minX);
            double low = Math.max(minY, other.minY);
            return new Range(
                    left,
                    low,
                    Math.max(left + 1, Math.min(maxX, other.maxX)),
                    Math.max(low + 1, Math.min(maxY, other.maxY)));
        }
    }
}
