package org.millwright.factory.planning.parts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Region;
import org.millwright.processes.Estimate;

/**
 * What a process says about a part in a set-up.
 *
 * @param estimate null when a finding blocks
 * @param footprint null when a finding blocks
 * @param heightMm of a unit as it stands; 0 when it is flat
 */
public record PartFacts(
        List<Finding> findings,
        @Nullable Estimate estimate,
        @Nullable Region footprint,
        double heightMm) {
    public PartFacts {
        findings = List.copyOf(findings);
    }

    public boolean blocked() {
        return estimate == null;
    }
}
