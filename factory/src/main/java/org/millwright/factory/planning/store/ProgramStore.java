package org.millwright.factory.planning.store;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.millwright.factory.platform.files.FileHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code planning.program}: programs by what they were made from. */
@Repository
public class ProgramStore {
    private final JdbcClient jdbc;
    private final JsonColumns json;

    ProgramStore(JdbcClient jdbc, JsonColumns json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A program in the file store. */
    public record StoredProgram(
            FileHash file, String dialect, Duration expectedTime, double massG, Map<String, Double> terms) {
        public StoredProgram {
            terms = Map.copyOf(terms);
        }
    }

    public Optional<StoredProgram> find(String contentKey) {
        return jdbc.sql("select * from planning.program where content_key = :key")
                .param("key", contentKey)
                .query((row, number) -> new StoredProgram(
                        new FileHash(row.getString("sha256")),
                        row.getString("dialect"),
                        Duration.ofMillis(Math.round(row.getDouble("expected_s") * 1000)),
                        row.getDouble("mass_g"),
                        json.read(row.getString("terms"))))
                .optional();
    }

    public void insert(String contentKey, StoredProgram program) {
        jdbc.sql("""
                insert into planning.program (content_key, sha256, dialect, expected_s, mass_g, terms)
                values (:key, :sha256, :dialect, :expectedS, :massG, :terms::jsonb) on conflict do nothing""")
                .param("key", contentKey)
                .param("sha256", program.file().sha256())
                .param("dialect", program.dialect())
                .param("expectedS", program.expectedTime().toMillis() / 1000.0)
                .param("massG", program.massG())
                .param("terms", json.write(program.terms()))
                .update();
    }
}
