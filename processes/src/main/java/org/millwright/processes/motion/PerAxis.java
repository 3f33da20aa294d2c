package org.millwright.processes.motion;

/** One value per axis: x, y, z and the extruder {@code e}; each greater than zero. */
public record PerAxis(double x, double y, double z, double e) {
    public PerAxis {
        if (!(x > 0 && y > 0 && z > 0 && e > 0)) {
            throw new IllegalArgumentException(
                    "Axis limits must be above 0, got x=%s y=%s z=%s e=%s.\nMaybe a machine value is missing its unit."
                            .formatted(x, y, z, e));
        }
    }

    /** The same value on every axis. */
    public static PerAxis all(double value) {
        return new PerAxis(value, value, value, value);
    }
}
