package org.millwright.processes.printing;

import java.util.Arrays;
import java.util.Optional;

/**
 * The values that decide how a part is printed: the name used in factory data (with its unit), the usual value, the range
 * that makes sense, and the key of the same setting in PrusaSlicer's files. Usual values describe a generic machine with a
 * 0.4 mm nozzle printing PLA.
 */
public enum PrintValue {
    LAYER("layerMm", "mm", 0.2, 0.02, 2, "layer_height"),
    FIRST_LAYER("firstLayerMm", "mm", 0.2, 0.02, 2, "first_layer_height"),
    LINE_WIDTH("lineWidthMm", "mm", 0.45, 0.05, 4, "extrusion_width"),
    TOP_LINE_WIDTH("topLineWidthMm", "mm", 0.4, 0.05, 4, "top_infill_extrusion_width"),
    NOZZLE("nozzleMm", "mm", 0.4, 0.05, 4, "nozzle_diameter"),
    WALLS("walls", "", 2, 0, 50, "perimeters"),
    TOP_LAYERS("topLayers", "", 5, 0, 1000, "top_solid_layers"),
    BOTTOM_LAYERS("bottomLayers", "", 4, 0, 1000, "bottom_solid_layers"),
    INFILL("infillPercent", "%", 15, 0, 100, "fill_density"),
    INFILL_ANGLE("infillAngleDeg", "°", 45, -360, 360, "fill_angle"),
    INFILL_ANCHOR("infillAnchorMm", "mm", 50, 0, 1000, "infill_anchor_max"),
    SOLID_BELOW("solidBelowMm2", "mm²", 70, 0, 1e6, "solid_infill_below_area"),
    OUTER_WALL_FIRST("outerWallFirst", "", 0, 0, 1, "external_perimeters_first"),
    OUTER_WALL_SPEED("outerWallMmPerS", "mm/s", 25, 1, 1000, "external_perimeter_speed"),
    WALL_SPEED("wallMmPerS", "mm/s", 45, 1, 1000, "perimeter_speed"),
    SMALL_WALL_SPEED("smallWallMmPerS", "mm/s", 25, 1, 1000, "small_perimeter_speed"),
    INFILL_SPEED("infillMmPerS", "mm/s", 80, 1, 1000, "infill_speed"),
    SOLID_SPEED("solidMmPerS", "mm/s", 80, 1, 1000, "solid_infill_speed"),
    TOP_SPEED("topMmPerS", "mm/s", 40, 1, 1000, "top_solid_infill_speed"),
    BRIDGE_SPEED("bridgeMmPerS", "mm/s", 30, 1, 1000, "bridge_speed"),
    GAP_SPEED("gapMmPerS", "mm/s", 40, 1, 1000, "gap_fill_speed"),
    TRAVEL_SPEED("travelMmPerS", "mm/s", 180, 1, 1000, "travel_speed"),
    FIRST_LAYER_SPEED("firstLayerMmPerS", "mm/s", 20, 1, 1000, "first_layer_speed"),
    WALL_ACCELERATION("wallAccelerationMmPerS2", "mm/s²", 800, 10, 100000, "perimeter_acceleration"),
    INFILL_ACCELERATION("infillAccelerationMmPerS2", "mm/s²", 1000, 10, 100000, "infill_acceleration"),
    FIRST_LAYER_ACCELERATION("firstLayerAccelerationMmPerS2", "mm/s²", 1000, 10, 100000, "first_layer_acceleration"),
    TRAVEL_ACCELERATION("travelAccelerationMmPerS2", "mm/s²", 1500, 10, 100000, "machine_max_acceleration_travel"),
    RETRACT_ACCELERATION(
            "retractAccelerationMmPerS2", "mm/s²", 1250, 10, 100000, "machine_max_acceleration_retracting"),
    MAX_ACCELERATION_X("maxAccelerationXMmPerS2", "mm/s²", 1000, 10, 100000, "machine_max_acceleration_x"),
    MAX_ACCELERATION_Y("maxAccelerationYMmPerS2", "mm/s²", 1000, 10, 100000, "machine_max_acceleration_y"),
    MAX_ACCELERATION_Z("maxAccelerationZMmPerS2", "mm/s²", 200, 10, 100000, "machine_max_acceleration_z"),
    MAX_ACCELERATION_E("maxAccelerationEMmPerS2", "mm/s²", 5000, 10, 100000, "machine_max_acceleration_e"),
    MAX_SPEED_X("maxSpeedXMmPerS", "mm/s", 200, 1, 5000, "machine_max_feedrate_x"),
    MAX_SPEED_Y("maxSpeedYMmPerS", "mm/s", 200, 1, 5000, "machine_max_feedrate_y"),
    MAX_SPEED_Z("maxSpeedZMmPerS", "mm/s", 12, 0.1, 5000, "machine_max_feedrate_z"),
    MAX_SPEED_E("maxSpeedEMmPerS", "mm/s", 120, 0.1, 5000, "machine_max_feedrate_e"),
    JERK_X("jerkXMmPerS", "mm/s", 8, 0.01, 200, "machine_max_jerk_x"),
    JERK_Y("jerkYMmPerS", "mm/s", 8, 0.01, 200, "machine_max_jerk_y"),
    JERK_Z("jerkZMmPerS", "mm/s", 0.4, 0.01, 200, "machine_max_jerk_z"),
    JERK_E("jerkEMmPerS", "mm/s", 4.5, 0.01, 200, "machine_max_jerk_e"),
    NOZZLE_TEMPERATURE("nozzleC", "°C", 210, 0, 500, "temperature"),
    BED_TEMPERATURE("bedC", "°C", 60, 0, 200, "bed_temperature"),
    FILAMENT("filamentMm", "mm", 1.75, 0.5, 5, "filament_diameter"),
    DENSITY("densityGPerCm3", "g/cm³", 1.24, 0.1, 20, "filament_density"),
    FLOW("flowPercent", "%", 100, 10, 300, "extrusion_multiplier"),
    RETRACT("retractMm", "mm", 0.8, 0, 20, "retract_length"),
    RETRACT_SPEED("retractMmPerS", "mm/s", 35, 1, 500, "retract_speed"),
    RETRACT_BEFORE_TRAVEL("retractBeforeTravelMm", "mm", 2, 0, 100, "retract_before_travel"),
    BRIM("brimMm", "mm", 0, 0, 50, "brim_width"),
    SKIRT_LOOPS("skirtLoops", "", 0, 0, 20, "skirts"),
    SKIRT_DISTANCE("skirtDistanceMm", "mm", 6, 0, 100, "skirt_distance"),
    SUPPORTS("supports", "", 0, 0, 1, "support_material"),
    SUPPORT_THRESHOLD("supportThresholdDeg", "°", 45, 0, 90, "support_material_threshold"),
    SUPPORT_SPACING("supportSpacingMm", "mm", 2, 0, 50, "support_material_spacing"),
    SUPPORT_CONTACT("supportContactMm", "mm", 0.2, 0, 5, "support_material_contact_distance"),
    SUPPORT_GAP("supportGapMm", "mm", 0.225, 0, 20, "support_material_xy_spacing"),
    SUPPORT_INTERFACES("supportInterfaceLayers", "", 2, 0, 100, "support_material_interface_layers"),
    SUPPORT_SPEED("supportMmPerS", "mm/s", 50, 1, 1000, "support_material_speed"),
    SUPPORT_INTERFACE_SPEED("supportInterfaceMmPerS", "mm/s", 40, 1, 1000, "support_material_interface_speed"),
    SUPPORT_FOOT("supportFootMm", "mm", 3, 0, 50, "raft_first_layer_expansion"),
    SUPPORT_FOOT_DENSITY("supportFootPercent", "%", 90, 10, 100, "raft_first_layer_density"),
    MIN_LAYER_TIME("minLayerS", "s", 10, 0, 600, "slowdown_below_layer_time"),
    MIN_SPEED("minMmPerS", "mm/s", 15, 0.1, 500, "min_print_speed"),
    FAN_OFF_LAYERS("fanOffLayers", "", 3, 0, 1000, "disable_fan_first_layers"),
    FAN("fanPercent", "%", 100, 0, 100, "max_fan_speed"),
    RELATIVE_EXTRUSION("relativeExtrusion", "", 0, 0, 1, "use_relative_e_distances"),
    ONE_BY_ONE("oneByOne", "", 0, 0, 1, "complete_objects"),
    HEAD_RADIUS("headRadiusMm", "mm", 45, 0, 500, "extruder_clearance_radius"),
    HEAD_NOZZLE("headAboveNozzleMm", "mm", 2, 0, 500, ""),
    GANTRY("gantryAboveNozzleMm", "mm", 20, 0, 2000, "extruder_clearance_height"),
    BED_WIDTH("bedWidthMm", "mm", 250, 1, 10000, ""),
    BED_DEPTH("bedDepthMm", "mm", 250, 1, 10000, ""),
    NOZZLE_RISE("nozzleRiseK", "K", 400, 1, 2000, ""),
    NOZZLE_TIME_CONSTANT("nozzleTimeConstantS", "s", 150, 0.1, 10000, ""),
    BED_RISE("bedRiseK", "K", 150, 1, 2000, ""),
    BED_TIME_CONSTANT("bedTimeConstantS", "s", 600, 0.1, 100000, ""),
    AMBIENT("ambientC", "°C", 22, -30, 80, ""),
    HOMING("homingS", "s", 5, 0, 600, "");

    private final String key;
    private final String unit;
    private final double usual;
    private final double least;
    private final double most;
    private final String iniKey;

    PrintValue(String key, String unit, double usual, double least, double most, String iniKey) {
        this.key = key;
        this.unit = unit;
        this.usual = usual;
        this.least = least;
        this.most = most;
        this.iniKey = iniKey;
    }

    /** Name in factory data, with its unit. */
    public String key() {
        return key;
    }

    /** Unit for people; empty for counts and switches. */
    public String unit() {
        return unit;
    }

    /** The value when nothing else is given. */
    public double usual() {
        return usual;
    }

    /** Key of the same setting in PrusaSlicer's files; empty when it has none. */
    public String iniKey() {
        return iniKey;
    }

    static Optional<PrintValue> findByIniKey(String iniKey) {
        return Arrays.stream(values())
                .filter(value -> !iniKey.isEmpty() && value.iniKey.equals(iniKey))
                .findFirst();
    }

    /** Returns the number when it makes sense, else throws {@link IllegalArgumentException} naming it. */
    double checked(double number) {
        if (!(number >= least && number <= most)) {
            throw new IllegalArgumentException(
                    "%s must be between %s and %s %s, got %s.\nMaybe it was given in another unit."
                            .formatted(key, least, most, unit, number));
        }
        return number;
    }
}
