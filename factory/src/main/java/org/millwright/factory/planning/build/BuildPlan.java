package org.millwright.factory.planning.build;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.inventory.LotId;
import org.millwright.factory.inventory.sheet.PieceOutline;
import org.millwright.factory.inventory.sheet.Remnant;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.files.FileHash;
import org.millwright.factory.platform.identity.FactoryId;

/**
 * Units laid out on one plate or sheet, with the program that makes them. Its material is reserved under the id of the
 * build.
 *
 * @param number for people, for instance {@code B-000012}
 * @param program text of the program in the file store
 * @param programDialect {@code marlin} or {@code grbl}
 * @param massG material that the program uses
 * @param terms the figures the program was made from
 * @param sheet the piece of stock it is cut from; null for filament
 * @param machine where the timetable puts it, or where it runs
 */
public record BuildPlan(
        BuildId id,
        FactoryId factory,
        String number,
        String process,
        String materialId,
        Map<String, Double> options,
        List<Placed> units,
        FileHash program,
        String programDialect,
        Duration expectedTime,
        double massG,
        Map<String, Double> terms,
        @Nullable Sheet sheet,
        BuildState state,
        @Nullable MachineId machine) {
    public BuildPlan {
        options = Map.copyOf(options);
        units = List.copyOf(units);
        terms = Map.copyOf(terms);
    }

    /** The same with its units in other places. */
    public BuildPlan with(List<Placed> places) {
        return new BuildPlan(
                id,
                factory,
                number,
                process,
                materialId,
                options,
                places,
                program,
                programDialect,
                expectedTime,
                massG,
                terms,
                sheet,
                state,
                machine);
    }

    /** A unit in its place: turned about the origin of its design, then moved; millimetres from the front left corner. */
    public record Placed(UnitId unit, String serial, double rotationDeg, double xMm, double yMm) {}

    /**
     * The piece of stock a build is cut from; the whole piece is reserved.
     *
     * @param outline of a piece that is no rectangle
     * @param left what goes back to stock; null when nothing useful is left
     */
    public record Sheet(
            LotId lot,
            double widthMm,
            double heightMm,
            @Nullable PieceOutline outline,
            @Nullable Remnant left) {
        /** Area of the whole piece, in whole mm² as stock counts it. */
        public long areaMm2() {
            return new Remnant(widthMm, heightMm, outline).areaMm2();
        }
    }
}
