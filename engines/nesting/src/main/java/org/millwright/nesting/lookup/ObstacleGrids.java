package org.millwright.nesting.lookup;

import org.jspecify.annotations.Nullable;
import org.millwright.nesting.shape.Overlap;

/**
 * How much parts that turn in steps overlap what does not move, looked up as {@link OverlapGrids} do for parts. Positions are
 * those of the part relative to the obstacle. For one thread.
 */
public final class ObstacleGrids {
    private final ObstacleMaps maps;
    private final OverlapAtlas atlas;
    private final @Nullable OverlapGrid[] grids;
    private final @Nullable OverlapPlanes[] planes;
    private final Overlap exact;

    /**
     * Nothing looked up yet.
     *
     * @param atlas has pictures of the same lattice, and counts them
     * @param exact works out whether a part overlaps an obstacle
     */
    public ObstacleGrids(ObstacleMaps maps, OverlapAtlas atlas, Overlap exact) {
        this.maps = maps;
        this.atlas = atlas;
        this.exact = exact;
        int pairs = maps.obstacles.length * maps.figures.length;
        grids = new OverlapGrid[pairs];
        planes = new OverlapPlanes[pairs];
    }

    /** Whether anything may be looked up; otherwise nothing else may be asked. */
    public boolean areUsed() {
        return maps.areDrawn();
    }

    /** About what {@link #measured} says; 0 only where they are apart or nearly so. */
    public double loss(int number, int obstacle, double dx, double dy, double limit) {
        return grid(number, obstacle).loss(dx, dy, limit, exact);
    }

    /**
     * How much a part overlaps an obstacle: how deep, times a length that grows with the part's size.
     *
     * @param number of the part's figure
     * @param limit when it is next to nothing, only whether they overlap is found out
     * @return 0 exactly when they are apart, infinity when it is more than such a limit
     */
    public double measured(int number, int obstacle, double dx, double dy, double limit) {
        return grid(number, obstacle).measured(dx, dy, limit, exact);
    }

    /** Where a part overlaps an obstacle, on a lattice of its places around the obstacle. */
    public OverlapPlanes planes(int number, int obstacle) {
        int pair = obstacle * maps.figures.length + number;
        OverlapPlanes known = planes[pair];
        if (known == null) {
            OverlapGrid grid = grid(number, obstacle);
            known = OverlapPlanes.within(grid.range(), atlas.pitchUm(), grid::mapped);
            atlas.count(known);
            planes[pair] = known;
        }
        return known;
    }

    private OverlapGrid grid(int number, int obstacle) {
        int pair = obstacle * maps.figures.length + number;
        OverlapGrid known = grids[pair];
        if (known == null) {
            known = new OverlapGrid(maps.of(number, obstacle, exact));
            grids[pair] = known;
        }
        return known;
    }
}
