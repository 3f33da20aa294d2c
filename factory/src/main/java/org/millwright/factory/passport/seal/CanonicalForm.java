package org.millwright.factory.passport.seal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON Canonicalization Scheme (RFC 8785): one text for one value, so that a signature can be checked after the
 * document went through other programs. Members sorted by UTF-16 code units, no spaces, numbers as ECMAScript writes them.
 */
public final class CanonicalForm {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CanonicalForm() {}

    /**
     * Reads a JSON object.
     *
     * @throws IllegalArgumentException when the text is no JSON object, or names a member twice
     */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> read(String json) {
        try {
            Object value = MAPPER.readValue(json, Object.class);
            if (value instanceof Map<?, ?> map) {
                return (Map<String, Object>) map;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("It holds no object.");
    }

    /**
     * The canonical text of maps, lists, strings, numbers, booleans and nulls.
     *
     * @throws IllegalArgumentException for anything else, infinite numbers and broken Unicode
     */
    public static String write(@Nullable Object value) {
        var text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(@Nullable Object value, StringBuilder text) {
        switch (value) {
            case null -> text.append("null");
            case Boolean truth -> text.append(truth.booleanValue());
            case Number number -> text.append(number(number.doubleValue()));
            case String string -> writeString(string, text);
            case List<?> list -> {
                text.append('[');
                for (int i = 0; i < list.size(); i++) {
                    text.append(i == 0 ? "" : ",");
                    write(list.get(i), text);
                }
                text.append(']');
            }
            case Map<?, ?> map -> writeMap(map, text);
            default ->
                throw new IllegalArgumentException(
                        "A passport holds no %s.".formatted(value.getClass().getName()));
        }
    }

    private static void writeMap(Map<?, ?> map, StringBuilder text) {
        text.append('{');
        boolean first = true;
        List<? extends Map.Entry<?, ?>> members = map.entrySet().stream()
                .sorted(Comparator.comparing(member -> String.valueOf(member.getKey())))
                .toList();
        for (Map.Entry<?, ?> member : members) {
            text.append(first ? "" : ",");
            first = false;
            writeString(String.valueOf(member.getKey()), text);
            text.append(':');
            write(member.getValue(), text);
        }
        text.append('}');
    }

    private static void writeString(String string, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
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
        if (string.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF)) {
            throw new IllegalArgumentException("Half a character stands in the text %s.".formatted(string));
        }
    }

    /** ECMA-262 Number::toString with radix 10: the shortest digits that read back as the same double. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no way to write %s.".formatted(value));
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int k = digits.length();
        int n = k - shortest.scale();
        String unsigned;
        if (k <= n && n <= 21) {
            unsigned = digits + "0".repeat(n - k);
        } else if (0 < n && n <= 21) {
            unsigned = digits.substring(0, n) + "." + digits.substring(n);
        } else if (-6 < n && n <= 0) {
            unsigned = "0." + "0".repeat(-n) + digits;
        } else {
            String exponent = (n - 1 < 0 ? "-" : "+") + Math.abs(n - 1);
            unsigned = digits.charAt(0) + (k == 1 ? "" : "." + digits.substring(1)) + "e" + exponent;
        }
        return value < 0 ? "-" + unsigned : unsigned;
    }

    private static BigDecimal shortest(double value) {
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        // Java never goes below two digits: it writes 4.9E-324 where 5e-324 reads back the same.
        BigDecimal single = digits.round(new MathContext(1)).stripTrailingZeros();
        return digits.precision() == 2 && single.doubleValue() == value ? single : digits;
    }
}
