package org.millwright.processes.printing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;
import org.millwright.geometry.Region;
import org.millwright.geometry.Severity;
import org.millwright.geometry.mesh.MeshMeasures;
import org.millwright.geometry.outline.Regions;
import org.millwright.geometry.repair.MeshDiagnosis;
import org.millwright.geometry.slicing.Slicer;
import org.millwright.processes.NarrowPlaces;
import org.millwright.processes.Setup;
import org.millwright.processes.printing.program.Bed;

/** Can it be printed? Every reason why not and every risk, blocking ones first. */
final class PrintChecks {
    /** Sections looked at between bottom and top. */
    private static final int SECTIONS = 48;
    /** Of these, every so many is searched for thin walls. */
    private static final int WALL_STRIDE = 6;
    /** Detail of sections that does not matter to walls. */
    private static final double SIMPLIFIED_MM = 0.0125;
    /** Volume by sections and volume by faces of a sound part agree better than this. */
    private static final double VOLUME_SHARE = 0.05;

    private final Mesh mesh;
    private final Bounds bounds;
    private final Setup setup;
    private final ExternalSlicing external;
    private final PrintSettings settings;
    private final MeshMeasures measures;
    private final List<Finding> findings = new ArrayList<>();

    private PrintChecks(Mesh mesh, Setup setup, ExternalSlicing external) {
        this.external = external;
        this.mesh = mesh;
        this.bounds = mesh.bounds();
        this.setup = setup;
        this.settings = PrintSettings.from(setup);
        this.measures = MeshMeasures.of(mesh);
    }

    static List<Finding> of(Mesh mesh, Setup setup, ExternalSlicing external) {
        return new PrintChecks(mesh, setup, external).findings();
    }

    private List<Finding> findings() {
        findings.addAll(MeshDiagnosis.of(mesh, measures));
        size();
        if (ExternalSlicing.isChosen(setup) && !external.isInstalled()) {
            findings.add(Finding.of("slicer-missing", Severity.BLOCKING));
        }
        if (findings.stream().noneMatch(Finding::blocks)) {
            double[] heights = heights();
            List<List<Region>> sections = Slicer.layers(mesh, heights);
            volume(sections);
            walls(sections, heights);
            if (!ExternalSlicing.isChosen(setup)) {
                overhangs();
            }
            standing();
        }
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return List.copyOf(findings);
    }

    private void size() {
        Bed bed = Bed.of(setup.equipment());
        double margin = 2 * FilamentPrinting.marginMm(setup);
        double width = bed.widthMm() - margin, depth = bed.depthMm() - margin;
        double longSide = Math.max(bounds.sizeX(), bounds.sizeY());
        double shortSide = Math.min(bounds.sizeX(), bounds.sizeY());
        double largest = Math.max(longSide, bounds.sizeZ());
        double least = PrintLimits.SMALLEST_PART.in(setup);
        boolean fits = longSide <= Math.max(width, depth) && shortSide <= Math.min(width, depth);
        if (!fits || bounds.sizeZ() > bed.heightMm()) {
            findings.add(Finding.of("too-large", Severity.BLOCKING)
                    .with(Map.of(
                            "sizeX", bounds.sizeX(),
                            "sizeY", bounds.sizeY(),
                            "sizeZ", bounds.sizeZ(),
                            "width", width,
                            "depth", depth,
                            "height", bed.heightMm())));
        } else if (bounds.sizeZ() <= settings.get(PrintValue.FIRST_LAYER) / 2) {
            findings.add(Finding.of("below-one-layer", Severity.BLOCKING)
                    .measured(bounds.sizeZ(), settings.get(PrintValue.FIRST_LAYER)));
        } else if (largest < least) {
            findings.add(Finding.of("unit-suspicious", Severity.WARNING).measured(largest, least));
        } else {
            findings.add(Finding.of("fits", Severity.GOOD));
        }
    }

    private double[] heights() {
        var heights = new double[SECTIONS];
        for (int i = 0; i < SECTIONS; i++) {
            heights[i] = bounds.min().z() + bounds.sizeZ() * (i + 0.5) / SECTIONS;
        }
        return heights;
    }

    /** Faces with gaps or turned faces may still describe a body: then sections and faces agree on its volume. */
    private void volume(List<List<Region>> sections) {
        if (measures.openEdges() == 0 && measures.misorientedEdges() == 0) {
            return;
        }
        double bySections = 0;
        for (List<Region> section : sections) {
            bySections += areaMm2(section) * bounds.sizeZ() / SECTIONS;
        }
        double byFaces = Math.abs(measures.volumeMm3());
        if (Math.abs(bySections - byFaces) > VOLUME_SHARE * Math.max(bySections, byFaces)) {
            findings.add(Finding.of("volume-uncertain", Severity.BLOCKING)
                    .with(Map.of("byFacesMm3", byFaces, "bySectionsMm3", bySections)));
        }
    }

    private void walls(List<List<Region>> sections, double[] heights) {
        double hard = PrintLimits.WALL_HARD.in(setup);
        double recommended = PrintLimits.WALL_RECOMMENDED.in(setup);
        NarrowPlaces.@Nullable Thin thinnest = null;
        double height = 0;
        for (int i = WALL_STRIDE / 2; i < SECTIONS; i += WALL_STRIDE) {
            for (Region region : Regions.simplified(sections.get(i), SIMPLIFIED_MM)) {
                double below = thinnest == null ? recommended : thinnest.widthMm();
                NarrowPlaces.Thin thin = NarrowPlaces.thinnestStrip(region, below);
                if (thin != null && thin.widthMm() < below) {
                    thinnest = thin;
                    height = heights[i];
                }
            }
        }
        if (thinnest != null) {
            boolean weak = thinnest.widthMm() < hard;
            findings.add(Finding.of(weak ? "thin-wall" : "slim-wall", weak ? Severity.WARNING : Severity.REVIEW)
                    .measured(thinnest.widthMm(), weak ? hard : recommended)
                    .at(new Point(thinnest.x(), thinnest.y(), height)));
        }
    }

    private void overhangs() {
        double limit = PrintLimits.OVERHANG.in(setup);
        int outward = measures.volumeMm3() < 0 ? -1 : 1;
        Overhangs overhangs = Overhangs.of(mesh, limit, settings.get(PrintValue.FIRST_LAYER), outward);
        if (overhangs.areaMm2() > PrintLimits.OVERHANG_AREA.in(setup)) {
            findings.add(Finding.of("overhang", Severity.WARNING)
                    .with(Map.of("areaMm2", overhangs.areaMm2(), "limitDeg", limit))
                    .at(overhangs.at()));
        }
    }

    private void standing() {
        double half = Math.min(settings.get(PrintValue.FIRST_LAYER), bounds.sizeZ()) / 2;
        double area = areaMm2(Slicer.at(mesh, bounds.min().z() + half));
        double least = PrintLimits.STANDING_AREA.in(setup);
        double ratio = bounds.sizeZ() / Math.max(0.1, Math.sqrt(area));
        double most = PrintLimits.SLENDERNESS.in(setup);
        if (area < least) {
            findings.add(Finding.of("small-standing-area", Severity.WARNING)
                    .with(Map.of("areaMm2", area, "leastMm2", least)));
        } else if (ratio > most) {
            findings.add(Finding.of("slender", Severity.WARNING).with(Map.of("ratio", ratio, "most", most)));
        }
    }

    private static double areaMm2(List<Region> regions) {
        return regions.stream().mapToDouble(Region::areaMm2).sum();
    }
}
