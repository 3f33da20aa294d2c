package org.millwright.geometry.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Severity;
import org.millwright.geometry.mesh.MeshFindings;
import org.millwright.geometry.mesh.MeshMeasures;
import org.millwright.geometry.repair.steps.Bodies;
import org.millwright.geometry.repair.steps.Cracks;
import org.millwright.geometry.repair.steps.Overlaps;
import org.millwright.geometry.repair.steps.Step;
import org.millwright.geometry.repair.steps.TJunctions;

/**
 * What is wrong with a mesh, told by its cause where one is found: gaps that close when corners are joined are cracks,
 * gaps that close when edges are divided are corners on edges, and several surfaces may be bodies that overlap. What no
 * cause explains is told as {@link MeshFindings} tells it. Worst first; never empty.
 */
public final class MeshDiagnosis {
    /** In larger meshes causes would take longer to find than the rest of reading them. */
    private static final int MOST_TRIANGLES = 100_000;

    /** Bodies of larger meshes are not united to see whether they overlap; where their surfaces meet is enough. */
    private static final int MOST_UNITED = 3_000;

    private static final String SEVERAL = "several-shells";
    private static final Set<String> EXPLAINED = Set.of("open-edges", "not-solid", SEVERAL);

    private MeshDiagnosis() {}

    public static List<Finding> of(Mesh mesh, MeshMeasures measures) {
        List<Finding> seen = MeshFindings.of(mesh, measures);
        if (mesh.triangleCount() > MOST_TRIANGLES || seen.stream().noneMatch(MeshDiagnosis::mayHaveACause)) {
            return seen;
        }
        var findings = new ArrayList<Finding>();
        Mesh whole = mesh;
        MeshMeasures left = measures;
        Step joined = Cracks.join(whole);
        MeshMeasures afterJoining = told("cracks", left, joined, findings);
        if (afterJoining.openEdges() < left.openEdges()) {
            whole = joined.mesh();
            left = afterJoining;
        }
        Step divided = TJunctions.split(whole);
        MeshMeasures afterDividing = told("corners-on-edges", left, divided, findings);
        if (afterDividing.openEdges() < left.openEdges()) {
            whole = divided.mesh();
            left = afterDividing;
        }
        int shells = left.shells();
        if (shells > 1 && whole.triangleCount() > MOST_UNITED) {
            Overlaps.Found overlaps = Overlaps.of(whole);
            if (overlaps.groups() < overlaps.bodies()) {
                findings.add(
                        Finding.of("overlapping-bodies", Severity.REVIEW).with(Map.of("count", overlaps.bodies())));
                shells = overlaps.groups();
            }
        } else if (shells > 1) {
            Step united = Bodies.unite(whole).united();
            if (united.count() > 0) {
                findings.add(Finding.of("overlapping-bodies", Severity.REVIEW).with(Map.of("count", united.count())));
                whole = united.mesh();
                left = MeshMeasures.of(whole);
                shells = left.shells();
            }
        }
        if (findings.isEmpty()) {
            return seen;
        }
        seen.stream().filter(finding -> !mayHaveACause(finding)).forEach(findings::add);
        for (Finding finding : MeshFindings.of(whole, left)) {
            if (finding.check().equals(SEVERAL) && shells > 1) {
                findings.add(finding.with(Map.of("count", shells)));
            } else if (mayHaveACause(finding) && !finding.check().equals(SEVERAL)) {
                findings.add(finding);
            }
        }
        findings.sort((a, b) -> b.severity().compareTo(a.severity()));
        return List.copyOf(findings);
    }

    private static boolean mayHaveACause(Finding finding) {
        return EXPLAINED.contains(finding.check());
    }

    /** Adds the finding when the step closed anything, and answers what is left. */
    private static MeshMeasures told(String check, MeshMeasures before, Step step, List<Finding> findings) {
        MeshMeasures after = step.count() == 0 ? before : MeshMeasures.of(step.mesh());
        int closed = before.openEdges() - after.openEdges();
        if (closed > 0) {
            Finding finding = Finding.of(check, Severity.REVIEW).with(Map.of("count", closed));
            findings.add(step.at() == null ? finding : finding.at(step.at()));
        }
        return after;
    }
}
