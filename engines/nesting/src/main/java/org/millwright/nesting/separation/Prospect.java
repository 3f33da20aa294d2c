package org.millwright.nesting.separation;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.millwright.nesting.lookup.OverlapAtlas;
import org.millwright.nesting.lookup.OverlapPlanes;
import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Turns;

/**
 * Looks over a whole bin for places where a figure would overlap little. Of a lattice of places those are struck out
 * where the weighted loss with any one part exceeds a level; the level is lowered until few places are left.
 */
final class Prospect {
    /** So many places are worth a closer look. */
    private static final int MOST_PLACES = 32;

    private static final int ENOUGH_PLACES = 3;
    /** The lowest level looked at, in half octaves below the highest. */
    private static final int DEPTH = 24;

    /** With more parts looking over all of them takes longer than it is worth. */
    private static final int MOST_PARTS = 400;

    private static final int MOST_WORDS = 8192;

    private final Arrangement arrangement;
    private final SplittableRandom random;
    private final OverlapAtlas atlas;
    private final double pitch;
    private final OverlapPlanes[] planes;
    /** Number of the first column and row of the picture on the lattice of each part. */
    private final int[] column;

    private final int[] row;
    /** How many levels a pair's weight is worth. */
    private final int[] heavier;

    private int parts;
    private long[] free = new long[0];
    private int columns;
    private int rows;
    private int words;
    /** How far below the highest level the last search ended. */
    private int below;

    /** Where the places found are. */
    final double[] x = new double[MOST_PLACES];

    final double[] y = new double[MOST_PLACES];

    Prospect(Arrangement arrangement, SplittableRandom random) {
        this.arrangement = arrangement;
        this.random = random;
        atlas = arrangement.lookups.atlas;
        pitch = atlas.pitchUm();
        planes = new OverlapPlanes[arrangement.bodies];
        column = new int[arrangement.bodies];
        row = new int[arrangement.bodies];
        heavier = new int[arrangement.bodies];
    }

    /**
     * Whether a part's places in a bin can be looked over. Not where something else than other parts and known obstacles
     * says where it may be.
     */
    boolean covers(int i, int bin) {
        Turns turns = arrangement.scene.turns[i];
        return atlas.isUsed()
                && arrangement.parts <= MOST_PARTS
                && (arrangement.bodies == arrangement.parts || arrangement.knowsObstacles())
                && !arrangement.scene.duties.latticed
                && arrangement.scene.duties.partner[i] < 0
                && isDrawable(bin)
                && turns.stepped
                && turns.steps[0].step >= 0;
    }

    private boolean isDrawable(int bin) {
        // Pictures of obstacles are of the whole bin, however short the strip has become.
        boolean whole = arrangement.bodies > arrangement.parts;
        double end = whole ? arrangement.scene.binMaxX[bin] : arrangement.endX[bin];
        double across = (end - arrangement.scene.binMinX[bin]) / pitch + 2;
        double up = (arrangement.scene.binMaxY[bin] - arrangement.scene.binMinY[bin]) / pitch + 2;
        return across * (up / Long.SIZE + 1) <= MOST_WORDS;
    }

    /**
     * Finds places for a figure in a bin where it weighs less than so much with any one other part, to about half an
     * octave and half a step of the lattice.
     *
     * @return how many places there are in {@link #x} and {@link #y}
     */
    int find(int i, Figure f, int bin, double bound) {
        double loX = arrangement.loX(f, bin);
        double loY = arrangement.loY(f, bin);
        double hiX = arrangement.hiX(f, bin);
        double hiY = arrangement.hiY(f, bin);
        if (loX > hiX || loY > hiY) {
            return 0;
        }
        reset(hiX - loX, hiY - loY);
        meet(i, f, bin, loX, loY);
        int count = narrow(OverlapPlanes.level((float) bound));
        if (count == 0) {
            return 0;
        }
        int found = take(count);
        for (int k = 0; k < found; k++) {
            x[k] = Math.min(hiX, loX + x[k] * pitch);
            y[k] = Math.min(hiY, loY + y[k] * pitch);
        }
        return found;
    }

    private void reset(double width, double height) {
        columns = (int) Math.ceil(width / pitch) + 1;
        rows = (int) Math.ceil(height / pitch) + 1;
        words = (rows + Long.SIZE - 1) / Long.SIZE;
        if (free.length < columns * words) {
            free = new long[columns * words];
        }
    }

    /** Lays the lattices of all parts of a bin, and of what does not move there, over one that begins where the figure may lie. */
    private void meet(int i, Figure f, int bin, double loX, double loY) {
        int own = arrangement.scene.numberOf(i, f);
        parts = 0;
        for (int j = 0; j < arrangement.parts; j++) {
            if (j != i && arrangement.bin[j] == bin && arrangement.number(j) >= 0) {
                lay(atlas.planes(own, arrangement.number(j)), i, j, loX, loY);
            }
        }
        for (int o = 0; o < arrangement.scene.obstacles.length; o++) {
            if (arrangement.scene.obstacleBin[o] == bin && arrangement.scene.keepsOff[i][o]) {
                lay(arrangement.planes(own, o), i, arrangement.parts + o, loX, loY);
            }
        }
    }

    private void lay(OverlapPlanes around, int i, int j, double loX, double loY) {
        planes[parts] = around;
        column[parts] = (int) Math.round((loX - arrangement.x[j]) / pitch);
        row[parts] = (int) Math.round((loY - arrangement.y[j]) / pitch);
        heavier[parts] = OverlapPlanes.level(arrangement.weight(i, j)) - OverlapPlanes.level(1);
        parts++;
    }

    /**
     * Finds a level at which few places are left, beginning with how far it was below the highest the last time; returns how
     * many they are.
     */
    private int narrow(int highest) {
        int low = highest - DEPTH;
        int high = highest + 1;
        int level = highest - below;
        int step = 1;
        while (true) {
            int count = strike(level);
            if (count > MOST_PLACES) {
                high = level;
            } else {
                low = level;
            }
            boolean few = count <= MOST_PLACES && (count >= ENOUGH_PLACES || level == highest);
            if (few || high - low <= 1) {
                below = highest - level;
                return count > 0 || high > highest ? count : strike(high);
            }
            if (high <= highest && low > highest - DEPTH) {
                level = (low + high) >>> 1;
            } else {
                level = count > MOST_PLACES ? Math.max(low + 1, level - step) : Math.min(highest, level + step);
                step *= 2;
            }
        }
    }

    /** Strikes out what weighs more than a level with any part; returns how many places are left. */
    private int strike(int level) {
        int used = columns * words;
        Arrays.fill(free, 0, used, -1L);
        int over = words * Long.SIZE - rows;
        for (int last = used - columns; last < used; last++) {
            free[last] >>>= over;
        }
        for (int n = 0; n < parts; n++) {
            planes[n].strike(free, columns, words, column[n], row[n], level + 1 - heavier[n]);
        }
        int count = 0;
        for (int at = 0; at < used; at++) {
            count += Long.bitCount(free[at]);
        }
        return count;
    }

    /** Takes all places, or some of them evenly when there are many, as columns and rows. */
    private int take(int count) {
        int every = (count + MOST_PLACES - 1) / MOST_PLACES;
        int skip = every == 1 ? 0 : random.nextInt(every);
        int found = 0;
        for (int at = 0; at < columns * words; at++) {
            for (long left = free[at]; left != 0; left &= left - 1) {
                if (skip-- == 0) {
                    x[found] = at % columns;
                    y[found++] = at / columns * Long.SIZE + Long.numberOfTrailingZeros(left);
                    skip = every - 1;
                }
            }
        }
        return found;
    }
}
