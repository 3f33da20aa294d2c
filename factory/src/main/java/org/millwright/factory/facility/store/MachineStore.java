package org.millwright.factory.facility.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineCosts;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.hours.WeeklyHours;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.money.Money;
import org.millwright.processes.Equipment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code facility.machine}. */
@Repository
public class MachineStore {
    private static final TypeReference<Map<String, Double>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public MachineStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<Machine> find(MachineId id) {
        return jdbc.sql("select * from facility.machine where id = :id")
                .param("id", id.value())
                .query(this::toMachine)
                .optional();
    }

    public List<Machine> list(FactoryId factory) {
        return jdbc.sql("select * from facility.machine where factory = :factory order by number")
                .param("factory", factory.value())
                .query(this::toMachine)
                .list();
    }

    public void insert(Machine machine) {
        jdbc.sql("""
                insert into facility.machine (
                    id, factory, number, name, equipment_class, model, width_mm, depth_mm, height_mm, capabilities,
                    address, currency, price, life_years, hours_per_year, maintenance_per_year, running_w, idle_w,
                    hours, in_service)
                values (
                    :id, :factory, :number, :name, :equipmentClass, :model, :width, :depth, :height, :capabilities::jsonb,
                    :address, :currency, :price, :life, :hoursPerYear, :maintenance, :runningW, :idleW,
                    :hours, :inService)""").params(params(machine)).update();
    }

    public void update(Machine machine) {
        jdbc.sql("""
                update facility.machine set
                    number = :number, name = :name, equipment_class = :equipmentClass, model = :model,
                    width_mm = :width, depth_mm = :depth, height_mm = :height, capabilities = :capabilities::jsonb,
                    address = :address, currency = :currency, price = :price, life_years = :life,
                    hours_per_year = :hoursPerYear, maintenance_per_year = :maintenance,
                    running_w = :runningW, idle_w = :idleW, hours = :hours, in_service = :inService
                where id = :id and factory = :factory""").params(params(machine)).update();
    }

    private Map<String, Object> params(Machine machine) {
        MachineCosts costs = machine.costs();
        Map<String, Object> params = new HashMap<>();
        params.put("id", machine.id().value());
        params.put("factory", machine.factory().value());
        params.put("number", machine.number());
        params.put("name", machine.name());
        params.put("equipmentClass", machine.equipmentClass());
        params.put("model", machine.equipment().model());
        params.put("width", machine.equipment().widthMm());
        params.put("depth", machine.equipment().depthMm());
        params.put("height", machine.equipment().heightMm());
        params.put("capabilities", json.writeValueAsString(machine.equipment().values()));
        params.put("address", machine.address().toString());
        params.put("currency", costs.price().currency().getCurrencyCode());
        params.put("price", costs.price().minor());
        params.put("life", costs.lifeYears());
        params.put("hoursPerYear", costs.hoursPerYear());
        params.put("maintenance", costs.maintenancePerYear().minor());
        params.put("runningW", costs.runningW());
        params.put("idleW", costs.idleW());
        params.put("hours", machine.hours().text());
        params.put("inService", machine.inService());
        return params;
    }

    private Machine toMachine(ResultSet row, int rowNumber) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Machine(
                new MachineId(row.getObject("id", UUID.class)),
                new FactoryId(row.getObject("factory", UUID.class)),
                row.getInt("number"),
                row.getString("name"),
                row.getString("equipment_class"),
                new Equipment(
                        row.getString("model"),
                        row.getDouble("width_mm"),
                        row.getDouble("depth_mm"),
                        row.getDouble("height_mm"),
                        json.readValue(row.getString("capabilities"), VALUES)),
                URI.create(row.getString("address")),
                new MachineCosts(
                        new Money(row.getLong("price"), currency),
                        row.getDouble("life_years"),
                        row.getDouble("hours_per_year"),
                        new Money(row.getLong("maintenance_per_year"), currency),
                        row.getDouble("running_w"),
                        row.getDouble("idle_w")),
                new WeeklyHours(row.getString("hours")),
                row.getBoolean("in_service"));
    }
}
