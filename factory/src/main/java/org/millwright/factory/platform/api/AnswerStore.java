package org.millwright.factory.platform.api;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code platform.api_answer}. Answers are kept for a day. */
@Repository
class AnswerStore {
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;

    AnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param status 0 while the first request is being worked on
     * @param body one character a byte (ISO 8859-1)
     */
    record Answer(
            String fingerprint,
            int status,
            @Nullable String contentType,
            @Nullable String location,
            String body) {}

    /** True for the first request with this key; only that one is worked on. */
    boolean begin(String caller, String key, String fingerprint, Instant now) {
        jdbc.sql("delete from platform.api_answer where asked_at < :old")
                .param("old", Timestamp.from(now.minus(KEPT)))
                .update();
        return jdbc.sql("""
                insert into platform.api_answer (caller, key, fingerprint, asked_at)
                values (:caller, :key, :fingerprint, :now) on conflict (caller, key) do nothing""")
                        .param("caller", caller)
                        .param("key", key)
                        .param("fingerprint", fingerprint)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void finish(String caller, String key, Answer answer) {
        jdbc.sql("""
                update platform.api_answer
                set status = :status, content_type = :contentType, location = :location, body = :body
                where caller = :caller and key = :key""")
                .param("caller", caller)
                .param("key", key)
                .param("status", answer.status())
                .param("contentType", answer.contentType())
                .param("location", answer.location())
                .param("body", answer.body().getBytes(StandardCharsets.ISO_8859_1))
                .update();
    }

    /** Lets the key be used again, since nothing was done. */
    void forget(String caller, String key) {
        jdbc.sql("delete from platform.api_answer where caller = :caller and key = :key")
                .param("caller", caller)
                .param("key", key)
                .update();
    }

    Optional<Answer> find(String caller, String key) {
        return jdbc.sql("select * from platform.api_answer where caller = :caller and key = :key")
                .param("caller", caller)
                .param("key", key)
                .query((row, number) -> {
                    byte[] body = row.getBytes("body");
                    return new Answer(
                            row.getString("fingerprint"),
                            row.getInt("status"),
                            row.getString("content_type"),
                            row.getString("location"),
                            body == null ? "" : new String(body, StandardCharsets.ISO_8859_1));
                })
                .optional();
    }
}
