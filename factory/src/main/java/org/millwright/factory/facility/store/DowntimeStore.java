package org.millwright.factory.facility.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.millwright.factory.facility.Downtime;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code facility.downtime}. */
@Repository
public class DowntimeStore {
    private final JdbcClient jdbc;

    public DowntimeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(FactoryId factory, Downtime downtime) {
        jdbc.sql("""
                insert into facility.downtime (machine, factory, starts_at, ends_at, reason)
                values (:machine, :factory, :from, :until, :reason)""")
                .param("machine", downtime.machine().value())
                .param("factory", factory.value())
                .param("from", SqlTime.of(downtime.from()))
                .param("until", SqlTime.ofNullable(downtime.until()))
                .param("reason", downtime.reason())
                .update();
    }

    /** Gives the downtime under way at {@code downtime.from()} a new end and reason; false when there is none. */
    public boolean updateCurrent(Downtime downtime) {
        return jdbc.sql("""
                update facility.downtime set ends_at = :until, reason = :reason
                where machine = :machine and starts_at <= :now and (ends_at is null or ends_at > :now)""")
                        .param("machine", downtime.machine().value())
                        .param("now", SqlTime.of(downtime.from()))
                        .param("until", SqlTime.ofNullable(downtime.until()))
                        .param("reason", downtime.reason())
                        .update()
                > 0;
    }

    /** Ends the downtime under way; false when there is none. */
    public boolean endCurrent(MachineId machine, Instant now) {
        return jdbc.sql("""
                update facility.downtime set ends_at = :now
                where machine = :machine and starts_at <= :now and (ends_at is null or ends_at > :now)""")
                        .param("machine", machine.value())
                        .param("now", SqlTime.of(now))
                        .update()
                > 0;
    }

    public List<Downtime> listAfter(FactoryId factory, Instant now) {
        return jdbc.sql("""
                select machine, starts_at, ends_at, reason from facility.downtime
                where factory = :factory and (ends_at is null or ends_at > :now) order by starts_at, machine""")
                .param("factory", factory.value())
                .param("now", SqlTime.of(now))
                .query(DowntimeStore::toDowntime)
                .list();
    }

    private static Downtime toDowntime(ResultSet row, int rowNumber) throws SQLException {
        return new Downtime(
                new MachineId(row.getObject("machine", UUID.class)),
                SqlTime.instant(row, "starts_at"),
                SqlTime.findInstant(row, "ends_at").orElse(null),
                row.getString("reason"));
    }
}
