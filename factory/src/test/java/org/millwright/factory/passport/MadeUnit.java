package org.millwright.factory.passport;

import static org.millwright.factory.testing.SampleFactory.OPERATOR;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.JournalEntry;
import org.millwright.factory.platform.journal.Ref;
import org.millwright.factory.testing.SampleFactory;
import org.millwright.factory.testing.TestClock;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Leaves in the journal what making units on one plate leaves there, with the payloads of docs/journal.md. */
@TestComponent
class MadeUnit {
    private static final String SHA = "ab".repeat(32);

    private final Factories factories;
    private final Lots lots;
    private final Journal journal;
    private final Ids ids;
    private final TestClock clock;
    private final TransactionTemplate transaction;

    MadeUnit(
            Factories factories,
            Lots lots,
            Journal journal,
            Ids ids,
            TestClock clock,
            TransactionTemplate transaction) {
        this.factories = factories;
        this.lots = lots;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Two units of one build, which took 20 g of PLA and ran for an hour; the first bore three quarters.
     *
     * @param energyWh what the machine reported; negative when it reports nothing
     */
    List<UnitId> makeTwo(String fileName, double energyWh) {
        Factory factory = factories.addFactory(SampleFactory.factory(ids), OPERATOR);
        Machine machine = factories.addMachine(SampleFactory.printer(ids, factory.id(), 1), OPERATOR);
        lots.addMaterial(SampleFactory.pla(factory.id()), OPERATOR);
        lots.receiveSpool(factory.id(), "pla", 1000, "PLA-2026-17", "Filament Ltd", OPERATOR);
        UUID build = ids.next();
        List<UnitId> units = List.of(new UnitId(ids.next()), new UnitId(ids.next()));
        units.forEach(unit -> created(factory.id(), unit, fileName));
        failedBuild(factory.id(), units);
        Map<String, Object> shares =
                Map.of(units.get(0).toString(), 0.75, units.get(1).toString(), 0.25);
        record(
                factory.id(),
                "BuildPlanned",
                "build",
                build,
                Map.of(
                        "number",
                        "B-1001",
                        "process",
                        "printing",
                        "programSha256",
                        SHA,
                        "programDialect",
                        "marlin",
                        "shares",
                        shares),
                refs(units, build));
        lots.reserveMass(factory.id(), "pla", 25, build, OPERATOR);
        clock.advance(Duration.ofHours(1));
        Map<String, Object> job = new TreeMap<>(Map.of(
                "build",
                build,
                "programSha256",
                SHA,
                "machine",
                machine.id().value(),
                "machineName",
                machine.name(),
                "simulated",
                true,
                "runS",
                3600.0,
                "filamentMm",
                6700.0));
        if (energyWh >= 0) {
            job.put("energyWh", energyWh);
        }
        record(factory.id(), "JobEnded", "job", ids.next(), job, refs(units, build));
        lots.consumeMass(build, 20, refs(units, build), OPERATOR);
        operation(factory.id(), units, build, "print", "RUN", machine);
        operation(factory.id(), units, null, "inspect", "INSPECT", null);
        units.forEach(unit -> measured(factory.id(), unit));
        return units;
    }

    private void created(FactoryId factory, UnitId unit, String fileName) {
        Map<String, Object> payload = new TreeMap<>();
        payload.put("serial", "MW-" + unit.toString().substring(24));
        payload.put("reference", ids.next());
        payload.put("fileName", fileName);
        payload.put("designNumber", "D-1001");
        payload.put("designSha256", SHA);
        payload.put("process", "printing");
        payload.put("materialId", "pla");
        payload.put("options", Map.of("infillPercent", 20.0));
        payload.put("sizeMm", Map.of("x", 40.0, "y", 30.0, "z", 12.5));
        payload.put("partMassG", 12.25);
        record(factory, "UnitCreated", "unit", unit.value(), payload, List.of());
    }

    /** A first try that came to nothing must leave no trace in the passport. */
    private void failedBuild(FactoryId factory, List<UnitId> units) {
        UUID failed = ids.next();
        record(factory, "BuildPlanned", "build", failed, Map.of("number", "B-1000"), refs(units, failed));
        Map<String, Object> payload = Map.of("build", failed, "runS", 99.0, "fault", "nozzle clogged");
        record(factory, "JobInterrupted", "job", ids.next(), payload, refs(units, failed));
    }

    private void operation(
            FactoryId factory, List<UnitId> units, UUID build, String step, String kind, Machine machine) {
        Map<String, Object> payload = new TreeMap<>(Map.of("step", step, "kind", kind, "startedAt", clock.instant()));
        if (machine != null) {
            payload.put("build", build);
            payload.put("machineName", machine.name());
            payload.put("machineModel", machine.equipment().model());
            payload.put("machineSimulated", true);
            payload.put("simulated", true);
        } else {
            payload.put("personRole", "inspector");
            payload.put("simulated", false);
        }
        record(factory, "OperationFinished", "operation", ids.next(), payload, refs(units, null));
    }

    private void measured(FactoryId factory, UnitId unit) {
        for (double value : new double[] {40.9, 40.1}) {
            record(
                    factory,
                    "MeasurementRecorded",
                    "unit",
                    unit.value(),
                    Map.of(
                            "characteristic",
                            "length-x",
                            "kind",
                            "DIMENSION",
                            "nominalMm",
                            40.0,
                            "lowerMm",
                            39.8,
                            "upperMm",
                            40.2,
                            "valueMm",
                            value,
                            "ok",
                            value < 40.2,
                            "personRole",
                            "inspector",
                            "simulated",
                            false),
                    List.of());
        }
        record(
                factory,
                "MeasurementRecorded",
                "unit",
                unit.value(),
                Map.of(
                        "characteristic",
                        "surface",
                        "kind",
                        "VISUAL",
                        "ok",
                        true,
                        "personRole",
                        "inspector",
                        "simulated",
                        false),
                List.of());
    }

    private static List<Ref> refs(List<UnitId> units, UUID build) {
        List<Ref> refs = new ArrayList<>();
        units.forEach(unit -> refs.add(new Ref("unit", unit.value())));
        if (build != null) {
            refs.add(new Ref("build", build));
        }
        return refs;
    }

    private void record(
            FactoryId factory, String type, String kind, UUID subject, Map<String, Object> payload, List<Ref> refs) {
        transaction.executeWithoutResult(status ->
                journal.record(new JournalEntry(factory, Actor.system(), type, kind, subject, null, payload, refs)));
    }
}
