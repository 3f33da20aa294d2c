package org.millwright.factory.planning.proposing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.inventory.sheet.Remnant;
import org.millwright.factory.planning.batching.Nest;
import org.millwright.factory.planning.parts.EquipmentGroup;
import org.millwright.factory.planning.store.ProgramStore.StoredProgram;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.processes.ManufacturingProcess;
import org.millwright.processes.ManufacturingProcess.Step;

/**
 * A build worked out but not yet stored.
 *
 * @param steps of the process, with the durations of these machines
 * @param left the rectangle of the sheet that goes back to stock
 */
public record Proposal(
        ManufacturingProcess process,
        String materialId,
        Map<String, Double> options,
        EquipmentGroup group,
        List<Step> steps,
        Nest nest,
        StoredProgram program,
        @Nullable Remnant left) {
    public List<UnitId> units() {
        return nest.places().stream()
                .map(place -> new UnitId(place.item().unit()))
                .toList();
    }

    /** Unit id → the part of the run that it bears; together 1. */
    public Map<String, Double> shares() {
        double total = nest.places().stream()
                .mapToDouble(place -> place.item().runTime().toMillis())
                .sum();
        Map<String, Double> shares = new TreeMap<>();
        for (Nest.Place place : nest.places()) {
            UUID unit = place.item().unit();
            shares.put(
                    unit.toString(),
                    total > 0
                            ? place.item().runTime().toMillis() / total
                            : 1.0 / nest.places().size());
        }
        return shares;
    }

    /** Unit id → the room it takes of the sheet, in mm²; empty for plates, which come back empty. */
    public Map<String, Double> areasMm2() {
        Map<String, Double> areas = new TreeMap<>();
        if (nest.stock().lot() != null) {
            nest.places()
                    .forEach(place -> areas.put(
                            place.item().unit().toString(),
                            place.item().footprint().areaMm2()));
        }
        return areas;
    }
}
