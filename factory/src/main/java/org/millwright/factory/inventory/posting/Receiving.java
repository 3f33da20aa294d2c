package org.millwright.factory.inventory.posting;

import java.util.List;
import java.util.Map;
import org.millwright.factory.inventory.Lot;
import org.millwright.factory.inventory.LotReceived;
import org.millwright.factory.inventory.store.Ledger;
import org.millwright.factory.inventory.store.LotStore;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.problem.Problem.Kind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings lots into the ledger. */
@Component
public class Receiving {
    private final LotStore lots;
    private final Ledger ledger;
    private final InventoryJournal journal;
    private final ApplicationEventPublisher events;

    public Receiving(LotStore lots, Ledger ledger, InventoryJournal journal, ApplicationEventPublisher events) {
        this.lots = lots;
        this.ledger = ledger;
        this.journal = journal;
        this.events = events;
    }

    /** A lot bought from a supplier. */
    public Lot receive(Lot lot, Actor actor) {
        if (!lots.insert(lot)) {
            throw Problem.of(Kind.CONFLICT, "lot-number-taken", Map.of("lot", lot.lotNumber()));
        }
        ledger.post(new Movement(
                lot.factory(),
                Movement.Type.RECEIVE,
                lot.id().value(),
                actor,
                List.of(
                        new Posting(lot.id(), Account.SUPPLIER, -lot.onHand()),
                        new Posting(lot.id(), Account.STOCK, lot.onHand()))));
        journal.received(lot, lot.onHand(), actor);
        events.publishEvent(new LotReceived(lot.id()));
        return lot;
    }

    /** A new lot for what is left of a sheet; it holds nothing until a movement brings it there. */
    public void openRemnant(Lot lot, Actor actor) {
        if (!lots.insert(lot)) {
            throw Problem.of(Kind.CONFLICT, "lot-number-taken", Map.of("lot", lot.lotNumber()));
        }
        journal.received(lot, lot.onHand(), actor);
        events.publishEvent(new LotReceived(lot.id()));
    }
}
