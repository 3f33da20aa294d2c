package org.millwright.geometry;

/** What a reader does with a file that breaks a rule of its format. */
public enum Strictness {
    /** Reads what can be read without guessing at the shape, and remarks on the rest. */
    LENIENT,
    /** Refuses the file. */
    STRICT
}
