package org.millwright.nesting.model;

import java.util.List;

/**
 * What a layout owes beyond quantities, distances and turns. Everything here is checked by the verifier.
 *
 * @param pins copies that lie where somebody wants them; they never move
 * @param pairs items that belong together
 * @param patterns of stock, one per stock at most
 * @param matches items that sit on a pattern, one per item at most
 * @param leadIns room for the cutter to come in, any number per item
 * @param levels shapes of items at several heights, any number per item
 */
public record Constraints(
        List<Placement> pins,
        List<Pair> pairs,
        List<Pattern> patterns,
        List<Match> matches,
        List<LeadIn> leadIns,
        List<Level> levels) {
    private static final Constraints NONE =
            new Constraints(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * Copies with the same number of two items lie on one piece of stock, near each other: both are placed or neither.
     *
     * @param withinMm the boxes around them are at most so far apart along either axis; infinity when one piece of
     *     stock is near enough
     */
    public record Pair(String firstId, String secondId, double withinMm) {}

    /**
     * Stripes or plaid on a stock, beginning at its lower left corner.
     *
     * @param repeatXMm after which it comes again in x; 0 when it does not change in x
     * @param repeatYMm after which it comes again in y; 0 when it does not change in y
     */
    public record Pattern(String stockId, double repeatXMm, double repeatYMm) {}

    /**
     * A point of an item that lies at a certain place of the pattern, wherever stock has one.
     *
     * @param xMm of the point in the item's own coordinates; it is mirrored and turned with the item
     * @param yMm of the point in the item's own coordinates
     * @param phaseXMm from the beginning of a repeat
     * @param phaseYMm from the beginning of a repeat
     * @param toleranceMm by which it may miss that along either axis, at least {@value #LEAST_TOLERANCE_MM}
     */
    public record Match(String itemId, double xMm, double yMm, double phaseXMm, double phaseYMm, double toleranceMm) {
        /** Rounding of turned points and of positions takes some of it. */
        public static final double LEAST_TOLERANCE_MM = 0.01;
    }

    /**
     * A straight way in the waste on which the cutter reaches a contour, in the item's own coordinates. It lies on the
     * stock, and no other part comes nearer to it than its room; other ways may cross it.
     *
     * @param fromXMm where it pierces
     * @param toXMm where it reaches the contour
     * @param roomMm around the whole way
     */
    public record LeadIn(String itemId, double fromXMm, double fromYMm, double toXMm, double toYMm, double roomMm) {}

    /**
     * The shape of an item on one level of height. Two items that both have levels may overlap as long as their shapes
     * on no common level come too close; the shape of the item itself covers all levels and stays on the stock.
     *
     * @param number of the level, 0 to 63
     * @param growMm distance that it owes beyond half the clearance
     */
    public record Level(String itemId, int number, Polygon shape, double growMm) {}

    public Constraints {
        pins = List.copyOf(pins);
        pairs = List.copyOf(pairs);
        patterns = List.copyOf(patterns);
        matches = List.copyOf(matches);
        leadIns = List.copyOf(leadIns);
        levels = List.copyOf(levels);
    }

    /** Nothing beyond the usual. */
    public static Constraints none() {
        return NONE;
    }

    /** The same with these pins and no others. */
    public Constraints withPins(List<Placement> pins) {
        return new Constraints(pins, pairs, patterns, matches, leadIns, levels);
    }

    /** The same with these pairs and no others. */
    public Constraints withPairs(List<Pair> pairs) {
        return new Constraints(pins, pairs, patterns, matches, leadIns, levels);
    }

    /** The same with these patterns and what sits on them, and no others. */
    public Constraints withPatterns(List<Pattern> patterns, List<Match> matches) {
        return new Constraints(pins, pairs, patterns, matches, leadIns, levels);
    }

    /** The same with these ways in and no others. */
    public Constraints withLeadIns(List<LeadIn> leadIns) {
        return new Constraints(pins, pairs, patterns, matches, leadIns, levels);
    }

    /** The same with these levels and no others. */
    public Constraints withLevels(List<Level> levels) {
        return new Constraints(pins, pairs, patterns, matches, leadIns, levels);
    }
}
