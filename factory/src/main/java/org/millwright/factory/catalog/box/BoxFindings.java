package org.millwright.factory.catalog.box;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Severity;

/** What is to be said about a box before it is cut. */
public final class BoxFindings {
    private static final double LEAST_KERFS = 6;

    private BoxFindings() {}

    /**
     * Fingers that break or burn, and panels larger than the sheet.
     *
     * @param kerfMm width of the cut
     * @param sheetWidthMm room of the largest sheet
     * @param sheetDepthMm the other side
     */
    public static List<Finding> of(BoxOptions box, double kerfMm, double sheetWidthMm, double sheetDepthMm) {
        List<Finding> findings = new ArrayList<>();
        double finger = fingerMm(box);
        if (finger < LEAST_KERFS * kerfMm) {
            findings.add(slim("finger-burns", Severity.WARNING, finger, LEAST_KERFS * kerfMm));
        } else if (finger < box.thicknessMm()) {
            findings.add(slim("finger-slim", Severity.REVIEW, finger, box.thicknessMm()));
        }
        Bounds flat = new Outline(BoxPanels.flat(box), List.of()).bounds();
        double longSide = Math.max(flat.sizeX(), flat.sizeY());
        double shortSide = Math.min(flat.sizeX(), flat.sizeY());
        if (longSide > Math.max(sheetWidthMm, sheetDepthMm) || shortSide > Math.min(sheetWidthMm, sheetDepthMm)) {
            findings.add(Finding.of("box-too-large", Severity.BLOCKING)
                    .with(Map.of("width", sheetWidthMm, "depth", sheetDepthMm))
                    .measured(longSide, Math.max(sheetWidthMm, sheetDepthMm)));
        }
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return List.copyOf(findings);
    }

    private static Finding slim(String check, Severity severity, double fingerMm, double limitMm) {
        return Finding.of(check, severity)
                .with(Map.of("value", rounded(fingerMm), "limit", rounded(limitMm)))
                .measured(fingerMm, limitMm);
    }

    private static double rounded(double mm) {
        return Math.round(mm * 100) / 100.0;
    }

    /** The narrowest finger there is. */
    public static double fingerMm(BoxOptions box) {
        return Math.min(width(box, box.widthMm()), Math.min(width(box, box.depthMm()), width(box, box.heightMm())));
    }

    private static double width(BoxOptions box, double edge) {
        return (edge - 2 * box.thicknessMm()) / box.fingers(edge);
    }
}
