package org.millwright.factory.passport.document;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The payload of a journal entry, read by the keys of docs/journal.md. */
record Payload(Map<String, ?> values) {
    static Payload of(Object value) {
        Map<String, Object> values = new TreeMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> values.put(String.valueOf(key), member));
        }
        return new Payload(values);
    }

    Optional<String> findText(String key) {
        Object value = values.get(key);
        return value == null ? Optional.empty() : Optional.of(value.toString());
    }

    String text(String key) {
        return findText(key).orElseThrow(() -> new MissingFact(key));
    }

    OptionalDouble findNumber(String key) {
        return values.get(key) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    double number(String key) {
        return findNumber(key).orElseThrow(() -> new MissingFact(key));
    }

    boolean truth(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    Payload map(String key) {
        if (values.get(key) instanceof Map<?, ?> map) {
            return of(map);
        }
        throw new MissingFact(key);
    }
}
