package org.millwright.processes.printing.toolpaths;

import java.util.ArrayList;
import java.util.List;
import org.millwright.geometry.Region;
import org.millwright.geometry.outline.Regions;

/**
 * Which parts of a layer's interior are closed skin and which are infill. What is not covered by every one of the next
 * {@code top} layers above and {@code bottom} layers below is skin; infill areas too small to be worth it become skin too.
 */
final class Skins {
    /** Skins narrower than twice this are dropped: they come from rounding of sloped walls. */
    private static final double SLIVER_MM = 0.1;
    /** Skins reach this far into the infill to be held by it. */
    private static final double ANCHOR_MM = 3;

    private Skins() {}

    /**
     * An interior in two.
     *
     * @param solid to be closed
     * @param sparse to be filled loosely
     */
    record Split(List<Region> solid, List<Region> sparse) {}

    /**
     * Divides an interior.
     *
     * @param interior what the walls leave
     * @param covers areas that must all lie over or under it
     */
    static Split of(List<Region> interior, List<List<Region>> covers, double solidBelowMm2) {
        List<Region> sparse = interior;
        for (List<Region> cover : covers) {
            if (sparse.isEmpty()) {
                break;
            }
            sparse = cover.isEmpty() ? List.of() : Regions.intersection(sparse, cover);
        }
        List<Region> solid = List.of();
        if (Walls.areaMm2(interior) - Walls.areaMm2(sparse) > SLIVER_MM) {
            solid = sparse.isEmpty() ? interior : exposed(interior, sparse);
            sparse = solid.isEmpty() ? interior : Regions.difference(interior, solid);
        } else {
            sparse = interior;
        }
        return withoutSmall(interior, solid, sparse, solidBelowMm2);
    }

    private static List<Region> exposed(List<Region> interior, List<Region> covered) {
        List<Region> core = Regions.grow(Regions.difference(interior, covered), -SLIVER_MM);
        return core.isEmpty() ? core : Regions.intersection(Regions.grow(core, SLIVER_MM + ANCHOR_MM), interior);
    }

    private static Split withoutSmall(
            List<Region> interior, List<Region> solid, List<Region> sparse, double solidBelowMm2) {
        var large = new ArrayList<Region>();
        var small = new ArrayList<Region>();
        for (Region region : sparse) {
            (region.areaMm2() < solidBelowMm2 ? small : large).add(region);
        }
        if (small.isEmpty()) {
            return new Split(solid, sparse);
        }
        if (large.isEmpty()) {
            return new Split(interior, List.of());
        }
        return new Split(Regions.union(solid, small), large);
    }
}
