package org.millwright.factory.platform.web;

import java.util.Locale;
import java.util.Map;
import org.millwright.factory.platform.problem.Problem;

/** Checks what was typed into a form. */
public final class Required {
    private Required() {}

    /**
     * The words without blanks around them. Throws {@link Problem} when there are none, since browsers let blanks pass
     * as filled in.
     *
     * @param label the text key of what the form calls the field
     */
    public static String words(String typed, String label, Pages pages, Locale locale) {
        String words = typed.strip();
        if (words.isEmpty()) {
            throw Problem.of(Problem.Kind.INVALID, "field-empty", Map.of("field", pages.text(label, locale)));
        }
        return words;
    }
}
