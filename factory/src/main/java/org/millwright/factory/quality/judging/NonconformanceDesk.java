package org.millwright.factory.quality.judging;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.files.FileHash;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.identity.Numbers;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.production.Job;
import org.millwright.factory.quality.Disposition;
import org.millwright.factory.quality.Inspection;
import org.millwright.factory.quality.Nonconformance;
import org.millwright.factory.quality.NonconformanceId;
import org.millwright.factory.quality.UnitRejected;
import org.millwright.factory.quality.UnitReleased;
import org.millwright.factory.quality.UnitSuspected;
import org.millwright.factory.quality.store.NonconformanceStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Holds back what is not, or may not be, as it should be, until a person decides. */
@Component
@Transactional
public class NonconformanceDesk {
    private final NonconformanceStore store;
    private final WorkOrders workOrders;
    private final QualityJournal journal;
    private final Ids ids;
    private final Numbers numbers;
    private final InstantSource time;
    private final ApplicationEventPublisher events;

    NonconformanceDesk(
            NonconformanceStore store,
            WorkOrders workOrders,
            QualityJournal journal,
            Ids ids,
            Numbers numbers,
            InstantSource time,
            ApplicationEventPublisher events) {
        this.store = store;
        this.workOrders = workOrders;
        this.journal = journal;
        this.ids = ids;
        this.numbers = numbers;
        this.time = time;
        this.events = events;
    }

    /** A unit failed its inspection. */
    void failed(Unit unit, Inspection inspection, Actor actor) {
        String bad = inspection.characteristics().stream()
                .filter(planned -> planned.latest() != null && !planned.latest().ok())
                .map(planned -> planned.characteristic().name())
                .collect(Collectors.joining(", "));
        open(unit, Nonconformance.Cause.INSPECTION, inspection.id().value(), bad, bad, null, actor);
    }

    /** The run of a build did not reach its end: each of its units may be bad. Safe to call again for the same job. */
    public void interrupted(Job job, BuildPlan build) {
        String fault = job.fault() == null ? job.state().name() : job.fault();
        build.units().stream()
                .map(BuildPlan.Placed::unit)
                .map(workOrders::getUnit)
                .filter(unit -> build.id().equals(unit.build()))
                .filter(unit -> unit.state() == UnitState.PLANNED || unit.state() == UnitState.SUSPECT)
                .forEach(unit -> open(
                        unit,
                        Nonconformance.Cause.RUN_INTERRUPTED,
                        job.id().value(),
                        fault,
                        null,
                        null,
                        Actor.system()));
    }

    /** Somebody saw that a unit is not as it should be. Throws {@link Problem} when it is lost or not made yet. */
    public Nonconformance report(Unit unit, String detail, @Nullable FileHash photo, Actor actor) {
        if (!unit.state().mayBecome(UnitState.SUSPECT) || unit.state() == UnitState.PLANNED) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "unit-not-reportable",
                    Map.of("serial", unit.serial(), "state", unit.state().name()));
        }
        UUID report = ids.next();
        open(unit, Nonconformance.Cause.REPORTED, report, detail, null, photo, actor);
        return store.list(unit.id()).getLast();
    }

    private void open(
            Unit unit,
            Nonconformance.Cause cause,
            UUID foundBy,
            String detail,
            @Nullable String characteristic,
            @Nullable FileHash photo,
            Actor actor) {
        if (store.exists(unit.id(), foundBy)) {
            return;
        }
        var nonconformance = new Nonconformance(
                new NonconformanceId(ids.next()),
                unit.factory(),
                numbers.next(unit.factory(), "NC"),
                unit.id(),
                unit.workOrder(),
                cause,
                detail,
                time.instant(),
                null,
                null,
                null,
                photo);
        store.insert(nonconformance, foundBy);
        journal.opened(unit, nonconformance, characteristic, actor);
        if (unit.state() != UnitState.SUSPECT) {
            workOrders.markUnit(unit.id(), UnitState.SUSPECT, actor, detail);
        }
        events.publishEvent(new UnitSuspected(unit.id(), unit.reference()));
    }

    /** Carries out what a person decided; a unit with other open nonconformances stays suspect unless it is scrapped. */
    public Unit dispose(NonconformanceId id, Disposition disposition, String reason, Actor actor) {
        Nonconformance nonconformance = store.findLocked(id)
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "nonconformance-missing", Map.of("id", id)));
        if (nonconformance.disposition() != null) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "nonconformance-closed",
                    Map.of("number", nonconformance.number(), "disposition", nonconformance.disposition()));
        }
        if (reason.isBlank()) {
            throw Problem.of(Problem.Kind.INVALID, "nonconformance-reason", Map.of("number", nonconformance.number()));
        }
        Unit unit = workOrders.getUnit(nonconformance.unit());
        store.setDisposed(id, disposition, reason, time.instant());
        journal.disposed(unit, nonconformance, disposition, reason, actor);
        boolean othersOpen = store.list(unit.id()).stream().anyMatch(Nonconformance::isOpen);
        if (unit.state() == UnitState.SUSPECT && (!othersOpen || disposition == Disposition.SCRAP)) {
            settle(unit, disposition, reason, actor);
        }
        return workOrders.getUnit(unit.id());
    }

    private void settle(Unit unit, Disposition disposition, String reason, Actor actor) {
        switch (disposition) {
            case USE_AS_IS -> {
                workOrders.markUnit(unit.id(), UnitState.RELEASED, actor, reason);
                journal.released(unit, reason, actor);
                events.publishEvent(new UnitReleased(unit.id(), unit.reference()));
            }
            case REWORK -> workOrders.markUnit(unit.id(), UnitState.MADE, actor, reason);
            case SCRAP -> {
                workOrders.markUnit(unit.id(), UnitState.SCRAPPED, actor, reason);
                events.publishEvent(new UnitRejected(unit.id(), unit.reference()));
            }
        }
    }
}
