package org.millwright.factory.production.crash;

/** The program was killed here. An error, so that nothing in the program takes it for a failure it may handle. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(String where) {
        super(where);
    }
}
