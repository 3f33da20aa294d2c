package org.millwright.processes.motion;

/**
 * Adds up how long a machine takes for moves given one after another.
 *
 * <p>Each move gets the highest entry speed its corner allows; a backward pass lowers entry speeds so that every later
 * corner and the final stop can be reached by braking, a forward pass lowers them to what acceleration reaches. Moves
 * are planned in windows of {@value #WINDOW}; the last {@value #LOOKAHEAD} of a window stay open until more is known,
 * which is at least as far ahead as firmware looks.
 *
 * <p>Not thread-safe; use one per program.
 */
public final class MotionClock {
    private static final int WINDOW = 1024;
    private static final int LOOKAHEAD = 64;

    /** Moves shorter than this are numerical dust. */
    private static final double SHORTEST_MM = 1e-9;

    private final MotionLimits limits;
    private final Corners corners;
    private final double[] lengthMm = new double[WINDOW];
    private final double[] cruise = new double[WINDOW];
    private final double[] acceleration = new double[WINDOW];
    private final double[] entryLimit = new double[WINDOW];
    private final double[] stopSpeed = new double[WINDOW];
    private final double[] entry = new double[WINDOW + 1];
    private int pending;
    private double openingSpeed;
    private double elapsedS;

    public MotionClock(MotionLimits limits) {
        this.limits = limits;
        this.corners = new Corners(limits.cornering());
    }

    /**
     * A straight move. A feed or acceleration above what an axis can do is lowered as firmware does it.
     *
     * @param de movement of the extruder, 0 on machines without one
     * @param feedMmPerS wanted speed along the path, or of the extruder when nothing else moves
     * @param accelerationMmPerS2 wanted acceleration along the path
     */
    public void move(double dx, double dy, double dz, double de, double feedMmPerS, double accelerationMmPerS2) {
        double path = Math.sqrt(dx * dx + dy * dy + dz * dz);
        double length = path > SHORTEST_MM ? path : Math.abs(de);
        if (length <= SHORTEST_MM) {
            return;
        }
        double ux = dx / length, uy = dy / length, uz = dz / length, ue = de / length;
        double speed = lowered(feedMmPerS, limits.speedsMmPerS(), ux, uy, uz, ue);
        double rate = lowered(accelerationMmPerS2, limits.accelerationsMmPerS2(), ux, uy, uz, ue);
        if (pending == WINDOW) {
            commit(WINDOW - LOOKAHEAD);
        }
        int move = pending++;
        lengthMm[move] = length;
        cruise[move] = speed;
        acceleration[move] = rate;
        entryLimit[move] = corners.entrySpeed(ux, uy, uz, ue, speed, rate);
        stopSpeed[move] = corners.stopSpeed();
    }

    /** The machine comes to a stop and waits. */
    public void pause(double seconds) {
        stop();
        elapsedS += seconds;
    }

    /** Time of everything so far; the machine is taken to have stopped. */
    public double seconds() {
        stop();
        return elapsedS;
    }

    private void stop() {
        if (pending > 0) {
            commit(pending);
        }
        openingSpeed = 0;
        corners.forget();
    }

    /** Plans all pending moves and books the first {@code count} of them. */
    private void commit(int count) {
        entry[pending] = stopSpeed[pending - 1];
        for (int i = pending - 1; i >= 0; i--) {
            entry[i] = Math.min(entryLimit[i], reachable(entry[i + 1], i));
        }
        if (openingSpeed > 0) {
            entry[0] = openingSpeed;
        }
        for (int i = 0; i < pending; i++) {
            entry[i + 1] = Math.min(entry[i + 1], reachable(entry[i], i));
        }
        for (int i = 0; i < count; i++) {
            elapsedS += trapezoidS(lengthMm[i], entry[i], cruise[i], entry[i + 1], acceleration[i]);
        }
        openingSpeed = entry[count];
        int open = pending - count;
        System.arraycopy(lengthMm, count, lengthMm, 0, open);
        System.arraycopy(cruise, count, cruise, 0, open);
        System.arraycopy(acceleration, count, acceleration, 0, open);
        System.arraycopy(entryLimit, count, entryLimit, 0, open);
        System.arraycopy(stopSpeed, count, stopSpeed, 0, open);
        pending = open;
    }

    private double reachable(double fromMmPerS, int move) {
        return Math.sqrt(fromMmPerS * fromMmPerS + 2 * acceleration[move] * lengthMm[move]);
    }

    private static double trapezoidS(double length, double from, double cruise, double to, double acceleration) {
        double top = Math.min(cruise, Math.sqrt((2 * acceleration * length + from * from + to * to) / 2));
        double fastest = Math.max(top, Math.max(from, to));
        double rising = (fastest * fastest - from * from) / (2 * acceleration);
        double falling = (fastest * fastest - to * to) / (2 * acceleration);
        double cruising = Math.max(0, length - rising - falling);
        return (2 * fastest - from - to) / acceleration + cruising / fastest;
    }

    private static double lowered(double wanted, PerAxis axis, double ux, double uy, double uz, double ue) {
        double value = wanted;
        value = within(value, axis.x(), ux);
        value = within(value, axis.y(), uy);
        value = within(value, axis.z(), uz);
        return within(value, axis.e(), ue);
    }

    private static double within(double value, double axisLimit, double share) {
        double own = Math.abs(share);
        return own * value > axisLimit ? axisLimit / own : value;
    }
}
