package org.millwright.factory.design;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
public record DesignView(
        Design design, Bounds box, @Nullable Equipment machine, List<Finding> findings) {
    private static final String OVERLAPPING = "overlapping-bodies";

    public DesignView {
        findings = findings.stream()
                .filter(finding -> finding.severity() != Severity.GOOD)
                .toList();
    }

    /** Whether it is cut from sheets. */
    public boolean flat() {
        return design.measures().kind().equals("outline");
    }

    /** Whether a repair has something to change: the surface does not close, or bodies overlap. */
    public boolean repairable() {
        return design.unit() != null
                && (Boolean.FALSE.equals(design.measures().watertight())
                        || findings.stream().anyMatch(finding -> finding.check().equals(OVERLAPPING)));
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

    /** What was measured; empty when the check measures nothing. */
    public Optional<Double> value(Finding finding) {
        return number(finding, "value", finding.valueMm());
    }

    /** What it was held against. */
    public Optional<Double> limit(Finding finding) {
        return number(finding, "limit", finding.limitMm());
    }

    /** Of value and limit, as it stands among the limits: {@code mm} or for instance {@code thicknesses}; empty for plain numbers. */
    public String unit(Finding finding) {
        return finding.arguments().get("unit") instanceof String unit ? unit : finding.valueMm() == null ? "" : "mm";
    }

    /** Where the limit comes from, if the check says it. */
    public Optional<String> source(Finding finding) {
        return Optional.ofNullable(finding.arguments().get("source")).map(Object::toString);
    }

    /** How many more of its kind are not told one by one. */
    public int more(Finding finding) {
        return finding.arguments().get("more") instanceof Number more ? more.intValue() : 0;
    }

    private static Optional<Double> number(Finding finding, String name, @Nullable Double otherwise) {
        return finding.arguments().get(name) instanceof Number number
                ? Optional.of(number.doubleValue())
                : Optional.ofNullable(otherwise);
    }
}
