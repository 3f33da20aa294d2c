package org.millwright.factory.platform.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * JSON with exactly one text for each value: sorted keys, no spaces, exact decimals as strings. Two programs that hash
 * the same facts get the same hash.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    /**
     * @throws IllegalArgumentException when a value is of a type that has no canonical form, naming its place
     */
    public static String write(Map<String, ?> value) {
        var text = new StringBuilder();
        writeMap(value, "", text);
        return text.toString();
    }

    private static void writeValue(@Nullable Object value, String place, StringBuilder text) {
        switch (value) {
            case null -> text.append("null");
            case String string -> writeString(string, text);
            case Boolean truth -> text.append(truth.booleanValue());
            case Long number -> text.append(number.longValue());
            case Integer number -> text.append(number.intValue());
            case Double number -> text.append(finite(number, place));
            case BigDecimal number -> writeString(number.toPlainString(), text);
            case Instant instant -> writeString(instant.toString(), text);
            case UUID id -> writeString(id.toString(), text);
            case Enum<?> constant -> writeString(constant.name(), text);
            case Collection<?> list -> writeList(list, place, text);
            case Map<?, ?> map -> writeMap(map, place, text);
            default ->
                throw new IllegalArgumentException(
                        "The value at \"%s\" is a %s.%nMaybe turn it into text, a number, an instant, a list or a map."
                                .formatted(place, value.getClass().getName()));
        }
    }

    private static double finite(double number, String place) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(
                    "The value at \"%s\" is %s, which JSON cannot say.%nMaybe leave it out.".formatted(place, number));
        }
        return number;
    }

    private static void writeList(Collection<?> list, String place, StringBuilder text) {
        text.append('[');
        int index = 0;
        for (Object element : list) {
            if (index > 0) {
                text.append(',');
            }
            writeValue(element, place + "/" + index++, text);
        }
        text.append(']');
    }

    private static void writeMap(Map<?, ?> map, String place, StringBuilder text) {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        text.append('{');
        boolean first = true;
        for (var entry : sorted.entrySet()) {
            if (!first) {
                text.append(',');
            }
            first = false;
            writeString(entry.getKey(), text);
            text.append(':');
            writeValue(entry.getValue(), place + "/" + entry.getKey(), text);
        }
        text.append('}');
    }

    private static void writeString(String string, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < string.length()
                    && Character.isLowSurrogate(string.charAt(i + 1));
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (pair) {
                text.append(c).append(string.charAt(++i));
            } else if (c < 0x20 || Character.isSurrogate(c)) {
                // A lone surrogate has no UTF-8 form: written as it is, the database would store something else.
                text.append("\\u%04x".formatted((int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
