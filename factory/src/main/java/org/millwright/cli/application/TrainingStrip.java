package org.millwright.cli.application;

import java.util.Locale;
import java.util.SplittableRandom;

/** Forty jagged parts of eight kinds on a strip, so that searches for layouts are quick from their first second on. */
final class TrainingStrip {
    private static final int KINDS = 8;
    private static final int COPIES = 5;
    private static final int FEWEST_CORNERS = 7;
    private static final int MORE_CORNERS = 3;

    private TrainingStrip() {}

    /** As an instance in JSON. */
    static String json() {
        var random = new SplittableRandom(1);
        var items = new StringBuilder();
        for (int kind = 0; kind < KINDS; kind++) {
            items.append(kind == 0 ? "" : ",")
                    .append("""
                            {"id":%d,"demand":%d,"allowed_orientations":[0.0,180.0],"shape":{"type":"simple_polygon","data":[%s]}}""".formatted(kind, COPIES, outline(random, FEWEST_CORNERS + MORE_CORNERS * kind)));
        }
        return """
                {"name":"training","strip_height":400.0,"items":[%s]}""".formatted(items);
    }

    private static String outline(SplittableRandom random, int corners) {
        var outline = new StringBuilder();
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double radiusMm = random.nextDouble(30, 60);
            outline.append(i == 0 ? "" : ",")
                    .append(String.format(
                            Locale.ROOT, "[%.3f,%.3f]", radiusMm * Math.cos(angle), radiusMm * Math.sin(angle)));
        }
        return outline.toString();
    }
}
