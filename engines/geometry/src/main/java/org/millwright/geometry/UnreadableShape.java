package org.millwright.geometry;

/** A design file that cannot be read: what is wrong and where ({@code detail}), and the way out ({@code hint}). */
public final class UnreadableShape extends Exception {
    private static final long serialVersionUID = 1L;

    private final String hint;

    public UnreadableShape(String detail, String hint) {
        super(detail);
        this.hint = hint;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public String hint() {
        return hint;
    }
}
