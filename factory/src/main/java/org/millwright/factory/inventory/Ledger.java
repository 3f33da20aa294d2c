package org.millwright.factory.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The double-entry ledger: movements are only ever added, balances follow in the same transaction. */
@Repository
class Ledger {
    private final JdbcClient jdbc;
    private final Ids ids;
    private final FactoryClock clock;

    Ledger(JdbcClient jdbc, Ids ids, FactoryClock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Books a movement. The database refuses one that does not add up, or that takes more than there is. */
    void post(Movement movement) {
        UUID id = ids.next();
        jdbc.sql("""
                insert into inventory.movement (id, at, factory, type, reference, actor, simulated)
                values (:id, :at, :factory, :type, :reference, :actor, :simulated)""")
                .param("id", id)
                .param("at", SqlTime.of(clock.instant()))
                .param("factory", movement.factory().value())
                .param("type", movement.type().name())
                .param("reference", movement.reference())
                .param("actor", movement.actor().name())
                .param("simulated", movement.actor().simulated())
                .update();
        // Always in the same order, so that two transactions never wait for each other in a circle.
        movement.postings().stream()
                .sorted(Comparator.comparing((Posting posting) -> posting.lot().value())
                        .thenComparing(Posting::account))
                .forEach(posting -> post(id, posting));
    }

    private void post(UUID movement, Posting posting) {
        jdbc.sql("""
                insert into inventory.posting (movement, lot, account, quantity)
                values (:movement, :lot, :account, :quantity)""")
                .param("movement", movement)
                .param("lot", posting.lot().value())
                .param("account", posting.account().name())
                .param("quantity", posting.quantity())
                .update();
        jdbc.sql("update inventory.balance set quantity = quantity + :quantity where lot = :lot and account = :account")
                .param("lot", posting.lot().value())
                .param("account", posting.account().name())
                .param("quantity", posting.quantity())
                .update();
    }

    /** Recounts a factory's ledger from its postings. */
    LedgerCheck check(FactoryId factory) {
        List<String> faults = new ArrayList<>();
        faults.addAll(faults(factory, """
                select 'Movement ' || m.id || ' (' || m.type || ') adds up to ' || sum(p.quantity) || ' instead of 0.'
                from inventory.movement m join inventory.posting p on p.movement = m.id
                where m.factory = :factory group by m.id, m.type having sum(p.quantity) <> 0 order by 1"""));
        faults.addAll(faults(factory, """
                select 'Lot ' || l.lot_number || ' has ' || b.quantity || ' in ' || b.account || ' but its postings give '
                    || coalesce(sum(p.quantity), 0) || '.'
                from inventory.lot l join inventory.balance b on b.lot = l.id
                left join inventory.posting p on p.lot = b.lot and p.account = b.account
                where l.factory = :factory group by l.lot_number, b.lot, b.account, b.quantity
                having coalesce(sum(p.quantity), 0) <> b.quantity order by 1"""));
        faults.addAll(faults(factory, """
                select 'Lot ' || l.lot_number || ' has ' || b.quantity || ' in ' || b.account || ', which is below 0.'
                from inventory.lot l join inventory.balance b on b.lot = l.id
                where l.factory = :factory and b.account in ('STOCK', 'RESERVED') and b.quantity < 0 order by 1"""));
        faults.addAll(faults(factory, """
                select 'Lot ' || l.lot_number || ' has ' || b.quantity || ' in RESERVED but its reservations give '
                    || coalesce(sum(r.quantity), 0) || '.'
                from inventory.lot l join inventory.balance b on b.lot = l.id and b.account = 'RESERVED'
                left join inventory.reservation r on r.lot = l.id
                where l.factory = :factory group by l.lot_number, b.lot, b.quantity
                having coalesce(sum(r.quantity), 0) <> b.quantity order by 1"""));
        return new LedgerCheck(
                count(factory, "select count(*) from inventory.movement where factory = :factory"),
                count(factory, """
                        select count(*) from inventory.posting p join inventory.lot l on l.id = p.lot
                        where l.factory = :factory"""),
                faults);
    }

    private List<String> faults(FactoryId factory, String sql) {
        return jdbc.sql(sql)
                .param("factory", factory.value())
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    private long count(FactoryId factory, String sql) {
        return jdbc.sql(sql).param("factory", factory.value()).query(Long.class).single();
    }
}
