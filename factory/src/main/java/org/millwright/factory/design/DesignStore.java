package org.millwright.factory.design;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.files.FileHash;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.geometry.Finding;
import org.millwright.geometry.LengthUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code design.design}. */
@Repository
class DesignStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    DesignStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Design design) {
        jdbc.sql("""
                insert into design.design (id, factory_id, number, file_name, sha256, format, declared_unit, likely_unit,
                    unit, measures, findings, uploaded_at)
                values (:id, :factory, :number, :fileName, :sha256, :format, :declaredUnit, :likelyUnit,
                    :unit, :measures::jsonb, :findings::jsonb, :uploadedAt)
                """)
                .param("id", design.id().value())
                .param("factory", design.factory().value())
                .param("number", design.number())
                .param("fileName", design.fileName())
                .param("sha256", design.file().sha256())
                .param("format", design.format())
                .param("declaredUnit", name(design.declaredUnit()))
                .param("likelyUnit", design.likelyUnit().name())
                .param("unit", name(design.unit()))
                .param("measures", json.writeValueAsString(design.measures()))
                .param("findings", json.writeValueAsString(design.findings()))
                .param("uploadedAt", Timestamp.from(design.uploadedAt()))
                .update();
    }

    void update(Design design) {
        jdbc.sql("""
                update design.design set unit = :unit, measures = :measures::jsonb, findings = :findings::jsonb
                where id = :id
                """)
                .param("id", design.id().value())
                .param("unit", name(design.unit()))
                .param("measures", json.writeValueAsString(design.measures()))
                .param("findings", json.writeValueAsString(design.findings()))
                .update();
    }

    Optional<Design> find(DesignId id) {
        return jdbc.sql("select * from design.design where id = :id")
                .param("id", id.value())
                .query(this::toDesign)
                .optional();
    }

    List<Design> list(FactoryId factory) {
        return jdbc.sql(
                        "select * from design.design where factory_id = :factory and derived_from is null order by uploaded_at desc, id desc limit 500")
                .param("factory", factory.value())
                .query(this::toDesign)
                .list();
    }

    void setDerived(DesignId id, DesignId from, String derivation) {
        jdbc.sql("update design.design set derived_from = :from, derivation = :derivation where id = :id")
                .param("id", id.value())
                .param("from", from.value())
                .param("derivation", derivation)
                .update();
    }

    /** By derivation, in its order. */
    SortedMap<String, Design> listDerived(DesignId from) {
        var derived = new TreeMap<String, Design>();
        jdbc.sql("select * from design.design where derived_from = :from")
                .param("from", from.value())
                .query((row, number) -> derived.put(row.getString("derivation"), toDesign(row, number)))
                .list();
        return derived;
    }

    private Design toDesign(ResultSet row, int number) throws SQLException {
        return new Design(
                new DesignId(row.getObject("id", UUID.class)),
                new FactoryId(row.getObject("factory_id", UUID.class)),
                row.getString("number"),
                row.getString("file_name"),
                new FileHash(row.getString("sha256")),
                row.getString("format"),
                unit(row.getString("declared_unit")),
                LengthUnit.valueOf(row.getString("likely_unit")),
                unit(row.getString("unit")),
                json.readValue(row.getString("measures"), DesignMeasures.class),
                Arrays.asList(json.readValue(row.getString("findings"), Finding[].class)),
                row.getTimestamp("uploaded_at").toInstant());
    }

    private static @Nullable String name(@Nullable LengthUnit unit) {
        return unit == null ? null : unit.name();
    }

    private static @Nullable LengthUnit unit(@Nullable String name) {
        return name == null ? null : LengthUnit.valueOf(name);
    }
}
