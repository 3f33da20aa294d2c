package org.millwright.nesting.lookup;

import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Overlap;

/**
 * {@link NoFitMap} of each pair of figures, drawn when first asked for and shared by all threads. Which thread draws it
 * makes no difference to what it shows.
 */
public final class NoFitMaps {
    /** Of more figures there are no maps. */
    public static final int MOST_FIGURES = 256;

    /** So many have fine maps, of about 19 kB for each pair that is asked for; more have coarse ones, of about 6 kB. */
    private static final int FEW_FIGURES = 48;

    private static final int FINE_CELLS = 64;
    private static final int COARSE_CELLS = 32;

    /** About 60 MB of coarse ones; then all are forgotten. */
    private static final int MOST_MAPS = 10_000;

    final Figure[] figures;
    /** So many cells has each map along each axis. */
    private final int cells;

    private final MapShelf maps;

    /**
     * No map drawn yet.
     *
     * @param numbered figures by their numbers; of too many there are no maps
     */
    public NoFitMaps(Figure[] numbered) {
        figures = numbered.length <= MOST_FIGURES ? numbered : new Figure[0];
        cells = figures.length <= FEW_FIGURES ? FINE_CELLS : COARSE_CELLS;
        maps = new MapShelf(figures.length * figures.length, MOST_MAPS);
    }

    /** Whether maps are fine, because there are few. */
    boolean areFine() {
        return cells == FINE_CELLS;
    }

    /** The map of the pair with that number: that of the one figure times how many there are, plus that of the other. */
    NoFitMap of(int pair, Overlap exact) {
        return maps.of(
                pair, () -> new NoFitMap(figures[pair / figures.length], figures[pair % figures.length], cells, exact));
    }
}
