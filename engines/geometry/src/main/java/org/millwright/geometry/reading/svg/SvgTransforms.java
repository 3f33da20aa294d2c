package org.millwright.geometry.reading.svg;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.curve.Affine;

/** The transform attribute: a list of maps, the last one applied first. */
final class SvgTransforms {
    private static final Pattern FUNCTION = Pattern.compile("([A-Za-z]+)\\s*\\(([^()]*)\\)");
    private static final int LONGEST = 10_000;

    private SvgTransforms() {}

    static Affine parse(@Nullable String text) throws UnreadableShape {
        Affine map = Affine.IDENTITY;
        if (text == null || text.isBlank() || text.strip().equals("none")) {
            return map;
        }
        if (text.length() > LONGEST) {
            throw broken(text);
        }
        Matcher functions = FUNCTION.matcher(text);
        boolean found = false;
        while (functions.find()) {
            found = true;
            map = map.after(function(functions.group(1), new SvgNumbers(functions.group(2)).rest(), text));
        }
        if (!found) {
            throw broken(text);
        }
        return map;
    }

    private static Affine function(String name, double[] n, String text) throws UnreadableShape {
        return switch (name + n.length) {
            case "matrix6" -> new Affine(n[0], n[1], n[2], n[3], n[4], n[5]);
            case "translate1" -> Affine.translation(n[0], 0);
            case "translate2" -> Affine.translation(n[0], n[1]);
            case "scale1" -> Affine.scaling(n[0], n[0]);
            case "scale2" -> Affine.scaling(n[0], n[1]);
            case "rotate1" -> Affine.rotation(n[0]);
            case "rotate3" ->
                Affine.translation(n[1], n[2]).after(Affine.rotation(n[0])).after(Affine.translation(-n[1], -n[2]));
            case "skewX1" -> new Affine(1, 0, Math.tan(Math.toRadians(n[0])), 1, 0, 0);
            case "skewY1" -> new Affine(1, Math.tan(Math.toRadians(n[0])), 0, 1, 0, 0);
            default -> throw broken(text);
        };
    }

    private static UnreadableShape broken(String text) {
        return new UnreadableShape(
                "The SVG file has the transform '%s', which SVG does not know."
                        .formatted(text.length() > 60 ? text.substring(0, 60) + "…" : text),
                "Save the drawing again from the program it was drawn in.");
    }
}
