package org.millwright.factory.platform.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;

/** The hash that ties an entry to the one before: SHA-256 over the canonical JSON of all its fields. */
final class EntryHash {
    static final String BEFORE_FIRST = "0".repeat(64);

    private EntryHash() {}

    static String of(
            FactoryId factory,
            long sequence,
            Instant at,
            Instant recordedAt,
            Actor actor,
            String type,
            String subjectKind,
            UUID subject,
            @Nullable UUID cause,
            List<Ref> refs,
            String payload,
            String previousHash) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("factory", factory.value());
        fields.put("sequence", sequence);
        fields.put("at", at);
        fields.put("recordedAt", recordedAt);
        fields.put("actor", Map.of("name", actor.name(), "role", actor.role(), "simulated", actor.simulated()));
        fields.put("type", type);
        fields.put("subjectKind", subjectKind);
        fields.put("subject", subject);
        fields.put("cause", cause);
        fields.put(
                "refs",
                refs.stream()
                        .map(ref -> List.of(ref.kind(), ref.id().toString()))
                        .toList());
        fields.put("payload", payload);
        fields.put("previousHash", previousHash);
        return sha256(CanonicalJson.write(fields));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
