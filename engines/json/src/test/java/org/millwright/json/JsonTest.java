package org.millwright.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read again; what is no JSON is refused with its line. */
class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "[]",
                "{}",
                "[1,-2.5,1.0E-9,12345678901234]",
                "{\"a\":{\"b\":[\"\\\"\\\\\",\"\\n\\u0001\",\"ż🐢\"]},\"c\":null}"
            })
    void whatWasReadIsWrittenAsItWas(String text) {
        assertThat(JsonText.of(JsonReader.read(text))).isEqualTo(text);
    }

    @Test
    void anyValueIsReadAsItWasWritten() {
        long seed = 20_261_122;
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Object value = value(random, 4);
            assertThat(JsonReader.read(JsonText.of(value)))
                    .as("seed %d, case %d", seed, i)
                    .isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [1,2            | Line 1 of the JSON text: expected ',' or ']'.
            {"a" 1}         | Line 1 of the JSON text: expected ':'.
            {a:1}           | Line 1 of the JSON text: expected a name in quotes.
            [1e999]         | Line 1 of the JSON text: expected a value.
            [1.2.3]         | Line 1 of the JSON text: expected a value.
            "abc            | Line 1 of the JSON text: expected a closing quote.
            "\\u00g0"       | Line 1 of the JSON text: expected four hexadecimal digits.
            true false      | Line 1 of the JSON text: expected the end of the text.
            """)
    void whatIsNoJsonIsRefused(String text, String words) {
        assertThatThrownBy(() -> JsonReader.read(text))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage(words);
    }

    @Test
    void whatIsNestedTooDeeplyIsRefused() {
        assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000)))
                .hasMessage("Line 1 of the JSON text: expected fewer than 100 nested levels.");
    }

    @Test
    void theFieldThatIsWrongIsNamed() {
        JsonFields part =
                JsonFields.of("Part 3", JsonReader.read("{\"width\": 2.5, \"name\": 7, \"sizes\": [1, \"x\"]}"));
        assertThat(part.number("width")).isEqualTo(2.5);
        assertThat(part.has("height")).isFalse();
        assertThatThrownBy(() -> part.number("height")).hasMessage("Part 3 has no number \"height\".");
        assertThatThrownBy(() -> part.text("name")).hasMessage("Part 3 has no text \"name\".");
        assertThatThrownBy(() -> part.whole("width"))
                .hasMessage("Part 3: \"width\" should be a whole number, got 2.5.");
        assertThatThrownBy(() -> part.wholes("sizes"))
                .hasMessage("Part 3: \"sizes\" should hold whole numbers, got x.");
        assertThatThrownBy(() -> JsonFields.of("The file", List.of())).hasMessage("The file should be a JSON object.");
    }

    @Test
    void numbersThatJsonDoesNotKnowBecomeNull() {
        assertThat(JsonText.of(List.of(Double.NaN, Double.POSITIVE_INFINITY))).isEqualTo("[null,null]");
    }

    private static @Nullable Object value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextGaussian() * Math.pow(10, random.nextInt(-20, 20));
            case 3 -> text(random);
            case 4 -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(random, depth - 1));
                }
                yield list;
            }
            default -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put(text(random), value(random, depth - 1));
                }
                yield map;
            }
        };
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append((char) random.nextInt(1, 0x250));
        }
        return text.toString();
    }
}
