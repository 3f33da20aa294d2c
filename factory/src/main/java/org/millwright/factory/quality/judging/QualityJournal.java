package org.millwright.factory.quality.judging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.JournalEntry;
import org.millwright.factory.platform.journal.Ref;
import org.millwright.factory.quality.Disposition;
import org.millwright.factory.quality.Inspection;
import org.millwright.factory.quality.Measurement;
import org.millwright.factory.quality.Nonconformance;
import org.millwright.processes.Characteristic;
import org.springframework.stereotype.Component;

/** Writes what happens to units in quality, with the payloads of docs/journal.md. */
@Component
class QualityJournal {
    private final Journal journal;

    QualityJournal(Journal journal) {
        this.journal = journal;
    }

    void opened(Unit unit, Inspection inspection) {
        List<Map<String, Object>> characteristics = inspection.characteristics().stream()
                .map(planned -> limits(planned.characteristic(), "name"))
                .toList();
        write(
                "InspectionOpened",
                unit,
                Map.of("serial", unit.serial(), "round", inspection.round(), "characteristics", characteristics),
                Actor.system());
    }

    void measured(Unit unit, Characteristic characteristic, Measurement measurement) {
        var payload = limits(characteristic, "characteristic");
        if (measurement.valueMm() != null) {
            payload.put("valueMm", measurement.valueMm());
        }
        payload.put("ok", measurement.ok());
        write("MeasurementRecorded", unit, by(payload, measurement.by()), measurement.by());
    }

    void released(Unit unit, @Nullable String reason, Actor actor) {
        var payload = new HashMap<String, Object>();
        payload.put("serial", unit.serial());
        if (reason != null) {
            payload.put("reason", reason);
        }
        write("UnitReleased", unit, by(payload, actor), actor);
    }

    void opened(Unit unit, Nonconformance nonconformance, @Nullable String characteristic, Actor actor) {
        var payload = new HashMap<String, Object>();
        payload.put("number", nonconformance.number());
        payload.put("unit", unit.id().value());
        payload.put("serial", unit.serial());
        payload.put("cause", nonconformance.detail());
        if (characteristic != null) {
            payload.put("characteristic", characteristic);
        }
        write("NonconformanceOpened", unit, nonconformance, payload, actor);
    }

    void disposed(Unit unit, Nonconformance nonconformance, Disposition disposition, String reason, Actor actor) {
        var payload = new HashMap<String, Object>();
        payload.put("number", nonconformance.number());
        payload.put("unit", unit.id().value());
        payload.put("serial", unit.serial());
        payload.put("disposition", disposition);
        payload.put("reason", reason);
        write("NonconformanceDisposed", unit, nonconformance, by(payload, actor), actor);
    }

    void reported(Unit unit, Actor actor) {
        write("ProblemReported", unit, new HashMap<>(Map.of("serial", unit.serial())), actor);
    }

    private static Map<String, Object> limits(Characteristic characteristic, String nameKey) {
        var payload = new HashMap<String, Object>();
        payload.put(nameKey, characteristic.name());
        payload.put("kind", characteristic.kind());
        if (characteristic.nominalMm() != null) {
            payload.put("nominalMm", characteristic.nominalMm());
        }
        if (characteristic.lowerMm() != null) {
            payload.put("lowerMm", characteristic.lowerMm());
        }
        if (characteristic.upperMm() != null) {
            payload.put("upperMm", characteristic.upperMm());
        }
        return payload;
    }

    private static Map<String, Object> by(Map<String, Object> payload, Actor actor) {
        payload.put("personRole", actor.role());
        payload.put("simulated", actor.simulated());
        return payload;
    }

    private void write(String type, Unit unit, Map<String, Object> payload, Actor actor) {
        write(type, "unit", unit.id().value(), unit, payload, actor);
    }

    private void write(
            String type, Unit unit, Nonconformance nonconformance, Map<String, Object> payload, Actor actor) {
        write(type, "nonconformance", nonconformance.id().value(), unit, payload, actor);
    }

    private void write(String type, String kind, UUID subject, Unit unit, Map<String, Object> payload, Actor actor) {
        var refs = List.of(
                new Ref("unit", unit.id().value()),
                new Ref("work-order", unit.workOrder().value()),
                new Ref("order-line", unit.reference()));
        journal.record(new JournalEntry(unit.factory(), actor, type, kind, subject, null, payload, refs));
    }
}
