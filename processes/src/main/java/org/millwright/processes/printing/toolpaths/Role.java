package org.millwright.processes.printing.toolpaths;

import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;

/** What a drawn line is for; decides its speed, width and acceleration. */
public enum Role {
    SKIRT("Skirt/Brim"),
    SUPPORT("Support material"),
    SUPPORT_INTERFACE("Support material interface"),
    INNER_WALL("Perimeter"),
    OUTER_WALL("External perimeter"),
    HANGING_WALL("Overhang perimeter"),
    GAP("Gap fill"),
    SOLID("Solid infill"),
    TOP("Top solid infill"),
    BRIDGE("Bridge infill"),
    INFILL("Internal infill");

    /** Wall loops up to this radius are drawn at the small-wall speed. */
    private static final double SMALL_WALL_MM = 2 * Math.PI * 6.5;

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** The word after {@code ;TYPE:}, as viewers of printing programs know it. */
    public String word() {
        return word;
    }

    /** Wanted speed in mm/s for a line of this length, or a piece of a wall of this length, layer time not yet considered. */
    public double speedMmPerS(PrintSettings settings, double lengthMm, boolean firstLayer) {
        double speed = switch (this) {
            case SKIRT, INNER_WALL -> wall(settings, PrintValue.WALL_SPEED, lengthMm);
            case OUTER_WALL -> wall(settings, PrintValue.OUTER_WALL_SPEED, lengthMm);
            case HANGING_WALL -> wall(settings, PrintValue.BRIDGE_SPEED, lengthMm);
            case SUPPORT -> settings.get(PrintValue.SUPPORT_SPEED);
            case SUPPORT_INTERFACE -> settings.get(PrintValue.SUPPORT_INTERFACE_SPEED);
            case GAP -> settings.get(PrintValue.GAP_SPEED);
            case SOLID -> settings.get(PrintValue.SOLID_SPEED);
            case TOP -> settings.get(PrintValue.TOP_SPEED);
            case BRIDGE -> settings.get(PrintValue.BRIDGE_SPEED);
            case INFILL -> settings.get(PrintValue.INFILL_SPEED);
        };
        return firstLayer ? Math.min(speed, settings.get(PrintValue.FIRST_LAYER_SPEED)) : speed;
    }

    /** Whether it is broken off after printing. */
    public boolean isSupport() {
        return this == SUPPORT || this == SUPPORT_INTERFACE;
    }

    /** Whether it may be drawn slower so that the layer cools; threads across nothing sag when drawn slowly. */
    public boolean maySlowDown() {
        return this != BRIDGE && this != HANGING_WALL;
    }

    private static double wall(PrintSettings settings, PrintValue speed, double lengthMm) {
        return lengthMm <= SMALL_WALL_MM
                ? Math.min(settings.get(speed), settings.get(PrintValue.SMALL_WALL_SPEED))
                : settings.get(speed);
    }

    /** Wanted acceleration in mm/s². */
    public double accelerationMmPerS2(PrintSettings settings, boolean firstLayer) {
        if (firstLayer) {
            return settings.get(PrintValue.FIRST_LAYER_ACCELERATION);
        }
        return switch (this) {
            case INNER_WALL, OUTER_WALL -> settings.get(PrintValue.WALL_ACCELERATION);
            default -> settings.get(PrintValue.INFILL_ACCELERATION);
        };
    }
}
