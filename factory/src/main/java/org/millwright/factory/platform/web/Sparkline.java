package org.millwright.factory.platform.web;

import java.util.List;
import java.util.Locale;

/** A small line that shows how a figure went, oldest value first, in a box of 100 by 24. */
public record Sparkline(List<Double> values) {
    private static final double WIDTH = 100;
    private static final double HEIGHT = 24;
    private static final double INSET = 2;

    public Sparkline {
        values = List.copyOf(values);
    }

    /** Whether there is a line to draw. */
    public boolean isDrawn() {
        return values.size() > 1;
    }

    /** SVG path data; empty for fewer than two values. */
    public String path() {
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double span = high > low ? high - low : 1;
        var path = new StringBuilder();
        for (int i = 0; isDrawn() && i < values.size(); i++) {
            double x = INSET + i * (WIDTH - 2 * INSET) / (values.size() - 1);
            double y = HEIGHT - INSET - (values.get(i) - low) / span * (HEIGHT - 2 * INSET);
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", x, y));
        }
        return path.toString();
    }
}
