package org.millwright.geometry.reading.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.curve.Affine;
import org.millwright.geometry.curve.Curve;

/** Collects the curves of all visible elements, each reference replaced by what it refers to. */
final class SvgDrawing {
    /** Their content is drawn only where something refers to it. */
    private static final Set<String> DEFINITIONS = Set.of(
            "defs",
            "symbol",
            "clipPath",
            "mask",
            "marker",
            "pattern",
            "linearGradient",
            "radialGradient",
            "filter",
            "metadata",
            "title",
            "desc",
            "style");

    private static final Set<String> LEFT_OUT = Set.of("text", "image");
    /** References inside of what is referred to, one in the other. */
    private static final int DEEPEST_REFERENCES = 32;
    /** Elements in each other, references followed. */
    private static final int DEEPEST = 1_000;
    /** References that are followed in all: few lines of text could ask for billions. */
    private static final int MOST_REFERENCES = 100_000;

    private final Map<String, SvgElement> named;
    private final ReadLimits limits;
    private final List<Curve> curves = new ArrayList<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private final List<SvgElement> referred = new ArrayList<>();
    private int references;
    private int visited;
    private int depth;

    SvgDrawing(Map<String, SvgElement> named, ReadLimits limits) {
        this.named = named;
        this.limits = limits;
    }

    List<Curve> curves() {
        return curves;
    }

    /** How many elements of each kind were not drawn. */
    Map<String, Integer> leftOut() {
        return leftOut;
    }

    void draw(SvgElement root) throws UnreadableShape {
        draw(root, Affine.IDENTITY);
    }

    private void draw(SvgElement element, Affine around) throws UnreadableShape {
        if (element.hidden() || DEFINITIONS.contains(element.name())) {
            return;
        }
        if (element.problem() != null) {
            throw element.problem();
        }
        Affine own = around.after(element.map());
        if (LEFT_OUT.contains(element.name())) {
            leftOut.merge(element.name(), 1, Integer::sum);
        } else if (element.name().equals("use")) {
            refer(element, own);
        } else {
            contents(element, own);
        }
    }

    private void contents(SvgElement element, Affine own) throws UnreadableShape {
        for (Curve curve : element.curves()) {
            curves.add(curve.transformed(own));
        }
        visited++;
        if (Math.max(curves.size(), visited) > limits.segments()) {
            throw new UnreadableShape(
                    "The SVG file has more than %d curves.".formatted(limits.segments()), "Simplify the drawing.");
        }
        if (++depth > DEEPEST) {
            throw new UnreadableShape(
                    "The SVG file nests more than %d elements, those it refers to included.".formatted(DEEPEST),
                    "Ungroup the drawing and save it again.");
        }
        for (SvgElement child : element.children()) {
            draw(child, own);
        }
        depth--;
    }

    private void refer(SvgElement use, Affine own) throws UnreadableShape {
        @Nullable SvgElement target = use.refersTo() == null ? null : named.get(use.refersTo());
        if (target == null) {
            leftOut.merge("use", 1, Integer::sum);
            return;
        }
        if (referred.contains(target) || referred.size() >= DEEPEST_REFERENCES) {
            throw new UnreadableShape(
                    "The SVG file's use of '%s' leads back to itself or through more than %d others."
                            .formatted(use.refersTo(), DEEPEST_REFERENCES),
                    "Replace clones by copies (unlink them) and save the drawing again.");
        }
        if (++references > MOST_REFERENCES) {
            throw new UnreadableShape(
                    "The SVG file repeats parts of itself more than %d times.".formatted(MOST_REFERENCES),
                    "Simplify the drawing.");
        }
        referred.add(target);
        if (target.name().equals("symbol") && !target.hidden()) {
            if (target.problem() != null) {
                throw target.problem();
            }
            contents(target, own.after(target.map()).after(target.shownIn(use.window())));
        } else {
            draw(target, own);
        }
        referred.removeLast();
    }
}
