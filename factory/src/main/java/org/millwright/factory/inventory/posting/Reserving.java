package org.millwright.factory.inventory.posting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.millwright.factory.inventory.Lot;
import org.millwright.factory.inventory.LotId;
import org.millwright.factory.inventory.LotKind;
import org.millwright.factory.inventory.Reservation;
import org.millwright.factory.inventory.store.Ledger;
import org.millwright.factory.inventory.store.LotStore;
import org.millwright.factory.inventory.store.MaterialStore;
import org.millwright.factory.inventory.store.ReservationStore;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.problem.Problem.Kind;
import org.springframework.stereotype.Component;

/** Promises material to work and takes promises back. Asking twice for the same reference is answered the same. */
@Component
public class Reserving {
    private final MaterialStore materials;
    private final LotStore lots;
    private final ReservationStore reservations;
    private final Ledger ledger;
    private final InventoryJournal journal;

    public Reserving(
            MaterialStore materials,
            LotStore lots,
            ReservationStore reservations,
            Ledger ledger,
            InventoryJournal journal) {
        this.materials = materials;
        this.lots = lots;
        this.reservations = reservations;
        this.ledger = ledger;
        this.journal = journal;
    }

    public Optional<Reservation> reserveMass(
            FactoryId factory, String materialId, long massMg, UUID reference, Actor actor) {
        Optional<Reservation> earlier = lockAndFind(reference);
        if (earlier.isPresent()) {
            Lot lot = lots.find(earlier.get().lot()).orElseThrow();
            if (!lot.materialId().equals(materialId) || earlier.get().quantity() < massMg) {
                throw taken(reference, lot);
            }
            return earlier;
        }
        // Without it two that ask for the same spool could both fail although another spool has enough.
        materials.lock(factory, materialId);
        for (Lot candidate : lots.listAvailable(factory, materialId)) {
            if (candidate.kind() == LotKind.SPOOL && candidate.available() >= massMg) {
                Optional<Reservation> reservation = reserve(candidate.id(), massMg, reference, actor);
                if (reservation.isPresent()) {
                    return reservation;
                }
            }
        }
        return Optional.empty();
    }

    public Optional<Reservation> reservePiece(Lot lot, UUID reference, Actor actor) {
        Optional<Reservation> earlier = lockAndFind(reference);
        if (earlier.isPresent()) {
            if (!earlier.get().lot().equals(lot.id())) {
                throw taken(reference, lots.find(earlier.get().lot()).orElseThrow());
            }
            return earlier;
        }
        if (lot.widthMm() == null || lot.heightMm() == null) {
            throw Problem.of(Kind.INVALID, "lot-no-sheet", Map.of("lot", lot.lotNumber()));
        }
        return reserve(lot.id(), lot.pieceMm2(), reference, actor);
    }

    public void release(UUID reference, Actor actor) {
        reservations.lock(reference);
        reservations.find(reference).ifPresent(reservation -> {
            Lot lot = lots.lock(reservation.lot()).orElseThrow();
            reservations.delete(reference);
            move(lot, Movement.Type.RELEASE, reservation, Account.RESERVED, Account.STOCK, actor);
            journal.promise("MaterialReleased", lot, reservation, actor);
        });
    }

    private Optional<Reservation> lockAndFind(UUID reference) {
        reservations.lock(reference);
        reservations.findConsumption(reference).ifPresent(consumption -> {
            throw Problem.of(Kind.REFUSED, "material-consumed", Map.of("reference", reference));
        });
        return reservations.find(reference);
    }

    private Optional<Reservation> reserve(LotId id, long quantity, UUID reference, Actor actor) {
        Lot lot = lots.lock(id).orElseThrow();
        if (lot.available() < quantity) {
            return Optional.empty();
        }
        Reservation reservation = new Reservation(reference, id, quantity);
        reservations.insert(reservation);
        move(lot, Movement.Type.RESERVE, reservation, Account.STOCK, Account.RESERVED, actor);
        journal.promise("MaterialReserved", lot, reservation, actor);
        return Optional.of(reservation);
    }

    private void move(Lot lot, Movement.Type type, Reservation reservation, Account from, Account to, Actor actor) {
        ledger.post(new Movement(
                lot.factory(),
                type,
                reservation.reference(),
                actor,
                List.of(
                        new Posting(lot.id(), from, -reservation.quantity()),
                        new Posting(lot.id(), to, reservation.quantity()))));
    }

    private static Problem taken(UUID reference, Lot lot) {
        return Problem.of(
                Kind.CONFLICT, "material-reserved-otherwise", Map.of("reference", reference, "lot", lot.lotNumber()));
    }
}
