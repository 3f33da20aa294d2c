package org.millwright.factory.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An option that cannot be taken as it is.
 *
 * @param field the option's name in forms
 * @param rule the words live in the bundle {@code catalog} under {@code violation.<rule>}
 * @param args fill the gaps of the words
 */
public record Violation(String field, String rule, Map<String, Object> args) {
    public Violation {
        args = Map.copyOf(args);
    }

    /** Names and values of the gaps in turn; numbers to two decimals. */
    public Object[] gaps() {
        return args.entrySet().stream()
                .flatMap(entry -> Stream.of(
                        entry.getKey(), entry.getValue() instanceof Double number ? plain(number) : entry.getValue()))
                .toArray();
    }

    private static Object plain(double number) {
        double rounded = Math.round(number * 100) / 100.0;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }

    /** Empty when the value lies in the range, ends included. */
    public static Optional<Violation> outside(String field, double value, double least, double most) {
        return value >= least && value <= most
                ? Optional.empty()
                : Optional.of(new Violation(field, "range", Map.of("least", least, "most", most)));
    }
}
