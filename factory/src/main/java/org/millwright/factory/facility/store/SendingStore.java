package org.millwright.factory.facility.store;

import java.util.Currency;
import java.util.Optional;
import org.millwright.factory.facility.Sending;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code facility.sending}. */
@Repository
public class SendingStore {
    private final JdbcClient jdbc;

    public SendingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Sending> find(FactoryId factory, Currency currency) {
        return jdbc.sql("select price_minor, days from facility.sending where factory = :factory")
                .param("factory", factory.value())
                .query((row, number) ->
                        new Sending(new Money(row.getLong("price_minor"), currency), row.getInt("days")))
                .optional();
    }

    public void put(FactoryId factory, Sending sending) {
        jdbc.sql("""
                insert into facility.sending (factory, price_minor, days) values (:factory, :price, :days)
                on conflict (factory) do update set price_minor = :price, days = :days""")
                .param("factory", factory.value())
                .param("price", sending.price().minor())
                .param("days", sending.days())
                .update();
    }

    public void remove(FactoryId factory) {
        jdbc.sql("delete from facility.sending where factory = :factory")
                .param("factory", factory.value())
                .update();
    }
}
