package org.millwright.factory.webhooks;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code webhooks.endpoint} and {@code webhooks.delivery}. */
@Repository
class HookStore {
    private final JdbcClient jdbc;

    HookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Endpoint endpoint, String secret) {
        jdbc.sql("""
                insert into webhooks.endpoint (id, factory_id, address, types, secret, created_at)
                values (:id, :factory, :address, :types, :secret, :createdAt)""")
                .param("id", endpoint.id())
                .param("factory", endpoint.factory().value())
                .param("address", endpoint.address().toString())
                .param(
                        "types",
                        endpoint.types().stream().map(HookType::word).sorted().toArray(String[]::new))
                .param("secret", secret)
                .param("createdAt", Timestamp.from(endpoint.createdAt()))
                .update();
    }

    List<Endpoint> list(FactoryId factory) {
        return jdbc.sql("""
                select * from webhooks.endpoint where factory_id = :factory and removed_at is null order by id desc""")
                .param("factory", factory.value())
                .query(HookStore::toEndpoint)
                .list();
    }

    Optional<Endpoint> find(UUID id) {
        return jdbc.sql("select * from webhooks.endpoint where id = :id and removed_at is null")
                .param("id", id)
                .query(HookStore::toEndpoint)
                .optional();
    }

    String secret(UUID endpoint) {
        return jdbc.sql("select secret from webhooks.endpoint where id = :id")
                .param("id", endpoint)
                .query(String.class)
                .single();
    }

    void remove(UUID id, Instant now) {
        jdbc.sql("update webhooks.endpoint set removed_at = :now where id = :id")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("update webhooks.delivery set state = 'GIVEN_UP' where endpoint = :id and state = 'WAITING'")
                .param("id", id)
                .update();
    }

    /** Does nothing when the endpoint knows of the event already. */
    void insert(Delivery delivery) {
        jdbc.sql("""
                insert into webhooks.delivery (id, endpoint, event, type, body, state, attempts, next_at, created_at)
                values (:id, :endpoint, :event, :type, :body, :state, 0, :nextAt, :createdAt)
                on conflict (endpoint, event) do nothing""")
                .param("id", delivery.id())
                .param("endpoint", delivery.endpoint())
                .param("event", delivery.event())
                .param("type", delivery.type().word())
                .param("body", delivery.body())
                .param("state", delivery.state().name())
                .param("nextAt", Timestamp.from(delivery.nextAt()))
                .param("createdAt", Timestamp.from(delivery.createdAt()))
                .update();
    }

    /** Takes messages that are due; nobody else gets them before {@code until}, also when we die with them in hand. */
    List<Delivery> claim(int most, Instant now, Instant until) {
        return jdbc.sql("""
                update webhooks.delivery set attempts = attempts + 1, next_at = :until
                where id in (
                    select id from webhooks.delivery where state = 'WAITING' and next_at <= :now
                    order by next_at limit :most for update skip locked)
                returning *""")
                .param("until", Timestamp.from(until))
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(HookStore::toDelivery)
                .list();
    }

    void update(Delivery delivery) {
        Instant deliveredAt = delivery.deliveredAt();
        jdbc.sql("""
                update webhooks.delivery
                set state = :state, attempts = :attempts, next_at = :nextAt, delivered_at = :deliveredAt,
                    last_status = :status, last_fault = :fault
                where id = :id""")
                .param("id", delivery.id())
                .param("state", delivery.state().name())
                .param("attempts", delivery.attempts())
                .param("nextAt", Timestamp.from(delivery.nextAt()))
                .param("deliveredAt", deliveredAt == null ? null : Timestamp.from(deliveredAt))
                .param("status", delivery.lastStatus())
                .param("fault", delivery.lastFault())
                .update();
    }

    Optional<Delivery> findDelivery(UUID id) {
        return jdbc.sql("select * from webhooks.delivery where id = :id")
                .param("id", id)
                .query(HookStore::toDelivery)
                .optional();
    }

    /** Newest first. */
    List<Delivery> listDeliveries(UUID endpoint, int most) {
        return jdbc.sql("select * from webhooks.delivery where endpoint = :endpoint order by id desc limit :most")
                .param("endpoint", endpoint)
                .param("most", most)
                .query(HookStore::toDelivery)
                .list();
    }

    private static Endpoint toEndpoint(ResultSet row, int number) throws SQLException {
        return new Endpoint(
                row.getObject("id", UUID.class),
                new FactoryId(row.getObject("factory_id", UUID.class)),
                URI.create(row.getString("address")),
                Arrays.stream((String[]) row.getArray("types").getArray())
                        .map(HookType::of)
                        .collect(Collectors.toSet()),
                row.getTimestamp("created_at").toInstant());
    }

    private static Delivery toDelivery(ResultSet row, int number) throws SQLException {
        Timestamp deliveredAt = row.getTimestamp("delivered_at");
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("endpoint", UUID.class),
                row.getObject("event", UUID.class),
                HookType.of(row.getString("type")),
                row.getString("body"),
                Delivery.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getTimestamp("next_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                deliveredAt == null ? null : deliveredAt.toInstant(),
                row.getObject("last_status", Integer.class),
                row.getString("last_fault"));
    }
}
