package org.millwright.factory.platform.text;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sentence of a bundle with what fills its gaps, kept so that each reader gets it in their own language.
 *
 * @param key of the text; empty for a sentence that is kept as it was written
 * @param gaps strings, numbers (shown with one decimal at most) and {@link Moment}s by the names of the gaps
 */
public record Saying(String key, Map<String, Object> gaps) {
    /** What nothing is said by. */
    public static final Saying NOTHING = new Saying("", Map.of("text", ""));

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    public Saying {
        gaps = Map.copyOf(gaps);
        gaps.forEach((name, value) -> {
            if (!(value instanceof String || value instanceof Number || value instanceof Moment)) {
                throw new IllegalArgumentException(
                        "The gap %s of %s is a %s, which has no words.".formatted(name, key, value.getClass()));
            }
        });
    }

    /** A time of day at a place. */
    public record Moment(Instant at, ZoneId zone) {
        String in(Locale locale) {
            return DateTimeFormatter.ofPattern("EEE d MMM HH:mm", locale).format(at.atZone(zone));
        }
    }

    public static Saying of(String key, Map<String, Object> gaps) {
        return new Saying(key, gaps);
    }

    /** The sentence in the wanted language. */
    public String in(Locale locale) {
        if (key.isEmpty()) {
            return String.valueOf(gaps.get("text"));
        }
        var words = new TreeMap<String, String>();
        gaps.forEach((name, value) -> words.put(name, words(value, locale)));
        return Texts.bundled().text(key, words, locale);
    }

    private static String words(Object value, Locale locale) {
        return switch (value) {
            case Moment moment -> moment.in(locale);
            case Number number -> {
                NumberFormat format = NumberFormat.getInstance(locale);
                format.setMaximumFractionDigits(1);
                yield format.format(number);
            }
            default -> value.toString();
        };
    }

    /** As one line of JSON, for {@link #read}. */
    public String stored() {
        if (key.isEmpty()) {
            return String.valueOf(gaps.get("text"));
        }
        var document = new TreeMap<String, Object>();
        gaps.forEach((name, value) -> document.put(
                name,
                value instanceof Moment moment
                        ? Map.of(
                                "at",
                                moment.at().toString(),
                                "zone",
                                moment.zone().getId())
                        : value));
        document.put("", key);
        return JSON.writeValueAsString(document);
    }

    /** What {@link #stored} wrote; anything else is a sentence from before, kept as it is. */
    public static Saying read(String stored) {
        if (!stored.startsWith("{\"\":")) {
            return new Saying("", Map.of("text", stored));
        }
        Map<String, Object> document = JSON.readValue(stored, OBJECT);
        String key = String.valueOf(document.remove(""));
        document.replaceAll((name, value) -> value instanceof Map<?, ?> moment
                ? new Moment(
                        Instant.parse(String.valueOf(moment.get("at"))), ZoneId.of(String.valueOf(moment.get("zone"))))
                : value);
        return new Saying(key, document);
    }

    /** In English, for logs and programs. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
