package org.millwright.factory.demo;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.quality.Inspection;
import org.millwright.factory.quality.InspectionState;
import org.millwright.factory.quality.Inspections;
import org.millwright.factory.quality.PlannedCharacteristic;
import org.millwright.processes.Characteristic;
import org.springframework.stereotype.Component;

/**
 * Answers inspections of virtual parts, which nobody can measure: each dimension is its nominal plus seeded noise of a
 * sixth of the tolerance, each visual check is in order unless the demo wants something to be found. Every answer is
 * recorded as simulated.
 */
@Component
class SimulatedInspector {
    private final Inspections inspections;
    private final WorkOrders workOrders;
    private int failEvery;
    private int inspected;

    SimulatedInspector(Inspections inspections, WorkOrders workOrders) {
        this.inspections = inspections;
        this.workOrders = workOrders;
    }

    /** Lets one look in so many units find something; 0 lets all be good. */
    synchronized void failEvery(int units) {
        failEvery = units;
        inspected = 0;
    }

    private synchronized boolean findsSomething() {
        inspected++;
        return failEvery > 0 && inspected % failEvery == 0;
    }

    void inspect(WorkOrderId workOrder, Actor actor) {
        for (Unit unit : workOrders.listUnits(workOrder)) {
            if (unit.state() == UnitState.MADE) {
                inspections.listFor(unit.id()).stream()
                        .filter(inspection -> inspection.state() == InspectionState.OPEN)
                        .forEach(inspection -> answer(inspection, unit, actor));
            }
        }
    }

    private void answer(Inspection inspection, Unit unit, Actor actor) {
        var noise = new SplittableRandom(unit.serial().hashCode());
        boolean bad = findsSomething();
        for (PlannedCharacteristic planned : inspection.characteristics()) {
            Characteristic characteristic = planned.characteristic();
            if (characteristic.kind() == Characteristic.Kind.VISUAL) {
                inspections.recordVisual(unit.id(), characteristic.name(), !bad, actor);
            } else {
                inspections.record(unit.id(), characteristic.name(), measured(characteristic, noise), actor);
            }
        }
    }

    private static double measured(Characteristic characteristic, SplittableRandom noise) {
        double nominal = orZero(characteristic.nominalMm());
        double halfBand = (orZero(characteristic.upperMm()) - orZero(characteristic.lowerMm())) / 2;
        double deviation = Math.clamp(noise.nextGaussian(), -2.5, 2.5) * halfBand / 6;
        return Math.round((nominal + deviation) * 1000) / 1000.0;
    }

    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
