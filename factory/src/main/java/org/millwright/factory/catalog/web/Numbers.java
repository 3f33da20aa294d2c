package org.millwright.factory.catalog.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.catalog.Violation;

/** Reads lengths as people type them. */
final class Numbers {
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,6}([.,][0-9]{1,6})?");

    private Numbers() {}

    /** A number with a point or a comma; NaN with a violation when it is none. */
    static double read(String field, @Nullable String typed, List<Violation> violations) {
        String plain = String.valueOf(typed).strip();
        if (LENGTH.matcher(plain).matches()) {
            return Double.parseDouble(plain.replace(',', '.'));
        }
        violations.add(new Violation(field, "number", Map.of()));
        return Double.NaN;
    }

    static String query(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
