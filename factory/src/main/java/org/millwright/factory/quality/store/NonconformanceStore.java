package org.millwright.factory.quality.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.files.FileHash;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.quality.Disposition;
import org.millwright.factory.quality.Nonconformance;
import org.millwright.factory.quality.NonconformanceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code quality.nonconformance}. */
@Component
public class NonconformanceStore {
    private final JdbcClient jdbc;

    NonconformanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this finding about the unit is known. */
    public boolean exists(UnitId unit, UUID foundBy) {
        return jdbc.sql("""
                select exists (select from quality.nonconformance where unit = :unit and found_by = :foundBy)""")
                .param("unit", unit.value())
                .param("foundBy", foundBy)
                .query(Boolean.class)
                .single();
    }

    public void insert(Nonconformance nonconformance, UUID foundBy) {
        jdbc.sql("""
                insert into quality.nonconformance
                    (id, factory, number, unit, work_order, cause, found_by, detail, opened_at, photo_sha256)
                values (:id, :factory, :number, :unit, :workOrder, :cause, :foundBy, :detail, :openedAt, :photo)""")
                .param("id", nonconformance.id().value())
                .param("factory", nonconformance.factory().value())
                .param("number", nonconformance.number())
                .param("unit", nonconformance.unit().value())
                .param("workOrder", nonconformance.workOrder().value())
                .param("cause", nonconformance.cause().name())
                .param("foundBy", foundBy)
                .param("detail", nonconformance.detail())
                .param("openedAt", SqlTime.of(nonconformance.openedAt()))
                .param(
                        "photo",
                        nonconformance.photo() == null
                                ? null
                                : nonconformance.photo().sha256())
                .update();
    }

    public Optional<Nonconformance> find(NonconformanceId id) {
        return jdbc.sql("select * from quality.nonconformance where id = :id")
                .param("id", id.value())
                .query(NonconformanceStore::toNonconformance)
                .optional();
    }

    /** The same, locked until the transaction ends. */
    public Optional<Nonconformance> findLocked(NonconformanceId id) {
        return jdbc.sql("select * from quality.nonconformance where id = :id for update")
                .param("id", id.value())
                .query(NonconformanceStore::toNonconformance)
                .optional();
    }

    /** Open ones first, then the newest; at most 1,000. */
    public List<Nonconformance> list(FactoryId factory) {
        return jdbc.sql("""
                select * from quality.nonconformance where factory = :factory
                order by disposition is not null, opened_at desc, id desc limit 1000""")
                .param("factory", factory.value())
                .query(NonconformanceStore::toNonconformance)
                .list();
    }

    public List<Nonconformance> list(UnitId unit) {
        return jdbc.sql("select * from quality.nonconformance where unit = :unit order by opened_at, id")
                .param("unit", unit.value())
                .query(NonconformanceStore::toNonconformance)
                .list();
    }

    public void setDisposed(NonconformanceId id, Disposition disposition, String reason, Instant at) {
        jdbc.sql("""
                update quality.nonconformance set disposition = :disposition, reason = :reason, disposed_at = :at
                where id = :id""")
                .param("disposition", disposition.name())
                .param("reason", reason)
                .param("at", SqlTime.of(at))
                .param("id", id.value())
                .update();
    }

    private static Nonconformance toNonconformance(ResultSet row, int number) throws SQLException {
        String disposition = row.getString("disposition");
        String photo = row.getString("photo_sha256");
        return new Nonconformance(
                new NonconformanceId(row.getObject("id", UUID.class)),
                new FactoryId(row.getObject("factory", UUID.class)),
                row.getString("number"),
                new UnitId(row.getObject("unit", UUID.class)),
                new WorkOrderId(row.getObject("work_order", UUID.class)),
                Nonconformance.Cause.valueOf(row.getString("cause")),
                row.getString("detail"),
                SqlTime.instant(row, "opened_at"),
                disposition == null ? null : Disposition.valueOf(disposition),
                row.getString("reason"),
                SqlTime.findInstant(row, "disposed_at").orElse(null),
                photo == null ? null : new FileHash(photo));
    }
}
