package org.millwright.machines.gcode.model;

/**
 * What one axis can do.
 *
 * @param maxFeedMmPerS above 0
 * @param accelerationMmPerS2 above 0
 * @param jerkMmPerS speed change taken without acceleration (Marlin's classic jerk), 0 or more; unused by GRBL
 */
public record AxisLimits(double maxFeedMmPerS, double accelerationMmPerS2, double jerkMmPerS) {
    public AxisLimits {
        if (!(maxFeedMmPerS > 0) || !(accelerationMmPerS2 > 0) || !(jerkMmPerS >= 0)) {
            throw new IllegalArgumentException(
                    "Axis limits need feed > 0, acceleration > 0 and jerk >= 0, got %s, %s, %s."
                            .formatted(maxFeedMmPerS, accelerationMmPerS2, jerkMmPerS));
        }
    }

    public AxisLimits withJerk(double newJerkMmPerS) {
        return new AxisLimits(maxFeedMmPerS, accelerationMmPerS2, newJerkMmPerS);
    }

    public AxisLimits withMaxFeed(double newMaxFeedMmPerS) {
        return new AxisLimits(newMaxFeedMmPerS, accelerationMmPerS2, jerkMmPerS);
    }

    public AxisLimits withAcceleration(double newAccelerationMmPerS2) {
        return new AxisLimits(maxFeedMmPerS, newAccelerationMmPerS2, jerkMmPerS);
    }
}
