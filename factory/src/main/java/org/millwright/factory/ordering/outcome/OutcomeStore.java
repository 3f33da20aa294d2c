package org.millwright.factory.ordering.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.Optional;
import org.millwright.factory.ordering.OrderId;
import org.millwright.factory.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code ordering.outcome}. */
@Repository
class OutcomeStore {
    private final JdbcClient jdbc;

    OutcomeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Outcome> find(OrderId order) {
        return jdbc.sql("""
                select outcome.*, customer_order.currency from ordering.outcome
                join ordering.customer_order on customer_order.id = outcome.order_id where order_id = :order""")
                .param("order", order.value())
                .query(OutcomeStore::toOutcome)
                .optional();
    }

    void save(OrderId order, Outcome outcome) {
        jdbc.sql("""
                insert into ordering.outcome (order_id, run_s, work_s, material_g, energy_wh, carbon_kg,
                    material_cost, machine_cost, energy_cost, work_cost, packing_cost, sheet_mm2, parts_mm2)
                values (:order, :runS, :workS, :materialG, :energyWh, :carbonKg,
                    :material, :machine, :energy, :work, :packing, :sheetMm2, :partsMm2)
                on conflict (order_id) do nothing""")
                .param("order", order.value())
                .param("runS", outcome.runS())
                .param("workS", outcome.workS())
                .param("materialG", outcome.materialG())
                .param("energyWh", outcome.energyWh())
                .param("carbonKg", outcome.carbonKg())
                .param("material", outcome.materialCost().minor())
                .param("machine", outcome.machineCost().minor())
                .param("energy", outcome.energyCost().minor())
                .param("work", outcome.workCost().minor())
                .param("packing", outcome.packingCost().minor())
                .param("sheetMm2", outcome.sheetMm2())
                .param("partsMm2", outcome.partsMm2())
                .update();
    }

    private static Outcome toOutcome(ResultSet row, int number) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Outcome(
                row.getDouble("run_s"),
                row.getDouble("work_s"),
                row.getDouble("material_g"),
                row.getDouble("energy_wh"),
                row.getDouble("carbon_kg"),
                new Money(row.getLong("material_cost"), currency),
                new Money(row.getLong("machine_cost"), currency),
                new Money(row.getLong("energy_cost"), currency),
                new Money(row.getLong("work_cost"), currency),
                new Money(row.getLong("packing_cost"), currency),
                row.getDouble("sheet_mm2"),
                row.getDouble("parts_mm2"));
    }
}
