package org.millwright.nesting.lookup;

import org.jspecify.annotations.Nullable;
import org.millwright.nesting.shape.Figure;

/**
 * {@link OverlapPlanes} of all pairs of figures of parts that turn in steps, each drawn when first asked for, until they take
 * too much memory. For one thread.
 */
public final class OverlapAtlas {
    private static final int MOST_FIGURES = 256;

    /** Drawing pictures of so many takes little time, whatever measures the losses. */
    private static final int FEW_FIGURES = 128;

    /** 64 MB; each pair of figures takes about 4 kB. */
    private static final long MOST_WORDS = 1L << 23;

    /** From one place to the next is so much of the mean part's lesser extent. */
    private static final double PITCH = 1.0 / 8;

    /** A part has no more places than this across, however small the others are. */
    private static final int MOST_ACROSS = 64;

    private static final double LEAST_PITCH_UM = 10;

    private final double pitchUm;
    private final Figure[] figures;
    private final @Nullable OverlapPlanes[] planes;
    /** For each figure the number of the one that is half a turn of it, or -1. */
    private final int[] opposite;

    private final Losses losses;
    private long drawnWords;

    /**
     * Nothing drawn yet.
     *
     * @param numbered figures by their numbers; with too many nothing is drawn
     * @param meanNarrowUm lesser extent of a part in the mean, µm
     * @param losses asked for when a picture is drawn
     */
    public OverlapAtlas(Figure[] numbered, double meanNarrowUm, Losses losses) {
        double largestUm = 0;
        for (Figure figure : numbered) {
            largestUm = Math.max(largestUm, Math.max(figure.maxX - figure.minX, figure.maxY - figure.minY));
        }
        pitchUm = Math.max(LEAST_PITCH_UM, Math.max(PITCH * meanNarrowUm, largestUm / MOST_ACROSS));
        figures = numbered.length <= MOST_FIGURES ? numbered : new Figure[0];
        planes = new OverlapPlanes[figures.length * figures.length];
        opposite = HalfTurns.opposites(figures);
        this.losses = losses;
    }

    /** How much the figure with one number and that with another overlap where the second lies so far from the first. */
    public interface Losses {
        double loss(int moved, int around, double dx, double dy);
    }

    /** Whether anything may be drawn still. */
    public boolean isUsed() {
        return figures.length > 0 && drawnWords < MOST_WORDS;
    }

    /** Counts pictures drawn elsewhere. */
    void count(OverlapPlanes drawn) {
        drawnWords += drawn.wordCount();
    }

    /** Whether drawing pays even in brief searches. */
    public boolean isCheap() {
        return figures.length <= FEW_FIGURES;
    }

    /** From one place to the next, along both axes, µm. */
    public double pitchUm() {
        return pitchUm;
    }

    /** Where the figure with one number overlaps the figure with another number around which it is moved. */
    public OverlapPlanes planes(int moved, int around) {
        OverlapPlanes known = planes[moved * figures.length + around];
        if (known != null) {
            return known;
        }
        OverlapPlanes[] both = OverlapPlanes.ofBoth(
                figures[moved], figures[around], pitchUm, (dx, dy) -> losses.loss(moved, around, dx, dy));
        drawnWords += both[0].wordCount() + both[1].wordCount();
        put(moved, around, both[0]);
        put(around, moved, both[1]);
        if (opposite[moved] >= 0 && opposite[around] >= 0) {
            put(opposite[around], opposite[moved], both[0]);
            put(opposite[moved], opposite[around], both[1]);
        }
        return both[0];
    }

    private void put(int moved, int around, OverlapPlanes drawn) {
        planes[moved * figures.length + around] = drawn;
    }
}
