package org.millwright.factory.planning.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.millwright.factory.planning.timetable.NewTimes;
import org.millwright.factory.planning.timetable.TimetablePlanner;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code planning.plan_record}: what each version of the timetable followed from. */
@Repository
public class PlanRecordStore {
    private static final int KEPT = 100;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PlanRecordStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A plan's input, its seed, how the engine was set, and the SHA-256 of the times that came out. */
    public record PlanRecord(TimetablePlanner.Input input, long seed, String parameters, String sha256) {}

    public void insert(FactoryId factory, int version, TimetablePlanner.Input input, List<NewTimes> times) {
        jdbc.sql("delete from planning.plan_record where factory_id = :factory and version <= :version - " + KEPT)
                .param("factory", factory.value())
                .param("version", version)
                .update();
        jdbc.sql("""
                insert into planning.plan_record (factory_id, version, seed, parameters, input, sha256)
                values (:factory, :version, :seed, :parameters, :input, :sha)
                on conflict (factory_id, version) do update
                set seed = excluded.seed, parameters = excluded.parameters, input = excluded.input,
                    sha256 = excluded.sha256""")
                .param("factory", factory.value())
                .param("version", version)
                .param("seed", TimetablePlanner.SEED)
                .param("parameters", TimetablePlanner.PARAMETERS)
                .param("input", compressed(json.writeValueAsBytes(input)))
                .param("sha", sha256(times))
                .update();
    }

    public Optional<PlanRecord> find(FactoryId factory, int version) {
        return jdbc.sql("select * from planning.plan_record where factory_id = :factory and version = :version")
                .param("factory", factory.value())
                .param("version", version)
                .query((row, number) -> new PlanRecord(
                        json.readValue(expanded(row.getBytes("input")), TimetablePlanner.Input.class),
                        row.getLong("seed"),
                        row.getString("parameters"),
                        row.getString("sha256")))
                .optional();
    }

    /** Of the times in their order, as text. */
    public static String sha256(List<NewTimes> times) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (NewTimes time : times) {
                digest.update(time.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", missing);
        }
    }

    private static byte[] compressed(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length / 4);
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] expanded(byte[] bytes) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return zip.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("A stored plan cannot be read.", broken);
        }
    }
}
