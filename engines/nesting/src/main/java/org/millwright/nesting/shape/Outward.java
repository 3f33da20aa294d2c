package org.millwright.nesting.shape;

/**
 * Rings whose arcs were flattened to chords, widened so that they cover the arcs: a corner that turns a little, as those of
 * arcs do, moves outward by the height of the arc over its shorter side. Where an arc is hollow its chords lie outside already.
 */
public final class Outward {
    /** A little more than the chord error, so that tangents of the arc take the place of its chords. */
    private static final double MOST_CHORD_ERRORS = 1.02;

    private static final double LARGEST_TURN = Math.toRadians(45);

    private Outward() {}

    /**
     * @param xyMm x, y of each corner in turn, either way round
     * @param hole whether the material lies outside of the ring
     * @param chordErrorMm how far chords may lie inside their arcs; no corner moves by more than {@value #MOST_CHORD_ERRORS} times
     *     as much
     */
    public static double[] ofMm(double[] xyMm, boolean hole, double chordErrorMm) {
        int corners = xyMm.length / 2;
        double[] moved = xyMm.clone();
        // Walked so that the material lies on the left.
        int step = area(xyMm) > 0 == hole ? -1 : 1;
        for (int corner = 0; corner < corners; corner++) {
            int before = 2 * Math.floorMod(corner - step, corners);
            int after = 2 * Math.floorMod(corner + step, corners);
            double inX = xyMm[2 * corner] - xyMm[before], inY = xyMm[2 * corner + 1] - xyMm[before + 1];
            double outX = xyMm[after] - xyMm[2 * corner], outY = xyMm[after + 1] - xyMm[2 * corner + 1];
            double in = Math.hypot(inX, inY), out = Math.hypot(outX, outY);
            double turn = Math.atan2(inX * outY - inY * outX, inX * outX + inY * outY);
            if (in > 0 && out > 0 && turn > 0 && turn <= LARGEST_TURN) {
                double height = Math.min(in, out) / 2 * Math.tan(turn / 2);
                double byMm = Math.min(height, MOST_CHORD_ERRORS * chordErrorMm) / Math.cos(turn / 2);
                double normalX = inY / in + outY / out, normalY = -inX / in - outX / out;
                double length = Math.hypot(normalX, normalY);
                moved[2 * corner] += byMm * normalX / length;
                moved[2 * corner + 1] += byMm * normalY / length;
            }
        }
        return moved;
    }

    private static double area(double[] xy) {
        double twice = 0;
        for (int i = 0; i < xy.length; i += 2) {
            int next = (i + 2) % xy.length;
            twice += xy[i] * xy[next + 1] - xy[next] * xy[i + 1];
        }
        return twice / 2;
    }
}
