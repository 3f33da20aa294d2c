package org.millwright.machines.gcode;

import org.millwright.machines.gcode.model.AxisLimits;
import org.millwright.machines.gcode.model.Dialect;
import org.millwright.machines.gcode.model.MachineModel;
import org.millwright.machines.gcode.model.Violation.Kind;
import org.millwright.machines.gcode.model.Violations;

/**
 * Turns straight moves into blocks with their limits: feed and acceleration of the slowest axis, and the speed at the
 * junction with the move before, by Marlin's classic jerk or GRBL's junction deviation.
 */
final class MotionPlanner {
    private static final int AXES = 4;
    private static final double SHORTEST_MM = 1e-6;
    /** Marlin MINIMUM_PLANNER_SPEED: keeps a move with no jerk allowance from never starting. */
    private static final double SLOWEST_MM_PER_S = 0.05;

    final Blocks blocks = new Blocks();
    final double[] maxFeed = new double[AXES];
    final double[] maxAcceleration = new double[AXES];
    final double[] machineFeed;
    final double[] machineAcceleration;
    final double[] jerk = new double[AXES];
    double printAcceleration;
    double travelAcceleration;
    double retractAcceleration;

    private final MachineModel machine;
    private final Violations violations;
    private final boolean junctionByJerk;
    private final double[] delta = new double[AXES];
    private final double[] speed = new double[AXES];
    private final double[] previousSpeed = new double[AXES];
    private final double[] bisector = new double[3];
    private double previousNominal;
    private double previousSafe;
    private boolean atRest = true;
    private double x;
    private double y;
    private double z;

    MotionPlanner(MachineModel machine, Violations violations) {
        this.machine = machine;
        this.violations = violations;
        junctionByJerk = machine.dialect() == Dialect.MARLIN;
        AxisLimits[] axes = {machine.xAxis(), machine.yAxis(), machine.zAxis(), machine.extruder()};
        for (int i = 0; i < AXES; i++) {
            maxFeed[i] = axes[i].maxFeedMmPerS();
            maxAcceleration[i] = axes[i].accelerationMmPerS2();
            jerk[i] = axes[i].jerkMmPerS();
        }
        machineFeed = maxFeed.clone();
        machineAcceleration = maxAcceleration.clone();
        printAcceleration = machine.printAccelerationMmPerS2();
        travelAcceleration = machine.travelAccelerationMmPerS2();
        retractAcceleration = machine.retractAccelerationMmPerS2();
    }

    /** The next move starts from standstill. */
    void rest() {
        atRest = true;
    }

    /** A step that is no move; {@code rests} when the machine stands still for it. */
    void step(int kind, int line, double amount, boolean rests) {
        place(blocks.add(kind, line, amount));
        if (rests) {
            atRest = true;
        }
    }

    /**
     * A straight move to a place in machine coordinates; nothing for a move of no length.
     *
     * @param feedMmPerS wanted speed along the path; infinity for as fast as the axes can
     * @param power share of full beam power
     * @param check whether a feed above the limit is worth telling
     */
    void move(
            int line,
            double toX,
            double toY,
            double toZ,
            double filament,
            double feedMmPerS,
            double power,
            boolean check) {
        delta[0] = toX - x;
        delta[1] = toY - y;
        delta[2] = toZ - z;
        delta[3] = filament;
        double path = Math.sqrt(delta[0] * delta[0] + delta[1] * delta[1] + delta[2] * delta[2]);
        boolean inPlace = path < SHORTEST_MM;
        double length = inPlace ? Math.abs(filament) : path;
        x = toX;
        y = toY;
        z = toZ;
        if (length < SHORTEST_MM) {
            return;
        }
        double nominal = Math.max(limitFeed(line, length, feedMmPerS, check), SLOWEST_MM_PER_S);
        double acceleration = limitAcceleration(length, wantedAcceleration(inPlace, filament));
        for (int i = 0; i < AXES; i++) {
            speed[i] = delta[i] / length * nominal;
        }
        double safe = junctionByJerk ? safeSpeed(nominal) : 0;
        double entry = atRest ? safe : junctionByJerk ? jerkJunction(nominal, safe) : deviationJunction(nominal);
        int i = blocks.add(atRest ? Blocks.MOVE_FROM_REST : Blocks.MOVE, line, length);
        place(i);
        blocks.filament[i] = (float) filament;
        blocks.entry[i] = (float) entry;
        blocks.cruise[i] = (float) nominal;
        blocks.exit[i] = (float) safe;
        blocks.acceleration[i] = (float) acceleration;
        blocks.power[i] = (float) power;
        System.arraycopy(speed, 0, previousSpeed, 0, AXES);
        previousNominal = nominal;
        previousSafe = safe;
        atRest = false;
    }

    private void place(int i) {
        blocks.x[i] = (float) x;
        blocks.y[i] = (float) y;
        blocks.z[i] = (float) z;
    }

    private double limitFeed(int line, double length, double wanted, boolean check) {
        double limit = Double.POSITIVE_INFINITY;
        for (int i = 0; i < AXES; i++) {
            double share = Math.abs(delta[i]) / length;
            if (share > 0) {
                limit = Math.min(limit, maxFeed[i] / share);
            }
        }
        // Half a percent: slicers write whole mm/min.
        if (check && wanted > limit * 1.005) {
            violations.add(Kind.FEED_ABOVE_LIMIT, line, "", wanted, limit);
        }
        return Math.min(wanted, limit);
    }

    /** Marlin sets accelerations by purpose; GRBL knows those of the axes alone. */
    private double wantedAcceleration(boolean inPlace, double filament) {
        if (!junctionByJerk) {
            return Double.POSITIVE_INFINITY;
        }
        return inPlace ? retractAcceleration : filament != 0 ? printAcceleration : travelAcceleration;
    }

    private double limitAcceleration(double length, double wanted) {
        double limit = wanted;
        for (int i = 0; i < AXES; i++) {
            double share = Math.abs(delta[i]) / length;
            if (share > 0) {
                limit = Math.min(limit, maxAcceleration[i] / share);
            }
        }
        return limit;
    }

    /** The highest speed at which no axis changes by more than its jerk when the machine starts or stops. */
    private double safeSpeed(double nominal) {
        double safe = nominal;
        for (int i = 0; i < AXES; i++) {
            double axis = Math.abs(speed[i]);
            if (axis > jerk[i]) {
                safe = Math.min(safe, nominal * jerk[i] / axis);
            }
        }
        return Math.max(safe, SLOWEST_MM_PER_S);
    }

    /** Marlin 2, Planner::_populate_block, classic jerk. */
    private double jerkJunction(double nominal, double safe) {
        double junction = Math.min(nominal, previousNominal);
        double exitShare = junction / previousNominal;
        double factor = 1;
        boolean limited = false;
        for (int i = 0; i < AXES; i++) {
            double exit = previousSpeed[i] * exitShare * factor;
            double entry = speed[i] * factor;
            double change = exit > entry
                    ? (entry > 0 || exit < 0 ? exit - entry : Math.max(exit, -entry))
                    : (entry < 0 || exit > 0 ? entry - exit : Math.max(-exit, entry));
            if (change > jerk[i]) {
                factor *= jerk[i] / change;
                limited = true;
            }
        }
        if (limited) {
            junction *= factor;
        }
        double threshold = junction * 0.99;
        return previousSafe > threshold && safe > threshold ? safe : Math.max(junction, SLOWEST_MM_PER_S);
    }

    /** GRBL 1.1, plan_buffer_line: the speed on an arc that leaves the corner by the junction deviation. */
    private double deviationJunction(double nominal) {
        double cosine = 0;
        double halfChange = 0;
        for (int i = 0; i < 3; i++) {
            cosine -= previousSpeed[i] / previousNominal * speed[i] / nominal;
        }
        if (cosine > 0.999999) {
            return 0;
        }
        double highest = Math.min(nominal, previousNominal);
        if (cosine < -0.999999) {
            return highest;
        }
        for (int i = 0; i < 3; i++) {
            bisector[i] = speed[i] / nominal - previousSpeed[i] / previousNominal;
            halfChange += bisector[i] * bisector[i];
        }
        double acceleration = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 3; i++) {
            double share = Math.abs(bisector[i]) / Math.sqrt(halfChange);
            if (share > 0) {
                acceleration = Math.min(acceleration, maxAcceleration[i] / share);
            }
        }
        double sine = Math.sqrt((1 - cosine) / 2);
        double square = acceleration * machine.junctionDeviationMm() * sine / (1 - sine);
        return Math.min(highest, Math.sqrt(square));
    }
}
