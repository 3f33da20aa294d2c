package org.millwright.factory.ordering.store;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.millwright.factory.ordering.OrderId;
import org.millwright.factory.ordering.OrderMessage;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code ordering.message}. */
@Repository
public class MessageStore {
    private static final int MOST = 500;

    private final JdbcClient jdbc;

    public MessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(OrderMessage message) {
        jdbc.sql("""
                insert into ordering.message (id, order_id, at, from_buyer, author, words)
                values (:id, :order, :at, :fromBuyer, :author, :words)""")
                .param("id", message.id())
                .param("order", message.order().value())
                .param("at", Timestamp.from(message.at()))
                .param("fromBuyer", message.fromBuyer())
                .param("author", message.author())
                .param("words", message.words())
                .update();
    }

    public int count(OrderId order) {
        return jdbc.sql("select count(*) from ordering.message where order_id = :order")
                .param("order", order.value())
                .query(Integer.class)
                .single();
    }

    public boolean mayTakeMore(OrderId order) {
        return count(order) < MOST;
    }

    /** Orders of a factory in which the buyer wrote last. */
    public List<OrderId> listUnanswered(FactoryId factory) {
        return jdbc.sql("""
                select latest.order_id from (
                    select distinct on (message.order_id) message.order_id, message.from_buyer, message.at
                    from ordering.message join ordering.customer_order on customer_order.id = message.order_id
                    where customer_order.factory_id = :factory
                    order by message.order_id, message.at desc, message.id desc) latest
                where latest.from_buyer order by latest.at""")
                .param("factory", factory.value())
                .query((row, number) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list();
    }

    /** Oldest first. */
    public List<OrderMessage> list(OrderId order) {
        return jdbc.sql("select * from ordering.message where order_id = :order order by at, id")
                .param("order", order.value())
                .query((row, number) -> new OrderMessage(
                        row.getObject("id", UUID.class),
                        order,
                        row.getTimestamp("at").toInstant(),
                        row.getBoolean("from_buyer"),
                        row.getString("author"),
                        row.getString("words")))
                .list();
    }
}
