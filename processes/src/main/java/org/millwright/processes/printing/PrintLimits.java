package org.millwright.processes.printing;

import java.util.List;
import org.millwright.processes.Threshold;

/** What filament printing can make. */
final class PrintLimits {
    private static final String GUIDES =
            "arti90.com design clues, cifproto.com DFM for 3D printing, hycubeworks.in design guide";

    static final Threshold WALL_HARD = new Threshold("minWallMm", 0.8, GUIDES);
    static final Threshold WALL_RECOMMENDED = new Threshold("recommendedWallMm", 1.2, GUIDES);
    static final Threshold OVERHANG = new Threshold("overhangDeg", 45, GUIDES);
    static final Threshold OVERHANG_AREA =
            new Threshold("overhangAreaMm2", 4, "smaller patches bridge themselves within one or two lines");
    static final Threshold STANDING_AREA =
            new Threshold("minStandingMm2", 25, "usual practice: less than 5 × 5 mm comes off the bed");
    static final Threshold SLENDERNESS =
            new Threshold("maxHeightPerStandingWidth", 8, "usual practice: taller parts sway under the nozzle");
    static final Threshold SMALLEST_PART =
            new Threshold("minPartMm", 2, "smallest feature of filament printing, " + GUIDES);

    private PrintLimits() {}

    static List<Threshold> listLimits() {
        return List.of(WALL_HARD, WALL_RECOMMENDED, OVERHANG, OVERHANG_AREA, STANDING_AREA, SLENDERNESS, SMALLEST_PART);
    }
}
