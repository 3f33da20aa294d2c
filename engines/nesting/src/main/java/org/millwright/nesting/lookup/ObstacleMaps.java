package org.millwright.nesting.lookup;

import org.jspecify.annotations.Nullable;
import org.millwright.nesting.lookup.NoFitMap.Range;
import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Overlap;

/**
 * Where parts that turn in steps meet what does not move on pieces of one stock: its outline, holes and zones. Each
 * {@link NoFitMap} is drawn when first asked for and shared by all threads.
 */
public final class ObstacleMaps {
    private static final int CELLS = 64;

    /** About 40 MB for all stock of a problem; of what comes after it there are no maps. */
    public static final int MOST_PAIRS = 2_000;

    final Figure[] figures;
    final Figure[] obstacles;
    /** Inner box of the stock relative to where the obstacles lie, µm. */
    private final double[] box;

    private final @Nullable MapShelf maps;
    private @Nullable Boolean drawn;

    /**
     * No map drawn yet.
     *
     * @param numbered figures of parts by their numbers
     * @param obstacles of a piece of stock by their numbers
     * @param boxUm left, low, right and high side of where parts may be, relative to where the obstacles lie, µm
     */
    public ObstacleMaps(Figure[] numbered, Figure[] obstacles, double[] boxUm) {
        figures = numbered;
        this.obstacles = obstacles;
        box = boxUm.clone();
        long pairs = (long) obstacles.length * numbered.length;
        maps = pairs > 0 && pairs <= MOST_PAIRS ? new MapShelf((int) pairs, MOST_PAIRS) : null;
    }

    /** Whether there are maps of all pairs: these are few, and simple enough to be drawn and not asked node by node. */
    boolean areDrawn() {
        Boolean known = drawn;
        if (known == null) {
            known = maps != null && areSimple();
            drawn = known;
        }
        return known;
    }

    private boolean areSimple() {
        for (Figure obstacle : obstacles) {
            for (Figure figure : figures) {
                if (NoFitPicture.isIntricate(obstacle, figure.bare)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Where a figure may lie, relative to the obstacles. */
    Range room(int number) {
        Figure f = figures[number];
        return new Range(box[0] - f.ownMinX, box[1] - f.ownMinY, box[2] - f.ownMaxX, box[3] - f.ownMaxY);
    }

    /** The map of an obstacle, and of a figure without what other parts keep off it. */
    NoFitMap of(int number, int obstacle, Overlap exact) {
        MapShelf shelf = maps;
        if (shelf == null) {
            throw new IllegalStateException("There are too many obstacles and figures for maps.");
        }
        return shelf.of(
                obstacle * figures.length + number,
                () -> NoFitMap.within(obstacles[obstacle], figures[number].bare, room(number), CELLS, exact));
    }
}
