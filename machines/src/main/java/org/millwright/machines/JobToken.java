package org.millwright.machines;

/**
 * Fences one dispatch: unique per dispatch, grows with time, travels with the program, and starts at most once. Letters,
 * digits and dashes, at most 64 characters.
 */
public record JobToken(String value) {
    public JobToken {
        if (!value.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException(
                    "A job token is 1 to 64 letters, digits and dashes, got '%s'.".formatted(value));
        }
    }
}
