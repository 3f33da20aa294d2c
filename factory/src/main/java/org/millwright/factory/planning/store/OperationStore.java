package org.millwright.factory.planning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.timetable.NewTimes;
import org.millwright.factory.planning.timetable.Phase;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code planning.operation}. */
@Repository
public class OperationStore {
    private static final String ALL = "select * from planning.operation ";

    private final JdbcClient jdbc;

    OperationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Phase phase) {
        PlannedOperation operation = phase.operation();
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("id", operation.id().value());
        params.put("factory", operation.factory().value());
        params.put("step", operation.step());
        params.put("kind", operation.kind().name());
        params.put("build", operation.build() == null ? null : operation.build().value());
        params.put(
                "workOrder",
                operation.workOrder() == null ? null : operation.workOrder().value());
        params.put(
                "machine",
                operation.machine() == null ? null : operation.machine().value());
        params.put(
                "person", operation.person() == null ? null : operation.person().value());
        params.put("starts", SqlTime.of(operation.start()));
        params.put("ends", SqlTime.of(operation.end()));
        params.put("workS", phase.work().toMillis() / 1000.0);
        params.put("attended", operation.attended());
        params.put("skill", operation.skill());
        params.put("state", operation.state().name());
        params.put("sequence", operation.sequence());
        jdbc.sql("""
                insert into planning.operation (id, factory_id, step, kind, build_id, work_order_id, machine_id, person_id,
                    starts, ends, work_s, attended, skill, state, sequence)
                values (:id, :factory, :step, :kind, :build::uuid, :workOrder::uuid, :machine::uuid, :person::uuid,
                    :starts, :ends, :workS, :attended, :skill, :state, :sequence)""").params(params).update();
    }

    public Optional<Phase> find(OperationId id) {
        return jdbc.sql(ALL + "where id = :id")
                .param("id", id.value())
                .query(OperationStore::toPhase)
                .optional();
    }

    public List<Phase> listOf(BuildId build) {
        return jdbc.sql(ALL + "where build_id = :build order by sequence")
                .param("build", build.value())
                .query(OperationStore::toPhase)
                .list();
    }

    public List<Phase> listOf(WorkOrderId workOrder) {
        return jdbc.sql(ALL + "where work_order_id = :workOrder order by sequence")
                .param("workOrder", workOrder.value())
                .query(OperationStore::toPhase)
                .list();
    }

    /** By start. */
    public List<Phase> list(FactoryId factory, boolean liveOnly) {
        String live = liveOnly ? "and state in ('PLANNED', 'STARTED') " : "";
        return jdbc.sql(ALL + "where factory_id = :factory " + live + "order by starts, sequence, id")
                .param("factory", factory.value())
                .query(OperationStore::toPhase)
                .list();
    }

    /** The end of the last planned step of each order line. */
    public Map<UUID, Instant> listExpectedEnds(FactoryId factory) {
        Map<UUID, Instant> ends = new HashMap<>();
        jdbc.sql("""
                select work_order.reference, max(operation.ends) as ends from planning.operation
                join planning.work_order on work_order.id = operation.work_order_id
                where operation.factory_id = :factory and operation.state in ('PLANNED', 'STARTED')
                group by work_order.reference""").param("factory", factory.value()).query(row -> {
            ends.put(row.getObject("reference", UUID.class), SqlTime.instant(row, "ends"));
        });
        return ends;
    }

    public boolean anyPlannedBefore(FactoryId factory, Instant latest) {
        return jdbc.sql("""
                select exists (select from planning.operation
                    where factory_id = :factory and state = 'PLANNED' and starts < :latest)""")
                .param("factory", factory.value())
                .param("latest", SqlTime.of(latest))
                .query(Boolean.class)
                .single();
    }

    /** What takes or took time on the timetable after an instant, by start. */
    public List<Phase> listSince(FactoryId factory, Instant from) {
        return jdbc.sql(ALL + """
                where factory_id = :factory
                    and (state in ('PLANNED', 'STARTED') or ends > :from and state in ('DONE', 'FAILED'))
                order by starts, sequence, id""")
                .param("factory", factory.value())
                .param("from", SqlTime.of(from))
                .query(OperationStore::toPhase)
                .list();
    }

    /** Every operation of builds and work orders that still have something to be done. */
    public List<Phase> listOfOpenWork(FactoryId factory) {
        return jdbc.sql(ALL + """
                o where factory_id = :factory and exists (
                    select from planning.operation live
                    where live.factory_id = :factory and live.state in ('PLANNED', 'STARTED')
                        and (live.build_id = o.build_id or live.work_order_id = o.work_order_id))
                order by sequence""")
                .param("factory", factory.value())
                .query(OperationStore::toPhase)
                .list();
    }

    public void begin(
            OperationId id, @Nullable PersonId person, @Nullable MachineId machine, Instant start, Instant end) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("id", id.value());
        params.put("person", person == null ? null : person.value());
        params.put("machine", machine == null ? null : machine.value());
        params.put("start", SqlTime.of(start));
        params.put("end", SqlTime.of(end));
        jdbc.sql("""
                update planning.operation set state = 'STARTED', starts = :start, ends = :end, started_at = :start,
                    person_id = coalesce(:person::uuid, person_id), machine_id = coalesce(:machine::uuid, machine_id)
                where id = :id""").params(params).update();
    }

    public void end(OperationId id, OperationState state, Instant end) {
        jdbc.sql("update planning.operation set state = :state, ends = greatest(starts, :end) where id = :id")
                .param("id", id.value())
                .param("state", state.name())
                .param("end", SqlTime.of(end))
                .update();
    }

    /** Cancels what has not begun. */
    public void cancelPlanned(BuildId build) {
        jdbc.sql("update planning.operation set state = 'CANCELLED' where build_id = :build and state = 'PLANNED'")
                .param("build", build.value())
                .update();
    }

    /** Cancels what has not begun. */
    public void cancelPlanned(WorkOrderId workOrder) {
        jdbc.sql(
                        "update planning.operation set state = 'CANCELLED' where work_order_id = :workOrder and state = 'PLANNED'")
                .param("workOrder", workOrder.value())
                .update();
    }

    public void setMachine(BuildId build, MachineId machine) {
        jdbc.sql("""
                update planning.operation set machine_id = :machine
                where build_id = :build and state in ('PLANNED', 'STARTED')""")
                .param("machine", machine.value())
                .param("build", build.value())
                .update();
    }

    public void setWork(OperationId id, Duration work) {
        jdbc.sql("update planning.operation set work_s = :workS where id = :id")
                .param("workS", work.toMillis() / 1000.0)
                .param("id", id.value())
                .update();
    }

    public void move(List<NewTimes> times) {
        if (times.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update planning.operation o set machine_id = t.machine, person_id = t.person, starts = t.starts, ends = t.ends
                from unnest(:ids::uuid[], :machines::uuid[], :people::uuid[], :starts::timestamptz[], :ends::timestamptz[])
                    as t (id, machine, person, starts, ends)
                where o.id = t.id""")
                .param(
                        "ids",
                        times.stream().map(time -> time.operation().value()).toArray(UUID[]::new))
                .param("machines", times.stream().map(OperationStore::machine).toArray(UUID[]::new))
                .param("people", times.stream().map(OperationStore::person).toArray(UUID[]::new))
                .param(
                        "starts",
                        times.stream().map(time -> time.start().toString()).toArray(String[]::new))
                .param("ends", times.stream().map(time -> time.end().toString()).toArray(String[]::new))
                .update();
        jdbc.sql("""
                update planning.build b set machine_id = o.machine_id from planning.operation o
                where o.build_id = b.id and o.id = any(:ids::uuid[]) and b.machine_id is distinct from o.machine_id""")
                .param(
                        "ids",
                        times.stream().map(time -> time.operation().value()).toArray(UUID[]::new))
                .update();
    }

    /** Has the database check at once what it would check when the transaction ends. */
    public void checkConstraints() {
        jdbc.sql("set constraints planning.one_operation_at_a_time immediate").update();
    }

    private static @Nullable UUID machine(NewTimes times) {
        return times.machine() == null ? null : times.machine().value();
    }

    private static @Nullable UUID person(NewTimes times) {
        return times.person() == null ? null : times.person().value();
    }

    private static Phase toPhase(ResultSet row, int number) throws SQLException {
        UUID build = row.getObject("build_id", UUID.class);
        UUID workOrder = row.getObject("work_order_id", UUID.class);
        UUID machine = row.getObject("machine_id", UUID.class);
        UUID person = row.getObject("person_id", UUID.class);
        var operation = new PlannedOperation(
                new OperationId(row.getObject("id", UUID.class)),
                new FactoryId(row.getObject("factory_id", UUID.class)),
                row.getString("step"),
                StepKind.valueOf(row.getString("kind")),
                build == null ? null : new BuildId(build),
                workOrder == null ? null : new WorkOrderId(workOrder),
                machine == null ? null : new MachineId(machine),
                person == null ? null : new PersonId(person),
                SqlTime.instant(row, "starts"),
                SqlTime.instant(row, "ends"),
                row.getBoolean("attended"),
                row.getString("skill"),
                OperationState.valueOf(row.getString("state")),
                row.getInt("sequence"));
        return new Phase(operation, Duration.ofMillis(Math.round(row.getDouble("work_s") * 1000)));
    }
}
