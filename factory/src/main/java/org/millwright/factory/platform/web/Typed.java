package org.millwright.factory.platform.web;

import java.util.Map;
import java.util.regex.Pattern;
import org.millwright.factory.platform.problem.Problem;

/** Reads numbers as people type them. */
public final class Typed {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}([.,]\\d{0,9})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final int SHOWN = 30;

    private Typed() {}

    /**
     * A number from 0 to below 1,000,000,000, with a point or a comma.
     *
     * @param input the name of the field in its form
     * @throws Problem {@code number-unreadable}
     */
    public static double number(String typed, String input) {
        String text = typed.strip();
        if (!NUMBER.matcher(text).matches()) {
            throw unreadable(text, input);
        }
        return Double.parseDouble(text.replace(',', '.'));
    }

    /**
     * A whole number from 0 to 999,999,999.
     *
     * @param input the name of the field in its form
     * @throws Problem {@code number-unreadable}
     */
    public static int whole(String typed, String input) {
        String text = typed.strip();
        if (!WHOLE.matcher(text).matches()) {
            throw unreadable(text, input);
        }
        return Integer.parseInt(text);
    }

    private static Problem unreadable(String text, String input) {
        String shown = text.codePointCount(0, text.length()) > SHOWN
                ? text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…"
                : text;
        return Problem.of(Problem.Kind.INVALID, "number-unreadable", Map.of("typed", shown, Required.FIELD, input));
    }
}
