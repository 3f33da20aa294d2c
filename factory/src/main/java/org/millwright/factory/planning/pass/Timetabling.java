package org.millwright.factory.planning.pass;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millwright.factory.planning.Diff;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.planning.TimetableChanged;
import org.millwright.factory.planning.replan.Replans;
import org.millwright.factory.planning.store.OperationStore;
import org.millwright.factory.planning.store.PinStore;
import org.millwright.factory.planning.store.PlanRecordStore;
import org.millwright.factory.planning.store.PlanRecordStore.PlanRecord;
import org.millwright.factory.planning.store.TimetableStore;
import org.millwright.factory.planning.timetable.BuildWork;
import org.millwright.factory.planning.timetable.Floor;
import org.millwright.factory.planning.timetable.TimetableDiff;
import org.millwright.factory.planning.timetable.TimetablePlanner;
import org.millwright.factory.planning.timetable.TimetablePlanner.Freedom;
import org.millwright.factory.planning.timetable.TimetablePlanner.Input;
import org.millwright.factory.planning.timetable.TimetablePlanner.Planned;
import org.millwright.factory.planning.timetable.TimetableProblem.Hopeless;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.scheduling.model.Assignment;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Times all open work anew and publishes the timetable. Called with the factory's plan locked. */
@Component
public class Timetabling {
    private final OpenWork openWork;
    private final Floors floors;
    private final OperationStore operations;
    private final TimetableStore timetables;
    private final PinStore pins;
    private final PlanRecordStore records;
    private final Replans replans;
    private final Unplanning unplanning;
    private final ApplicationEventPublisher events;

    Timetabling(
            OpenWork openWork,
            Floors floors,
            OperationStore operations,
            TimetableStore timetables,
            PinStore pins,
            PlanRecordStore records,
            Replans replans,
            Unplanning unplanning,
            ApplicationEventPublisher events) {
        this.openWork = openWork;
        this.floors = floors;
        this.operations = operations;
        this.timetables = timetables;
        this.pins = pins;
        this.records = records;
        this.replans = replans;
        this.unplanning = unplanning;
        this.events = events;
    }

    /**
     * Builds that no machine or nobody can run any more go back to the pool.
     *
     * @param untimed operations that are on no timetable yet
     * @return what changed; empty when nothing did and no new version was published
     */
    public Optional<Diff> retime(FactoryId factory, Freedom freedom, String cause, Set<OperationId> untimed) {
        return retime(factory, freedom, cause, untimed, List.of());
    }

    /**
     * As {@link #retime(FactoryId, Freedom, String, Set)}, taking other places for free work where they are possible.
     *
     * @param suggested places that a search found
     */
    public Optional<Diff> retime(
            FactoryId factory, Freedom freedom, String cause, Set<OperationId> untimed, List<Assignment> suggested) {
        return published(factory, freedom, cause, untimed, suggested).diff();
    }

    /**
     * Publishes a valid plan without a search, so that it is seen and worked by at once.
     *
     * @return when an order gets late by it, where work was before: a search from there ({@link #improve}) may do better
     */
    public Optional<List<Assignment>> retimeAtOnce(FactoryId factory, String cause) {
        Published published = published(factory, Freedom.AT_ONCE, cause, Set.of(), List.of());
        Planned planned = published.planned();
        return TimetablePlanner.breaksPromises(published.input(), planned)
                ? Optional.of(TimetablePlanner.inForce(planned.problem(), published.input())
                        .assignments())
                : Optional.empty();
    }

    /**
     * Searches from where work was before something happened, and publishes what is found when orders are less late by it
     * than in the plan in force, whoever made that meanwhile. What has begun stays, and so does what begins within minutes.
     *
     * @param before what {@link #retimeAtOnce} answered
     * @return empty when nothing better was found
     */
    public Optional<Diff> improve(FactoryId factory, String cause, List<Assignment> before) {
        Floor floor = floors.get(factory);
        OpenWork.Work work = openWork.read(factory, floor);
        Planned inForce = TimetablePlanner.plan(input(floor, work, factory, Freedom.KEEP, List.of()));
        Input input = input(floor, work, factory, Freedom.REPAIR, before);
        Planned found = TimetablePlanner.plan(input);
        return found.hopeless().isEmpty() && TimetablePlanner.isLessLate(found, inForce)
                ? publish(factory, work, input, found, cause, Set.of())
                : Optional.empty();
    }

    private record Published(Input input, Planned planned, Optional<Diff> diff) {}

    private Published published(
            FactoryId factory, Freedom freedom, String cause, Set<OperationId> untimed, List<Assignment> suggested) {
        Floor floor = floors.get(factory);
        OpenWork.Work work = openWork.read(factory, floor);
        Input input = input(floor, work, factory, freedom, suggested);
        Planned planned = TimetablePlanner.plan(input);
        List<BuildWork> lost = work.builds().stream()
                .filter(build -> planned.hopeless().containsKey("build " + build.build()))
                .toList();
        if (lost.isEmpty()) {
            return new Published(input, planned, publish(factory, work, input, planned, cause, untimed));
        }
        lost.forEach(build -> unplanning.unplan(build.build(), reason(planned.hopeless(), build), Actor.system()));
        OpenWork.Work left = openWork.read(factory, floor);
        Input again = input(floor, left, factory, freedom, suggested);
        Planned without = TimetablePlanner.plan(again);
        return new Published(again, without, publish(factory, left, again, without, cause, untimed));
    }

    private Input input(
            Floor floor, OpenWork.Work work, FactoryId factory, Freedom freedom, List<Assignment> suggested) {
        return new Input(floor, work.builds(), work.orders(), pins.list(factory), freedom, suggested);
    }

    private static Unplanning.Reason reason(Map<String, Hopeless> hopeless, BuildWork build) {
        return hopeless.get("build " + build.build()) == Hopeless.PERSON
                ? Unplanning.Reason.PERSON
                : Unplanning.Reason.MACHINE;
    }

    private Optional<Diff> publish(
            FactoryId factory,
            OpenWork.Work work,
            Input input,
            Planned planned,
            String cause,
            Set<OperationId> untimed) {
        TimetableCheck.requireValid(planned);
        Set<OperationId> known = new HashSet<>();
        work.phases().forEach(phase -> known.add(phase.operation().id()));
        known.removeAll(untimed);
        TimetableDiff diff = TimetableDiff.between(work.phases(), planned.times(), known);
        if (diff.changed().isEmpty()) {
            return Optional.empty();
        }
        Instant now = input.floor().now();
        operations.move(diff.changed());
        operations.checkConstraints();
        int version = timetables.nextVersion(factory, now, cause, diff.kept());
        timetables.insertMoves(factory, version, diff.moved());
        PlanRecord record = records.insert(factory, version, cause, untimed, input, planned.times());
        if (!diff.moved().isEmpty()) {
            replans.keep(factory, record, planned);
        }
        events.publishEvent(new TimetableChanged(factory, version));
        return Optional.of(new Diff(version, now, cause, diff.kept(), diff.moved()));
    }
}
