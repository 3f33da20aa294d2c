package org.millwright.factory.quoting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.Design;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Severity;
import org.millwright.processes.Equipment;

/**
 * A design as it is shown: where it lies, on what, and what was found on it.
 *
 * @param box around it, in mm
 * @param machine whose plate or bed it is shown on; null when the factory has none for it
 * @param findings worth showing, worst first
 */
public record Part(Design design, Bounds box, @Nullable Equipment machine, List<Finding> findings) {
    public Part {
        findings = findings.stream()
                .filter(finding -> finding.severity() != Severity.GOOD)
                .toList();
    }

    /** Whether it is cut from sheets. */
    public boolean flat() {
        return design.measures().kind().equals("outline");
    }

    /** The part of an address that changes whenever the shape does. */
    public String version() {
        return design.file().sha256().substring(0, 16)
                + (design.unit() == null ? design.likelyUnit() : design.unit()).name();
    }

    /** Width and depth of the plate, for the viewer. */
    public String plate() {
        return machine == null ? "" : machine.widthMm() + " " + machine.depthMm();
    }

    /** Where a finding is, for the viewer; empty when it is nowhere in particular. */
    public String place(Finding finding) {
        var at = finding.at();
        if (at == null) {
            return "";
        }
        return flat()
                ? (at.x() - box.min().x()) + " " + (box.max().y() - at.y())
                : at.x() + " " + at.y() + " " + at.z();
    }
}
