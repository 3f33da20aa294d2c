package org.millwright.factory.planning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.planning.Diff;
import org.millwright.factory.planning.Moved;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code planning.timetable} and {@code planning.timetable_move}, and the lock on a factory's plan. */
@Repository
public class TimetableStore {
    private final JdbcClient jdbc;

    TimetableStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From here to the end of the transaction nobody else changes the plan of this factory. */
    public void lock(FactoryId factory) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "planning " + factory)
                .query((row, number) -> number)
                .list();
    }

    public int nextVersion(FactoryId factory, Instant at, String cause, int kept) {
        return jdbc.sql("""
                insert into planning.timetable (factory_id, version, at, cause, kept) values (:factory, 1, :at, :cause, :kept)
                on conflict (factory_id) do update
                set version = timetable.version + 1, at = excluded.at, cause = excluded.cause, kept = excluded.kept
                returning version""")
                .param("factory", factory.value())
                .param("at", SqlTime.of(at))
                .param("cause", cause)
                .param("kept", kept)
                .query(Integer.class)
                .single();
    }

    public void insertMoves(FactoryId factory, int version, List<Moved> moves) {
        // Older versions stay readable for a while, not for ever.
        jdbc.sql("delete from planning.timetable_move where factory_id = :factory and version <= :version - 100")
                .param("factory", factory.value())
                .param("version", version)
                .update();
        for (Moved move : moves) {
            Map<String, @Nullable Object> params = new HashMap<>();
            params.put("factory", factory.value());
            params.put("version", version);
            params.put("operation", move.operation().value());
            params.put("step", move.step());
            params.put(
                    "fromMachine",
                    move.fromMachine() == null ? null : move.fromMachine().value());
            params.put(
                    "toMachine",
                    move.toMachine() == null ? null : move.toMachine().value());
            params.put("fromStart", SqlTime.of(move.fromStart()));
            params.put("toStart", SqlTime.of(move.toStart()));
            jdbc.sql("""
                    insert into planning.timetable_move
                        (factory_id, version, operation_id, step, from_machine, to_machine, from_start, to_start)
                    values (:factory, :version, :operation, :step, :fromMachine::uuid, :toMachine::uuid, :fromStart, :toStart)""").params(params).update();
        }
    }

    /** The version in force; empty before the first. */
    public Optional<Integer> findVersion(FactoryId factory) {
        return jdbc.sql("select version from planning.timetable where factory_id = :factory")
                .param("factory", factory.value())
                .query(Integer.class)
                .optional();
    }

    public Optional<Diff> findLast(FactoryId factory) {
        return jdbc.sql("select * from planning.timetable where factory_id = :factory")
                .param("factory", factory.value())
                .query((row, number) -> new Diff(
                        row.getInt("version"),
                        SqlTime.instant(row, "at"),
                        row.getString("cause"),
                        row.getInt("kept"),
                        moves(factory, row.getInt("version"))))
                .optional();
    }

    private List<Moved> moves(FactoryId factory, int version) {
        return jdbc.sql("""
                select * from planning.timetable_move
                where factory_id = :factory and version = :version order by to_start, operation_id""")
                .param("factory", factory.value())
                .param("version", version)
                .query(TimetableStore::toMoved)
                .list();
    }

    private static Moved toMoved(ResultSet row, int number) throws SQLException {
        UUID from = row.getObject("from_machine", UUID.class);
        UUID to = row.getObject("to_machine", UUID.class);
        return new Moved(
                new OperationId(row.getObject("operation_id", UUID.class)),
                row.getString("step"),
                from == null ? null : new MachineId(from),
                to == null ? null : new MachineId(to),
                SqlTime.instant(row, "from_start"),
                SqlTime.instant(row, "to_start"));
    }
}
