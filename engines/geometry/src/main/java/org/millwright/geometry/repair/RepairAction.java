package org.millwright.geometry.repair;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Point;
import org.millwright.geometry.Severity;

/**
 * One thing that a repair did.
 *
 * @param count how many: faces removed, turned or added, points joined, holes closed, bodies united
 * @param volumeBeforeMm3 of the mesh before this action, signed
 * @param volumeAfterMm3 of the mesh after it
 * @param movedMm how far whole bodies were moved; 0 for all kinds but {@link RepairKind#MOVE_BODIES}
 * @param at a place that shows it
 */
public record RepairAction(
        RepairKind kind,
        int count,
        double volumeBeforeMm3,
        double volumeAfterMm3,
        double movedMm,
        @Nullable Point at) {
    /** The action as a finding, with words in the message bundle under {@code repaired-} and the kind's id. */
    public Finding finding() {
        Finding finding = Finding.of("repaired-" + kind.id(), Severity.REVIEW)
                .with(Map.of(
                        "count",
                        count,
                        "before",
                        volumeBeforeMm3,
                        "after",
                        volumeAfterMm3,
                        "movedMicrometres",
                        1000 * movedMm));
        return at == null ? finding : finding.at(at);
    }
}
