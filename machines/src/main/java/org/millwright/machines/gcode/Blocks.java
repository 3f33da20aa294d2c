package org.millwright.machines.gcode;

import java.util.Arrays;

/**
 * What a program does, step by step, as flat arrays. A step is a move, a dwell, or a change of a heater's target. Until
 * {@link LookAhead} has run, {@code entry} holds the junction's limit, {@code cruise} the nominal speed and {@code exit}
 * the speed at which the move may end in standstill.
 */
final class Blocks {
    static final int MOVE = 0;
    /** A move before which the machine stands still. */
    static final int MOVE_FROM_REST = 1;

    static final int DWELL = 2;
    static final int NOZZLE_TARGET = 3;
    static final int BED_TARGET = 4;
    /** Waits until the nozzle is as warm as its target. */
    static final int NOZZLE_WARM = 5;

    static final int BED_WARM = 6;
    /** Waits until the nozzle is neither colder nor warmer than its target. */
    static final int NOZZLE_SETTLED = 7;

    static final int BED_SETTLED = 8;

    /** About 50 bytes each: 250 MB at most, for a file of some 200 MB. */
    static final int LIMIT = 5_000_000;

    int count;
    byte[] kind = new byte[256];
    int[] line = new int[256];
    float[] x = new float[256];
    float[] y = new float[256];
    float[] z = new float[256];
    /** Filament pushed by the move, mm. */
    float[] filament = new float[256];
    /** Length of the move in mm; seconds of a dwell; °C of a target. */
    float[] amount = new float[256];

    float[] entry = new float[256];
    float[] cruise = new float[256];
    float[] exit = new float[256];
    float[] acceleration = new float[256];
    /** Share of full beam power, 0 to 1. */
    float[] power = new float[256];

    boolean isMove(int i) {
        return kind[i] <= MOVE_FROM_REST;
    }

    /** Appends a step at the place of the step before and returns its index. */
    int add(int newKind, int newLine, double newAmount) {
        if (count == kind.length) {
            if (count >= LIMIT) {
                throw new ProgramTooLong(newLine, LIMIT);
            }
            resize(Math.min(LIMIT, count + (count >> 1)));
        }
        int i = count++;
        kind[i] = (byte) newKind;
        line[i] = newLine;
        amount[i] = (float) newAmount;
        return i;
    }

    /** Gives back unused room. */
    void trim() {
        resize(count);
    }

    private void resize(int size) {
        kind = Arrays.copyOf(kind, size);
        line = Arrays.copyOf(line, size);
        x = Arrays.copyOf(x, size);
        y = Arrays.copyOf(y, size);
        z = Arrays.copyOf(z, size);
        filament = Arrays.copyOf(filament, size);
        amount = Arrays.copyOf(amount, size);
        entry = Arrays.copyOf(entry, size);
        cruise = Arrays.copyOf(cruise, size);
        exit = Arrays.copyOf(exit, size);
        acceleration = Arrays.copyOf(acceleration, size);
        power = Arrays.copyOf(power, size);
    }

    /** Seconds a move takes. */
    double moveS(int i) {
        double a = acceleration[i];
        double up = (cruise[i] - entry[i]) / a;
        double down = (cruise[i] - exit[i]) / a;
        return up + down + Math.max(0, flatMm(i)) / cruise[i];
    }

    private double flatMm(int i) {
        double v = cruise[i];
        double ramps = (2 * v * v - (double) entry[i] * entry[i] - (double) exit[i] * exit[i]) / (2 * acceleration[i]);
        return amount[i] - ramps;
    }

    /** Share of a move's length done {@code s} seconds after its begin. */
    double doneAfter(int i, double s) {
        double a = acceleration[i];
        double up = (cruise[i] - entry[i]) / a;
        double upMm = (cruise[i] + entry[i]) / 2 * up;
        double flatMm = Math.max(0, flatMm(i));
        double flat = flatMm / cruise[i];
        double mm;
        if (s < up) {
            mm = entry[i] * s + a * s * s / 2;
        } else if (s < up + flat) {
            mm = upMm + cruise[i] * (s - up);
        } else {
            double t = s - up - flat;
            mm = upMm + flatMm + cruise[i] * t - a * t * t / 2;
        }
        return Math.clamp(mm / amount[i], 0, 1);
    }
}
