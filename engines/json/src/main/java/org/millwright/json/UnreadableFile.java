package org.millwright.json;

/** A file that does not hold what it should; the message says where and what was expected. */
public final class UnreadableFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableFile(String message) {
        super(message);
    }
}
