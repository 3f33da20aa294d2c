package org.millwright.factory.platform.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.problem.Problem;

/** Checks what a request brought. */
public final class Given {
    private Given() {}

    /** The value. Throws {@link Problem} {@code api-field-missing} when it is not there. */
    public static <T> T required(@Nullable T value, String field) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw Problem.of(Problem.Kind.INVALID, "api-field-missing", Map.of("field", field));
        }
        return value;
    }
}
