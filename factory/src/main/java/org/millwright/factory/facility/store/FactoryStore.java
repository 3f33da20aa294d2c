package org.millwright.factory.facility.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.millwright.factory.facility.CostRates;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.facility.GridFactor;
import org.millwright.factory.facility.Place;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code facility.factory}. */
@Repository
public class FactoryStore {
    private final JdbcClient jdbc;

    public FactoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Factory> find(FactoryId id) {
        return jdbc.sql("select * from facility.factory where id = :id")
                .param("id", id.value())
                .query(FactoryStore::toFactory)
                .optional();
    }

    public List<Factory> list() {
        return jdbc.sql("select * from facility.factory order by name, id")
                .query(FactoryStore::toFactory)
                .list();
    }

    public void insert(Factory factory) {
        jdbc.sql("""
                insert into facility.factory (
                    id, name, country, city, address, latitude_deg, longitude_deg, currency, zone, language,
                    grid_g_co2e_per_kwh, grid_source, grid_year,
                    labour_per_hour, energy_per_kwh, packing_per_order, packing_per_unit, packing_mass_g_per_unit,
                    overhead_percent, margin_percent, quote_valid_days, transport_km, transport_mode)
                values (
                    :id, :name, :country, :city, :address, :latitude, :longitude, :currency, :zone, :language,
                    :gridGCo2ePerKwh, :gridSource, :gridYear,
                    :labour, :energy, :packingPerOrder, :packingPerUnit, :packingMassG,
                    :overhead, :margin, :validDays, :transportKm, :transportMode)""").params(params(factory)).update();
    }

    public void update(Factory factory) {
        jdbc.sql("""
                update facility.factory set
                    name = :name, country = :country, city = :city, address = :address,
                    latitude_deg = :latitude, longitude_deg = :longitude,
                    currency = :currency, zone = :zone, language = :language,
                    grid_g_co2e_per_kwh = :gridGCo2ePerKwh, grid_source = :gridSource, grid_year = :gridYear,
                    labour_per_hour = :labour, energy_per_kwh = :energy,
                    packing_per_order = :packingPerOrder, packing_per_unit = :packingPerUnit,
                    packing_mass_g_per_unit = :packingMassG, overhead_percent = :overhead, margin_percent = :margin,
                    quote_valid_days = :validDays, transport_km = :transportKm, transport_mode = :transportMode
                where id = :id""").params(params(factory)).update();
    }

    private static Map<String, Object> params(Factory factory) {
        CostRates rates = factory.rates();
        Map<String, Object> params = new HashMap<>();
        params.put("id", factory.id().value());
        params.put("name", factory.name());
        params.put("country", factory.place().country());
        params.put("city", factory.place().city());
        params.put("address", factory.place().address());
        params.put("latitude", factory.place().latitudeDeg());
        params.put("longitude", factory.place().longitudeDeg());
        params.put("currency", factory.currency().getCurrencyCode());
        params.put("zone", factory.zone().getId());
        params.put("language", factory.language().toLanguageTag());
        params.put("gridGCo2ePerKwh", factory.grid().gCo2ePerKwh());
        params.put("gridSource", factory.grid().source());
        params.put("gridYear", factory.grid().year());
        params.put("labour", rates.labourPerHour().minor());
        params.put("energy", rates.energyPerKwh().minor());
        params.put("packingPerOrder", rates.packingPerOrder().minor());
        params.put("packingPerUnit", rates.packingPerUnit().minor());
        params.put("packingMassG", rates.packingMassGPerUnit());
        params.put("overhead", rates.overheadPercent());
        params.put("margin", rates.marginPercent());
        params.put("validDays", rates.quoteValidDays());
        params.put("transportKm", rates.transportKm());
        params.put("transportMode", rates.transportMode());
        return params;
    }

    private static Factory toFactory(ResultSet row, int number) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Factory(
                new FactoryId(row.getObject("id", UUID.class)),
                row.getString("name"),
                new Place(
                        row.getString("country"),
                        row.getString("city"),
                        row.getString("address"),
                        row.getDouble("latitude_deg"),
                        row.getDouble("longitude_deg")),
                currency,
                ZoneId.of(row.getString("zone")),
                Locale.forLanguageTag(row.getString("language")),
                new GridFactor(
                        row.getDouble("grid_g_co2e_per_kwh"), row.getString("grid_source"), row.getInt("grid_year")),
                toRates(row, currency));
    }

    private static CostRates toRates(ResultSet row, Currency currency) throws SQLException {
        return new CostRates(
                new Money(row.getLong("labour_per_hour"), currency),
                new Money(row.getLong("energy_per_kwh"), currency),
                new Money(row.getLong("packing_per_order"), currency),
                new Money(row.getLong("packing_per_unit"), currency),
                row.getDouble("packing_mass_g_per_unit"),
                row.getDouble("overhead_percent"),
                row.getDouble("margin_percent"),
                row.getInt("quote_valid_days"),
                row.getDouble("transport_km"),
                row.getString("transport_mode"));
    }
}
