package org.millwright.geometry.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;
import org.millwright.geometry.Severity;

/** What is wrong with a mesh, whatever it will be made of and however. Worst first; never empty. */
public final class MeshFindings {
    /** With so many of its edges open a mesh is a sheet or a soup of triangles, and no body with a hole in it. */
    private static final double SHEET_SHARE = 0.3;

    private static final double NO_VOLUME_SHARE = 1e-9;

    private MeshFindings() {}

    public static List<Finding> of(Mesh mesh, MeshMeasures measures) {
        var findings = new ArrayList<Finding>();
        boolean flawless = measures.watertight() && measures.degenerateFaces() == 0;
        MeshFaults faults = flawless ? MeshFaults.NONE : MeshFaults.of(mesh);
        volume(measures, findings);
        if (measures.openEdges() > 0) {
            boolean sheet = measures.openEdges() > SHEET_SHARE * 1.5 * measures.triangles();
            // Cracked vertices also show as open edges everywhere and still enclose a volume, so neither case blocks.
            findings.add(counted(
                    sheet ? "not-solid" : "open-edges", Severity.WARNING, measures.openEdges(), faults.openEdge()));
        }
        if (measures.nonManifoldEdges() > 0) {
            findings.add(counted(
                    "non-manifold-edges", Severity.REVIEW, measures.nonManifoldEdges(), faults.nonManifoldEdge()));
        }
        if (measures.misorientedEdges() > 0) {
            findings.add(counted(
                    "misoriented-faces", Severity.WARNING, measures.misorientedEdges(), faults.misorientedEdge()));
        }
        if (measures.duplicateFaces() > 0) {
            findings.add(counted("duplicate-faces", Severity.REVIEW, measures.duplicateFaces(), null));
        }
        if (measures.shells() > 1) {
            findings.add(counted("several-shells", Severity.REVIEW, measures.shells(), null));
        }
        if (measures.degenerateFaces() > 0) {
            findings.add(
                    counted("degenerate-faces", Severity.GOOD, measures.degenerateFaces(), faults.degenerateFace()));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.of("sound-mesh", Severity.GOOD));
        }
        findings.sort((a, b) -> b.severity().compareTo(a.severity()));
        return List.copyOf(findings);
    }

    private static void volume(MeshMeasures measures, List<Finding> findings) {
        double box = measures.bounds().sizeX()
                * measures.bounds().sizeY()
                * measures.bounds().sizeZ();
        if (Math.abs(measures.volumeMm3()) <= NO_VOLUME_SHARE * box) {
            findings.add(Finding.of("no-volume", Severity.BLOCKING));
        } else if (measures.volumeMm3() < 0) {
            findings.add(Finding.of("inside-out", Severity.REVIEW));
        }
    }

    private static Finding counted(String check, Severity severity, int count, @Nullable Point at) {
        Finding finding = Finding.of(check, severity).with(Map.of("count", count));
        return at == null ? finding : finding.at(at);
    }
}
