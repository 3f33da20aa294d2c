package org.millwright.processes.cutting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.millwright.processes.NarrowPlaces;
import org.millwright.processes.Setup;

/** Can it be cut? Every reason why not and every risk, blocking ones first. */
final class CutChecks {
    private CutChecks() {}

    static List<Finding> of(Outline outline, Setup setup) {
        var findings = new ArrayList<Finding>(OutlineFindings.of(outline));
        // What does not close is only left out elsewhere; a beam would need to know which side is waste.
        findings.removeIf(finding -> finding.check().equals("open-chains"));
        openLines(outline, findings);
        if (!outline.regions().isEmpty()) {
            CutSettings settings = CutSettings.from(setup);
            fits(outline.bounds(), setup, findings);
            size(outline.bounds(), setup, findings);
            holes(outline, setup, settings, findings);
            webs(outline, setup, settings, findings);
            inlays(outline, findings);
        }
        List<Finding> merged = worstOfEach(findings);
        merged.sort(Comparator.comparing(Finding::severity).reversed());
        return List.copyOf(merged);
    }

    /** A sheet may have a hundred small holes: they are one finding that shows the worst and says how many there are. */
    private static List<Finding> worstOfEach(List<Finding> findings) {
        Map<String, Finding> worst = new LinkedHashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Finding finding : findings) {
            String kind = finding.check() + finding.severity() + (finding.valueMm() == null ? finding.arguments() : "");
            counts.merge(kind, 1, Integer::sum);
            worst.merge(kind, finding, (a, b) -> width(b) < width(a) ? b : a);
        }
        var merged = new ArrayList<Finding>();
        worst.forEach((kind, finding) -> merged.add(
                finding.valueMm() == null || !finding.arguments().isEmpty()
                        ? finding
                        : finding.with(Map.of("count", counts.getOrDefault(kind, 1)))));
        return merged;
    }

    private static double width(Finding finding) {
        Double width = finding.valueMm();
        return width == null ? Double.POSITIVE_INFINITY : width;
    }

    private static void openLines(Outline outline, List<Finding> findings) {
        if (!outline.openChains().isEmpty()) {
            Outline.Chain first = outline.openChains().getFirst();
            findings.add(Finding.of("lines-not-closed", Severity.BLOCKING)
                    .with(Map.of("count", outline.openChains().size()))
                    .at(first.points().getFirst()));
        }
    }

    private static void fits(Bounds bounds, Setup setup, List<Finding> findings) {
        double margin = 2 * setup.value("sheetMarginMm", SheetCutting.SHEET_MARGIN_MM);
        double width = Math.min(setup.equipment().widthMm(), setup.value("sheetWidthMm", Double.MAX_VALUE)) - margin;
        double depth = Math.min(setup.equipment().depthMm(), setup.value("sheetDepthMm", Double.MAX_VALUE)) - margin;
        double longSide = Math.max(bounds.sizeX(), bounds.sizeY());
        double shortSide = Math.min(bounds.sizeX(), bounds.sizeY());
        if (longSide > Math.max(width, depth) || shortSide > Math.min(width, depth)) {
            findings.add(Finding.of("too-large", Severity.BLOCKING)
                    .with(Map.of("sizeX", bounds.sizeX(), "sizeY", bounds.sizeY(), "width", width, "depth", depth))
                    .measured(longSide, Math.max(width, depth)));
        } else {
            findings.add(Finding.of("fits", Severity.GOOD));
        }
    }

    private static void size(Bounds bounds, Setup setup, List<Finding> findings) {
        double least = CutLimits.SMALLEST_PART.in(setup);
        double shortSide = Math.min(bounds.sizeX(), bounds.sizeY());
        if (Math.max(bounds.sizeX(), bounds.sizeY()) < 3) {
            findings.add(Finding.of("unit-suspicious", Severity.WARNING)
                    .measured(Math.max(bounds.sizeX(), bounds.sizeY()), least));
        } else if (shortSide < least) {
            findings.add(Finding.of("small-part", Severity.REVIEW).measured(shortSide, least));
        }
    }

    private static void holes(Outline outline, Setup setup, CutSettings settings, List<Finding> findings) {
        double thickness = setup.material().sheetThicknessMm();
        double recommended = CutLimits.HOLE_RECOMMENDED.in(setup) * thickness;
        double feasible = CutLimits.HOLE_FEASIBLE.in(setup) * thickness;
        double narrowest = CutLimits.FEATURE_KERFS.in(setup) * settings.kerfMm();
        for (Region region : outline.regions()) {
            for (Ring hole : region.holes()) {
                double width = NarrowPlaces.widest(hole);
                Point place = Point.flat(hole.x(0), hole.y(0));
                if (width <= settings.kerfMm()) {
                    findings.add(Finding.of("hole-below-kerf", Severity.BLOCKING)
                            .measured(width, settings.kerfMm())
                            .at(place));
                } else if (width < narrowest) {
                    findings.add(Finding.of("slot-near-kerf", Severity.WARNING)
                            .measured(width, narrowest)
                            .at(place));
                } else if (width < feasible) {
                    findings.add(Finding.of("small-hole", Severity.WARNING)
                            .measured(width, feasible)
                            .at(place));
                } else if (width < recommended) {
                    findings.add(Finding.of("small-hole", Severity.REVIEW)
                            .measured(width, recommended)
                            .at(place));
                }
            }
        }
    }

    private static void webs(Outline outline, Setup setup, CutSettings settings, List<Finding> findings) {
        double limit = CutLimits.WEB.in(setup) * setup.material().sheetThicknessMm();
        for (Region region : outline.regions()) {
            NarrowPlaces.Thin thin = NarrowPlaces.thinnest(region, limit);
            if (thin == null) {
                continue;
            }
            Severity severity = thin.widthMm() <= settings.kerfMm() ? Severity.BLOCKING : Severity.WARNING;
            findings.add(Finding.of("thin-web", severity)
                    .measured(thin.widthMm(), limit)
                    .at(Point.flat(thin.x(), thin.y())));
        }
    }

    /** A part inside another part's hole falls out when cut: often the inside of a letter that wanted a bridge. */
    private static void inlays(Outline outline, List<Finding> findings) {
        var rings = new ArrayList<Contour>();
        outline.regions().forEach(region -> rings.add(new Contour("", region.outer(), false)));
        int[] container = CutOrder.containers(rings);
        int loose = 0;
        Point place = Point.flat(0, 0);
        for (int i = 0; i < container.length; i++) {
            if (container[i] >= 0) {
                loose++;
                place = Point.flat(rings.get(i).ring().x(0), rings.get(i).ring().y(0));
            }
        }
        if (loose > 0) {
            findings.add(Finding.of("loose-island", Severity.REVIEW)
                    .with(Map.of("count", loose))
                    .at(place));
        }
    }
}
