package org.millwright.factory.planning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.planning.WorkDemand;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrderState;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.text.Saying;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code planning.work_order}. */
@Repository
public class WorkOrderStore {
    private final JdbcClient jdbc;
    private final JsonColumns json;

    WorkOrderStore(JdbcClient jdbc, JsonColumns json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False when a work order of this key exists already. */
    public boolean insert(WorkOrderId id, UUID key, String number, WorkDemand demand, Instant at) {
        return jdbc.sql("""
                        insert into planning.work_order (id, factory_id, number, demand_key, reference, order_number, design_id,
                            process, material_id, quantity, options, due_at, weight, state, created_at)
                        values (:id, :factory, :number, :key, :reference, :orderNumber, :design,
                            :process, :material, :quantity, :options::jsonb, :dueAt, :weight, 'CREATED', :at)
                        on conflict (demand_key) do nothing""")
                        .param("id", id.value())
                        .param("factory", demand.factory().value())
                        .param("number", number)
                        .param("key", key)
                        .param("reference", demand.reference())
                        .param("orderNumber", demand.orderNumber())
                        .param("design", demand.design().value())
                        .param("process", demand.process())
                        .param("material", demand.materialId())
                        .param("quantity", demand.quantity())
                        .param("options", json.write(demand.options()))
                        .param("dueAt", SqlTime.of(demand.dueAt()))
                        .param("weight", demand.weight())
                        .param("at", SqlTime.of(at))
                        .update()
                == 1;
    }

    public Optional<WorkOrderId> findByKey(UUID key) {
        return jdbc.sql("select id from planning.work_order where demand_key = :key")
                .param("key", key)
                .query((row, number) -> new WorkOrderId(row.getObject("id", UUID.class)))
                .optional();
    }

    public Optional<WorkOrder> find(WorkOrderId id) {
        return jdbc.sql("select * from planning.work_order where id = :id")
                .param("id", id.value())
                .query(this::toWorkOrder)
                .optional();
    }

    /** Newest first. */
    public List<WorkOrder> list(FactoryId factory) {
        return jdbc.sql(
                        "select * from planning.work_order where factory_id = :factory order by created_at desc, id desc")
                .param("factory", factory.value())
                .query(this::toWorkOrder)
                .list();
    }

    /** Those that are not over. */
    public List<WorkOrder> listOpen(FactoryId factory) {
        return jdbc.sql("""
                select * from planning.work_order
                where factory_id = :factory and state in ('CREATED', 'PLANNED', 'IN_WORK') order by id""")
                .param("factory", factory.value())
                .query(this::toWorkOrder)
                .list();
    }

    /** The numbers of their orders, for people; work orders that are not there are left out. */
    public Map<WorkOrderId, String> orderNumbers(Collection<WorkOrderId> ids) {
        Map<WorkOrderId, String> numbers = new HashMap<>();
        jdbc.sql("select id, order_number from planning.work_order where id = any(:ids)")
                .param("ids", ids.stream().map(WorkOrderId::value).toArray(UUID[]::new))
                .query(row -> {
                    numbers.put(new WorkOrderId(row.getObject("id", UUID.class)), row.getString("order_number"));
                });
        return numbers;
    }

    public List<WorkOrder> listFor(UUID reference) {
        return jdbc.sql("select * from planning.work_order where reference = :reference order by id")
                .param("reference", reference)
                .query(this::toWorkOrder)
                .list();
    }

    public void setState(WorkOrderId id, WorkOrderState state) {
        jdbc.sql("update planning.work_order set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    public void setWaiting(Collection<WorkOrderId> ids, WorkOrder.@Nullable Waiting waiting) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update planning.work_order set waiting_reason = :reason, waiting_detail = :detail
                where id in (:ids) and (waiting_reason, waiting_detail) is distinct from (:reason::text, :detail::text)""")
                .param("reason", waiting == null ? null : waiting.reason())
                .param("detail", waiting == null ? null : waiting.detail().stored())
                .param("ids", ids.stream().map(WorkOrderId::value).toList())
                .update();
    }

    private WorkOrder toWorkOrder(ResultSet row, int number) throws SQLException {
        String waiting = row.getString("waiting_reason");
        return new WorkOrder(
                new WorkOrderId(row.getObject("id", UUID.class)),
                new FactoryId(row.getObject("factory_id", UUID.class)),
                row.getString("number"),
                row.getObject("reference", UUID.class),
                row.getString("order_number"),
                new DesignId(row.getObject("design_id", UUID.class)),
                row.getString("process"),
                row.getString("material_id"),
                row.getInt("quantity"),
                json.read(row.getString("options")),
                SqlTime.instant(row, "due_at"),
                row.getDouble("weight"),
                WorkOrderState.valueOf(row.getString("state")),
                waiting == null ? null : new WorkOrder.Waiting(waiting, Saying.read(row.getString("waiting_detail"))));
    }
}
