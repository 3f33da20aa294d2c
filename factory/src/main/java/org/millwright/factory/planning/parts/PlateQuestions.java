package org.millwright.factory.planning.parts;

import java.util.List;
import org.millwright.factory.planning.batching.Stock;
import org.millwright.geometry.Region;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.plates.PlatePart;
import org.millwright.nesting.plates.PlateRules;
import org.millwright.nesting.plates.Plates;
import org.millwright.processes.ManufacturingProcess.LayoutRules;

/** Plates that come back empty each time, as the nesting engine asks for them. */
public final class PlateQuestions {
    /** Batching pools one material and one way of making only. */
    private static final String CLASS = "";

    private PlateQuestions() {}

    /** The plate under the rules of a process; a brim is part of its distances. */
    public static Plates plates(Stock plate, LayoutRules rules) {
        var together =
                PlateRules.layerByLayer(plate.widthMm(), plate.heightMm(), rules.clearanceMm(), 0, rules.marginMm());
        PlateRules.Head head = rules.head();
        return Plates.of(head == null ? together : together.objectByObject(head));
    }

    /**
     * Copies of one shape.
     *
     * @param count how many
     * @param smallestMm width of the narrowest unit beside them
     * @param rank smaller ones come first when not all have room
     */
    public static PlatePart part(
            String id, Region footprint, double heightMm, int count, double smallestMm, LayoutRules rules, int rank) {
        List<Integer> degrees = rules.rotationsDeg();
        return new PlatePart(
                id,
                NestingShape.of(footprint, smallestMm),
                heightMm,
                count,
                degrees.isEmpty()
                        ? Orientations.any()
                        : Orientations.of(degrees.stream()
                                .mapToDouble(Integer::doubleValue)
                                .toArray()),
                CLASS,
                rank);
    }
}
