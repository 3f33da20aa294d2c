package org.millwright.factory.planning.store;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Named numbers in a {@code jsonb} column. */
@Component
class JsonColumns {
    private static final TypeReference<TreeMap<String, Double>> NUMBERS = new TypeReference<>() {};

    private final JsonMapper json;

    JsonColumns(JsonMapper json) {
        this.json = json;
    }

    String write(Map<String, Double> numbers) {
        return json.writeValueAsString(new TreeMap<>(numbers));
    }

    Map<String, Double> read(String text) {
        return json.readValue(text, NUMBERS);
    }
}
