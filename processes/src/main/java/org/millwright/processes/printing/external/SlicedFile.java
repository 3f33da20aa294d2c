package org.millwright.processes.printing.external;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.millwright.processes.ProgramRefused;

/**
 * What PrusaSlicer writes at the end of a program.
 *
 * @param time without heating and homing
 */
record SlicedFile(Duration time, double filamentMm) {
    private static final Pattern TIME = Pattern.compile(
            "; estimated printing time \\(normal mode\\) = (?:(\\d+)d ?)?(?:(\\d+)h ?)?(?:(\\d+)m ?)?(?:(\\d+)s)?");
    private static final Pattern FILAMENT = Pattern.compile("; filament used \\[mm\\] = ([0-9.]+)");

    /** Throws {@link ProgramRefused} when the comments are missing: then it is no program of PrusaSlicer's. */
    static SlicedFile of(String program) throws ProgramRefused {
        Matcher time = TIME.matcher(program);
        Matcher filament = FILAMENT.matcher(program);
        if (!time.find() || !filament.find()) {
            throw new ProgramRefused(
                    "PrusaSlicer's program does not say how long it runs and what it uses.",
                    "Maybe this version writes them differently; choose the built-in slicer.");
        }
        Duration duration = Duration.ofDays(number(time.group(1)))
                .plusHours(number(time.group(2)))
                .plusMinutes(number(time.group(3)))
                .plusSeconds(number(time.group(4)));
        return new SlicedFile(duration, Double.parseDouble(filament.group(1)));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
