package org.millwright.factory.ordering.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.journal.Ref;
import org.millwright.factory.platform.journal.StoredEntry;
import org.millwright.factory.platform.money.Money;

/** Adds up what the journal says about the units of one order. */
final class OutcomeCount {
    private static final Set<String> RUN_ENDS = Set.of("JobEnded", "JobInterrupted", "JobAborted");
    private static final Set<String> STEP_ENDS = Set.of("OperationFinished", "OperationFailed");
    private static final double S_PER_HOUR = 3600;

    private final Set<UUID> units;
    private final OutcomeRates rates;
    private final Map<UUID, Double> shareOfBuild = new HashMap<>();
    private final Map<UUID, Double> shareOfSheet = new HashMap<>();
    private final Map<UUID, Double> partsOfSheetMm2 = new HashMap<>();
    private double sheetMm2;
    private double partsMm2;
    private double runS;
    private double workS;
    private double materialG;
    private double energyWh;
    private double carbonKg;
    private double materialMinor;
    private double machineMinor;

    OutcomeCount(Set<UUID> units, OutcomeRates rates) {
        this.units = Set.copyOf(units);
        this.rates = rates;
    }

    /** @param entries oldest first */
    Outcome count(List<StoredEntry> entries, int packedUnits) {
        entries.stream().filter(entry -> entry.type().equals("BuildPlanned")).forEach(this::readShares);
        for (StoredEntry entry : entries) {
            if (RUN_ENDS.contains(entry.type())) {
                addRun(entry);
            } else if (entry.type().equals("MaterialConsumed")) {
                addMaterial(entry);
            } else if (STEP_ENDS.contains(entry.type())) {
                addWork(entry);
            } else if (entry.type().equals("UnitCreated") && units.contains(entry.subject())) {
                // Packing and transport are counted for each packed unit below, by what a unit weighs.
                rates.weigh(number(entry, "partMassG"));
            }
        }
        carbonKg += energyWh / 1000 * rates.gridKgPerKwh() + packedUnits * rates.deliveryKgPerUnit();
        return new Outcome(
                runS,
                workS,
                materialG,
                energyWh,
                carbonKg,
                money(materialMinor),
                money(machineMinor),
                money(energyWh / 1000 * rates.energyPerKwhMinor()),
                money(workS / S_PER_HOUR * rates.labourPerHourMinor()),
                rates.packing(packedUnits),
                sheetMm2,
                partsMm2);
    }

    private void readShares(StoredEntry planned) {
        long all =
                planned.refs().stream().filter(ref -> ref.kind().equals("unit")).count();
        Map<?, ?> shares = planned.payload().get("shares") instanceof Map<?, ?> given ? given : Map.of();
        double share = planned.refs().stream()
                .filter(ref -> ref.kind().equals("unit"))
                .map(Ref::id)
                .filter(units::contains)
                .mapToDouble(unit -> shares.get(unit.toString()) instanceof Number part
                        ? part.doubleValue()
                        : 1.0 / Math.max(1, all))
                .sum();
        shareOfBuild.put(planned.subject(), share);
        readAreas(planned);
    }

    /** Sheets are shared by the room that parts take, so that each bears its part of the waste. */
    private void readAreas(StoredEntry planned) {
        if (planned.payload().get("areasMm2") instanceof Map<?, ?> areas) {
            double all = 0;
            double own = 0;
            for (Map.Entry<?, ?> area : areas.entrySet()) {
                double mm2 = area.getValue() instanceof Number number ? number.doubleValue() : 0;
                all += mm2;
                own += units.contains(UUID.fromString(String.valueOf(area.getKey()))) ? mm2 : 0;
            }
            if (all > 0) {
                shareOfSheet.put(planned.subject(), own / all);
                partsOfSheetMm2.put(planned.subject(), own);
            }
        }
    }

    private void addRun(StoredEntry entry) {
        double share = share(entry.payload().get("build"));
        double seconds = number(entry, "runS") * share;
        UUID machine = uuid(entry.payload().get("machine"));
        runS += seconds;
        energyWh += entry.payload().get("energyWh") instanceof Number reported
                ? reported.doubleValue() * share
                : seconds / S_PER_HOUR * rates.runningW(machine);
        machineMinor += seconds / S_PER_HOUR * rates.machinePerHourMinor(machine);
    }

    private void addMaterial(StoredEntry entry) {
        UUID build = uuid(entry.payload().get("reference"));
        double share = build != null && shareOfSheet.containsKey(build) ? shareOfSheet.get(build) : share(build);
        if (build != null && partsOfSheetMm2.containsKey(build)) {
            sheetMm2 += number(entry, "areaMm2") * share;
            partsMm2 += partsOfSheetMm2.get(build);
        }
        double massG = number(entry, "massG") * share;
        materialG += massG;
        materialMinor += rates.materialMinor(
                String.valueOf(entry.payload().get("materialId")), massG, number(entry, "areaMm2") * share);
        if (entry.payload().get("carbon") instanceof Map<?, ?> factor
                && factor.get("kgCo2ePerUnit") instanceof Number perKg) {
            carbonKg += massG / 1000 * perKg.doubleValue();
        }
    }

    private void addWork(StoredEntry entry) {
        if (entry.payload().containsKey("personRole") && entry.payload().get("startedAt") instanceof String startedAt) {
            double share =
                    entry.payload().containsKey("build") ? share(entry.payload().get("build")) : 1;
            workS += Duration.between(Instant.parse(startedAt), entry.at()).toMillis() / 1000.0 * share;
        }
    }

    private double share(@Nullable Object build) {
        UUID id = build instanceof UUID known ? known : uuid(build);
        return id == null ? 0 : shareOfBuild.getOrDefault(id, 0.0);
    }

    private Money money(double minor) {
        return new Money(
                BigDecimal.valueOf(minor).setScale(0, RoundingMode.HALF_EVEN).longValueExact(), rates.currency());
    }

    private static double number(StoredEntry entry, String key) {
        return entry.payload().get(key) instanceof Number number ? number.doubleValue() : 0;
    }

    private static @Nullable UUID uuid(@Nullable Object text) {
        return text instanceof String id ? UUID.fromString(id) : null;
    }
}
