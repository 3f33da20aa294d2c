package org.millwright.processes.printing.toolpaths.beads;

/**
 * Lines across a wall: outer ones keep their share of the width and the innermost take what is left. Widths are shares of
 * the wall, without the round sides that reach out of them.
 */
final class Beading {
    /** Walls of one line become two from this many widths on. */
    private static final double SPLIT = 1.51;
    /** A line is added between two from this share of a width on. */
    private static final double ADDED = 0.755;

    private final int count;
    private final double thicknessMm;
    private final double[] widthsMm;
    private final double[] depthsMm;

    private Beading(int count, double thicknessMm, double[] widthsMm, double[] depthsMm) {
        this.count = count;
        this.thicknessMm = thicknessMm;
        this.widthsMm = widthsMm;
        this.depthsMm = depthsMm;
    }

    /** How a nozzle draws. */
    record Rules(double widthMm, double narrowestMm, double featureMm, int mostLines) {}

    /** How many lines fit best; 0 for what is too thin to be drawn. */
    static int count(double thicknessMm, Rules rules) {
        double width = rules.widthMm();
        if (thicknessMm < rules.featureMm()) {
            return 0;
        }
        if (thicknessMm <= 2 * width) {
            return Math.min(rules.mostLines(), thicknessMm > SPLIT * width ? 2 : 1);
        }
        double inner = thicknessMm - 2 * width;
        int whole = (int) (inner / width);
        double least = whole % 2 == 1 ? SPLIT - 1 : ADDED;
        return Math.min(rules.mostLines(), 2 + whole + (inner - whole * width >= least * width ? 1 : 0));
    }

    static Beading of(double thicknessMm, int count, Rules rules) {
        if (count == 0) {
            return new Beading(0, thicknessMm, new double[0], new double[0]);
        }
        int sides = (count + 1) / 2;
        var widths = new double[sides];
        var depths = new double[sides];
        double left = thicknessMm;
        double depth = 0;
        for (int line = 0; line < sides; line++) {
            int lines = count - 2 * line;
            boolean shares = lines <= 2;
            widths[line] = shares ? left / lines : rules.widthMm();
            depths[line] = lines == 1 ? thicknessMm / 2 : depth + widths[line] / 2;
            depth += widths[line];
            left -= 2 * widths[line];
        }
        if (count == rules.mostLines() && count % 2 == 0 && thicknessMm >= (count + 1) * rules.widthMm()) {
            // What is thicker than that is left for infill.
            return of(count * rules.widthMm(), count, rules);
        }
        if (count == 1) {
            widths[0] = Math.max(widths[0], rules.narrowestMm());
        }
        return new Beading(count, thicknessMm, widths, depths);
    }

    /** These lines with widths and depths that are partly those of others, which are fewer or as many. */
    Beading mixed(Beading others, double share) {
        double[] widths = widthsMm.clone(), depths = depthsMm.clone();
        for (int line = 0; line < Math.min(widths.length, others.widthsMm.length); line++) {
            widths[line] += share * (others.widthsMm[line] - widths[line]);
            depths[line] += share * (others.depthsMm[line] - depths[line]);
        }
        return new Beading(count, thicknessMm, widths, depths);
    }

    int count() {
        return count;
    }

    double widthMm(int line) {
        return widthsMm[line];
    }

    /** How deep the line's middle lies; that of a line in the middle of the wall is half the thickness. */
    double depthMm(int line) {
        return depthsMm[line];
    }

    boolean hasMiddle() {
        return count % 2 == 1;
    }

    /** Lines on each side of the middle. */
    int sides() {
        return count / 2;
    }
}
