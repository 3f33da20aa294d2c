package org.millwright.processes.manufacturability;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Severity;
import org.millwright.geometry.Shape;
import org.millwright.geometry.repair.steps.Bodies;

/** Judges parts for ways of making things. Pure: equal parts and values give equal findings. */
public final class Manufacturability {
    /** Bodies of larger meshes are judged as they are drawn. */
    private static final int MOST_UNITED = 3_000;

    private Manufacturability() {}

    /**
     * Everything that speaks against making the part this way, worst first; one good finding when nothing does. Each finding
     * carries what was measured, what it was held against, the unit and the source of the limit as its arguments, and a
     * place; its words say why and what to do.
     *
     * @param part in millimetres, z up as it would stand on the machine
     * @param values the machine's envelope ({@code widthMm}, {@code depthMm}, {@code heightMm}), for sheets {@code
     *     thicknessMm} and {@code kerfMm}, and own limits by the names in {@code limits.csv}
     */
    public static List<Finding> findings(Shape part, Making making, Map<String, Double> values) {
        var notes = new Notes(new Limits(making, values));
        if (part instanceof Mesh mesh && !making.flat()) {
            judged(new SolidFeatures(united(mesh)), making, values, notes);
        } else if (part instanceof Outline outline && making.flat()) {
            SheetRules.judge(outline, values, notes);
        } else {
            notes.add(Finding.of(making.flat() ? "needs-outline" : "needs-solid", Severity.BLOCKING));
        }
        return sorted(notes);
    }

    /** As {@link #findings(Shape, Making, Map)}, for judging one solid for several processes: its features are found once. */
    public static List<Finding> findings(SolidFeatures features, Making making, Map<String, Double> values) {
        var notes = new Notes(new Limits(making, values));
        if (making.flat()) {
            notes.add(Finding.of("needs-outline", Severity.BLOCKING));
        } else {
            judged(features, making, values, notes);
        }
        return sorted(notes);
    }

    private static void judged(SolidFeatures features, Making making, Map<String, Double> values, Notes notes) {
        SolidRules.envelope(features, values, notes);
        switch (making) {
            case FILAMENT, RESIN, POWDER, METAL_POWDER -> SolidRules.layered(features, making, notes);
            case MILLING -> MillingRules.judge(features, notes);
            case BENDING -> BendingRules.judge(features, notes);
            case LASER -> throw new IllegalStateException("Lasers cut outlines.");
        }
    }

    /** What lies inside another body is no wall and no underside of the part that is made. */
    private static Mesh united(Mesh mesh) {
        return mesh.triangleCount() > MOST_UNITED
                ? mesh
                : Bodies.unite(mesh).united().mesh();
    }

    private static List<Finding> sorted(Notes notes) {
        List<Finding> findings = notes.findings();
        if (findings.stream().allMatch(finding -> finding.severity() == Severity.GOOD)) {
            findings.add(Finding.of("makeable", Severity.GOOD));
        }
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return List.copyOf(findings);
    }
}
