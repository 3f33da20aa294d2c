package org.millwright.factory.planning.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.planning.timetable.NewTimes;
import org.millwright.factory.planning.timetable.TimetablePlanner;
import org.millwright.factory.platform.database.SqlTime;
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

    /**
     * What a version followed from.
     *
     * @param cause what made the planner act
     * @param added operations that were on no timetable before
     * @param parameters how the engine was set
     * @param sha256 of the times that came out
     */
    public record PlanRecord(
            int version,
            Instant at,
            String cause,
            Set<OperationId> added,
            TimetablePlanner.Input input,
            long seed,
            String parameters,
            String sha256) {
        public PlanRecord {
            added = Set.copyOf(added);
        }
    }

    /** That a version was made, and why. */
    public record Made(int version, String cause) {}

    /** Keeps what a version followed from, and forgets versions long past. */
    public PlanRecord insert(
            FactoryId factory,
            int version,
            String cause,
            Set<OperationId> added,
            TimetablePlanner.Input input,
            List<NewTimes> times) {
        var record = new PlanRecord(
                version,
                input.floor().now(),
                cause,
                added,
                input,
                TimetablePlanner.SEED,
                TimetablePlanner.PARAMETERS,
                sha256(times));
        jdbc.sql("delete from planning.plan_record where factory_id = :factory and version <= :version - " + KEPT)
                .param("factory", factory.value())
                .param("version", version)
                .update();
        jdbc.sql("""
                insert into planning.plan_record (factory_id, version, made_at, cause, added, seed, parameters, input, sha256)
                values (:factory, :version, :at, :cause, :added, :seed, :parameters, :input, :sha)
                on conflict (factory_id, version) do update
                set moves = null, made_at = excluded.made_at, cause = excluded.cause, added = excluded.added, seed = excluded.seed, parameters = excluded.parameters, input = excluded.input,
                    sha256 = excluded.sha256""")
                .param("factory", factory.value())
                .param("version", version)
                .param("at", SqlTime.of(record.at()))
                .param("cause", cause)
                .param("added", added.stream().map(OperationId::value).toArray(UUID[]::new))
                .param("seed", record.seed())
                .param("parameters", record.parameters())
                .param("input", compressed(json.writeValueAsBytes(input)))
                .param("sha", record.sha256())
                .update();
        return record;
    }

    /**
     * Keeps what a version moved as long as the version itself.
     *
     * @param moves JSON
     */
    public void keepMoves(FactoryId factory, int version, byte[] moves) {
        jdbc.sql("update planning.plan_record set moves = :moves where factory_id = :factory and version = :version")
                .param("factory", factory.value())
                .param("version", version)
                .param("moves", compressed(moves))
                .update();
    }

    /** What {@link #keepMoves} was given; empty when nothing was. */
    public Optional<byte[]> findMoves(FactoryId factory, int version) {
        return jdbc.sql("""
                select moves from planning.plan_record
                where factory_id = :factory and version = :version and moves is not null""")
                .param("factory", factory.value())
                .param("version", version)
                .query((row, number) -> expanded(row.getBytes("moves")))
                .optional();
    }

    public Optional<PlanRecord> find(FactoryId factory, int version) {
        return jdbc.sql("select * from planning.plan_record where factory_id = :factory and version = :version")
                .param("factory", factory.value())
                .param("version", version)
                .query((row, number) -> toRecord(row))
                .optional();
    }

    /** Versions made since then that moved what was planned before, newest first. */
    public List<Made> listMoving(FactoryId factory, Instant since) {
        return jdbc.sql("""
                select version, cause from planning.plan_record record
                where factory_id = :factory and made_at >= :since and exists (
                    select 1 from planning.timetable_move move
                    where move.factory_id = record.factory_id and move.version = record.version)
                order by version desc""")
                .param("factory", factory.value())
                .param("since", SqlTime.of(since))
                .query((row, number) -> new Made(row.getInt("version"), row.getString("cause")))
                .list();
    }

    private PlanRecord toRecord(ResultSet row) throws SQLException {
        var input = json.readValue(expanded(row.getBytes("input")), TimetablePlanner.Input.class);
        Set<OperationId> added = new HashSet<>();
        for (UUID id : (UUID[]) row.getArray("added").getArray()) {
            added.add(new OperationId(id));
        }
        return new PlanRecord(
                row.getInt("version"),
                input.floor().now(),
                row.getString("cause"),
                added,
                input,
                row.getLong("seed"),
                row.getString("parameters"),
                row.getString("sha256"));
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
