package org.millwright.factory.inventory.posting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.millwright.factory.inventory.Consumption;
import org.millwright.factory.inventory.Lot;
import org.millwright.factory.inventory.LotKind;
import org.millwright.factory.inventory.Reservation;
import org.millwright.factory.inventory.material.MaterialDefinition;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.JournalEntry;
import org.millwright.factory.platform.journal.Ref;
import org.millwright.processes.MaterialForm;
import org.springframework.stereotype.Component;

/** Writes what happens to materials and lots, with the payloads of docs/journal.md. */
@Component
public class InventoryJournal {
    private final Journal journal;

    public InventoryJournal(Journal journal) {
        this.journal = journal;
    }

    public void material(MaterialDefinition definition, boolean added, Actor actor) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("materialId", definition.materialId());
        payload.put("name", definition.name());
        payload.put("form", definition.material().form());
        payload.put("densityGPerCm3", definition.material().densityGPerCm3());
        if (definition.material().thicknessMm() != null) {
            payload.put("thicknessMm", definition.material().thicknessMm());
        }
        payload.put("recycling", definition.recycling());
        payload.put("carbon", definition.carbon().payload());
        UUID factory = definition.factory().value();
        String type = added ? "MaterialAdded" : "MaterialChanged";
        journal.record(
                new JournalEntry(definition.factory(), actor, type, "factory", factory, null, payload, List.of()));
    }

    public void received(Lot lot, long quantity, Actor actor) {
        Map<String, Object> payload = lotPayload(lot);
        payload.put("materialId", lot.materialId());
        payload.put("kind", lot.kind());
        payload.put("supplier", lot.supplier());
        if (lot.widthMm() == null || lot.heightMm() == null) {
            payload.put("massG", quantity / 1000.0);
        } else {
            payload.put("widthMm", lot.widthMm());
            payload.put("heightMm", lot.heightMm());
            payload.put("pieces", lot.pieces());
        }
        if (lot.parent() != null) {
            payload.put("parent", lot.parent().value());
        }
        List<Ref> refs = lot.parent() == null
                ? List.of()
                : List.of(new Ref("lot", lot.parent().value()));
        record("LotReceived", lot, refs, payload, actor);
    }

    /** Type is {@code MaterialReserved} or {@code MaterialReleased}. */
    public void promise(String type, Lot lot, Reservation reservation, Actor actor) {
        Map<String, Object> payload = lotPayload(lot);
        payload.put("reference", reservation.reference());
        if (lot.kind() == LotKind.SPOOL) {
            payload.put("massG", reservation.quantity() / 1000.0);
        } else {
            payload.put("areaMm2", reservation.quantity());
        }
        record(type, lot, List.of(), payload, actor);
    }

    public void consumed(Lot lot, MaterialDefinition material, Consumption consumption, List<Ref> refs, Actor actor) {
        Map<String, Object> payload = lotPayload(lot);
        payload.put("reference", consumption.reference());
        payload.put("materialId", material.materialId());
        payload.put("materialName", material.name());
        payload.put("form", material.material().form());
        payload.put("supplier", lot.supplier());
        payload.put("massG", consumption.massG());
        if (material.material().form() == MaterialForm.SHEET) {
            payload.put("areaMm2", consumption.used() + consumption.wasted());
            payload.put("wasteMm2", consumption.wasted());
        }
        payload.put("recycling", material.recycling());
        payload.put("carbon", material.carbon().payload());
        record("MaterialConsumed", lot, refs, payload, actor);
    }

    public void counted(Lot lot, long difference, String reason, Actor actor) {
        Map<String, Object> payload = lotPayload(lot);
        payload.put(
                lot.kind() == LotKind.SPOOL ? "differenceG" : "differenceMm2",
                lot.kind() == LotKind.SPOOL ? difference / 1000.0 : difference);
        payload.put("reason", reason);
        record("LotCounted", lot, List.of(), payload, actor);
    }

    /** An amount of a lot with its unit, for people. */
    public static String amount(Lot lot, long quantity) {
        return lot.kind() == LotKind.SPOOL
                ? "%d g".formatted(Math.round(quantity / 1000.0))
                : "%.2f m²".formatted(quantity / 1e6);
    }

    public void quarantine(String type, Lot lot, String reason, Actor actor) {
        Map<String, Object> payload = lotPayload(lot);
        payload.put("reason", reason);
        record(type, lot, List.of(), payload, actor);
    }

    private void record(String type, Lot lot, List<Ref> refs, Map<String, Object> payload, Actor actor) {
        journal.record(
                new JournalEntry(lot.factory(), actor, type, "lot", lot.id().value(), null, payload, refs));
    }

    private static Map<String, Object> lotPayload(Lot lot) {
        return new HashMap<>(Map.of("lotNumber", lot.lotNumber()));
    }
}
