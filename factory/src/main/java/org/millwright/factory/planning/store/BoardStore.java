package org.millwright.factory.planning.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildState;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the board needs to know of thousands of builds and work orders, in one question each. */
@Repository
public class BoardStore {
    private final JdbcClient jdbc;

    BoardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A build as the board shows it.
     *
     * @param plannedFor one of the interchangeable machines it may run on
     */
    public record BuildRow(
            BuildId id,
            String number,
            String process,
            String materialId,
            BuildState state,
            MachineId plannedFor,
            int units,
            List<WorkOrderId> orders) {
        public BuildRow {
            orders = List.copyOf(orders);
        }
    }

    /** A work order as the board shows it. */
    public record OrderRow(WorkOrderId id, String number, String orderNumber, Instant dueAt, int quantity) {}

    public List<BuildRow> listBuilds(Collection<BuildId> ids) {
        return jdbc.sql("""
                select b.id, b.number, b.process, b.material_id, b.state, b.planned_for, count(p.unit_id) as units,
                    array_agg(distinct u.work_order_id) filter (where u.work_order_id is not null) as orders
                from planning.build b
                left join planning.placement p on p.build_id = b.id
                left join planning.unit u on u.id = p.unit_id
                where b.id = any(:ids::uuid[]) group by b.id""")
                .param("ids", ids.stream().map(BuildId::value).toArray(UUID[]::new))
                .query(BoardStore::toBuild)
                .list();
    }

    /** Those named, and all that are not over. */
    public List<OrderRow> listOrders(FactoryId factory, Collection<WorkOrderId> ids) {
        return jdbc.sql("""
                select id, number, order_number, due_at, quantity from planning.work_order
                where id = any(:ids::uuid[]) or factory_id = :factory and state in ('CREATED', 'PLANNED', 'IN_WORK')""")
                .param("ids", ids.stream().map(WorkOrderId::value).toArray(UUID[]::new))
                .param("factory", factory.value())
                .query((row, number) -> new OrderRow(
                        new WorkOrderId(row.getObject("id", UUID.class)),
                        row.getString("number"),
                        row.getString("order_number"),
                        SqlTime.instant(row, "due_at"),
                        row.getInt("quantity")))
                .list();
    }

    private static BuildRow toBuild(ResultSet row, int number) throws SQLException {
        Array orders = row.getArray("orders");
        List<WorkOrderId> ids = orders == null
                ? List.of()
                : Arrays.stream((UUID[]) orders.getArray())
                        .map(WorkOrderId::new)
                        .toList();
        return new BuildRow(
                new BuildId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getString("process"),
                row.getString("material_id"),
                BuildState.valueOf(row.getString("state")),
                new MachineId(row.getObject("planned_for", UUID.class)),
                row.getInt("units"),
                ids);
    }
}
