package org.millwright.processes;

/** No program can be made: why ({@code detail}) and the way out ({@code hint}). */
public final class ProgramRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String hint;

    public ProgramRefused(String detail, String hint) {
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
