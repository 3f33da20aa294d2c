package org.millwright.factory.quoting.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.DesignMeasures;
import org.millwright.geometry.LengthUnit;

/** How large a design is when its numbers are read in a unit. */
public record UnitChoice(
        LengthUnit unit, double sizeXMm, double sizeYMm, double sizeZMm, boolean likely, boolean inForce) {
    static List<UnitChoice> listFor(Design design) {
        DesignMeasures measures = design.measures();
        LengthUnit measuredIn = design.unit() == null ? design.likelyUnit() : design.unit();
        return Arrays.stream(LengthUnit.values())
                .map(unit -> {
                    double factor = unit.mm() / measuredIn.mm();
                    return new UnitChoice(
                            unit,
                            measures.sizeXMm() * factor,
                            measures.sizeYMm() * factor,
                            measures.sizeZMm() * factor,
                            unit == design.likelyUnit(),
                            unit == design.unit());
                })
                .sorted(Comparator.comparing((UnitChoice choice) -> !choice.likely()))
                .toList();
    }
}
