package org.millwright.cli;

/** What the shell gets back. */
public final class ExitCode {
    public static final int DONE = 0;
    /** The input was understood and the answer is no. */
    public static final int NO = 1;
    /** The command was not understood. */
    public static final int USAGE = 2;
    /** The input cannot be read. */
    public static final int UNREADABLE = 3;
    /** Something of ours failed. */
    public static final int FAILED = 4;

    private ExitCode() {}
}
