package org.millwright.factory.planning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code planning.unit}. */
@Repository
public class UnitStore {
    private final JdbcClient jdbc;

    UnitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insertAll(List<Unit> units) {
        jdbc.sql("""
                insert into planning.unit (id, factory_id, serial, work_order_id, reference, position, state)
                select u.id, :factory, u.serial, :workOrder, :reference, u.position, 'PLANNED'
                from unnest(:ids::uuid[], :serials::text[]) with ordinality as u (id, serial, position)""")
                .param("factory", units.getFirst().factory().value())
                .param("workOrder", units.getFirst().workOrder().value())
                .param("reference", units.getFirst().reference())
                .param("ids", units.stream().map(unit -> unit.id().value()).toArray(UUID[]::new))
                .param("serials", units.stream().map(Unit::serial).toArray(String[]::new))
                .update();
    }

    public Optional<Unit> find(UnitId id) {
        return jdbc.sql("select * from planning.unit where id = :id")
                .param("id", id.value())
                .query(UnitStore::toUnit)
                .optional();
    }

    /** As {@link #find}, locked until the transaction ends. */
    public Optional<Unit> lock(UnitId id) {
        return jdbc.sql("select * from planning.unit where id = :id for update")
                .param("id", id.value())
                .query(UnitStore::toUnit)
                .optional();
    }

    public Optional<Unit> find(String serial) {
        return jdbc.sql("select * from planning.unit where serial = :serial")
                .param("serial", serial)
                .query(UnitStore::toUnit)
                .optional();
    }

    public List<Unit> list(WorkOrderId workOrder) {
        return jdbc.sql("select * from planning.unit where work_order_id = :workOrder order by position")
                .param("workOrder", workOrder.value())
                .query(UnitStore::toUnit)
                .list();
    }

    public List<Unit> listFor(UUID reference) {
        return jdbc.sql("select * from planning.unit where reference = :reference order by work_order_id, position")
                .param("reference", reference)
                .query(UnitStore::toUnit)
                .list();
    }

    /** Units of a build that are not cancelled, in the order of their places. */
    public List<Unit> listOn(BuildId build) {
        return jdbc.sql("select * from planning.unit where build_id = :build order by work_order_id, position")
                .param("build", build.value())
                .query(UnitStore::toUnit)
                .list();
    }

    /** Which work orders have living units on builds that are not over. */
    public Map<BuildId, Set<WorkOrderId>> listOrdersOnOpenBuilds(FactoryId factory) {
        Map<BuildId, Set<WorkOrderId>> orders = new HashMap<>();
        jdbc.sql("""
                select distinct unit.build_id, unit.work_order_id from planning.unit
                join planning.build on build.id = unit.build_id
                where build.factory_id = :factory and build.state not in ('REMOVED', 'FAILED', 'CANCELLED')
                    and unit.state not in ('SCRAPPED', 'CANCELLED')""")
                .param("factory", factory.value())
                .query((row, number) -> orders.computeIfAbsent(
                                new BuildId(row.getObject("build_id", UUID.class)), build -> new HashSet<>())
                        .add(new WorkOrderId(row.getObject("work_order_id", UUID.class))))
                .list();
        return orders;
    }

    /** Units without a place. */
    public List<Unit> listWaiting(FactoryId factory) {
        return jdbc.sql("""
                select * from planning.unit
                where factory_id = :factory and state = 'PLANNED' and build_id is null order by work_order_id, position""")
                .param("factory", factory.value())
                .query(UnitStore::toUnit)
                .list();
    }

    public List<Unit> listAll(Collection<UnitId> ids) {
        return jdbc.sql("select * from planning.unit where id = any(:ids::uuid[]) order by work_order_id, position")
                .param("ids", ids.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(UnitStore::toUnit)
                .list();
    }

    /** How many units of each order line are in which state. */
    public Map<UUID, Map<UnitState, Integer>> count(Collection<UUID> references) {
        Map<UUID, Map<UnitState, Integer>> counts = new HashMap<>();
        jdbc.sql("""
                select reference, state, count(*) as units from planning.unit
                where reference = any(:references::uuid[]) group by reference, state""").param("references", references.toArray(UUID[]::new)).query(row -> {
            counts.computeIfAbsent(row.getObject("reference", UUID.class), line -> new EnumMap<>(UnitState.class))
                    .put(UnitState.valueOf(row.getString("state")), row.getInt("units"));
        });
        return counts;
    }

    /** Locks the units that still wait, out of the given ones. */
    public List<UnitId> lockWaiting(Collection<UnitId> ids) {
        return jdbc.sql("""
                select id from planning.unit
                where id = any(:ids::uuid[]) and state = 'PLANNED' and build_id is null order by id for update""")
                .param("ids", ids.stream().map(UnitId::value).toArray(UUID[]::new))
                .query((row, number) -> new UnitId(row.getObject("id", UUID.class)))
                .list();
    }

    public void place(Collection<UnitId> ids, @Nullable BuildId build) {
        jdbc.sql("update planning.unit set build_id = :build where id = any(:ids::uuid[])")
                .param("build", build == null ? null : build.value(), Types.OTHER)
                .param("ids", ids.stream().map(UnitId::value).toArray(UUID[]::new))
                .update();
    }

    public void setState(UnitId id, UnitState state) {
        jdbc.sql("update planning.unit set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    private static Unit toUnit(ResultSet row, int number) throws SQLException {
        UUID build = row.getObject("build_id", UUID.class);
        return new Unit(
                new UnitId(row.getObject("id", UUID.class)),
                new FactoryId(row.getObject("factory_id", UUID.class)),
                row.getString("serial"),
                new WorkOrderId(row.getObject("work_order_id", UUID.class)),
                row.getObject("reference", UUID.class),
                UnitState.valueOf(row.getString("state")),
                build == null ? null : new BuildId(build));
    }
}
