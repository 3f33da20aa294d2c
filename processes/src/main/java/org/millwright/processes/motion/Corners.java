package org.millwright.processes.motion;

/** The speed at which each move may begin, given the move before it. Remembers one move. */
final class Corners {
    /** GRBL treats sharper reversals than this cosine as a full stop, and flatter joints as straight. */
    private static final double STRAIGHT = 0.999999;

    private final Cornering rule;
    private double previousX, previousY, previousZ, previousE;
    private double previousSpeed;
    private double previousStopSpeed;
    private double stopSpeed;

    Corners(Cornering rule) {
        this.rule = rule;
    }

    /** Forgets the last move: the next one starts from rest. */
    void forget() {
        previousSpeed = 0;
    }

    /** The speed below which the last move may start or stop in an instant. */
    double stopSpeed() {
        return stopSpeed;
    }

    /** Highest speed at the start of a move in direction (ux, uy, uz, ue), in mm/s. */
    double entrySpeed(double ux, double uy, double uz, double ue, double speed, double acceleration) {
        double entry = switch (rule) {
            case Cornering.Jerk jerk -> byJerk(jerk.limitsMmPerS(), ux, uy, uz, ue, speed);
            case Cornering.JunctionDeviation deviation ->
                byDeviation(deviation.deviationMm(), ux, uy, uz, speed, acceleration);
        };
        previousX = ux;
        previousY = uy;
        previousZ = uz;
        previousE = ue;
        previousSpeed = speed;
        previousStopSpeed = stopSpeed;
        return entry;
    }

    private double byJerk(PerAxis jerk, double ux, double uy, double uz, double ue, double speed) {
        stopSpeed = speed;
        stopSpeed = Math.min(stopSpeed, Math.abs(ux) * speed > jerk.x() ? jerk.x() / Math.abs(ux) : speed);
        stopSpeed = Math.min(stopSpeed, Math.abs(uy) * speed > jerk.y() ? jerk.y() / Math.abs(uy) : speed);
        stopSpeed = Math.min(stopSpeed, Math.abs(uz) * speed > jerk.z() ? jerk.z() / Math.abs(uz) : speed);
        stopSpeed = Math.min(stopSpeed, Math.abs(ue) * speed > jerk.e() ? jerk.e() / Math.abs(ue) : speed);
        if (previousSpeed == 0) {
            return stopSpeed;
        }
        double shared = Math.min(previousSpeed, speed);
        double factor = 1;
        factor = lowered(factor, jerk.x(), previousX * shared, ux * shared);
        factor = lowered(factor, jerk.y(), previousY * shared, uy * shared);
        factor = lowered(factor, jerk.z(), previousZ * shared, uz * shared);
        factor = lowered(factor, jerk.e(), previousE * shared, ue * shared);
        double through = shared * factor;
        // Stopping and starting again within the jerk limit may be faster than coasting round the corner.
        boolean stopsAnyway = previousStopSpeed > through * 0.99 && stopSpeed > through * 0.99;
        return stopsAnyway ? stopSpeed : through;
    }

    private static double lowered(double factor, double jerk, double exit, double entry) {
        double leaving = exit * factor;
        double entering = entry * factor;
        // An axis that reverses passes through rest: each side of the corner is judged by itself.
        double change = leaving * entering >= 0
                ? Math.abs(leaving - entering)
                : Math.max(Math.abs(leaving), Math.abs(entering));
        return change > jerk ? factor * jerk / change : factor;
    }

    private double byDeviation(double deviationMm, double ux, double uy, double uz, double speed, double acceleration) {
        stopSpeed = 0;
        if (previousSpeed == 0) {
            return 0;
        }
        double cosine = -(previousX * ux + previousY * uy + previousZ * uz);
        if (cosine > STRAIGHT) {
            return 0;
        }
        double shared = Math.min(previousSpeed, speed);
        if (cosine < -STRAIGHT) {
            return shared;
        }
        double halfSine = Math.sqrt(0.5 * (1 - cosine));
        return Math.min(shared, Math.sqrt(acceleration * deviationMm * halfSine / (1 - halfSine)));
    }
}
