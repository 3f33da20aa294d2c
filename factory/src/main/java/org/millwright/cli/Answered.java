package org.millwright.cli;

/** Ends a command with words and one of the exit codes of the contract. */
public final class Answered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String hint;
    private final int exitCode;

    public Answered(String detail, String hint, int exitCode) {
        super(detail);
        this.hint = hint;
        this.exitCode = exitCode;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    String hint() {
        return hint;
    }

    int exitCode() {
        return exitCode;
    }
}
