package org.millwright.nesting.lookup;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Maps by number, each drawn by whichever thread asks for it first and then shared by all. */
final class MapShelf {
    /** While one thread draws a map others that want it wait, and few that want another. */
    private static final int LOCKS = 64;

    private final AtomicReferenceArray<@Nullable NoFitMap> maps;
    private final int most;
    private final AtomicInteger kept = new AtomicInteger();
    private final Object[] locks = new Object[LOCKS];

    /**
     * An empty shelf.
     *
     * @param numbers maps are numbered from 0 to one less than this
     * @param most so many are kept; when there are more all are forgotten
     */
    MapShelf(int numbers, int most) {
        maps = new AtomicReferenceArray<>(numbers);
        this.most = most;
        for (int k = 0; k < LOCKS; k++) {
            locks[k] = new Object();
        }
    }

    /** The map with that number, drawn now if there is none. */
    NoFitMap of(int number, Supplier<NoFitMap> drawing) {
        NoFitMap known = maps.get(number);
        if (known != null) {
            return known;
        }
        synchronized (locks[number % LOCKS]) {
            known = maps.get(number);
            if (known == null) {
                if (kept.getAndIncrement() >= most) {
                    forget();
                }
                known = drawing.get();
                maps.set(number, known);
            }
            return known;
        }
    }

    private void forget() {
        for (int number = 0; number < maps.length(); number++) {
            maps.set(number, null);
        }
        kept.set(1);
    }
}
