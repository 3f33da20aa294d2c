package org.millwright.factory.planning.proposing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.inventory.LotId;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.batching.Nest;
import org.millwright.factory.planning.batching.Stock;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.BuildState;
import org.millwright.factory.planning.record.PlanningJournal;
import org.millwright.factory.planning.store.BuildStore;
import org.millwright.factory.planning.store.OperationStore;
import org.millwright.factory.planning.store.UnitStore;
import org.millwright.factory.planning.timetable.Phase;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.identity.Numbers;
import org.millwright.processes.ManufacturingProcess.Step;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.millwright.processes.ManufacturingProcess.StepScope;
import org.springframework.stereotype.Component;

/** Stores a proposed build: reserves its material, gives it a number, its units their places, and makes its operations. */
@Component
public class BuildIntake {
    /** Filament that is pressed out before each run, on top of what the program uses. */
    private static final double PURGE_G = 2;

    private final BuildStore builds;
    private final UnitStore units;
    private final OperationStore operations;
    private final Lots lots;
    private final Ids ids;
    private final Numbers numbers;
    private final PlanningJournal journal;
    private final InstantSource clock;

    public BuildIntake(
            BuildStore builds,
            UnitStore units,
            OperationStore operations,
            Lots lots,
            Ids ids,
            Numbers numbers,
            PlanningJournal journal,
            InstantSource clock) {
        this.builds = builds;
        this.units = units;
        this.operations = operations;
        this.lots = lots;
        this.ids = ids;
        this.numbers = numbers;
        this.journal = journal;
        this.clock = clock;
    }

    /** What happened to a proposal. */
    public enum Outcome {
        STORED,
        /** A unit was cancelled or placed meanwhile. */
        STALE,
        /** There is not enough material. */
        NO_MATERIAL,
        /** The piece it was laid out on was taken meanwhile. */
        PIECE_GONE
    }

    /** @param made receives the operations that are not timed yet */
    public Outcome take(FactoryId factory, Proposal proposal, Set<OperationId> made) {
        List<UnitId> wanted = proposal.units();
        if (new HashSet<>(units.lockWaiting(wanted)).size() != wanted.size()) {
            return Outcome.STALE;
        }
        var id = new BuildId(ids.next());
        if (!reserve(factory, proposal, id)) {
            return proposal.nest().stock().lot() == null ? Outcome.NO_MATERIAL : Outcome.PIECE_GONE;
        }
        Instant now = clock.instant();
        BuildPlan build = build(factory, proposal, id);
        builds.insert(build, proposal.group().machines().getFirst().id(), now);
        units.place(wanted, id);
        int sequence = 0;
        for (Step step : proposal.steps()) {
            if (step.on() == StepScope.BUILD) {
                Duration work = step.kind() == StepKind.RUN
                        ? build.expectedTime()
                        : step.fixed().plus(step.perUnit().multipliedBy(wanted.size()));
                made.add(insert(factory, step, work, sequence++, id, null, now));
            }
        }
        journal.buildPlanned(build, proposal.process().equipmentClass(), proposal.shares(), proposal.areasMm2());
        return Outcome.STORED;
    }

    /** The steps of a work order after its builds, if they are not there yet. */
    public void ensureOrderSteps(
            FactoryId factory, WorkOrderId order, List<Step> steps, int quantity, Set<OperationId> made) {
        if (!operations.listOf(order).isEmpty()) {
            return;
        }
        int sequence = 0;
        for (Step step : steps) {
            if (step.on() == StepScope.WORK_ORDER) {
                Duration work = step.fixed().plus(step.perUnit().multipliedBy(quantity));
                made.add(insert(factory, step, work, sequence++, null, order, clock.instant()));
            }
        }
    }

    private boolean reserve(FactoryId factory, Proposal proposal, BuildId build) {
        UUID lot = proposal.nest().stock().lot();
        return lot == null
                ? lots.reserveMass(factory, proposal.materialId(), massG(proposal), build.value(), Actor.system())
                        .isPresent()
                : lots.reservePiece(new LotId(lot), build.value(), Actor.system())
                        .isPresent();
    }

    public static double massG(Proposal proposal) {
        return proposal.program().massG() + PURGE_G;
    }

    private BuildPlan build(FactoryId factory, Proposal proposal, BuildId id) {
        Map<UUID, String> serials = units.listAll(proposal.units()).stream()
                .collect(Collectors.toMap(unit -> unit.id().value(), Unit::serial));
        List<BuildPlan.Placed> placed = new ArrayList<>();
        for (Nest.Place place : proposal.nest().places()) {
            UUID unit = place.item().unit();
            placed.add(new BuildPlan.Placed(
                    new UnitId(unit), serials.getOrDefault(unit, ""), place.rotationDeg(), place.xMm(), place.yMm()));
        }
        Stock stock = proposal.nest().stock();
        return new BuildPlan(
                id,
                factory,
                numbers.next(factory, "B"),
                proposal.process().id(),
                proposal.materialId(),
                proposal.options(),
                placed,
                proposal.program().file(),
                proposal.program().dialect(),
                proposal.program().expectedTime(),
                proposal.program().massG(),
                proposal.program().terms(),
                stock.lot() == null
                        ? null
                        : new BuildPlan.Sheet(
                                new LotId(stock.lot()),
                                stock.widthMm(),
                                stock.heightMm(),
                                stock.outline(),
                                proposal.left()),
                BuildState.PLANNED,
                null);
    }

    private OperationId insert(
            FactoryId factory,
            Step step,
            Duration work,
            int sequence,
            @Nullable BuildId build,
            @Nullable WorkOrderId order,
            Instant now) {
        var id = new OperationId(ids.next());
        operations.insert(new Phase(
                new PlannedOperation(
                        id,
                        factory,
                        step.name(),
                        step.kind(),
                        build,
                        order,
                        null,
                        null,
                        now,
                        now,
                        step.attended(),
                        step.skill(),
                        OperationState.PLANNED,
                        sequence),
                work));
        return id;
    }
}
