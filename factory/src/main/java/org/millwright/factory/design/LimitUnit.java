package org.millwright.factory.design;

/** Units in which parts are held against limits, as they stand among the limits of processes. */
public final class LimitUnit {
    private LimitUnit() {}

    /** The last part of its message key, {@code limitUnit.<key>}; empty for units that are written alike everywhere. */
    public static String key(String unit) {
        return switch (unit) {
            case "deg from vertical" -> "vertical";
            case "of the part's volume" -> "volume";
            case "thicknesses" -> "thicknesses";
            case "kerfs" -> "kerfs";
            default -> "";
        };
    }
}
