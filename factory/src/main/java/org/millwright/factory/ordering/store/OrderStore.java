package org.millwright.factory.ordering.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.ordering.Customer;
import org.millwright.factory.ordering.Delivery;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderId;
import org.millwright.factory.ordering.OrderState;
import org.millwright.factory.ordering.line.OrderLine;
import org.millwright.factory.ordering.line.OrderLineId;
import org.millwright.factory.ordering.search.OrderSearch;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.money.Money;
import org.millwright.factory.quoting.QuoteId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code ordering.customer_order} and {@code ordering.line}. */
@Repository
public class OrderStore {
    private static final String MATCHING = """
            factory_id = :factory and (:account::uuid is null or account = :account::uuid)
            and (:words = '%' or number ilike :words or customer_name ilike :words or customer_email ilike :words)""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public OrderStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void insert(Order order) {
        jdbc.sql("""
                insert into ordering.customer_order (id, factory_id, number, customer_name, customer_email, state,
                    account, price_minor, currency, accepted_at, promised_at, tracking_key,
                    delivery, delivery_minor, arrives_at)
                values (:id, :factory, :number, :name, :email, :state, :account::uuid, :price, :currency, :acceptedAt,
                    :promisedAt, :key, :delivery, :deliveryPrice, :arrivesAt)
                """)
                .param("id", order.id().value())
                .param("factory", order.factory().value())
                .param("number", order.number())
                .param("name", order.customer().name())
                .param("email", order.customer().email())
                .param("state", order.state().name())
                .param("account", order.customer().account())
                .param("price", order.price().minor())
                .param("currency", order.price().currency().getCurrencyCode())
                .param("acceptedAt", Timestamp.from(order.acceptedAt()))
                .param("promisedAt", Timestamp.from(order.promisedAt()))
                .param("key", order.trackingKey())
                .param("delivery", order.delivery().way().name())
                .param("deliveryPrice", order.delivery().price().minor())
                .param("arrivesAt", SqlTime.ofNullable(order.delivery().arrivesAt()))
                .update();
        order.lines().forEach(line -> insert(order.id(), line));
    }

    private void insert(OrderId order, OrderLine line) {
        jdbc.sql("""
                insert into ordering.line (id, order_id, quote_id, design_id, process, material_id, options, quantity, cancelled)
                values (:id, :order, :quote, :design, :process, :material, :options::jsonb, :quantity, :cancelled)
                """)
                .param("id", line.id().value())
                .param("order", order.value())
                .param("quote", line.quote().value())
                .param("design", line.design().value())
                .param("process", line.process())
                .param("material", line.materialId())
                .param("options", json.writeValueAsString(line.options()))
                .param("quantity", line.quantity())
                .param("cancelled", line.cancelled())
                .update();
    }

    public Optional<Order> find(OrderId id) {
        return listWhere("where id = :value", id.value()).stream().findFirst();
    }

    /** As {@link #find}, and nobody else changes the order until this transaction ends. */
    public Optional<Order> findLocked(OrderId id) {
        return listWhere("where id = :value for update", id.value()).stream().findFirst();
    }

    public Optional<Order> findByQuote(QuoteId quote) {
        return listWhere("where id = (select order_id from ordering.line where quote_id = :value)", quote.value())
                .stream()
                .findFirst();
    }

    public Optional<Order> findByLine(UUID line) {
        return listWhere("where id = (select order_id from ordering.line where id = :value)", line).stream()
                .findFirst();
    }

    public Optional<Order> findByTrackingKey(String key) {
        return listWhere("where tracking_key = :value", key).stream().findFirst();
    }

    public List<Order> list(FactoryId factory) {
        return listWhere("where factory_id = :value order by accepted_at desc, id desc limit 1000", factory.value());
    }

    /** The orders of one page, the most urgent first. */
    public List<Order> list(FactoryId factory, OrderSearch search, Instant now) {
        String order = search.view() == OrderSearch.View.OPEN || search.view() == OrderSearch.View.LATE
                ? "promised_at, id"
                : "accepted_at desc, id desc";
        return withLines(jdbc.sql("select * from ordering.customer_order where " + MATCHING + " and "
                        + condition(search.view()) + " order by " + order + " limit :limit offset :offset")
                .params(params(factory, search, now))
                .param("limit", OrderSearch.PAGE)
                .param("offset", search.page() * OrderSearch.PAGE)
                .query(OrderStore::toHead)
                .list());
    }

    /** How many orders with the words there are in each view. */
    public Map<OrderSearch.View, Integer> count(FactoryId factory, OrderSearch search, Instant now) {
        String counts = Arrays.stream(OrderSearch.View.values())
                .map(view -> "count(*) filter (where " + condition(view) + ") as " + view.name())
                .collect(Collectors.joining(", "));
        return jdbc.sql("select " + counts + " from ordering.customer_order where " + MATCHING)
                .params(params(factory, search, now))
                .query((row, number) -> {
                    Map<OrderSearch.View, Integer> found = new EnumMap<>(OrderSearch.View.class);
                    for (OrderSearch.View view : OrderSearch.View.values()) {
                        found.put(view, row.getInt(view.name()));
                    }
                    return found;
                })
                .single();
    }

    private static Map<String, Object> params(FactoryId factory, OrderSearch search, Instant now) {
        Map<String, Object> params = new HashMap<>();
        params.put("factory", factory.value());
        params.put("now", Timestamp.from(now));
        params.put("words", search.words().isEmpty() ? "%" : "%" + escaped(search.words()) + "%");
        params.put("account", search.account());
        return params;
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static String condition(OrderSearch.View view) {
        return switch (view) {
            case OPEN -> "state = 'ACCEPTED'";
            case LATE -> "(state = 'ACCEPTED' and promised_at < :now)";
            case READY -> "state = 'COMPLETE'";
            case SHIPPED -> "state = 'SHIPPED'";
            case CANCELLED -> "state = 'CANCELLED'";
            case ALL -> "true";
        };
    }

    /** Open orders, and those completed since. */
    public List<Order> listOpenOrCompletedSince(FactoryId factory, Instant since) {
        return withLines(jdbc.sql("""
                select * from ordering.customer_order
                where factory_id = :factory and (state = 'ACCEPTED' or completed_at >= :since)
                order by promised_at, id""")
                .param("factory", factory.value())
                .param("since", Timestamp.from(since))
                .query(OrderStore::toHead)
                .list());
    }

    public void setComplete(OrderId id, Instant at) {
        jdbc.sql("update ordering.customer_order set state = 'COMPLETE', completed_at = :at where id = :id")
                .param("id", id.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    public void setShipped(OrderId id, Instant at) {
        jdbc.sql("update ordering.customer_order set state = 'SHIPPED', shipped_at = :at where id = :id")
                .param("id", id.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    public void setState(OrderId id, OrderState state) {
        jdbc.sql("update ordering.customer_order set state = :state where id = :id")
                .param("id", id.value())
                .param("state", state.name())
                .update();
    }

    public void addCancelled(OrderLineId id, int units) {
        jdbc.sql("update ordering.line set cancelled = cancelled + :units where id = :id")
                .param("id", id.value())
                .param("units", units)
                .update();
    }

    private List<Order> listWhere(String condition, Object value) {
        return withLines(jdbc.sql("select * from ordering.customer_order " + condition)
                .param("value", value)
                .query(OrderStore::toHead)
                .list());
    }

    private List<Order> withLines(List<Order> heads) {
        if (heads.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<OrderLine>> lines = new HashMap<>();
        jdbc.sql("select * from ordering.line where order_id in (:orders) order by id")
                .param("orders", heads.stream().map(head -> head.id().value()).toList())
                .query(row -> {
                    lines.computeIfAbsent(row.getObject("order_id", UUID.class), id -> new java.util.ArrayList<>())
                            .add(toLine(row));
                });
        return heads.stream()
                .map(head -> head.withLines(lines.getOrDefault(head.id().value(), List.of())))
                .toList();
    }

    private static Order toHead(ResultSet row, int number) throws SQLException {
        return new Order(
                new OrderId(row.getObject("id", UUID.class)),
                new FactoryId(row.getObject("factory_id", UUID.class)),
                row.getString("number"),
                new Customer(
                        row.getString("customer_name"),
                        row.getString("customer_email"),
                        row.getObject("account", UUID.class)),
                OrderState.valueOf(row.getString("state")),
                new Money(row.getLong("price_minor"), Currency.getInstance(row.getString("currency"))),
                row.getTimestamp("accepted_at").toInstant(),
                row.getTimestamp("promised_at").toInstant(),
                instant(row.getTimestamp("completed_at")),
                instant(row.getTimestamp("shipped_at")),
                row.getString("tracking_key"),
                new Delivery(
                        Delivery.Way.valueOf(row.getString("delivery")),
                        new Money(row.getLong("delivery_minor"), Currency.getInstance(row.getString("currency"))),
                        instant(row.getTimestamp("arrives_at"))),
                List.of());
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    @SuppressWarnings("unchecked")
    private OrderLine toLine(ResultSet row) throws SQLException {
        return new OrderLine(
                new OrderLineId(row.getObject("id", UUID.class)),
                new QuoteId(row.getObject("quote_id", UUID.class)),
                new DesignId(row.getObject("design_id", UUID.class)),
                row.getString("process"),
                row.getString("material_id"),
                json.readValue(row.getString("options"), Map.class),
                row.getInt("quantity"),
                row.getInt("cancelled"));
    }
}
