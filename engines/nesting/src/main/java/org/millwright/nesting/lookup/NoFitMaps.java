package org.millwright.nesting.lookup;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Overlap;

/**
 * {@link NoFitMap} of each pair of figures, drawn when first asked for and shared by all threads. Which thread draws it
 * makes no difference to what it shows.
 */
public final class NoFitMaps {
    private static final int MOST_FIGURES = 256;

    /** So many have fine maps, of about 19 kB for each pair that is asked for; more have coarse ones, of about 6 kB. */
    private static final int FEW_FIGURES = 48;

    private static final int FINE_CELLS = 64;
    private static final int COARSE_CELLS = 32;

    /** About 60 MB of coarse ones; then all are forgotten. */
    private static final int MOST_MAPS = 10_000;

    /** While one thread draws a map others that want it wait, and few that want another. */
    private static final int LOCKS = 64;

    final Figure[] figures;
    /** So many cells has each map along each axis. */
    private final int cells;

    private final AtomicReferenceArray<@Nullable NoFitMap> maps;
    private final AtomicInteger kept = new AtomicInteger();
    private final Object[] locks = new Object[LOCKS];

    /**
     * No map drawn yet.
     *
     * @param numbered figures by their numbers; of too many there are no maps
     */
    public NoFitMaps(Figure[] numbered) {
        figures = numbered.length <= MOST_FIGURES ? numbered : new Figure[0];
        cells = figures.length <= FEW_FIGURES ? FINE_CELLS : COARSE_CELLS;
        maps = new AtomicReferenceArray<>(figures.length * figures.length);
        for (int k = 0; k < LOCKS; k++) {
            locks[k] = new Object();
        }
    }

    /** Whether maps are fine, because there are few. */
    boolean areFine() {
        return cells == FINE_CELLS;
    }

    /** The map of the pair with that number: that of the one figure times how many there are, plus that of the other. */
    NoFitMap of(int pair, Overlap exact) {
        NoFitMap known = maps.get(pair);
        if (known != null) {
            return known;
        }
        synchronized (locks[pair % LOCKS]) {
            known = maps.get(pair);
            if (known == null) {
                if (kept.getAndIncrement() >= MOST_MAPS) {
                    forget();
                }
                known = new NoFitMap(figures[pair / figures.length], figures[pair % figures.length], cells, exact);
                maps.set(pair, known);
            }
            return known;
        }
    }

    private void forget() {
        for (int pair = 0; pair < maps.length(); pair++) {
            maps.set(pair, null);
        }
        kept.set(1);
    }
}
