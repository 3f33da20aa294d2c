package org.millwright.factory.catalog.font;

import java.util.List;

/** Closed lines of one letter; x and y of each point in turn. Curves are already chords. */
record GlyphContours(List<double[]> lines) {
    GlyphContours {
        lines = List.copyOf(lines);
    }
}
