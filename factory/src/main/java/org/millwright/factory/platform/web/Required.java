package org.millwright.factory.platform.web;

import java.util.Locale;
import java.util.Map;
import org.millwright.factory.platform.problem.Problem;

/** Checks what was typed into a form. */
public final class Required {
    /** Argument of a {@link Problem} that names the field of the form that it is about. */
    public static final String FIELD = "input";

    private static final int MOST_CHARACTERS = 500;

    private Required() {}

    /**
     * The words without blanks around them. Throws {@link Problem} when there are none, since browsers let blanks pass
     * as filled in, or more than {@value #MOST_CHARACTERS} characters.
     *
     * @param input the name of the field in its form
     * @param label the text key of what the form calls the field
     */
    public static String words(String typed, String input, String label, Pages pages, Locale locale) {
        String words = typed.strip();
        if (words.isEmpty()) {
            throw Problem.of(
                    Problem.Kind.INVALID, "field-empty", Map.of("field", pages.text(label, locale), FIELD, input));
        }
        if (words.length() > MOST_CHARACTERS) {
            throw Problem.of(
                    Problem.Kind.INVALID,
                    "field-long",
                    Map.of("field", pages.text(label, locale), "most", MOST_CHARACTERS, FIELD, input));
        }
        return words;
    }
}
