package org.millwright.factory.quality.store;

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
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.quality.Inspection;
import org.millwright.factory.quality.InspectionId;
import org.millwright.factory.quality.InspectionState;
import org.millwright.factory.quality.Measured;
import org.millwright.factory.quality.Measurement;
import org.millwright.factory.quality.PlannedCharacteristic;
import org.millwright.processes.Characteristic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables {@code quality.inspection}, {@code quality.characteristic} and {@code quality.measurement}. */
@Component
public class InspectionStore {
    private final JdbcClient jdbc;

    InspectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the unit has an open inspection, or had this one. */
    public boolean insert(Inspection inspection, FactoryId factory, Instant openedAt) {
        int inserted = jdbc.sql("""
                insert into quality.inspection (id, factory, unit, work_order, round, state, opened_at)
                values (:id, :factory, :unit, :workOrder, :round, 'OPEN', :openedAt)
                on conflict do nothing""")
                .param("id", inspection.id().value())
                .param("factory", factory.value())
                .param("unit", inspection.unit().value())
                .param("workOrder", inspection.workOrder().value())
                .param("round", inspection.round())
                .param("openedAt", SqlTime.of(openedAt))
                .update();
        if (inserted == 1) {
            for (int i = 0; i < inspection.characteristics().size(); i++) {
                insert(inspection.id(), i, inspection.characteristics().get(i).characteristic());
            }
        }
        return inserted == 1;
    }

    private void insert(InspectionId inspection, int position, Characteristic characteristic) {
        jdbc.sql("""
                insert into quality.characteristic (inspection, position, name, kind, nominal_mm, lower_mm, upper_mm)
                values (:inspection, :position, :name, :kind, :nominal, :lower, :upper)""")
                .param("inspection", inspection.value())
                .param("position", position)
                .param("name", characteristic.name())
                .param("kind", characteristic.kind().name())
                .param("nominal", characteristic.nominalMm())
                .param("lower", characteristic.lowerMm())
                .param("upper", characteristic.upperMm())
                .update();
    }

    public void insert(InspectionId inspection, UUID id, Measurement measurement) {
        jdbc.sql("""
                insert into quality.measurement
                    (id, inspection, characteristic, value_mm, ok, actor_name, actor_role, simulated, at)
                values (:id, :inspection, :characteristic, :value, :ok, :name, :role, :simulated, :at)""")
                .param("id", id)
                .param("inspection", inspection.value())
                .param("characteristic", measurement.characteristic())
                .param("value", measurement.valueMm())
                .param("ok", measurement.ok())
                .param("name", measurement.by().name())
                .param("role", measurement.by().role())
                .param("simulated", measurement.simulated())
                .param("at", SqlTime.of(measurement.at()))
                .update();
    }

    public void setJudged(InspectionId id, InspectionState verdict, Instant at) {
        jdbc.sql("update quality.inspection set state = :state, judged_at = :at where id = :id and state = 'OPEN'")
                .param("state", verdict.name())
                .param("at", SqlTime.of(at))
                .param("id", id.value())
                .update();
    }

    public Optional<Inspection> find(InspectionId id) {
        return jdbc.sql("select * from quality.inspection where id = :id")
                .param("id", id.value())
                .query(this::toInspection)
                .optional();
    }

    /** The open inspection of a unit, locked until the transaction ends. */
    public Optional<Inspection> findOpenLocked(UnitId unit) {
        return jdbc.sql("select * from quality.inspection where unit = :unit and state = 'OPEN' for update")
                .param("unit", unit.value())
                .query(this::toInspection)
                .optional();
    }

    /** All inspections of a unit, first round first. */
    public List<Inspection> list(UnitId unit) {
        return jdbc.sql("select * from quality.inspection where unit = :unit order by round")
                .param("unit", unit.value())
                .query(this::toInspection)
                .list();
    }

    /** All inspections of a work order, in the order in which they were opened. */
    public List<Inspection> list(WorkOrderId workOrder) {
        return jdbc.sql("select * from quality.inspection where work_order = :workOrder order by opened_at, id")
                .param("workOrder", workOrder.value())
                .query(this::toInspection)
                .list();
    }

    /** Every measurement of an inspection, also those that were replaced, oldest first. */
    public List<Measurement> listMeasurements(InspectionId inspection) {
        return jdbc.sql("select * from quality.measurement where inspection = :inspection order by id")
                .param("inspection", inspection.value())
                .query(InspectionStore::toMeasurement)
                .list();
    }

    /** The last value of each inspection, oldest first. */
    public List<Measured> listMeasured(Collection<WorkOrderId> workOrders, String characteristic) {
        return jdbc.sql("""
                select * from (
                    select distinct on (inspection.id) inspection.unit, measurement.value_mm, measurement.ok,
                        measurement.at, measurement.id
                    from quality.measurement
                    join quality.inspection on inspection.id = measurement.inspection
                    where inspection.work_order = any(:workOrders::uuid[])
                        and measurement.characteristic = :characteristic and measurement.value_mm is not null
                    order by inspection.id, measurement.id desc) latest
                order by at desc, id desc limit 500""")
                .param("workOrders", workOrders.stream().map(WorkOrderId::value).toArray(UUID[]::new))
                .param("characteristic", characteristic)
                .query((row, number) -> new Measured(
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getDouble("value_mm"),
                        row.getBoolean("ok"),
                        SqlTime.instant(row, "at")))
                .list()
                .reversed();
    }

    private Inspection toInspection(ResultSet row, int number) throws SQLException {
        var id = new InspectionId(row.getObject("id", UUID.class));
        return new Inspection(
                id,
                new UnitId(row.getObject("unit", UUID.class)),
                new WorkOrderId(row.getObject("work_order", UUID.class)),
                row.getInt("round"),
                listCharacteristics(id),
                InspectionState.valueOf(row.getString("state")));
    }

    private List<PlannedCharacteristic> listCharacteristics(InspectionId id) {
        Map<String, Measurement> latest = new HashMap<>();
        listMeasurements(id).forEach(measurement -> latest.put(measurement.characteristic(), measurement));
        return jdbc
                .sql("select * from quality.characteristic where inspection = :inspection order by position")
                .param("inspection", id.value())
                .query((row, number) -> toCharacteristic(row))
                .list()
                .stream()
                .map(characteristic -> new PlannedCharacteristic(characteristic, latest.get(characteristic.name())))
                .toList();
    }

    private static Characteristic toCharacteristic(ResultSet row) throws SQLException {
        return new Characteristic(
                row.getString("name"),
                Characteristic.Kind.valueOf(row.getString("kind")),
                findDouble(row, "nominal_mm"),
                findDouble(row, "lower_mm"),
                findDouble(row, "upper_mm"));
    }

    private static Measurement toMeasurement(ResultSet row, int number) throws SQLException {
        boolean simulated = row.getBoolean("simulated");
        return new Measurement(
                row.getString("characteristic"),
                findDouble(row, "value_mm"),
                row.getBoolean("ok"),
                new Actor(row.getString("actor_name"), row.getString("actor_role"), simulated),
                SqlTime.instant(row, "at"),
                simulated);
    }

    private static @Nullable Double findDouble(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Double.class);
    }
}
