package org.millwright.factory.inventory.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.energy.CarbonFactor;
import org.millwright.factory.inventory.material.MaterialDefinition;
import org.millwright.factory.inventory.material.PriceBasis;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.money.Money;
import org.millwright.processes.Material;
import org.millwright.processes.MaterialForm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code inventory.material}. */
@Repository
public class MaterialStore {
    private static final TypeReference<Map<String, Double>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public MaterialStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Adds it or replaces it; true when it was new. */
    public boolean save(MaterialDefinition definition) {
        // xmax is 0 in a row that no transaction has updated yet.
        return jdbc.sql("""
                insert into inventory.material (
                    factory, material_id, name, form, density_g_per_cm3, thickness_mm, process_values,
                    price, currency, carbon, recycling)
                values (
                    :factory, :materialId, :name, :form, :density, :thickness, :processValues::jsonb,
                    :price, :currency, :carbon::jsonb, :recycling)
                on conflict (factory, material_id) do update set
                    name = excluded.name, density_g_per_cm3 = excluded.density_g_per_cm3,
                    thickness_mm = excluded.thickness_mm, process_values = excluded.process_values,
                    price = excluded.price, currency = excluded.currency,
                    carbon = excluded.carbon, recycling = excluded.recycling
                returning xmax = 0""").params(params(definition)).query(Boolean.class).single();
    }

    public Optional<MaterialDefinition> find(FactoryId factory, String materialId) {
        return jdbc.sql("select * from inventory.material where factory = :factory and material_id = :materialId")
                .param("factory", factory.value())
                .param("materialId", materialId)
                .query(this::toDefinition)
                .optional();
    }

    public List<MaterialDefinition> list(FactoryId factory) {
        return jdbc.sql("select * from inventory.material where factory = :factory order by name, material_id")
                .param("factory", factory.value())
                .query(this::toDefinition)
                .list();
    }

    /** Puts reservations of one material in line until the transaction ends. */
    public void lock(FactoryId factory, String materialId) {
        jdbc.sql("""
                select 1 from inventory.material
                where factory = :factory and material_id = :materialId for no key update""")
                .param("factory", factory.value())
                .param("materialId", materialId)
                .query(Integer.class)
                .list();
    }

    private Map<String, @Nullable Object> params(MaterialDefinition definition) {
        Material material = definition.material();
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("factory", definition.factory().value());
        params.put("materialId", definition.materialId());
        params.put("name", definition.name());
        params.put("form", material.form().name());
        params.put("density", material.densityGPerCm3());
        params.put("thickness", material.thicknessMm());
        params.put("processValues", json.writeValueAsString(material.values()));
        params.put("price", definition.price().minor());
        params.put("currency", definition.price().currency().getCurrencyCode());
        params.put("carbon", json.writeValueAsString(definition.carbon()));
        params.put("recycling", definition.recycling());
        return params;
    }

    private MaterialDefinition toDefinition(ResultSet row, int number) throws SQLException {
        Material material = new Material(
                row.getString("material_id"),
                MaterialForm.valueOf(row.getString("form")),
                row.getDouble("density_g_per_cm3"),
                row.getObject("thickness_mm", Double.class),
                json.readValue(row.getString("process_values"), VALUES));
        return new MaterialDefinition(
                new FactoryId(row.getObject("factory", UUID.class)),
                material.id(),
                row.getString("name"),
                material,
                new Money(row.getLong("price"), Currency.getInstance(row.getString("currency"))),
                PriceBasis.of(material.form()),
                json.readValue(row.getString("carbon"), CarbonFactor.class),
                row.getString("recycling"));
    }
}
