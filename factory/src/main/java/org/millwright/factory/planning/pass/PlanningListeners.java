package org.millwright.factory.planning.pass;

import java.util.List;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.facility.MachineCameBack;
import org.millwright.factory.facility.MachineChanged;
import org.millwright.factory.facility.MachineWentDown;
import org.millwright.factory.facility.PersonChanged;
import org.millwright.factory.inventory.Lot;
import org.millwright.factory.inventory.LotQuarantined;
import org.millwright.factory.inventory.LotReceived;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.inventory.Reservation;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrderCreated;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildState;
import org.millwright.factory.planning.store.BuildStore;
import org.millwright.factory.planning.store.OperationStore;
import org.millwright.factory.planning.store.TimetableStore;
import org.millwright.factory.planning.store.UnitStore;
import org.millwright.factory.planning.store.WorkOrderStore;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.scheduling.model.Assignment;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What makes the planner act by itself. Slicing and nesting take long, so these listeners bring no transaction of their
 * own; the pass opens one when it stores. All of them may be called twice, and late: what they are about may be gone.
 */
@Component
class PlanningListeners {
    private final PassGate gate;
    private final PlanningPass pass;
    private final Timetabling timetabling;
    private final Unplanning unplanning;
    private final TimetableStore timetables;
    private final WorkOrderStore orders;
    private final UnitStore units;
    private final BuildStore builds;
    private final OperationStore operations;
    private final Factories factories;
    private final Lots lots;
    private final TransactionTemplate transaction;

    PlanningListeners(
            PassGate gate,
            PlanningPass pass,
            Timetabling timetabling,
            Unplanning unplanning,
            TimetableStore timetables,
            WorkOrderStore orders,
            UnitStore units,
            BuildStore builds,
            OperationStore operations,
            Factories factories,
            Lots lots,
            TransactionTemplate transaction) {
        this.gate = gate;
        this.pass = pass;
        this.timetabling = timetabling;
        this.unplanning = unplanning;
        this.timetables = timetables;
        this.orders = orders;
        this.units = units;
        this.builds = builds;
        this.operations = operations;
        this.factories = factories;
        this.lots = lots;
        this.transaction = transaction;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(WorkOrderCreated created) {
        WorkOrder order = orders.find(created.workOrder()).orElse(null);
        if (order != null && pass.waits(order.id())) {
            gate.request(order.factory(), "WorkOrderCreated");
        }
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(UnitsWaiting waiting) {
        gate.request(waiting.factory(), "UnitsWaiting");
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(LotReceived received) {
        lots.findLot(received.lot())
                .map(Lot::factory)
                .filter(factory -> !units.listWaiting(factory).isEmpty())
                .ifPresent(factory -> gate.request(factory, "LotReceived"));
    }

    /** Builds that nobody has begun must not use the lot; the rest is for quality to judge. */
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(LotQuarantined quarantined) {
        lots.findLot(quarantined.lot()).ifPresent(this::freeOf);
    }

    private void freeOf(Lot lot) {
        transaction.executeWithoutResult(status -> {
            timetables.lock(lot.factory());
            List<BuildId> planned = lots.listReservations(lot.id()).stream()
                    .map(Reservation::reference)
                    .map(BuildId::new)
                    .filter(this::notBegun)
                    .toList();
            planned.forEach(build -> unplanning.unplan(build, Unplanning.Reason.MATERIAL, Actor.system()));
        });
        gate.request(lot.factory(), "LotQuarantined");
    }

    /**
     * A breakdown is answered at once with as few moves as possible; where orders get late by that, a search follows, whose
     * plan is published on its own when it is better. What began meanwhile stays where it began.
     */
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(MachineWentDown down) {
        List<Assignment> before = transaction.execute(status -> {
            timetables.lock(down.factory());
            return timetabling.retimeAtOnce(down.factory(), "MachineWentDown").orElse(List.of());
        });
        if (before != null && !before.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                timetables.lock(down.factory());
                timetabling.improve(down.factory(), "PlanImproved", before);
            });
        }
        if (!units.listWaiting(down.factory()).isEmpty()) {
            gate.request(down.factory(), "MachineWentDown");
        }
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(MachineCameBack back) {
        gate.request(back.factory(), "MachineCameBack");
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(MachineChanged changed) {
        gate.request(changed.factory(), "MachineChanged");
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(PersonChanged changed) {
        gate.request(changed.factory(), "PersonChanged");
    }

    /** A pass that a stop of the program cut short is made up for. */
    @EventListener(ApplicationReadyEvent.class)
    void planWhatWaits() {
        for (Factory factory : factories.listFactories()) {
            if (!units.listWaiting(factory.id()).isEmpty()) {
                gate.request(factory.id(), "Started");
            }
        }
    }

    private boolean notBegun(BuildId id) {
        return builds.find(id)
                .filter(build -> build.state() == BuildState.PLANNED)
                .filter(build -> operations.listOf(id).stream()
                        .allMatch(phase -> phase.operation().state() == OperationState.PLANNED))
                .isPresent();
    }
}
