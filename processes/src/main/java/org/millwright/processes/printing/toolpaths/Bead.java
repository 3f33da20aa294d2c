package org.millwright.processes.printing.toolpaths;

/**
 * A drawn line is a rectangle with half-round sides, {@code widthMm} wide and one layer high; neighbours are set
 * {@link #spacingMm()} apart so that their round sides fill the gap between them.
 */
record Bead(double widthMm, double heightMm) {
    /** Distance between neighbouring lines of a closed surface. */
    double spacingMm() {
        return widthMm - heightMm * (1 - Math.PI / 4);
    }

    double areaMm2() {
        return spacingMm() * heightMm;
    }
}
