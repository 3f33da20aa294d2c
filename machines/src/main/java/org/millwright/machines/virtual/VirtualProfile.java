package org.millwright.machines.virtual;

import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Point;
import org.millwright.machines.gcode.model.AxisLimits;
import org.millwright.machines.gcode.model.Dialect;
import org.millwright.machines.gcode.model.HeaterModel;
import org.millwright.machines.gcode.model.MachineModel;

/** What a virtual machine is. See {@link MachineModel} for units and meaning. */
public record VirtualProfile(
        Kind kind,
        String model,
        Bounds envelope,
        AxisLimits xAxis,
        AxisLimits yAxis,
        AxisLimits zAxis,
        AxisLimits extruder,
        double printAccelerationMmPerS2,
        double travelAccelerationMmPerS2,
        double retractAccelerationMmPerS2,
        double junctionDeviationMm,
        double arcToleranceMm,
        int lookAheadMoves,
        double homingMmPerS,
        @Nullable HeaterModel nozzle,
        @Nullable HeaterModel bed,
        double minExtrusionC,
        double ambientC,
        double idleW,
        double movingW,
        double laserW,
        double maxS)
        implements MachineModel {
    public VirtualProfile {
        if (lookAheadMoves < 1 || !(homingMmPerS > 0) || !(maxS > 0) || !(arcToleranceMm > 0)) {
            throw new IllegalArgumentException(
                    "A profile needs at least one buffered move, and homing speed, arc tolerance and full S above 0.");
        }
    }

    /** Which program a machine understands: Marlin for printers, GRBL for lasers. */
    public enum Kind {
        PRINTER,
        LASER;

        /** The kind by its name in addresses: {@code printer} or {@code laser}. */
        public static Kind of(String name) {
            return switch (name) {
                case "printer" -> PRINTER;
                case "laser" -> LASER;
                default ->
                    throw new IllegalArgumentException(
                            "No virtual machine of kind '%s'. Maybe printer or laser.".formatted(name));
            };
        }
    }

    /** The preset of a kind. */
    public static VirtualProfile of(Kind kind) {
        return switch (kind) {
            case PRINTER -> printer();
            case LASER -> laser();
        };
    }

    /** A filament printer of 250 x 210 x 210 mm with a heated bed; axis limits as of a bed-slinger with Marlin. */
    public static VirtualProfile printer() {
        return new VirtualProfile(
                Kind.PRINTER,
                "filament printer 250x210x210",
                // The front edge beyond the bed is where priming lines are drawn.
                new Bounds(new Point(0, -4, 0), new Point(250, 210, 210)),
                new AxisLimits(200, 1250, 8),
                new AxisLimits(200, 1250, 8),
                new AxisLimits(12, 200, 0.4),
                new AxisLimits(120, 5000, 4.5),
                1250,
                1250,
                1250,
                0.02,
                0.002,
                16,
                50,
                new HeaterModel(300, 40, 0.1, 150),
                new HeaterModel(120, 250, 1.67, 600),
                170,
                22,
                8,
                25,
                0,
                1);
    }

    /** A diode laser cutter of 600 x 400 mm under GRBL 1.1. */
    public static VirtualProfile laser() {
        return new VirtualProfile(
                Kind.LASER,
                "diode laser 600x400",
                new Bounds(new Point(0, 0, -50), new Point(600, 400, 50)),
                new AxisLimits(250, 1000, 0),
                new AxisLimits(250, 1000, 0),
                new AxisLimits(20, 200, 0),
                new AxisLimits(100, 1000, 0),
                1000,
                1000,
                1000,
                0.01,
                0.002,
                16,
                50,
                null,
                null,
                0,
                22,
                12,
                30,
                120,
                1000);
    }

    @Override
    public Dialect dialect() {
        return kind == Kind.PRINTER ? Dialect.MARLIN : Dialect.GRBL;
    }

    /** Another working area: x from 0 to width, y from 0 to depth, z up to height; what lies below zero stays. */
    public VirtualProfile withEnvelope(double widthMm, double depthMm, double heightMm) {
        return withEnvelope(new Bounds(envelope.min(), new Point(widthMm, depthMm, heightMm)));
    }

    public VirtualProfile withEnvelope(Bounds newEnvelope) {
        return with(newEnvelope, xAxis, yAxis, zAxis, extruder, printAccelerationMmPerS2, nozzle, bed);
    }

    /** Another acceleration of x and y, and of printing and travel. */
    public VirtualProfile withAcceleration(double mmPerS2) {
        return with(
                envelope,
                xAxis.withAcceleration(mmPerS2),
                yAxis.withAcceleration(mmPerS2),
                zAxis,
                extruder,
                mmPerS2,
                nozzle,
                bed);
    }

    /** Another highest speed of x and y. */
    public VirtualProfile withMaxFeed(double mmPerS) {
        return with(
                envelope,
                xAxis.withMaxFeed(mmPerS),
                yAxis.withMaxFeed(mmPerS),
                zAxis,
                extruder,
                printAccelerationMmPerS2,
                nozzle,
                bed);
    }

    /** Another jerk on every axis; 0 makes each start and stop a full ramp. */
    public VirtualProfile withJerk(double mmPerS) {
        return with(
                envelope,
                xAxis.withJerk(mmPerS),
                yAxis.withJerk(mmPerS),
                zAxis.withJerk(mmPerS),
                extruder.withJerk(mmPerS),
                printAccelerationMmPerS2,
                nozzle,
                bed);
    }

    private VirtualProfile with(
            Bounds newEnvelope,
            AxisLimits newX,
            AxisLimits newY,
            AxisLimits newZ,
            AxisLimits newExtruder,
            double newAcceleration,
            @Nullable HeaterModel newNozzle,
            @Nullable HeaterModel newBed) {
        boolean same = newAcceleration == printAccelerationMmPerS2;
        return new VirtualProfile(
                kind,
                model,
                newEnvelope,
                newX,
                newY,
                newZ,
                newExtruder,
                newAcceleration,
                same ? travelAccelerationMmPerS2 : newAcceleration,
                same ? retractAccelerationMmPerS2 : newAcceleration,
                junctionDeviationMm,
                arcToleranceMm,
                lookAheadMoves,
                homingMmPerS,
                newNozzle,
                newBed,
                minExtrusionC,
                ambientC,
                idleW,
                movingW,
                laserW,
                maxS);
    }
}
