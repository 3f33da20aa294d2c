package org.millwright.factory.planning.pass;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrderState;
import org.millwright.factory.planning.batching.Nest;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.BuildState;
import org.millwright.factory.planning.parts.EquipmentGroup;
import org.millwright.factory.planning.proposing.BuildIntake;
import org.millwright.factory.planning.proposing.Proposal;
import org.millwright.factory.planning.proposing.Proposals;
import org.millwright.factory.planning.store.BuildStore;
import org.millwright.factory.planning.store.TimetableStore;
import org.millwright.factory.planning.store.UnitStore;
import org.millwright.factory.planning.store.WorkOrderStore;
import org.millwright.factory.planning.timetable.TimetablePlanner.Freedom;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.geometry.Shape;
import org.millwright.processes.ManufacturingProcess;
import org.millwright.processes.ProgramRefused;
import org.millwright.processes.Setup;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a build in the place of another one that nobody has begun: the same units on the same piece, laid out otherwise. */
@Component
public class LayoutAdoption {
    private final Proposals proposals;
    private final BuildIntake intake;
    private final Unplanning unplanning;
    private final Timetabling timetabling;
    private final TimetableStore timetables;
    private final BuildStore builds;
    private final UnitStore units;
    private final WorkOrderStore orders;

    LayoutAdoption(
            Proposals proposals,
            BuildIntake intake,
            Unplanning unplanning,
            Timetabling timetabling,
            TimetableStore timetables,
            BuildStore builds,
            UnitStore units,
            WorkOrderStore orders) {
        this.proposals = proposals;
        this.intake = intake;
        this.unplanning = unplanning;
        this.timetabling = timetabling;
        this.timetables = timetables;
        this.builds = builds;
        this.units = units;
        this.orders = orders;
    }

    /** Throws {@link Problem} {@code layout-stale} when it has been begun or taken apart, or its material is gone. */
    @Transactional
    public BuildId adopt(
            BuildPlan old,
            ManufacturingProcess process,
            Setup setup,
            EquipmentGroup group,
            Nest nest,
            Map<String, Shape> shapes,
            Actor actor) {
        Proposal proposal = proposal(old, process, setup, group, nest, shapes);
        timetables.lock(old.factory());
        if (builds.find(old.id())
                .filter(build -> build.state() == BuildState.PLANNED)
                .isEmpty()) {
            throw stale(old);
        }
        unplanning.unplan(old.id(), Unplanning.Reason.NESTED_ANEW, actor);
        Set<OperationId> made = new HashSet<>();
        if (intake.take(old.factory(), proposal, made) != BuildIntake.Outcome.STORED) {
            throw stale(old);
        }
        Set<WorkOrderId> its = new HashSet<>();
        units.listAll(old.units().stream().map(BuildPlan.Placed::unit).toList())
                .forEach(unit -> its.add(unit.workOrder()));
        for (WorkOrderId order : its) {
            orders.find(order)
                    .filter(found -> found.state() == WorkOrderState.CREATED)
                    .ifPresent(found -> orders.setState(order, WorkOrderState.PLANNED));
        }
        timetabling.retime(old.factory(), Freedom.REPAIR, "LayoutAdopted", made);
        UnitId first = old.units().getFirst().unit();
        return units.find(first).map(unit -> unit.build()).orElseThrow(() -> stale(old));
    }

    private Proposal proposal(
            BuildPlan old,
            ManufacturingProcess process,
            Setup setup,
            EquipmentGroup group,
            Nest nest,
            Map<String, Shape> shapes) {
        try {
            return proposals.of(process, setup, old.materialId(), old.options(), group, nest, shapes);
        } catch (ProgramRefused refused) {
            throw Problem.of(
                    Problem.Kind.REFUSED,
                    "layout-program",
                    Map.of("build", old.number(), "detail", refused.detail() + " " + refused.hint()),
                    refused);
        }
    }

    private static Problem stale(BuildPlan old) {
        return Problem.of(Problem.Kind.CONFLICT, "layout-stale", Map.of("build", old.number()));
    }
}
