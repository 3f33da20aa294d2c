package org.millwright.machines.gcode;

import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Point;

/** Adds up where a program goes and what it works there, in exact numbers. */
final class Travelled {
    int moves;
    int layers;
    int pierces;
    double filamentMm;
    double cutLengthMm;
    private double highestZ = Double.NEGATIVE_INFINITY;
    private boolean beamOn;
    private final Box all = new Box();
    private final Box working = new Box();

    void straight(
            double fromX,
            double fromY,
            double fromZ,
            double toX,
            double toY,
            double toZ,
            double filament,
            boolean works,
            double power,
            boolean moved) {
        if (!moved) {
            return;
        }
        moves++;
        all.add(toX, toY, toZ);
        if (works) {
            working.add(fromX, fromY, fromZ);
            working.add(toX, toY, toZ);
        }
        worked(Math.hypot(Math.hypot(toX - fromX, toY - fromY), toZ - fromZ), filament, works, toZ, power);
    }

    void arc(Bounds box, double lengthMm, double filament, double power) {
        moves++;
        all.add(box);
        boolean works = power > 0 || filament > 0;
        if (works) {
            working.add(box);
        }
        worked(lengthMm, filament, works, box.max().z(), power);
    }

    private void worked(double lengthMm, double filament, boolean works, double z, double power) {
        filamentMm += filament;
        if (works && filament > 0 && z > highestZ + 1e-4) {
            layers++;
            highestZ = z;
        }
        if (power > 0) {
            cutLengthMm += lengthMm;
            pierces += beamOn ? 0 : 1;
        }
        beamOn = power > 0;
    }

    /** The beam went off where the machine stands. */
    void beamOff() {
        beamOn = false;
    }

    @Nullable
    Bounds extents() {
        return all.bounds();
    }

    @Nullable
    Bounds workExtents() {
        return working.bounds();
    }

    private static final class Box {
        private double minX = Double.POSITIVE_INFINITY;
        private double minY = Double.POSITIVE_INFINITY;
        private double minZ = Double.POSITIVE_INFINITY;
        private double maxX = Double.NEGATIVE_INFINITY;
        private double maxY = Double.NEGATIVE_INFINITY;
        private double maxZ = Double.NEGATIVE_INFINITY;

        void add(double x, double y, double z) {
            minX = Math.min(minX, x);
            minY = Math.min(minY, y);
            minZ = Math.min(minZ, z);
            maxX = Math.max(maxX, x);
            maxY = Math.max(maxY, y);
            maxZ = Math.max(maxZ, z);
        }

        void add(Bounds box) {
            add(box.min().x(), box.min().y(), box.min().z());
            add(box.max().x(), box.max().y(), box.max().z());
        }

        @Nullable
        Bounds bounds() {
            return minX > maxX ? null : new Bounds(new Point(minX, minY, minZ), new Point(maxX, maxY, maxZ));
        }
    }
}
