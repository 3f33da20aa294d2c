package org.millwright.nesting.io;

/**
 * What an instance file does not say.
 *
 * @param clearanceMm least distance between two parts
 * @param marginMm least distance to the edge
 * @param outlines reads the drawings that a cut list names
 */
public record Rules(double clearanceMm, double marginMm, OutlineReader outlines) {
    /** Parts may touch each other and the edge; no drawings. */
    public static Rules none() {
        return new Rules(0, 0, OutlineReader.none());
    }
}
