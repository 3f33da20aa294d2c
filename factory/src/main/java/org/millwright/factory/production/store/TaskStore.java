package org.millwright.factory.production.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.production.task.Task;
import org.millwright.factory.production.task.TaskId;
import org.millwright.factory.production.task.TaskState;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code production.task}. */
@Component
public class TaskStore {
    private final JdbcClient jdbc;

    TaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when this work is or was offered already. */
    public boolean insert(Task task) {
        return jdbc.sql("""
                insert into production.task (id, factory, operation, kind, step, machine, build, work_order, state, skill,
                                             expected_s, opened_at)
                values (:id, :factory, :operation, :kind, :step, :machine, :build, :workOrder, 'OPEN', :skill,
                        :expectedS, :openedAt)
                on conflict do nothing""")
                        .param("id", task.id().value())
                        .param("factory", task.factory().value())
                        .param("operation", task.operation().value())
                        .param("kind", task.kind().name())
                        .param("step", task.step())
                        .param(
                                "machine",
                                task.machine() == null ? null : task.machine().value())
                        .param(
                                "build",
                                task.build() == null ? null : task.build().value())
                        .param(
                                "workOrder",
                                task.workOrder() == null
                                        ? null
                                        : task.workOrder().value())
                        .param("skill", task.skill())
                        .param("expectedS", task.expected().toSeconds())
                        .param("openedAt", SqlTime.of(task.openedAt()))
                        .update()
                == 1;
    }

    public Optional<Task> find(TaskId id) {
        return jdbc.sql("select * from production.task where id = :id")
                .param("id", id.value())
                .query(TaskStore::toTask)
                .optional();
    }

    /** The same, locked until the transaction ends. */
    public Optional<Task> findLocked(TaskId id) {
        return jdbc.sql("select * from production.task where id = :id for update")
                .param("id", id.value())
                .query(TaskStore::toTask)
                .optional();
    }

    /** Open and started tasks, oldest first. */
    public List<Task> listLive(FactoryId factory) {
        return jdbc.sql("""
                select * from production.task where factory = :factory and state in ('OPEN', 'STARTED')
                order by opened_at, id""")
                .param("factory", factory.value())
                .query(TaskStore::toTask)
                .list();
    }

    /** Tasks of a work order that were not cancelled, oldest first. */
    public List<Task> list(WorkOrderId workOrder) {
        return jdbc.sql("""
                select * from production.task where work_order = :workOrder and state <> 'CANCELLED'
                order by opened_at, id""")
                .param("workOrder", workOrder.value())
                .query(TaskStore::toTask)
                .list();
    }

    public void setStarted(TaskId id, PersonId person, Instant at) {
        jdbc.sql("update production.task set state = 'STARTED', person = :person, started_at = :at where id = :id")
                .param("person", person.value())
                .param("at", SqlTime.of(at))
                .param("id", id.value())
                .update();
    }

    public void setOpen(TaskId id) {
        jdbc.sql("update production.task set state = 'OPEN', person = null, started_at = null where id = :id")
                .param("id", id.value())
                .update();
    }

    public void setDone(TaskId id, Instant at) {
        jdbc.sql("update production.task set state = 'DONE', done_at = :at where id = :id")
                .param("at", SqlTime.of(at))
                .param("id", id.value())
                .update();
    }

    public void setCancelled(TaskId id) {
        jdbc.sql("update production.task set state = 'CANCELLED' where id = :id")
                .param("id", id.value())
                .update();
    }

    private static Task toTask(ResultSet row, int number) throws SQLException {
        UUID machine = row.getObject("machine", UUID.class);
        UUID build = row.getObject("build", UUID.class);
        UUID workOrder = row.getObject("work_order", UUID.class);
        UUID person = row.getObject("person", UUID.class);
        return new Task(
                new TaskId(row.getObject("id", UUID.class)),
                new FactoryId(row.getObject("factory", UUID.class)),
                new OperationId(row.getObject("operation", UUID.class)),
                StepKind.valueOf(row.getString("kind")),
                row.getString("step"),
                machine == null ? null : new MachineId(machine),
                build == null ? null : new BuildId(build),
                workOrder == null ? null : new WorkOrderId(workOrder),
                TaskState.valueOf(row.getString("state")),
                row.getString("skill"),
                Duration.ofSeconds(row.getLong("expected_s")),
                person == null ? null : new PersonId(person),
                SqlTime.instant(row, "opened_at"),
                SqlTime.findInstant(row, "started_at").orElse(null),
                SqlTime.findInstant(row, "done_at").orElse(null));
    }
}
