package org.millwright.processes.cutting;

/**
 * One contour ready to be cut.
 *
 * @param path x, y of each point in turn, beginning and ending at the same point of the contour
 * @param leadX where the beam pierces; equal to the path's first point when there is no room for a lead-in
 */
record Cut(Contour contour, double[] path, double leadX, double leadY) {
    boolean hasLead() {
        return leadX != path[0] || leadY != path[1];
    }

    double leadMm() {
        return Math.hypot(path[0] - leadX, path[1] - leadY);
    }

    double lengthMm() {
        double length = 0;
        for (int i = 2; i < path.length; i += 2) {
            length += Math.hypot(path[i] - path[i - 2], path[i + 1] - path[i - 1]);
        }
        return length;
    }
}
