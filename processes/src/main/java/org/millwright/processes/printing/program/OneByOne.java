package org.millwright.processes.printing.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.millwright.geometry.Region;
import org.millwright.geometry.Shape;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.plates.PlatePart;
import org.millwright.nesting.plates.PlatePlan;
import org.millwright.nesting.plates.PlateRules;
import org.millwright.nesting.plates.PlateVerifier;
import org.millwright.processes.Build;
import org.millwright.processes.ProgramRefused;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;
import org.millwright.processes.printing.toolpaths.raster.Shadow;

/** Units that are finished one after the other, lowest first, so that the head passes over what stands. */
public final class OneByOne {
    private static final String CLASS = "one";
    private static final Comparator<Build.Placed> LOWEST_FIRST =
            Comparator.comparingDouble(placed -> placed.part().bounds().sizeZ());

    private OneByOne() {}

    /** The room that the head needs beside what stands, with the brim of the next unit and the supports of both. */
    public static PlateRules.Head head(PrintSettings settings) {
        double gantryMm = settings.get(PrintValue.GANTRY);
        return new PlateRules.Head(
                settings.get(PrintValue.HEAD_RADIUS)
                        + settings.get(PrintValue.BRIM)
                        + 2 * SupportLevels.reachMm(settings),
                Math.min(settings.get(PrintValue.HEAD_NOZZLE), gantryMm),
                gantryMm);
    }

    /** The order of printing; units of one height stay in theirs. */
    static List<Build.Placed> ordered(List<Build.Placed> units) {
        return units.stream().sorted(LOWEST_FIRST).toList();
    }

    /**
     * Throws {@link ProgramRefused} when the head would hit a unit that stands.
     *
     * @param ordered units in the order of printing
     * @param shadows of each part
     */
    static void require(List<Build.Placed> ordered, Map<Shape, Region> shadows, PrintSettings settings, Bed bed)
            throws ProgramRefused {
        List<PlatePart> parts = new ArrayList<>();
        List<Placement> placements = new ArrayList<>();
        for (Build.Placed placed : ordered) {
            parts.add(new PlatePart(
                    placed.unit(),
                    Shadow.polygon(Objects.requireNonNull(shadows.get(placed.part()))),
                    placed.part().bounds().sizeZ(),
                    1,
                    Orientations.of(placed.rotationDeg()),
                    CLASS,
                    0));
            placements.add(new Placement(placed.unit(), 0, "bed", 0, placed.rotationDeg(), placed.xMm(), placed.yMm()));
        }
        PlateRules rules =
                PlateRules.layerByLayer(bed.widthMm(), bed.depthMm(), 0, 0, 0).objectByObject(head(settings));
        List<String> violations = PlateVerifier.violations(
                rules, parts, new PlatePlan(List.of(new PlatePlan.Plate(CLASS, placements)), List.of()));
        if (!violations.isEmpty()) {
            throw new ProgramRefused(
                    "The print head would hit a unit that stands: " + violations.getFirst(),
                    "Lay the units out anew, or print them layer by layer.");
        }
    }
}
