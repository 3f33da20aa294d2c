package org.millwright.factory.production.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.inventory.LotId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.production.task.TaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code production.preparation}. */
@Component
public class PreparationStore {
    private final JdbcClient jdbc;

    PreparationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the latest word for the build. */
    public void put(Preparation preparation) {
        jdbc.sql("""
                insert into production.preparation (build, factory, task, machine, lot, person, confirmed_at)
                values (:build, :factory, :task, :machine, :lot, :person, :at)
                on conflict (build) do update
                set task = :task, machine = :machine, lot = :lot, person = :person, confirmed_at = :at, unmet = '{}'""")
                .param("build", preparation.build().value())
                .param("factory", preparation.factory().value())
                .param("task", preparation.task().value())
                .param("machine", preparation.machine().value())
                .param("lot", preparation.lot().value())
                .param("person", preparation.person().value())
                .param("at", SqlTime.of(preparation.confirmedAt()))
                .update();
    }

    public Optional<Preparation> find(BuildId build) {
        return jdbc.sql("select * from production.preparation where build = :build")
                .param("build", build.value())
                .query(PreparationStore::toPreparation)
                .optional();
    }

    /** Keeps what stands in the way; false when that is known already. */
    public boolean setUnmet(BuildId build, List<String> unmet) {
        return jdbc.sql(
                                "update production.preparation set unmet = :unmet where build = :build and unmet <> :unmet::text[]")
                        .param("unmet", unmet.toArray(String[]::new))
                        .param("build", build.value())
                        .update()
                == 1;
    }

    /**
     * Machines that a person declared empty since something last ran on them: by preparing a build that has not been
     * dispatched, or by clearing away the last job.
     */
    public Set<MachineId> listDeclaredClear(FactoryId factory) {
        return new HashSet<>(jdbc.sql("""
                select p.machine from production.preparation p
                where p.factory = :factory and not exists (select from production.job j where j.build = p.build)
                union
                select j.machine from production.job j where j.factory = :factory and j.begun and j.cleared
                except
                select j.machine from production.job j where j.factory = :factory and j.begun and not j.cleared""")
                .param("factory", factory.value())
                .query((row, number) -> new MachineId(row.getObject("machine", UUID.class)))
                .list());
    }

    private static Preparation toPreparation(ResultSet row, int number) throws SQLException {
        return new Preparation(
                new BuildId(row.getObject("build", UUID.class)),
                new FactoryId(row.getObject("factory", UUID.class)),
                new TaskId(row.getObject("task", UUID.class)),
                new MachineId(row.getObject("machine", UUID.class)),
                new LotId(row.getObject("lot", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                SqlTime.instant(row, "confirmed_at"),
                List.of((String[]) row.getArray("unmet").getArray()));
    }
}
