package org.millwright.factory.inventory.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.millwright.factory.inventory.LedgerCheck;
import org.millwright.factory.inventory.LotId;
import org.millwright.factory.inventory.LotMovement;
import org.millwright.factory.inventory.posting.Movement;
import org.millwright.factory.inventory.posting.Posting;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The double-entry ledger: movements are only ever added, balances follow in the same transaction. */
@Repository
public class Ledger {
    private final JdbcClient jdbc;
    private final Ids ids;
    private final FactoryClock clock;

    public Ledger(JdbcClient jdbc, Ids ids, FactoryClock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Books a movement. The database refuses one that does not add up, or that takes more than there is. */
    public void post(Movement movement) {
        UUID id = ids.next();
        jdbc.sql("""
                insert into inventory.movement (id, at, factory, type, reference, actor, simulated, reason)
                values (:id, :at, :factory, :type, :reference, :actor, :simulated, :reason)""")
                .param("id", id)
                .param("at", SqlTime.of(clock.instant()))
                .param("factory", movement.factory().value())
                .param("type", movement.type().name())
                .param("reference", movement.reference())
                .param("actor", movement.actor().name())
                .param("simulated", movement.actor().simulated())
                .param("reason", movement.reason())
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

    /** Bookings on a lot, the newest first. */
    public List<LotMovement> list(LotId lot, int limit) {
        return jdbc.sql("""
                select movement.at, movement.type, movement.reference, movement.actor, movement.simulated,
                    movement.reason, booked.on_hand, booked.reserved,
                    sum(booked.on_hand) over (order by movement.at, movement.id) as balance
                from inventory.movement
                join (
                    select movement, sum(quantity) filter (where account in ('STOCK', 'RESERVED')) as on_hand,
                        coalesce(sum(quantity) filter (where account = 'RESERVED'), 0) as reserved
                    from inventory.posting where lot = :lot group by movement
                    having count(*) filter (where account in ('STOCK', 'RESERVED')) > 0) booked
                    on booked.movement = movement.id
                order by movement.at desc, movement.id desc limit :limit""")
                .param("lot", lot.value())
                .param("limit", limit)
                .query((row, number) -> new LotMovement(
                        SqlTime.instant(row, "at"),
                        String.valueOf(row.getString("type")),
                        row.getObject("reference", UUID.class),
                        String.valueOf(row.getString("actor")),
                        row.getBoolean("simulated"),
                        row.getLong("on_hand"),
                        row.getLong("reserved"),
                        row.getLong("balance"),
                        row.getString("reason")))
                .list();
    }

    /** What was used of each material since an instant, lost parts included. */
    public Map<String, Long> usedSince(FactoryId factory, Instant since) {
        Map<String, Long> used = new HashMap<>();
        jdbc.sql("""
                select lot.material_id, sum(posting.quantity) as used
                from inventory.movement
                join inventory.posting on posting.movement = movement.id
                    and posting.account in ('CONSUMED', 'SCRAP')
                join inventory.lot on lot.id = posting.lot
                where movement.factory = :factory and movement.at >= :since and movement.type = 'CONSUME'
                group by lot.material_id""")
                .param("factory", factory.value())
                .param("since", SqlTime.of(since))
                .query(row -> {
                    used.put(row.getString("material_id"), row.getLong("used"));
                });
        return used;
    }

    /** Recounts a factory's ledger from its postings. */
    public LedgerCheck check(FactoryId factory) {
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
