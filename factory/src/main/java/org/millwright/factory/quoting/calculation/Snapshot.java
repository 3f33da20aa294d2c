package org.millwright.factory.quoting.calculation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.millwright.factory.platform.journal.CanonicalJson;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The inputs of a quote as text with exactly one form, and its hash. */
@Component
public class Snapshot {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final JsonMapper json;

    Snapshot(JsonMapper json) {
        this.json = json;
    }

    public String write(QuoteInputs inputs) {
        return CanonicalJson.write(json.convertValue(inputs, MAP));
    }

    public QuoteInputs read(String text) {
        return json.readValue(text, QuoteInputs.class);
    }

    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
