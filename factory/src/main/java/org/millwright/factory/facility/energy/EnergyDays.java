package org.millwright.factory.facility.energy;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.JournalEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What electricity costs and emits by the hour, for each factory that says it. */
@Service
public class EnergyDays {
    private final JdbcClient jdbc;
    private final Factories factories;
    private final Journal journal;

    public EnergyDays(JdbcClient jdbc, Factories factories, Journal journal) {
        this.jdbc = jdbc;
        this.factories = factories;
        this.journal = journal;
    }

    /** Empty while the factory says nothing about hours. */
    @Transactional(readOnly = true)
    public Optional<EnergyDay> find(FactoryId factory) {
        return jdbc.sql("select * from facility.energy_day where factory = :factory")
                .param("factory", factory.value())
                .query((row, number) -> new EnergyDay(
                        numbers(row.getArray("price_minor_per_kwh")),
                        numbers(row.getArray("g_co2e_per_kwh")),
                        row.getString("source")))
                .optional();
    }

    /** The factory's hours, else every hour as its rates say. */
    @Transactional(readOnly = true)
    public EnergyDay get(FactoryId factory) {
        return find(factory).orElseGet(() -> EnergyDay.flat(factories.getFactory(factory)));
    }

    @Transactional
    public void save(FactoryId factory, EnergyDay day, Actor actor) {
        jdbc.sql("""
                insert into facility.energy_day (factory, price_minor_per_kwh, g_co2e_per_kwh, source)
                values (:factory, :prices, :carbon, :source)
                on conflict (factory) do update set price_minor_per_kwh = excluded.price_minor_per_kwh,
                    g_co2e_per_kwh = excluded.g_co2e_per_kwh, source = excluded.source""")
                .param("factory", factory.value())
                .param("prices", day.priceMinorPerKwh().toArray(Double[]::new))
                .param("carbon", day.gCo2ePerKwh().toArray(Double[]::new))
                .param("source", day.source())
                .update();
        Map<String, Object> payload = new HashMap<>();
        payload.put("priceMinorPerKwh", day.priceMinorPerKwh());
        payload.put("gCo2ePerKwh", day.gCo2ePerKwh());
        payload.put("source", day.source());
        journal.record(new JournalEntry(
                factory, actor, "EnergyDayChanged", "factory", factory.value(), null, payload, List.of()));
    }

    private static List<Double> numbers(Array array) throws SQLException {
        return Arrays.asList((Double[]) array.getArray());
    }
}
