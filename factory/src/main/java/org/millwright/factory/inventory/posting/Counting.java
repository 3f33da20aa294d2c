package org.millwright.factory.inventory.posting;

import java.util.List;
import java.util.Map;
import org.millwright.factory.inventory.Lot;
import org.millwright.factory.inventory.store.Ledger;
import org.millwright.factory.inventory.store.LotStore;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.problem.Problem.Kind;
import org.springframework.stereotype.Component;

/** Brings the books in line with what was weighed or counted. */
@Component
public class Counting {
    private final LotStore lots;
    private final Ledger ledger;
    private final InventoryJournal journal;
    private final Ids ids;

    public Counting(LotStore lots, Ledger ledger, InventoryJournal journal, Ids ids) {
        this.lots = lots;
        this.ledger = ledger;
        this.journal = journal;
        this.ids = ids;
    }

    /** @param found what is physically there, mg or mm² */
    public Lot count(Lot lot, long found, String reason, Actor actor) {
        if (found < lot.reserved()) {
            throw Problem.of(
                    Kind.REFUSED,
                    "count-below-reserved",
                    Map.of(
                            "lot",
                            lot.lotNumber(),
                            "found",
                            InventoryJournal.amount(lot, found),
                            "reserved",
                            InventoryJournal.amount(lot, lot.reserved())));
        }
        long difference = found - lot.onHand();
        if (difference != 0) {
            ledger.post(new Movement(
                    lot.factory(),
                    Movement.Type.ADJUST,
                    ids.next(),
                    actor,
                    List.of(
                            new Posting(lot.id(), Account.ADJUSTMENT, -difference),
                            new Posting(lot.id(), Account.STOCK, difference)),
                    reason));
            journal.counted(lot, difference, reason, actor);
        }
        return lots.find(lot.id()).orElseThrow();
    }
}
