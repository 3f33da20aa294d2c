package org.millwright.processes.manufacturability;

import java.util.List;
import java.util.Map;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Point;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.Severity;
import org.millwright.geometry.outline.OutlineFindings;
import org.millwright.geometry.outline.Regions;
import org.millwright.processes.NarrowPlaces;

/** What is looked at on flat parts: closed loops, lines drawn twice, webs and holes against thickness and kerf, loose pieces. */
final class SheetRules {
    private static final double USUAL_KERF_MM = 0.2;
    private static final double USUAL_THICKNESS_MM = 3;

    private SheetRules() {}

    static void judge(Outline outline, Map<String, Double> values, Notes notes) {
        for (Finding finding : OutlineFindings.of(outline)) {
            // Lines that do not close cannot be cut: nobody knows which side is waste.
            boolean open = finding.check().equals("open-chains");
            if (open && !outline.openChains().isEmpty()) {
                notes.add(Finding.of("lines-not-closed", Severity.BLOCKING)
                        .with(Map.of("count", outline.openChains().size()))
                        .at(outline.openChains().getFirst().points().getFirst()));
            } else if (!open) {
                notes.add(finding);
            }
        }
        double thickness = values.getOrDefault("thicknessMm", USUAL_THICKNESS_MM);
        double kerf = values.getOrDefault("kerfMm", USUAL_KERF_MM);
        size(outline, values, notes);
        for (Region region : outline.regions()) {
            for (Ring hole : region.holes()) {
                hole(hole, thickness, kerf, notes);
            }
            web(region, thickness, kerf, notes);
            segments(region, notes);
        }
        islands(outline, notes);
    }

    private static void size(Outline outline, Map<String, Double> values, Notes notes) {
        Bounds box = outline.bounds();
        double width = values.getOrDefault("widthMm", Double.POSITIVE_INFINITY);
        double depth = values.getOrDefault("depthMm", Double.POSITIVE_INFINITY);
        if (outline.regions().isEmpty()) {
            return;
        }
        if (Math.max(box.sizeX(), box.sizeY()) > Math.max(width, depth)
                || Math.min(box.sizeX(), box.sizeY()) > Math.min(width, depth)) {
            notes.add(Finding.of("too-large", Severity.BLOCKING)
                    .with(Map.of("sizeX", box.sizeX(), "sizeY", box.sizeY(), "width", width, "depth", depth)));
        }
        notes.least("tiny-part", "minPartMm", Math.min(box.sizeX(), box.sizeY()), box.min(), Map.of());
    }

    private static void hole(Ring hole, double thickness, double kerf, Notes notes) {
        double width = NarrowPlaces.widest(hole);
        Point at = Point.flat(hole.x(0), hole.y(0));
        if (width <= kerf) {
            notes.add(Finding.of("hole-below-kerf", Severity.BLOCKING)
                    .with(Map.of("count", 1))
                    .measured(width, kerf)
                    .at(at));
            return;
        }
        notes.least("kerf-wide-slot", "minFeatureKerfs", width / kerf, at, Map.of("widthMm", width, "kerfMm", kerf));
        notes.least(
                "small-sheet-hole",
                "minHoleThicknesses",
                width / thickness,
                at,
                Map.of("diameterMm", width, "thicknessMm", thickness));
    }

    private static void web(Region region, double thickness, double kerf, Notes notes) {
        double limit = notes.limits()
                .find("minWebThicknesses")
                .map(Limits.Limit::recommended)
                .orElse(1.0);
        NarrowPlaces.Thin thin = NarrowPlaces.thinnest(region, limit * thickness);
        if (thin == null) {
            return;
        }
        Point at = Point.flat(thin.x(), thin.y());
        if (thin.widthMm() <= kerf) {
            notes.add(Finding.of("web-burns-away", Severity.BLOCKING)
                    .measured(thin.widthMm(), kerf)
                    .at(at));
        } else {
            notes.least(
                    "narrow-web",
                    "minWebThicknesses",
                    thin.widthMm() / thickness,
                    at,
                    Map.of("widthMm", thin.widthMm(), "thicknessMm", thickness));
        }
    }

    private static void segments(Region region, Notes notes) {
        shortest(region.outer(), notes);
        region.holes().forEach(hole -> shortest(hole, notes));
    }

    /** One finding for each loop that has a segment which is tiny and no part of a curve. */
    private static void shortest(Ring ring, Notes notes) {
        double shortest = Double.POSITIVE_INFINITY;
        int at = 0;
        double mean = ring.lengthMm() / ring.size();
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            double length = Math.hypot(ring.x(i) - ring.x(j), ring.y(i) - ring.y(j));
            if (length < shortest && length < 0.2 * mean) {
                shortest = length;
                at = i;
            }
        }
        if (Double.isFinite(shortest)) {
            notes.least("tiny-segment", "minSegmentMm", shortest, Point.flat(ring.x(at), ring.y(at)), Map.of());
        }
    }

    private static void islands(Outline outline, Notes notes) {
        int loose = 0;
        Point at = Point.flat(0, 0);
        for (Region inner : outline.regions()) {
            for (Region outer : outline.regions()) {
                for (Ring hole : outer.holes()) {
                    Ring opening = hole.signedAreaMm2() < 0 ? hole.reversed() : hole;
                    double x = inner.outer().x(0), y = inner.outer().y(0);
                    if (Regions.contains(new Region(opening, List.of()), x, y)) {
                        loose++;
                        at = Point.flat(x, y);
                    }
                }
            }
        }
        if (loose > 0) {
            notes.add(Finding.of("loose-island", Severity.REVIEW)
                    .with(Map.of("count", loose))
                    .at(at));
        }
    }
}
