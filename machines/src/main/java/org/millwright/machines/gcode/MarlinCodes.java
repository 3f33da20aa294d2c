package org.millwright.machines.gcode;

import java.util.Set;

/** Marlin codes that change nothing a program's execution depends on. Codes times ten. */
final class MarlinCodes {
    /** Firmware retraction is not among them: what it does depends on settings that the program does not carry. */
    private static final Set<Integer> GENERAL = Set.of(170, 290, 291, 292, 800, 940);

    private static final Set<Integer> MISCELLANEOUS = Set.of(
            170, 310, 730, 740, 750, 760, 770, 780, 850, 1050, 1060, 1070, 1080, 1100, 1110, 1130, 1140, 1150, 1180,
            1190, 1200, 1210, 1410, 1550, 2000, 2060, 2070, 2080, 2090, 2110, 2180, 2550, 2560, 3000, 3010, 3020, 3030,
            3040, 3090, 4120, 4130, 4200, 4860, 5000, 5010, 5020, 5030, 5550, 5690, 5720, 5930, 8510, 9000, 9060, 9070,
            9130, 9140);

    private MarlinCodes() {}

    static boolean isKnownGeneral(int code) {
        return GENERAL.contains(code);
    }

    static boolean isKnownMiscellaneous(int code) {
        return MISCELLANEOUS.contains(code);
    }

    /** Whether free text or quoted names follow: M23, M28, M115 to M118, M486, M862. */
    static boolean takesText(int code) {
        return code == 230
                || code == 1150
                || code == 1160
                || code == 1170
                || code == 1180
                || code == 4860
                || (code >= 8620 && code <= 8629);
    }
}
