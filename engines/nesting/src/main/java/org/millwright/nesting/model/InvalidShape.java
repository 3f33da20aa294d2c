package org.millwright.nesting.model;

/** A shape that cannot be nested; the message says why. */
public final class InvalidShape extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidShape(String message) {
        super(message);
    }
}
