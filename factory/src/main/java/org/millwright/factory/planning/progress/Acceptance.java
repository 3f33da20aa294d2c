package org.millwright.factory.planning.progress;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.Designs;
import org.millwright.factory.planning.WorkDemand;
import org.millwright.factory.planning.WorkOrderCreated;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.examination.Examination;
import org.millwright.factory.planning.parts.Parts;
import org.millwright.factory.planning.pass.Floors;
import org.millwright.factory.planning.record.PlanningJournal;
import org.millwright.factory.planning.store.UnitStore;
import org.millwright.factory.planning.store.WorkOrderStore;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.identity.Numbers;
import org.millwright.geometry.Bounds;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes demands in: a work order and its units. */
@Component
public class Acceptance {
    private final WorkOrderStore orders;
    private final UnitStore units;
    private final Parts parts;
    private final Floors floors;
    private final Designs designs;
    private final Ids ids;
    private final Numbers numbers;
    private final PlanningJournal journal;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Acceptance(
            WorkOrderStore orders,
            UnitStore units,
            Parts parts,
            Floors floors,
            Designs designs,
            Ids ids,
            Numbers numbers,
            PlanningJournal journal,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.units = units;
        this.parts = parts;
        this.floors = floors;
        this.designs = designs;
        this.ids = ids;
        this.numbers = numbers;
        this.journal = journal;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    public WorkOrderId accept(WorkDemand demand, UUID key) {
        Optional<WorkOrderId> known = orders.findByKey(key);
        if (known.isPresent()) {
            return known.get();
        }
        Design design = designs.getDesign(demand.design());
        Bounds size = designs.shape(demand.design()).bounds();
        Double partMassG = partMassG(demand);
        var id = new WorkOrderId(ids.next());
        String number = numbers.next(demand.factory(), "W");
        if (!orders.insert(id, key, number, demand, clock.instant())) {
            return orders.findByKey(key).orElseThrow();
        }
        List<Unit> made = new ArrayList<>();
        for (int i = 0; i < demand.quantity(); i++) {
            UUID unit = ids.next();
            made.add(new Unit(
                    new UnitId(unit),
                    demand.factory(),
                    Serial.of(unit),
                    id,
                    demand.reference(),
                    UnitState.PLANNED,
                    null));
        }
        units.insertAll(made);
        journal.workOrderCreated(id, number, demand);
        made.forEach(unit -> journal.unitCreated(unit, number, demand, design, size, partMassG));
        events.publishEvent(new WorkOrderCreated(id));
        return id;
    }

    /** Null when it cannot be made at present; planning says why. */
    private @Nullable Double partMassG(WorkDemand demand) {
        Examination examination = parts.examine(
                demand.factory(),
                demand.design(),
                demand.process(),
                demand.materialId(),
                demand.options(),
                floors.get(demand.factory()));
        return examination.estimate() == null ? null : examination.estimate().partMassG();
    }
}
