package org.millwright.geometry.reading.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.Finding;
import org.millwright.geometry.LengthUnit;
import org.millwright.geometry.Outline;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.Severity;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.curve.Curve;
import org.millwright.geometry.outline.assembly.DrawingAssembly;

/** The last step that all drawings share: from curves in the file's unit to a design file. */
public final class Drawings {
    private Drawings() {}

    /** @param leftOut how many things of each kind were not taken over */
    public static DesignFile designFile(
            String format,
            List<Curve> curves,
            @Nullable LengthUnit declared,
            Map<String, Integer> leftOut,
            ReadLimits limits)
            throws UnreadableShape {
        if (curves.isEmpty()) {
            String others = leftOut.isEmpty() ? "" : "; it holds only: " + String.join(", ", leftOut.keySet());
            throw new UnreadableShape(
                    "The drawing holds no line or curve that could be cut%s.".formatted(others),
                    "Maybe convert texts and images to paths, make hidden layers visible, and save it again.");
        }
        LengthUnit likely = declared != null ? declared : UnitGuess.of(longestSide(curves));
        Outline outline = DrawingAssembly.of(curves, likely.mm(), limits);
        if (outline.regions().isEmpty() && outline.openChains().isEmpty()) {
            throw new UnreadableShape(
                    "All lines of the drawing have no length.", "Maybe the drawing was scaled to nothing: check it.");
        }
        var remarks = new ArrayList<>(outline.remarks());
        leftOut.forEach((kind, count) ->
                remarks.add(Finding.of("left-out", Severity.REVIEW).with(Map.of("kind", kind, "count", count))));
        return new DesignFile(format, declared, likely, new Outline(outline.regions(), outline.openChains(), remarks));
    }

    private static double longestSide(List<Curve> curves) {
        double minX = Double.POSITIVE_INFINITY, minY = minX, maxX = Double.NEGATIVE_INFINITY, maxY = maxX;
        for (Curve curve : curves) {
            double[] frame = curve.frame();
            for (int i = 0; i < frame.length; i += 2) {
                minX = Math.min(minX, frame[i]);
                maxX = Math.max(maxX, frame[i]);
                minY = Math.min(minY, frame[i + 1]);
                maxY = Math.max(maxY, frame[i + 1]);
            }
        }
        return Math.max(maxX - minX, maxY - minY);
    }
}
