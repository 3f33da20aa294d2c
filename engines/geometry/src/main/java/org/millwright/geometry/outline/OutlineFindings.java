package org.millwright.geometry.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Point;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.Severity;
import org.millwright.geometry.outline.assembly.DrawingAssembly;

/** What is wrong with an outline, whatever it will be cut from and however. Worst first; never empty. */
public final class OutlineFindings {
    /** A chain this much longer than its gap was probably meant to close. */
    private static final double MEANT_TO_CLOSE = 20;

    private OutlineFindings() {}

    public static List<Finding> of(Outline outline) {
        var findings = new ArrayList<Finding>();
        if (outline.regions().isEmpty()) {
            findings.add(Finding.of("no-contour", Severity.BLOCKING));
        }
        openChains(outline, findings);
        Point crossing = crossing(outline);
        if (crossing != null) {
            findings.add(Finding.of("crossing-contours", Severity.WARNING).at(crossing));
        }
        if (outline.regions().size() > 1) {
            findings.add(Finding.of("several-pieces", Severity.REVIEW)
                    .with(Map.of("count", outline.regions().size())));
        }
        findings.addAll(outline.remarks());
        if (findings.isEmpty()) {
            findings.add(Finding.of("sound-outline", Severity.GOOD));
        }
        findings.sort((a, b) -> b.severity().compareTo(a.severity()));
        return List.copyOf(findings);
    }

    private static void openChains(Outline outline, List<Finding> findings) {
        double length = 0;
        double smallestGap = Double.POSITIVE_INFINITY;
        Outline.Chain almostClosed = null;
        for (Outline.Chain chain : outline.openChains()) {
            double chainLength = OutlineMeasures.lengthMm(chain);
            length += chainLength;
            Point first = chain.points().getFirst();
            Point last = chain.points().getLast();
            double gap = Math.hypot(first.x() - last.x(), first.y() - last.y());
            if (gap < smallestGap && gap * MEANT_TO_CLOSE < chainLength) {
                smallestGap = gap;
                almostClosed = chain;
            }
        }
        if (almostClosed != null) {
            findings.add(Finding.of("open-contour", Severity.WARNING)
                    .measured(smallestGap, DrawingAssembly.TOLERANCE_MM)
                    .at(almostClosed.points().getLast()));
        }
        if (!outline.openChains().isEmpty()) {
            findings.add(Finding.of("open-chains", Severity.WARNING)
                    .with(Map.of("count", outline.openChains().size(), "length", length))
                    .at(outline.openChains().getFirst().points().getFirst()));
        }
    }

    private static @Nullable Point crossing(Outline outline) {
        var loops = new ArrayList<double[]>();
        for (Region region : outline.regions()) {
            loops.add(xy(region.outer()));
            for (Ring hole : region.holes()) {
                loops.add(xy(hole));
            }
        }
        return loops.isEmpty() ? null : new LoopCrossings(loops).find();
    }

    private static double[] xy(Ring ring) {
        var xy = new double[2 * ring.size()];
        for (int i = 0; i < ring.size(); i++) {
            xy[2 * i] = ring.x(i);
            xy[2 * i + 1] = ring.y(i);
        }
        return xy;
    }
}
