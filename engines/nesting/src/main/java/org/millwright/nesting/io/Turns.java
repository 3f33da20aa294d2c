package org.millwright.nesting.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.millwright.nesting.model.Orientations;

/** How parts may be turned, as people type it. */
public final class Turns {
    private static final double STEEPEST_DEG = 90;

    private Turns() {}

    /**
     * Reads angles in degrees and upward ranges of them such as {@code 80..100}, separated by spaces; {@code any};
     * {@code grain}, which is along the stock and end for end; or {@code grain 3} for a tilt of so many degrees. Nothing
     * means quarter turns.
     *
     * @throws IllegalArgumentException saying what it should be, as a phrase that goes after "should be"
     */
    public static Orientations of(String text) {
        String turns = text.strip().toLowerCase(Locale.ROOT);
        if (turns.isEmpty()) {
            return Orientations.of(0, 90, 180, 270);
        }
        if (turns.equals("any")) {
            return Orientations.any();
        }
        String[] words = turns.split(" +", -1);
        return words[0].equals("grain") ? grain(words) : listed(words);
    }

    private static Orientations grain(String[] words) {
        double tiltDeg = words.length == 1 ? 0 : degrees(words[1]);
        if (words.length > 2 || !(tiltDeg >= 0 && tiltDeg <= STEEPEST_DEG)) {
            throw new IllegalArgumentException("grain and a tilt of 0 to 90 degrees");
        }
        return Orientations.grain(tiltDeg, true);
    }

    private static Orientations listed(String[] words) {
        List<Orientations.Range> ranges = new ArrayList<>();
        for (String word : words) {
            int dots = word.indexOf("..");
            double from = degrees(dots < 0 ? word : word.substring(0, dots));
            double to = dots < 0 ? from : degrees(word.substring(dots + 2));
            if (!(to >= from && to - from <= 360 && Math.abs(from) <= 3600)) {
                throw new IllegalArgumentException("angles, or ranges upward such as 80..100");
            }
            ranges.add(new Orientations.Range(from, to));
        }
        return new Orientations(ranges, false);
    }

    private static double degrees(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("any, grain, or angles in degrees separated by spaces", notANumber);
        }
    }
}
