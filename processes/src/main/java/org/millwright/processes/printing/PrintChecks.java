package org.millwright.processes.printing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Region;
import org.millwright.geometry.Severity;
import org.millwright.geometry.mesh.MeshMeasures;
import org.millwright.geometry.slicing.Slicer;
import org.millwright.processes.Setup;
import org.millwright.processes.printing.program.Bed;

/** Can it be printed? Every reason why not and every risk, blocking ones first. */
final class PrintChecks {
    private PrintChecks() {}

    static List<Finding> of(Mesh mesh, Setup setup) {
        var findings = new ArrayList<Finding>();
        MeshMeasures measures = MeshMeasures.of(mesh);
        PrintSettings settings = PrintSettings.from(setup);
        volume(measures, findings);
        fits(mesh.bounds(), setup, findings);
        size(mesh.bounds(), setup, settings, findings);
        standing(mesh, setup, settings, findings);
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return List.copyOf(findings);
    }

    private static void volume(MeshMeasures measures, List<Finding> findings) {
        if (!(measures.volumeMm3() > 0)) {
            findings.add(Finding.of("no-volume", Severity.BLOCKING).with(Map.of("volumeMm3", measures.volumeMm3())));
        } else if (!measures.watertight()) {
            findings.add(Finding.of("open-mesh", Severity.BLOCKING)
                    .with(Map.of(
                            "openEdges", measures.openEdges(),
                            "nonManifoldEdges", measures.nonManifoldEdges(),
                            "misorientedEdges", measures.misorientedEdges())));
        }
    }

    private static void fits(Bounds bounds, Setup setup, List<Finding> findings) {
        Bed bed = Bed.of(setup.equipment());
        double margin = 2 * setup.value("plateMarginMm", FilamentPrinting.PLATE_MARGIN_MM);
        double width = bed.widthMm() - margin, depth = bed.depthMm() - margin;
        double longSide = Math.max(bounds.sizeX(), bounds.sizeY());
        double shortSide = Math.min(bounds.sizeX(), bounds.sizeY());
        boolean flatFits = longSide <= Math.max(width, depth) && shortSide <= Math.min(width, depth);
        if (!flatFits || bounds.sizeZ() > bed.heightMm()) {
            findings.add(Finding.of("too-large", Severity.BLOCKING)
                    .with(Map.of(
                            "sizeXMm", bounds.sizeX(),
                            "sizeYMm", bounds.sizeY(),
                            "sizeZMm", bounds.sizeZ(),
                            "widthMm", width,
                            "depthMm", depth,
                            "heightMm", bed.heightMm())));
        } else {
            findings.add(Finding.of("fits", Severity.GOOD));
        }
    }

    private static void size(Bounds bounds, Setup setup, PrintSettings settings, List<Finding> findings) {
        double largest = Math.max(bounds.sizeX(), Math.max(bounds.sizeY(), bounds.sizeZ()));
        double least = PrintLimits.SMALLEST_PART.in(setup);
        if (bounds.sizeZ() <= settings.get(PrintValue.FIRST_LAYER) / 2) {
            findings.add(Finding.of("below-one-layer", Severity.BLOCKING)
                    .measured(bounds.sizeZ(), settings.get(PrintValue.FIRST_LAYER)));
        } else if (largest < least) {
            findings.add(Finding.of("unit-suspicious", Severity.WARNING).measured(largest, least));
        }
    }

    private static void standing(Mesh mesh, Setup setup, PrintSettings settings, List<Finding> findings) {
        Bounds bounds = mesh.bounds();
        double area = 0;
        double at = bounds.min().z() + Math.min(settings.get(PrintValue.FIRST_LAYER), bounds.sizeZ()) / 2;
        for (Region region : Slicer.at(mesh, at)) {
            area += region.areaMm2();
        }
        double least = PrintLimits.STANDING_AREA.in(setup);
        double slenderness = bounds.sizeZ() / Math.max(0.1, Math.sqrt(area));
        double most = PrintLimits.SLENDERNESS.in(setup);
        if (area < least) {
            findings.add(Finding.of("small-standing-area", Severity.WARNING)
                    .with(Map.of("areaMm2", area, "leastMm2", least)));
        } else if (slenderness > most) {
            findings.add(Finding.of("slender", Severity.WARNING).with(Map.of("ratio", slenderness, "most", most)));
        }
    }
}
