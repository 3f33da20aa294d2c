package org.millwright.geometry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One observation about a design: what was checked, how it came out and where. The words live in message bundles under
 * {@code finding.<check>.message} and {@code finding.<check>.hint}; {@code arguments} fill their named gaps.
 *
 * @param check kebab-case name of the check, for instance {@code thin-wall}
 * @param valueMm what was found, when the check measures a length
 * @param limitMm what it was held against
 * @param at a place on the part that shows it, in the design's own coordinates
 */
public record Finding(
        String check,
        Severity severity,
        Map<String, Object> arguments,
        @Nullable Double valueMm,
        @Nullable Double limitMm,
        @Nullable Point at) {
    public Finding {
        arguments = Map.copyOf(arguments);
    }

    public static Finding of(String check, Severity severity) {
        return new Finding(check, severity, Map.of(), null, null, null);
    }

    public Finding with(Map<String, Object> arguments) {
        return new Finding(check, severity, arguments, valueMm, limitMm, at);
    }

    public Finding measured(double valueMm, double limitMm) {
        return new Finding(check, severity, arguments, valueMm, limitMm, at);
    }

    public Finding at(Point place) {
        return new Finding(check, severity, arguments, valueMm, limitMm, place);
    }

    /** The same finding on a design whose lengths were multiplied; the limit is the maker's and stays. */
    public Finding scaled(double factor) {
        return new Finding(
                check,
                severity,
                arguments,
                valueMm == null ? null : Double.valueOf(valueMm * factor),
                limitMm,
                at == null ? null : new Point(at.x() * factor, at.y() * factor, at.z() * factor));
    }

    public boolean blocks() {
        return severity == Severity.BLOCKING;
    }
}
