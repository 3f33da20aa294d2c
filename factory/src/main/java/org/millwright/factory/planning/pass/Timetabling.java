package org.millwright.factory.planning.pass;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millwright.factory.planning.Diff;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.planning.TimetableChanged;
import org.millwright.factory.planning.store.OperationStore;
import org.millwright.factory.planning.store.TimetableStore;
import org.millwright.factory.planning.timetable.BuildWork;
import org.millwright.factory.planning.timetable.Floor;
import org.millwright.factory.planning.timetable.TimetableDiff;
import org.millwright.factory.planning.timetable.TimetablePlanner;
import org.millwright.factory.planning.timetable.TimetablePlanner.Freedom;
import org.millwright.factory.planning.timetable.TimetablePlanner.Planned;
import org.millwright.factory.planning.timetable.TimetableProblem.Hopeless;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Times all open work anew and publishes the timetable. Called with the factory's plan locked. */
@Component
public class Timetabling {
    private final OpenWork openWork;
    private final Floors floors;
    private final OperationStore operations;
    private final TimetableStore timetables;
    private final Unplanning unplanning;
    private final ApplicationEventPublisher events;

    Timetabling(
            OpenWork openWork,
            Floors floors,
            OperationStore operations,
            TimetableStore timetables,
            Unplanning unplanning,
            ApplicationEventPublisher events) {
        this.openWork = openWork;
        this.floors = floors;
        this.operations = operations;
        this.timetables = timetables;
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
        Floor floor = floors.get(factory);
        OpenWork.Work work = openWork.read(factory, floor);
        Planned planned = TimetablePlanner.plan(floor, work.builds(), work.orders(), freedom);
        List<BuildWork> lost = work.builds().stream()
                .filter(build -> planned.hopeless().containsKey("build " + build.build()))
                .toList();
        if (!lost.isEmpty()) {
            lost.forEach(build -> unplanning.unplan(build.build(), reason(planned.hopeless(), build), Actor.system()));
            work = openWork.read(factory, floor);
            return publish(
                    factory,
                    floor,
                    work,
                    TimetablePlanner.plan(floor, work.builds(), work.orders(), freedom),
                    cause,
                    untimed);
        }
        return publish(factory, floor, work, planned, cause, untimed);
    }

    private static Unplanning.Reason reason(Map<String, Hopeless> hopeless, BuildWork build) {
        return hopeless.get("build " + build.build()) == Hopeless.PERSON
                ? Unplanning.Reason.PERSON
                : Unplanning.Reason.MACHINE;
    }

    private Optional<Diff> publish(
            FactoryId factory,
            Floor floor,
            OpenWork.Work work,
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
        operations.move(diff.changed());
        operations.checkConstraints();
        int version = timetables.nextVersion(factory, floor.now(), cause, diff.kept());
        timetables.insertMoves(factory, version, diff.moved());
        events.publishEvent(new TimetableChanged(factory, version));
        return Optional.of(new Diff(version, floor.now(), cause, diff.kept(), diff.moved()));
    }
}
