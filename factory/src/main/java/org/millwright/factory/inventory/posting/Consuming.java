package org.millwright.factory.inventory.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.inventory.Consumption;
import org.millwright.factory.inventory.Lot;
import org.millwright.factory.inventory.LotId;
import org.millwright.factory.inventory.LotKind;
import org.millwright.factory.inventory.LotState;
import org.millwright.factory.inventory.Reservation;
import org.millwright.factory.inventory.material.MaterialDefinition;
import org.millwright.factory.inventory.sheet.Remnant;
import org.millwright.factory.inventory.store.Ledger;
import org.millwright.factory.inventory.store.LotStore;
import org.millwright.factory.inventory.store.MaterialStore;
import org.millwright.factory.inventory.store.ReservationStore;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.journal.Ref;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.problem.Problem.Kind;
import org.springframework.stereotype.Component;

/** Books what really ran. A reference consumes once; every later call answers what the first one did. */
@Component
public class Consuming {
    private final MaterialStore materials;
    private final LotStore lots;
    private final ReservationStore reservations;
    private final Receiving receiving;
    private final Ledger ledger;
    private final InventoryJournal journal;
    private final Ids ids;
    private final FactoryClock clock;

    public Consuming(
            MaterialStore materials,
            LotStore lots,
            ReservationStore reservations,
            Receiving receiving,
            Ledger ledger,
            InventoryJournal journal,
            Ids ids,
            FactoryClock clock) {
        this.materials = materials;
        this.lots = lots;
        this.reservations = reservations;
        this.receiving = receiving;
        this.ledger = ledger;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    public Consumption consumeMass(UUID reference, long usedMg, List<Ref> refs, Actor actor) {
        Optional<Consumption> earlier = lockAndFind(reference);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Reservation reservation = getReservation(reference);
        Lot lot = lots.lock(reservation.lot()).orElseThrow();
        long free = lot.onHand() - lot.reserved();
        long moreThanReserved = Math.max(0, usedMg - reservation.quantity());
        long fromStock = Math.min(free, moreThanReserved);
        long unbooked = moreThanReserved - fromStock;
        long rest = Math.max(0, reservation.quantity() - usedMg);
        MaterialDefinition material = materialOf(lot);
        Consumption consumption =
                new Consumption(reference, lot.id(), usedMg, 0, unbooked, material.massG(usedMg), null);
        book(
                lot,
                consumption,
                List.of(
                        new Posting(lot.id(), Account.RESERVED, -reservation.quantity()),
                        new Posting(lot.id(), Account.STOCK, rest - fromStock),
                        new Posting(lot.id(), Account.ADJUSTMENT, -unbooked),
                        new Posting(lot.id(), Account.CONSUMED, usedMg)),
                actor);
        journal.consumed(lot, material, consumption, refs, actor);
        return consumption;
    }

    public Consumption consumePiece(
            UUID reference, long usedMm2, @Nullable Remnant remnant, List<Ref> refs, Actor actor) {
        Optional<Consumption> earlier = lockAndFind(reference);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Reservation reservation = getReservation(reference);
        Lot lot = lots.lock(reservation.lot()).orElseThrow();
        long pieceMm2 = reservation.quantity();
        long keptMm2 = remnant == null ? 0 : remnant.areaMm2();
        // Areas are rounded to whole mm² one by one; their sum may be one too many.
        if (usedMm2 + keptMm2 > pieceMm2 + 1 || (remnant != null && !fits(remnant, lot))) {
            throw Problem.of(
                    Kind.INVALID,
                    "sheet-overused",
                    Map.of("lot", lot.lotNumber(), "piece", pieceMm2, "used", usedMm2, "kept", keptMm2));
        }
        long used = Math.min(usedMm2, pieceMm2 - keptMm2);
        long wasted = pieceMm2 - keptMm2 - used;
        MaterialDefinition material = materialOf(lot);
        Lot rest = remnant == null ? null : openRemnant(lot, remnant, actor);
        Consumption consumption = new Consumption(
                reference, lot.id(), used, wasted, 0, material.massG(used + wasted), rest == null ? null : rest.id());
        List<Posting> postings = new ArrayList<>(List.of(
                new Posting(lot.id(), Account.RESERVED, -pieceMm2),
                new Posting(lot.id(), Account.CONSUMED, used),
                new Posting(lot.id(), Account.SCRAP, wasted),
                new Posting(lot.id(), Account.TRANSFER, keptMm2)));
        if (rest != null) {
            postings.add(new Posting(rest.id(), Account.TRANSFER, -keptMm2));
            postings.add(new Posting(rest.id(), Account.STOCK, keptMm2));
        }
        book(lot, consumption, postings, actor);
        journal.consumed(lot, material, consumption, refs, actor);
        return consumption;
    }

    private Lot openRemnant(Lot sheet, Remnant remnant, Actor actor) {
        Lot lot = new Lot(
                new LotId(ids.next()),
                sheet.factory(),
                sheet.materialId(),
                sheet.lotNumber() + "-R" + (lots.countRemnants(sheet.id()) + 1),
                LotKind.REMNANT,
                LotState.AVAILABLE,
                remnant.areaMm2(),
                0,
                remnant.widthMm(),
                remnant.heightMm(),
                remnant.outline(),
                1,
                sheet.supplier(),
                clock.instant(),
                sheet.id());
        receiving.openRemnant(lot, actor);
        if (sheet.state() == LotState.QUARANTINED) {
            lots.setQuarantined(lot.id(), true);
        }
        return lot;
    }

    private static boolean fits(Remnant remnant, Lot sheet) {
        if (sheet.widthMm() == null || sheet.heightMm() == null) {
            return false;
        }
        double longSide = Math.max(remnant.widthMm(), remnant.heightMm());
        double shortSide = Math.min(remnant.widthMm(), remnant.heightMm());
        return longSide <= Math.max(sheet.widthMm(), sheet.heightMm()) + 1e-6
                && shortSide <= Math.min(sheet.widthMm(), sheet.heightMm()) + 1e-6;
    }

    private Optional<Consumption> lockAndFind(UUID reference) {
        reservations.lock(reference);
        return reservations.findConsumption(reference);
    }

    private Reservation getReservation(UUID reference) {
        return reservations
                .find(reference)
                .orElseThrow(() -> Problem.of(Kind.NOT_FOUND, "material-not-reserved", Map.of("reference", reference)));
    }

    private MaterialDefinition materialOf(Lot lot) {
        return materials.find(lot.factory(), lot.materialId()).orElseThrow();
    }

    private void book(Lot lot, Consumption consumption, List<Posting> postings, Actor actor) {
        reservations.delete(consumption.reference());
        ledger.post(new Movement(lot.factory(), Movement.Type.CONSUME, consumption.reference(), actor, postings));
        reservations.insert(consumption);
    }
}
