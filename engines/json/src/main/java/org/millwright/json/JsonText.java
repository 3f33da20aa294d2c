package org.millwright.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, numbers, words and booleans as one line of JSON; numbers that JSON does not know become null. */
public final class JsonText {
    private JsonText() {}

    /** Throws {@link IllegalArgumentException} for other kinds of values. */
    public static String of(@Nullable Object value) {
        var text = new StringBuilder();
        write(text, value);
        return text.toString();
    }

    private static void write(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append("null");
            case Map<?, ?> map -> writeMap(text, map);
            case List<?> list -> writeList(text, list);
            case Double number -> text.append(Double.isFinite(number) ? plain(number) : "null");
            case Number number -> text.append(number);
            case Boolean truth -> text.append(truth);
            case CharSequence words -> quote(text, words);
            default ->
                throw new IllegalArgumentException(
                        "No JSON for " + value.getClass().getName() + ".");
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    private static void writeMap(StringBuilder text, Map<?, ?> map) {
        char separator = '{';
        for (var entry : map.entrySet()) {
            text.append(separator);
            separator = ',';
            quote(text, entry.getKey().toString());
            text.append(':');
            write(text, entry.getValue());
        }
        text.append(map.isEmpty() ? "{}" : "}");
    }

    private static void writeList(StringBuilder text, List<?> list) {
        char separator = '[';
        for (Object item : list) {
            text.append(separator);
            separator = ',';
            write(text, item);
        }
        text.append(list.isEmpty() ? "[]" : "]");
    }

    private static void quote(StringBuilder text, CharSequence words) {
        text.append('"');
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < 0x20) {
                        text.append("\\u%04x".formatted((int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
