package org.millwright.processes.cutting;

/** One contour ready to be cut: where the beam pierces and the way round from there. */
final class Cut {
    private final Contour contour;
    private final double[] path;
    private final double leadX;
    private final double leadY;

    /**
     * Takes ownership of {@code path}.
     *
     * @param path x, y of each point in turn, beginning and ending at the same point of the contour
     * @param leadX where the beam pierces; equal to the path's first point when there is no room for a lead-in
     */
    Cut(Contour contour, double[] path, double leadX, double leadY) {
        this.contour = contour;
        this.path = path;
        this.leadX = leadX;
        this.leadY = leadY;
    }

    Contour contour() {
        return contour;
    }

    int size() {
        return path.length / 2;
    }

    double x(int point) {
        return path[2 * point];
    }

    double y(int point) {
        return path[2 * point + 1];
    }

    double leadX() {
        return leadX;
    }

    double leadY() {
        return leadY;
    }

    boolean hasLead() {
        return leadX != path[0] || leadY != path[1];
    }

    double leadMm() {
        return Math.hypot(path[0] - leadX, path[1] - leadY);
    }
}
