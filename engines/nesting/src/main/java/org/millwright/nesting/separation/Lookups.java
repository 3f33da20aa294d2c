package org.millwright.nesting.separation;

import java.util.IdentityHashMap;
import org.millwright.nesting.lookup.NoFitMaps;
import org.millwright.nesting.lookup.ObstacleGrids;
import org.millwright.nesting.lookup.ObstacleMaps;
import org.millwright.nesting.lookup.OverlapAtlas;
import org.millwright.nesting.lookup.OverlapGrids;
import org.millwright.nesting.scene.Scene;
import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Overlap;

/**
 * What one thread has worked out in advance about the parts of a problem, and whether that pays yet. It serves one
 * arrangement after the other, as long as they are of the same figures; pictures stay on the lattice of the first.
 */
final class Lookups {
    /** Brief searches end before looking losses up would pay. */
    private static final int EVALUATIONS_BEFORE_GRIDS = 20_000;

    /** By then it is known about how many evaluations there will be. */
    private static final double SPENT_WHEN_SURE = 0.05;

    final Overlap overlap = new Overlap();
    final OverlapGrids grids;
    final OverlapAtlas atlas;
    private final Figure[] figures;
    private final NoFitMaps maps;
    private final IdentityHashMap<ObstacleMaps, ObstacleGrids> obstacles = new IdentityHashMap<>();
    private boolean warm;
    private boolean deep;

    Lookups(Scene scene) {
        figures = scene.numbered;
        maps = scene.maps;
        grids = new OverlapGrids(maps, overlap);
        atlas = new OverlapAtlas(scene.numbered, scene.meanNarrowUm(), this::loss);
    }

    /** Whether the figures of a scene are those looked up here. */
    boolean serves(Scene scene) {
        return scene.maps == maps;
    }

    private double loss(int a, int b, double dx, double dy) {
        return deep
                ? grids.pictured(a, b, dx, dy)
                : overlap.loss(figures[a], figures[b], dx, dy, Double.POSITIVE_INFINITY);
    }

    ObstacleGrids obstaclesOf(ObstacleMaps stock) {
        return obstacles.computeIfAbsent(stock, key -> new ObstacleGrids(key, atlas, overlap));
    }

    /** Whether the search has become so long that working things out in advance pays. */
    boolean isWarm() {
        return warm;
    }

    /** Whether losses of parts that turn in steps are depths, and looked up. */
    boolean isDeep() {
        return deep;
    }

    /**
     * From now on losses of parts that turn in steps are depths and looked up, if the search has become long enough and will
     * be long enough; where it will not be, places are only looked over if that is cheap.
     *
     * @param evaluations so far
     * @param spent share of the budget
     * @return whether that changed anything
     */
    boolean deepen(long evaluations, double spent) {
        if (warm || evaluations <= EVALUATIONS_BEFORE_GRIDS) {
            return false;
        }
        boolean pays = grids.pay(evaluations, spent);
        warm = pays || (spent > SPENT_WHEN_SURE && atlas.isCheap());
        deep = pays && grids.areUsed();
        return warm;
    }
}
