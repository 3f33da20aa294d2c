package org.millwright.nesting.model;

import java.util.ArrayList;
import java.util.List;

/**
 * How a part may be turned: in steps, within ranges, or any way; and whether it may be turned over.
 *
 * @param ranges allowed rotations, counter-clockwise; a range of one angle is a step
 * @param mirrorable whether the mirror image may be cut as well
 */
public record Orientations(List<Range> ranges, boolean mirrorable) {
    private static final double TOLERANCE_DEG = 1e-9;
    private static final Range FULL_TURN = new Range(0, 360);

    /** From one angle counter-clockwise to another that is not smaller, at most a full turn further. */
    public record Range(double fromDeg, double toDeg) {
        public Range {
            if (!(toDeg >= fromDeg && toDeg - fromDeg <= 360 && Math.abs(fromDeg) <= 3600)) {
                throw new IllegalArgumentException(
                        "Rotations from %s to %s degrees are not a range. Maybe swap them?".formatted(fromDeg, toDeg));
            }
        }

        boolean holds(double degrees) {
            double turn = (degrees - fromDeg) % 360;
            double above = turn < 0 ? turn + 360 : turn;
            return above <= toDeg - fromDeg + TOLERANCE_DEG || above >= 360 - TOLERANCE_DEG;
        }
    }

    public Orientations {
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("A part needs at least one allowed rotation. Maybe 0?");
        }
        ranges = List.copyOf(ranges);
    }

    /** Every rotation. */
    public static Orientations any() {
        return new Orientations(List.of(FULL_TURN), false);
    }

    /** These rotations and no others. */
    public static Orientations of(double... degrees) {
        List<Range> steps = new ArrayList<>();
        for (double step : degrees) {
            steps.add(new Range(step, step));
        }
        return new Orientations(steps, false);
    }

    /**
     * Along the grain of the stock, which runs in x.
     *
     * @param tiltDeg how far a part may deviate from it, 0 to 90
     * @param bothWays whether the part may also be turned end for end
     */
    public static Orientations grain(double tiltDeg, boolean bothWays) {
        Range along = new Range(-tiltDeg, tiltDeg);
        return new Orientations(
                bothWays ? List.of(along, new Range(180 - tiltDeg, 180 + tiltDeg)) : List.of(along), false);
    }

    /** The same, also turned over. */
    public Orientations mirrored() {
        return new Orientations(ranges, true);
    }

    public boolean allows(double degrees, boolean mirrored) {
        return (mirrorable || !mirrored) && ranges.stream().anyMatch(range -> range.holds(degrees));
    }

    /** Whether only single angles are allowed. */
    public boolean isStepped() {
        return ranges.stream().allMatch(range -> range.fromDeg == range.toDeg);
    }

    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        for (Range range : ranges) {
            words.add(range.fromDeg == range.toDeg ? "" + range.fromDeg : range.fromDeg + " to " + range.toDeg);
        }
        return String.join(", ", words) + (mirrorable ? ", also mirrored" : "");
    }
}
