package org.millwright.machines;

/** What became of a command. There is no boolean: not knowing is an answer of its own. */
public sealed interface CommandOutcome {
    /** The machine took it. */
    record Accepted() implements CommandOutcome {}

    /** The machine refused it; nothing changed. */
    record Rejected(String code, String text) implements CommandOutcome {}

    /** No answer: it may or may not have been taken. Read the state; never send again blindly. */
    record Indeterminate(String text) implements CommandOutcome {}
}
