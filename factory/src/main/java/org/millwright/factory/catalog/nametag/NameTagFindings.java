package org.millwright.factory.catalog.nametag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Point;
import org.millwright.geometry.Region;
import org.millwright.geometry.Severity;
import org.millwright.processes.NarrowPlaces;

/** What is to be said about a name tag before it is printed. */
public final class NameTagFindings {
    /** A stroke needs a line of the nozzle to and one back. */
    private static final double LINES = 2;

    private NameTagFindings() {}

    /**
     * Strokes thinner than the nozzle can draw, and a tag larger than the plate.
     *
     * @param nozzleMm of the factory's finest printer
     * @param plateWidthMm room of its largest plate
     * @param plateDepthMm the other side
     */
    public static List<Finding> of(NameTagShape shape, double nozzleMm, double plateWidthMm, double plateDepthMm) {
        List<Finding> findings = new ArrayList<>();
        Bounds box = new Outline(List.of(shape.plate()), List.of()).bounds();
        double longSide = Math.max(box.sizeX(), box.sizeY());
        double shortSide = Math.min(box.sizeX(), box.sizeY());
        if (longSide > Math.max(plateWidthMm, plateDepthMm) || shortSide > Math.min(plateWidthMm, plateDepthMm)) {
            findings.add(Finding.of("tag-too-large", Severity.BLOCKING)
                    .with(Map.of("width", plateWidthMm, "depth", plateDepthMm))
                    .measured(longSide, Math.max(plateWidthMm, plateDepthMm)));
        }
        double limit = LINES * nozzleMm;
        NarrowPlaces.@Nullable Thin thinnest = null;
        for (Region letter : shape.letters()) {
            NarrowPlaces.Thin thin = NarrowPlaces.thinnestStrip(letter, thinnest == null ? limit : thinnest.widthMm());
            thinnest = thin == null ? thinnest : thin;
        }
        if (thinnest != null) {
            findings.add(Finding.of("letter-stroke", Severity.WARNING)
                    .with(Map.of("nozzle", nozzleMm, "value", rounded(thinnest.widthMm()), "limit", rounded(limit)))
                    .measured(thinnest.widthMm(), limit)
                    .at(new Point(thinnest.x(), thinnest.y(), shape.tag().plateMm())));
        }
        return List.copyOf(findings);
    }

    private static double rounded(double mm) {
        return Math.round(mm * 100) / 100.0;
    }
}
