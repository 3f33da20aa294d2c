package org.millwright.factory.production.store;

import java.sql.Array;
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
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.production.Job;
import org.millwright.factory.production.JobId;
import org.millwright.factory.production.JobState;
import org.millwright.factory.production.dispatch.Dispatch;
import org.millwright.machines.JobToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code production.job}. */
@Component
public class JobStore {
    private final JdbcClient jdbc;

    JobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the intent; false when the build was dispatched before or the machine has another active job. */
    public boolean insert(Dispatch dispatch) {
        Job job = dispatch.job();
        return jdbc.sql("""
                insert into production.job (id, factory, build, run_operation, machine, person, token, program_sha256,
                                            state, created_at, not_before)
                values (:id, :factory, :build, :run, :machine, :person, :token, :sha256, :state, :createdAt, :createdAt)
                on conflict do nothing""")
                        .param("id", job.id().value())
                        .param("factory", dispatch.factory().value())
                        .param("build", job.build().value())
                        .param("run", dispatch.run().value())
                        .param("machine", job.machine().value())
                        .param(
                                "person",
                                dispatch.person() == null
                                        ? null
                                        : dispatch.person().value())
                        .param("token", job.token().value())
                        .param("sha256", dispatch.programSha256())
                        .param("state", job.state().name())
                        .param("createdAt", SqlTime.of(job.createdAt()))
                        .update()
                == 1;
    }

    public Optional<Dispatch> find(JobId id) {
        return jdbc.sql("select * from production.job where id = :id")
                .param("id", id.value())
                .query(JobStore::toDispatch)
                .optional();
    }

    /** The same, locked until the transaction ends. */
    public Optional<Dispatch> findLocked(JobId id) {
        return jdbc.sql("select * from production.job where id = :id for update")
                .param("id", id.value())
                .query(JobStore::toDispatch)
                .optional();
    }

    public Optional<Dispatch> findByBuild(BuildId build) {
        return jdbc.sql("select * from production.job where build = :build")
                .param("build", build.value())
                .query(JobStore::toDispatch)
                .optional();
    }

    public Optional<Dispatch> findActive(MachineId machine) {
        return jdbc.sql("""
                select * from production.job
                where machine = :machine and state in ('CREATED', 'STORED', 'STARTING', 'RUNNING')""")
                .param("machine", machine.value())
                .query(JobStore::toDispatch)
                .optional();
    }

    /** The job whose remains lie on the machine, or that is active there. */
    public boolean isBedOccupied(MachineId machine) {
        return jdbc.sql("select exists (select from production.job where machine = :machine and begun and not cleared)")
                .param("machine", machine.value())
                .query(Boolean.class)
                .single();
    }

    /** Jobs that are active, and jobs that left something on their machine. */
    public List<Dispatch> listOpen(FactoryId factory) {
        return jdbc.sql("""
                select * from production.job
                where factory = :factory
                  and (state in ('CREATED', 'STORED', 'STARTING', 'RUNNING') or (begun and not cleared))
                order by created_at, id""")
                .param("factory", factory.value())
                .query(JobStore::toDispatch)
                .list();
    }

    /** Newest first, at most 1,000. */
    public List<Job> list(FactoryId factory) {
        return jdbc
                .sql(
                        "select * from production.job where factory = :factory order by created_at desc, id desc limit 1000")
                .param("factory", factory.value())
                .query(JobStore::toDispatch)
                .list()
                .stream()
                .map(Dispatch::job)
                .toList();
    }

    public void setStored(JobId id) {
        update("update production.job set state = 'STORED', refusals = 0 where id = :id", id);
    }

    public void setStarting(JobId id) {
        update("update production.job set state = 'STARTING', begun = true where id = :id", id);
    }

    public void setRunning(JobId id, Instant startedAt) {
        jdbc.sql("update production.job set state = 'RUNNING', begun = true, started_at = :at where id = :id")
                .param("at", SqlTime.of(startedAt))
                .param("id", id.value())
                .update();
    }

    public void setProgress(JobId id, double progress, Map<String, Double> consumed) {
        var names = consumed.keySet().stream().sorted().toList();
        jdbc.sql("""
                update production.job
                set progress = :progress, consumed_names = :names, consumed_values = :values where id = :id""")
                .param("progress", Math.clamp(progress, 0, 1))
                .param("names", names.toArray(String[]::new))
                .param("values", names.stream().map(consumed::get).toArray(Double[]::new))
                .param("id", id.value())
                .update();
    }

    /** @param begun whether something may lie on the machine now */
    public void setOver(JobId id, JobState state, Instant endedAt, @Nullable String fault, boolean begun) {
        jdbc.sql("""
                update production.job set state = :state, ended_at = :at, fault = :fault, begun = :begun
                where id = :id""")
                .param("state", state.name())
                .param("at", SqlTime.of(endedAt))
                .param("fault", fault)
                .param("begun", begun)
                .param("id", id.value())
                .update();
    }

    public void setRefused(JobId id, Instant notBefore) {
        jdbc.sql("update production.job set refusals = refusals + 1, not_before = :until where id = :id")
                .param("until", SqlTime.of(notBefore))
                .param("id", id.value())
                .update();
    }

    public void setStopReason(JobId id, String reason) {
        jdbc.sql("update production.job set stop_reason = :reason where id = :id and stop_reason is null")
                .param("reason", reason)
                .param("id", id.value())
                .update();
    }

    public void setCleared(BuildId build) {
        jdbc.sql("update production.job set cleared = true where build = :build")
                .param("build", build.value())
                .update();
    }

    private void update(String sql, JobId id) {
        jdbc.sql(sql).param("id", id.value()).update();
    }

    private static Dispatch toDispatch(ResultSet row, int number) throws SQLException {
        var job = new Job(
                new JobId(row.getObject("id", UUID.class)),
                new BuildId(row.getObject("build", UUID.class)),
                new MachineId(row.getObject("machine", UUID.class)),
                new JobToken(row.getString("token")),
                JobState.valueOf(row.getString("state")),
                SqlTime.instant(row, "created_at"),
                SqlTime.findInstant(row, "started_at").orElse(null),
                SqlTime.findInstant(row, "ended_at").orElse(null),
                row.getDouble("progress"),
                consumed(row.getArray("consumed_names"), row.getArray("consumed_values")),
                row.getString("fault"));
        UUID person = row.getObject("person", UUID.class);
        return new Dispatch(
                job,
                new FactoryId(row.getObject("factory", UUID.class)),
                new OperationId(row.getObject("run_operation", UUID.class)),
                person == null ? null : new PersonId(person),
                row.getString("program_sha256"),
                row.getInt("refusals"),
                SqlTime.instant(row, "not_before"),
                row.getString("stop_reason"),
                row.getBoolean("begun"),
                row.getBoolean("cleared"));
    }

    private static Map<String, Double> consumed(Array names, Array values) throws SQLException {
        var byName = new HashMap<String, Double>();
        String[] keys = (String[]) names.getArray();
        Double[] amounts = (Double[]) values.getArray();
        for (int i = 0; i < keys.length; i++) {
            byName.put(keys[i], amounts[i]);
        }
        return byName;
    }
}
