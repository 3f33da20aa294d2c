package org.millwright.factory.quoting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.money.Money;
import org.millwright.factory.platform.text.Saying;
import org.millwright.geometry.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code quoting.quote}. */
@Repository
class QuoteStore {
    private static final TypeReference<TreeMap<String, Double>> NUMBERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    QuoteStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Which number and version comes next for a question. */
    record Last(String number, int version) {}

    /** The last quote of the same question. Nobody else answers it until the transaction ends. */
    Optional<Last> lockLast(QuoteRequest request) {
        String options = json.writeValueAsString(new TreeMap<>(request.options()));
        String question = String.join(
                " ",
                request.factory().toString(),
                request.design().toString(),
                request.process(),
                request.materialId(),
                String.valueOf(request.quantity()),
                options);
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:question, 1))")
                .param("question", question)
                .query((row, number) -> number)
                .list();
        return jdbc.sql("""
                select number, version from quoting.quote
                where factory_id = :factory and design_id = :design and process = :process and material_id = :material
                    and quantity = :quantity and options = :options::jsonb
                order by version desc limit 1""")
                .param("factory", request.factory().value())
                .param("design", request.design().value())
                .param("process", request.process())
                .param("material", request.materialId())
                .param("quantity", request.quantity())
                .param("options", options)
                .query((row, number) -> new Last(row.getString("number"), row.getInt("version")))
                .optional();
    }

    void insert(Quote quote, String currency, String inputs) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("id", quote.id().value());
        params.put("factory", quote.factory().value());
        params.put("number", quote.number());
        params.put("version", quote.version());
        params.put("design", quote.design().value());
        params.put("process", quote.process());
        params.put("material", quote.materialId());
        params.put("quantity", quote.quantity());
        params.put("options", json.writeValueAsString(new TreeMap<>(quote.options())));
        params.put("makeable", quote.makeable());
        params.put("findings", json.writeValueAsString(quote.findings()));
        params.put("price", quote.price() == null ? null : quote.price().minor());
        params.put("currency", currency);
        params.put("breaks", json.writeValueAsString(quote.breaks()));
        params.put("promisedAt", SqlTime.ofNullable(quote.promisedAt()));
        params.put("promiseReason", quote.promiseReason().stored());
        params.put("carbonKg", quote.carbonKg());
        params.put("breakdown", json.writeValueAsString(quote.breakdown()));
        params.put("createdAt", SqlTime.of(quote.createdAt()));
        params.put("expiresAt", SqlTime.of(quote.expiresAt()));
        params.put("inputs", inputs);
        params.put("sha256", quote.inputsSha256());
        jdbc.sql("""
                insert into quoting.quote (id, factory_id, number, version, design_id, process, material_id, quantity, options,
                    makeable, findings, price_minor, currency, breaks, promised_at, promise_reason, carbon_kg, breakdown,
                    created_at, expires_at, inputs, inputs_sha256)
                values (:id, :factory, :number, :version, :design, :process, :material, :quantity, :options::jsonb,
                    :makeable, :findings::jsonb, :price::bigint, :currency, :breaks::jsonb, :promisedAt::timestamptz,
                    :promiseReason, :carbonKg::float8, :breakdown::jsonb, :createdAt, :expiresAt, :inputs, :sha256)""").params(params).update();
    }

    Optional<Quote> find(QuoteId id) {
        return jdbc.sql("select * from quoting.quote where id = :id")
                .param("id", id.value())
                .query(this::toQuote)
                .optional();
    }

    String inputs(QuoteId id) {
        return jdbc.sql("select inputs from quoting.quote where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    List<Quote> list(FactoryId factory) {
        return jdbc.sql(
                        "select * from quoting.quote where factory_id = :factory order by created_at desc, id desc limit 1000")
                .param("factory", factory.value())
                .query(this::toQuote)
                .list();
    }

    private Quote toQuote(ResultSet row, int rowNumber) throws SQLException {
        long minor = row.getLong("price_minor");
        Money price = row.wasNull() ? null : new Money(minor, Currency.getInstance(row.getString("currency")));
        return new Quote(
                new QuoteId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getInt("version"),
                new FactoryId(row.getObject("factory_id", UUID.class)),
                new DesignId(row.getObject("design_id", UUID.class)),
                row.getString("process"),
                row.getString("material_id"),
                row.getInt("quantity"),
                json.readValue(row.getString("options"), NUMBERS),
                row.getBoolean("makeable"),
                Arrays.asList(json.readValue(row.getString("findings"), Finding[].class)),
                price,
                Arrays.asList(json.readValue(row.getString("breaks"), UnitPrice[].class)),
                SqlTime.findInstant(row, "promised_at").orElse(null),
                Saying.read(row.getString("promise_reason")),
                row.getObject("carbon_kg", Double.class),
                Arrays.asList(json.readValue(row.getString("breakdown"), Term[].class)),
                SqlTime.instant(row, "created_at"),
                SqlTime.instant(row, "expires_at"),
                row.getString("inputs_sha256"));
    }
}
