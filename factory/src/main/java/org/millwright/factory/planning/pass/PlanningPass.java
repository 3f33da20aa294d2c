package org.millwright.factory.planning.pass;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrder.Waiting;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrderState;
import org.millwright.factory.planning.parts.Parts;
import org.millwright.factory.planning.proposing.BuildIntake;
import org.millwright.factory.planning.proposing.Proposal;
import org.millwright.factory.planning.proposing.Proposals;
import org.millwright.factory.planning.proposing.Proposals.WaitingUnits;
import org.millwright.factory.planning.proposing.Waits;
import org.millwright.factory.planning.store.TimetableStore;
import org.millwright.factory.planning.store.UnitStore;
import org.millwright.factory.planning.store.WorkOrderStore;
import org.millwright.factory.planning.timetable.Floor;
import org.millwright.factory.planning.timetable.TimetablePlanner.Freedom;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One planning pass: waiting units are nested and programmed without holding anything, then stored under the lock of the
 * factory's plan if they still wait, and everything is timed anew.
 */
@Component
public class PlanningPass {
    /** After so many rounds in which others were faster, what is left waits for the next pass. */
    private static final int ROUNDS = 8;

    private final UnitStore units;
    private final WorkOrderStore orders;
    private final TimetableStore timetables;
    private final Proposals proposals;
    private final BuildIntake intake;
    private final Timetabling timetabling;
    private final Renesting renesting;
    private final Unplanning unplanning;
    private final Parts parts;
    private final Floors floors;
    private final Lots lots;
    private final TransactionTemplate transaction;

    PlanningPass(
            UnitStore units,
            WorkOrderStore orders,
            TimetableStore timetables,
            Proposals proposals,
            BuildIntake intake,
            Timetabling timetabling,
            Renesting renesting,
            Unplanning unplanning,
            Parts parts,
            Floors floors,
            Lots lots,
            TransactionTemplate transaction) {
        this.units = units;
        this.orders = orders;
        this.timetables = timetables;
        this.proposals = proposals;
        this.intake = intake;
        this.timetabling = timetabling;
        this.renesting = renesting;
        this.unplanning = unplanning;
        this.parts = parts;
        this.floors = floors;
        this.lots = lots;
        this.transaction = transaction;
    }

    public void run(FactoryId factory, String cause) {
        for (int round = 0; round < ROUNDS; round++) {
            Floor floor = floors.get(factory);
            List<WaitingUnits> waiting = waiting(units.listWaiting(factory));
            Proposals.Outcome outcome = proposals.propose(factory, waiting, List.of(), floor);
            if (!outcome.builds().isEmpty() && shareBuilds(factory, waiting, outcome, floor, cause)) {
                return;
            }
            Boolean settled = transaction.execute(status -> store(factory, waiting, outcome, cause));
            if (Boolean.TRUE.equals(settled)) {
                return;
            }
        }
    }

    /**
     * Opens builds that nobody has begun when their units and the waiting ones fit on fewer plates or sheets together and
     * no order gets late by it. Answers false when everything was left as it is.
     */
    private boolean shareBuilds(
            FactoryId factory, List<WaitingUnits> waiting, Proposals.Outcome apart, Floor floor, String cause) {
        Renesting.Opened opened = renesting.open(factory, waiting, floor);
        if (!opened.any()) {
            return false;
        }
        List<WaitingUnits> all = new ArrayList<>(waiting);
        all.addAll(opened.units());
        Proposals.Outcome together = proposals.propose(factory, all, opened.freed(), floor);
        if (together.builds().size() >= apart.builds().size() + opened.builds().size()
                || !together.waiting().isEmpty()) {
            return false;
        }
        Boolean shared = transaction.execute(status -> {
            timetables.lock(factory);
            boolean kept = renesting.stillOpen(opened, floor.now());
            if (kept) {
                opened.builds()
                        .forEach(build -> unplanning.unplan(build, Unplanning.Reason.NESTED_ANEW, Actor.system()));
                kept = store(factory, all, together, cause) && renesting.keepsPromises(opened);
            }
            if (!kept) {
                status.setRollbackOnly();
            }
            return kept;
        });
        return Boolean.TRUE.equals(shared);
    }

    /** Whether any unit of the work order still waits for its place. */
    public boolean waits(WorkOrderId order) {
        return units.list(order).stream().anyMatch(unit -> unit.state() == UnitState.PLANNED && unit.build() == null);
    }

    /** Whether units came in that no pass has looked at yet; units that wait for something are no news. */
    boolean hasNews(FactoryId factory) {
        return waiting(units.listWaiting(factory)).stream()
                .anyMatch(its -> its.order().waitingFor() == null);
    }

    private List<WaitingUnits> waiting(List<Unit> waiting) {
        Map<WorkOrderId, List<UUID>> byOrder = new LinkedHashMap<>();
        waiting.forEach(unit -> byOrder.computeIfAbsent(unit.workOrder(), order -> new ArrayList<>())
                .add(unit.id().value()));
        List<WaitingUnits> result = new ArrayList<>();
        byOrder.forEach(
                (order, its) -> orders.find(order).ifPresent(found -> result.add(new WaitingUnits(found, its))));
        return result;
    }

    /** Answers false when something had changed meanwhile, so that another round may get further. */
    private boolean store(FactoryId factory, List<WaitingUnits> waiting, Proposals.Outcome outcome, String cause) {
        timetables.lock(factory);
        Map<UnitId, WorkOrderId> orderOf = orderOf(waiting);
        Map<WorkOrderId, Waiting> reasons = new HashMap<>(outcome.waiting());
        Set<OperationId> made = new HashSet<>();
        boolean settled = true;
        for (Proposal proposal : outcome.builds()) {
            Set<WorkOrderId> its = ordersOf(proposal, orderOf);
            switch (intake.take(factory, proposal, made)) {
                case STORED -> {}
                case STALE, PIECE_GONE -> settled = false;
                case NO_MATERIAL ->
                    its.forEach(order -> reasons.putIfAbsent(
                            order,
                            Waits.material(
                                    lots.getMaterial(factory, proposal.materialId())
                                            .name(),
                                    BuildIntake.massG(proposal))));
            }
        }
        for (WaitingUnits units : waiting) {
            settle(factory, units.order(), reasons, made);
        }
        timetabling.retime(factory, Freedom.IMPROVE, cause, made);
        return settled;
    }

    private void settle(FactoryId factory, WorkOrder before, Map<WorkOrderId, Waiting> reasons, Set<OperationId> made) {
        WorkOrder order = orders.find(before.id()).orElseThrow();
        List<Unit> its = units.list(order.id());
        long left = its.stream()
                .filter(unit -> unit.state() == UnitState.PLANNED && unit.build() == null)
                .count();
        long living = its.stream().filter(unit -> !unit.state().lost()).count();
        if (left < living) {
            intake.ensureOrderSteps(
                    factory, order.id(), parts.steps(order, floors.get(factory)), Math.toIntExact(living), made);
        }
        if (left == 0 && order.state() == WorkOrderState.CREATED) {
            orders.setState(order.id(), WorkOrderState.PLANNED);
        }
        Waiting why = left == 0 ? null : reasons.get(order.id());
        if (!Objects.equals(why, order.waitingFor())) {
            orders.setWaiting(List.of(order.id()), why);
        }
    }

    static Map<UnitId, WorkOrderId> orderOf(Collection<WaitingUnits> waiting) {
        Map<UnitId, WorkOrderId> orders = new HashMap<>();
        waiting.forEach(units -> units.units()
                .forEach(unit -> orders.put(new UnitId(unit), units.order().id())));
        return orders;
    }

    private static Set<WorkOrderId> ordersOf(Proposal proposal, Map<UnitId, WorkOrderId> orderOf) {
        Set<WorkOrderId> orders = new HashSet<>();
        for (UnitId unit : proposal.units()) {
            WorkOrderId order = orderOf.get(unit);
            if (order != null) {
                orders.add(order);
            }
        }
        return orders;
    }
}
