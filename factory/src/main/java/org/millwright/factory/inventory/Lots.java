package org.millwright.factory.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.inventory.material.MaterialDefinition;
import org.millwright.factory.inventory.material.MaterialOutlook;
import org.millwright.factory.inventory.posting.Consuming;
import org.millwright.factory.inventory.posting.Counting;
import org.millwright.factory.inventory.posting.InventoryJournal;
import org.millwright.factory.inventory.posting.Outlooks;
import org.millwright.factory.inventory.posting.Receiving;
import org.millwright.factory.inventory.posting.Reserving;
import org.millwright.factory.inventory.sheet.Remnant;
import org.millwright.factory.inventory.sheet.SheetStock;
import org.millwright.factory.inventory.store.Ledger;
import org.millwright.factory.inventory.store.LotStore;
import org.millwright.factory.inventory.store.MaterialStore;
import org.millwright.factory.inventory.store.ReservationStore;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.journal.Ref;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.problem.Problem.Kind;
import org.millwright.processes.MaterialForm;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Materials and their lots: what there is, what is promised, what was used. Every change is booked in the ledger in the
 * caller's transaction; two callers never get the same gram.
 */
@Service
@Transactional
public class Lots {
    private static final int MOST_MOVEMENTS = 500;

    private final MaterialStore materials;
    private final LotStore lots;
    private final ReservationStore reservations;
    private final Outlooks outlook;
    private final Receiving receiving;
    private final Reserving reserving;
    private final Consuming consuming;
    private final Counting counting;
    private final Ledger ledger;
    private final InventoryJournal journal;
    private final Ids ids;
    private final FactoryClock clock;
    private final ApplicationEventPublisher events;

    Lots(
            MaterialStore materials,
            LotStore lots,
            ReservationStore reservations,
            Outlooks outlook,
            Receiving receiving,
            Reserving reserving,
            Consuming consuming,
            Counting counting,
            Ledger ledger,
            InventoryJournal journal,
            Ids ids,
            FactoryClock clock,
            ApplicationEventPublisher events) {
        this.materials = materials;
        this.lots = lots;
        this.reservations = reservations;
        this.outlook = outlook;
        this.receiving = receiving;
        this.reserving = reserving;
        this.consuming = consuming;
        this.counting = counting;
        this.ledger = ledger;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Adds a material or gives a known one new values.
     *
     * @throws Problem {@code material-form} when its form would change
     */
    public MaterialDefinition addMaterial(MaterialDefinition definition, Actor actor) {
        materials.find(definition.factory(), definition.materialId()).ifPresent(before -> {
            if (before.material().form() != definition.material().form()) {
                throw Problem.of(
                        Kind.REFUSED,
                        "material-form",
                        Map.of(
                                "material",
                                before.name(),
                                "form",
                                before.material().form()));
            }
        });
        journal.material(definition, materials.save(definition), actor);
        return definition;
    }

    @Transactional(readOnly = true)
    public MaterialDefinition getMaterial(FactoryId factory, String materialId) {
        return findMaterial(factory, materialId)
                .orElseThrow(() -> Problem.of(
                        Kind.NOT_FOUND,
                        "material-missing",
                        Map.of(
                                "material",
                                materialId,
                                "known",
                                materials.list(factory).stream()
                                        .map(MaterialDefinition::materialId)
                                        .toList())));
    }

    @Transactional(readOnly = true)
    public Optional<MaterialDefinition> findMaterial(FactoryId factory, String materialId) {
        return materials.find(factory, materialId);
    }

    /** All materials by name. */
    @Transactional(readOnly = true)
    public List<MaterialDefinition> listMaterials(FactoryId factory) {
        return materials.list(factory);
    }

    /** @throws Problem {@code lot-number-taken}, {@code material-missing}, {@code quantity-invalid} */
    public Lot receiveSpool(
            FactoryId factory, String materialId, double massG, String lotNumber, String supplier, Actor actor) {
        requireForm(factory, materialId, MaterialForm.FILAMENT);
        long massMg = wholeMg(massG);
        return receive(factory, materialId, lotNumber, LotKind.SPOOL, massMg, null, null, 1, supplier, actor);
    }

    /** @throws Problem {@code lot-number-taken}, {@code material-missing}, {@code quantity-invalid} */
    public Lot receiveSheets(
            FactoryId factory,
            String materialId,
            double widthMm,
            double heightMm,
            int pieces,
            String lotNumber,
            String supplier,
            Actor actor) {
        requireForm(factory, materialId, MaterialForm.SHEET);
        if (pieces < 1) {
            throw Problem.of(Kind.INVALID, "quantity-invalid", Map.of("quantity", pieces));
        }
        long areaMm2 = Math.multiplyExact(new Remnant(widthMm, heightMm).areaMm2(), (long) pieces);
        return receive(
                factory, materialId, lotNumber, LotKind.SHEET, areaMm2, widthMm, heightMm, pieces, supplier, actor);
    }

    @Transactional(readOnly = true)
    public Lot getLot(LotId id) {
        return lots.find(id).orElseThrow(() -> Problem.of(Kind.NOT_FOUND, "lot-missing", Map.of("id", id)));
    }

    /** As {@link #getLot}; empty when it is gone with its factory. */
    @Transactional(readOnly = true)
    public Optional<Lot> findLot(LotId id) {
        return lots.find(id);
    }

    /** All lots that were ever received, oldest first. */
    @Transactional(readOnly = true)
    public List<Lot> listLots(FactoryId factory) {
        return lots.list(factory);
    }

    /** Filament of all usable spools together that is not promised. */
    @Transactional(readOnly = true)
    public long availableMg(FactoryId factory, String materialId) {
        return available(factory, materialId);
    }

    /** Area of all usable sheets and remnants together that is not promised. */
    @Transactional(readOnly = true)
    public long availableMm2(FactoryId factory, String materialId) {
        return available(factory, materialId);
    }

    /**
     * Promises filament from one spool that has enough of it, the one with least left first, so that opened spools get
     * used up. Empty when no single spool has enough.
     */
    public Optional<Reservation> reserveMass(
            FactoryId factory, String materialId, double massG, UUID reference, Actor actor) {
        return reserving.reserveMass(factory, materialId, wholeMg(massG), reference, actor);
    }

    /** Promises one whole sheet, or a remnant. Empty when the lot has no free piece or must not be used. */
    public Optional<Reservation> reservePiece(LotId lot, UUID reference, Actor actor) {
        return reserving.reservePiece(getLot(lot), reference, actor);
    }

    /** Sheets that may be reserved, remnants first, then the smallest. */
    @Transactional(readOnly = true)
    public List<SheetStock> listSheetStock(FactoryId factory, String materialId) {
        List<SheetStock> remnants = new ArrayList<>();
        List<SheetStock> sheets = new ArrayList<>();
        for (Lot lot : lots.listAvailable(factory, materialId)) {
            if (lot.widthMm() != null && lot.heightMm() != null) {
                long pieceMm2 = lot.pieceMm2();
                boolean remnant = lot.kind() == LotKind.REMNANT;
                (remnant ? remnants : sheets)
                        .add(new SheetStock(
                                lot.id(),
                                lot.widthMm(),
                                lot.heightMm(),
                                Math.toIntExact(lot.available() / pieceMm2),
                                remnant,
                                lot.outline()));
            }
        }
        remnants.addAll(sheets);
        return List.copyOf(remnants);
    }

    /** Takes a promise back; nothing happens when there is none. */
    public void release(UUID reference, Actor actor) {
        reserving.release(reference, actor);
    }

    @Transactional(readOnly = true)
    public Optional<Reservation> findReservation(UUID reference) {
        return reservations.find(reference);
    }

    /** What is promised of a lot. */
    @Transactional(readOnly = true)
    public List<Reservation> listReservations(LotId lot) {
        return reservations.listOn(lot);
    }

    /**
     * Books filament that really ran. It may be more than was promised: the rest comes from the free part of the spool,
     * and what the books do not have at all is booked as a difference. What was promised but not used is free again.
     *
     * @param refs what it was used for: the build, the job, every unit
     * @throws Problem {@code material-not-reserved}
     */
    public Consumption consumeMass(UUID reference, double massG, List<Ref> refs, Actor actor) {
        long usedMg = massG == 0 ? 0 : wholeMg(massG);
        return consuming.consumeMass(reference, usedMg, refs, actor);
    }

    /**
     * Books a sheet that was cut. Its remnant becomes a lot of its own; what is neither used nor kept is scrap.
     *
     * @throws Problem {@code material-not-reserved}, {@code sheet-overused}
     */
    public Consumption consumePiece(
            UUID reference, double usedMm2, @Nullable Remnant remnant, List<Ref> refs, Actor actor) {
        if (!(usedMm2 >= 0)) {
            throw Problem.of(Kind.INVALID, "quantity-invalid", Map.of("quantity", usedMm2));
        }
        return consuming.consumePiece(reference, Math.round(usedMm2), remnant, refs, actor);
    }

    /**
     * Books what was weighed: the spool holds so much filament, whatever the books said.
     *
     * @param massG filament alone, without the empty spool
     * @throws Problem {@code count-below-reserved}, {@code lot-no-spool}
     */
    public Lot weigh(LotId id, double massG, String reason, Actor actor) {
        Lot lot = lockLot(id);
        if (lot.kind() != LotKind.SPOOL) {
            throw Problem.of(Kind.INVALID, "lot-no-spool", Map.of("lot", lot.lotNumber()));
        }
        long massMg = massG == 0 ? 0 : wholeMg(massG);
        return counting.count(lot, massMg, reason, actor);
    }

    /**
     * Books how many whole pieces were counted, whatever the books said.
     *
     * @throws Problem {@code count-below-reserved}, {@code lot-no-sheet}, {@code quantity-invalid}
     */
    public Lot countPieces(LotId id, int pieces, String reason, Actor actor) {
        Lot lot = lockLot(id);
        if (lot.widthMm() == null || lot.heightMm() == null) {
            throw Problem.of(Kind.INVALID, "lot-no-sheet", Map.of("lot", lot.lotNumber()));
        }
        if (pieces < 0) {
            throw Problem.of(Kind.INVALID, "quantity-invalid", Map.of("quantity", pieces));
        }
        long pieceMm2 = lot.pieceMm2();
        return counting.count(lot, Math.multiplyExact(pieceMm2, (long) pieces), reason, actor);
    }

    /** Bookings on a lot, the newest first, at most 500. */
    @Transactional(readOnly = true)
    public List<LotMovement> listMovements(LotId id) {
        return ledger.list(id, MOST_MOVEMENTS);
    }

    /** What each lot held when it came: mg of filament, mm² of sheets. */
    @Transactional(readOnly = true)
    public Map<LotId, Long> listReceived(FactoryId factory) {
        return lots.listReceived(factory);
    }

    /** The lot with this number, as it stands on its label. */
    @Transactional(readOnly = true)
    public Optional<Lot> findLot(FactoryId factory, String lotNumber) {
        return lots.find(factory, lotNumber.strip());
    }

    /** How long each material lasts, what runs out first first. */
    @Transactional(readOnly = true)
    public List<MaterialOutlook> listOutlook(FactoryId factory) {
        return outlook.list(factory, clock.instant());
    }

    /** Holds a lot back. What is promised of it stays promised, but must not be started. */
    public void quarantine(LotId id, String reason, Actor actor) {
        Lot lot = lockLot(id);
        if (lot.state() != LotState.QUARANTINED) {
            lots.setQuarantined(id, true);
            journal.quarantine("LotQuarantined", lot, reason, actor);
            events.publishEvent(new LotQuarantined(id));
        }
    }

    public void endQuarantine(LotId id, String reason, Actor actor) {
        Lot lot = lockLot(id);
        if (lot.state() == LotState.QUARANTINED) {
            lots.setQuarantined(id, false);
            journal.quarantine("LotQuarantineEnded", lot, reason, actor);
            events.publishEvent(new LotReceived(id));
        }
    }

    /** Recounts the ledger: every movement adds up, every balance equals its postings, nothing is below zero. */
    @Transactional(readOnly = true)
    public LedgerCheck checkLedger(FactoryId factory) {
        return ledger.check(factory);
    }

    private long available(FactoryId factory, String materialId) {
        return lots.listAvailable(factory, materialId).stream()
                .mapToLong(Lot::available)
                .sum();
    }

    private Lot receive(
            FactoryId factory,
            String materialId,
            String lotNumber,
            LotKind kind,
            long quantity,
            @Nullable Double widthMm,
            @Nullable Double heightMm,
            int pieces,
            String supplier,
            Actor actor) {
        Lot lot = new Lot(
                new LotId(ids.next()),
                factory,
                materialId,
                lotNumber,
                kind,
                LotState.AVAILABLE,
                quantity,
                0,
                widthMm,
                heightMm,
                null,
                pieces,
                supplier,
                clock.instant(),
                null);
        return receiving.receive(lot, actor);
    }

    private void requireForm(FactoryId factory, String materialId, MaterialForm form) {
        MaterialDefinition material = getMaterial(factory, materialId);
        if (material.material().form() != form) {
            throw Problem.of(
                    Kind.INVALID,
                    "material-form",
                    Map.of(
                            "material",
                            material.name(),
                            "form",
                            material.material().form()));
        }
    }

    private Lot lockLot(LotId id) {
        return lots.lock(id).orElseThrow(() -> Problem.of(Kind.NOT_FOUND, "lot-missing", Map.of("id", id)));
    }

    /** Rounded up, so that what is promised is never less than what was asked for. */
    private static long wholeMg(double massG) {
        if (!(massG > 0) || massG > 1e9) {
            throw Problem.of(Kind.INVALID, "quantity-invalid", Map.of("quantity", massG));
        }
        return (long) Math.ceil(massG * 1000 - 1e-6);
    }
}
