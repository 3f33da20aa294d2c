package org.millwright.factory.planning.parts;

import org.millwright.factory.planning.batching.Stock;
import org.millwright.geometry.Region;
import org.millwright.nesting.plates.PlatePart;
import org.millwright.nesting.plates.Plates;
import org.millwright.processes.ManufacturingProcess.LayoutRules;

/** Plates that come back empty each time, as the nesting engine asks for them. */
public final class PlateQuestions {
    /** Batching pools one material and one way of making only. */
    private static final String CLASS = "";

    private PlateQuestions() {}

    /** The plate under the rules of a process; a brim is part of its distances. */
    public static Plates plates(Stock plate, LayoutRules rules) {
        return Plates.of(rules.onPlate(plate.widthMm(), plate.heightMm()));
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
        return new PlatePart(
                id, NestingShape.of(footprint, smallestMm), heightMm, count, rules.orientations(), CLASS, rank);
    }
}
