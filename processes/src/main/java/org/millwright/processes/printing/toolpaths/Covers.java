package org.millwright.processes.printing.toolpaths;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.geometry.Region;
import org.millwright.geometry.outline.Regions;

/**
 * What all of several neighbouring layers have in common. Windows are put together from windows of 2, 4, 8, … layers that
 * overlap, so that looking at every layer costs a few intersections each, however many layers a skin has; windows of equal
 * layers cost none.
 */
final class Covers {
    private final Slices slices;
    private final Map<Long, List<Region>> known = new HashMap<>();

    Covers(Slices slices) {
        this.slices = slices;
    }

    /** The area that lies in every layer from {@code first} to {@code first + count - 1}; count at least 1. */
    List<Region> common(int first, int count) {
        int level = 31 - Integer.numberOfLeadingZeros(count);
        return both(doubled(first, level), doubled(first + count - (1 << level), level));
    }

    private List<Region> doubled(int first, int level) {
        if (level == 0) {
            return slices.regions(slices.profile(first));
        }
        // Layer numbers start a little below 0, where there is air.
        long key = ((long) level << 40) + first + (1L << 30);
        List<Region> window = known.get(key);
        if (window == null) {
            int half = 1 << (level - 1);
            window = both(doubled(first, level - 1), doubled(first + half, level - 1));
            known.put(key, window);
        }
        return window;
    }

    private static List<Region> both(List<Region> a, List<Region> b) {
        if (a.equals(b) || a.isEmpty()) {
            return a;
        }
        return b.isEmpty() ? b : Regions.intersection(a, b);
    }
}
