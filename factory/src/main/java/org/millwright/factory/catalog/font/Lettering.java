package org.millwright.factory.catalog.font;

import java.util.ArrayList;
import java.util.List;
import org.millwright.geometry.Region;
import org.millwright.geometry.outline.WindingUnion;

/** A line of text as flat pieces of material: letters beside each other with kerning, where they touch made one. */
public final class Lettering {
    private Lettering() {}

    /**
     * From the left end of the line at x 0, standing on y 0.
     *
     * @param capitalsMm height of the capital letters
     * @throws IllegalArgumentException when the font lacks a character
     */
    public static List<Region> of(String text, TrueTypeFont font, double capitalsMm) {
        double em = capitalsMm / font.capitals();
        List<double[]> loops = new ArrayList<>();
        double x = 0;
        int before = -1;
        for (int codePoint : text.codePoints().toArray()) {
            x += before < 0 ? 0 : font.kerning(before, codePoint) * em;
            for (double[] contour : font.contours(codePoint).lines()) {
                loops.add(placed(contour, em, x));
            }
            x += font.advance(codePoint) * em;
            before = codePoint;
        }
        return WindingUnion.of(loops);
    }

    /** TrueType letters run clockwise; ours counter-clockwise. */
    private static double[] placed(double[] contour, double em, double dx) {
        double[] placed = new double[contour.length];
        for (int i = 0; i < contour.length; i += 2) {
            int from = contour.length - 2 - i;
            placed[i] = contour[from] * em + dx;
            placed[i + 1] = contour[from + 1] * em;
        }
        return placed;
    }
}
