package org.millwright.factory.planning.trial;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.planning.Diff;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.board.BarPlace;
import org.millwright.factory.planning.board.Consequences;
import org.millwright.factory.planning.board.Pin;
import org.millwright.factory.planning.board.Scenario;
import org.millwright.factory.planning.pass.Timetabling;
import org.millwright.factory.planning.record.PlanningJournal;
import org.millwright.factory.planning.store.PinStore;
import org.millwright.factory.planning.store.TimetableStore;
import org.millwright.factory.planning.timetable.BuildWork;
import org.millwright.factory.planning.timetable.TimetablePlanner;
import org.millwright.factory.planning.timetable.TimetablePlanner.Freedom;
import org.millwright.factory.planning.timetable.TimetablePlanner.Input;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves bars of the plan in force, or says what that would lead to. */
@Component
public class PlanChanges {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private final LivePlans plans;
    private final Timetabling timetabling;
    private final TimetableStore timetables;
    private final PinStore pins;
    private final Factories factories;
    private final PlanningJournal journal;
    private final InstantSource time;

    PlanChanges(
            LivePlans plans,
            Timetabling timetabling,
            TimetableStore timetables,
            PinStore pins,
            Factories factories,
            PlanningJournal journal,
            InstantSource time) {
        this.plans = plans;
        this.timetabling = timetabling;
        this.timetables = timetables;
        this.pins = pins;
        this.factories = factories;
        this.journal = journal;
        this.time = time;
    }

    @Transactional(readOnly = true)
    public Consequences tryMove(FactoryId factory, BarId bar, BarPlace place, @Nullable Scenario in) {
        LivePlan live = plans.get(factory);
        requireMovable(live, bar, place);
        List<Scenario.Wish> wishes = new ArrayList<>(in == null ? List.of() : in.wishes());
        var found = in == null ? List.<org.millwright.scheduling.model.Assignment>of() : in.found();
        Input before = wishes.isEmpty() && found.isEmpty() ? live.asItIs() : live.with(wishes, found, "");
        wishes.removeIf(wish -> wish.bar().equals(bar));
        wishes.add(new Scenario.Wish(bar, place));
        var trial = new Trial(live, TimetablePlanner.plan(before), TimetablePlanner.plan(live.with(wishes, found, "")));
        Consequences consequences = trial.consequences();
        requirePlace(live, bar, place, trial, consequences);
        return consequences;
    }

    @Transactional
    public Diff move(FactoryId factory, BarId bar, BarPlace place, BarPlace seen, Actor actor) {
        timetables.lock(factory);
        LivePlan live = plans.get(factory);
        requireMovable(live, bar, place);
        BarPlace now = Objects.requireNonNull(places(live).get(bar));
        if (!same(now, seen)) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "bar-moved",
                    Map.of("bar", live.label(bar), "machine", name(now), "time", time(live, now.start())));
        }
        List<Scenario.Wish> wishes = List.of(new Scenario.Wish(bar, place));
        Trial trial = Trial.of(live, live.with(wishes, List.of(), actor.name()));
        requirePlace(live, bar, place, trial, trial.consequences());
        pins.put(factory, new Pin(bar, place, actor.name(), time.instant()));
        journal.pinned(factory, bar, live.label(bar), place, actor);
        return retime(factory, "BarMoved");
    }

    @Transactional
    public void unpin(FactoryId factory, BarId bar, Actor actor) {
        timetables.lock(factory);
        if (pins.list(factory).stream().anyMatch(pin -> pin.bar().equals(bar))) {
            pins.remove(bar);
            journal.unpinned(factory, bar, plans.get(factory).label(bar), actor);
        }
    }

    private Diff retime(FactoryId factory, String cause) {
        return timetabling
                .retime(factory, Freedom.KEEP, cause, Set.of())
                .or(() -> timetables.findLast(factory))
                .orElseGet(() -> new Diff(0, time.instant(), cause, 0, List.of()));
    }

    private static boolean same(BarPlace now, BarPlace seen) {
        return Objects.equals(now.machine(), seen.machine())
                && now.start().getEpochSecond() == seen.start().getEpochSecond();
    }

    /** Where bars stand that have not begun. */
    private static Map<BarId, BarPlace> places(LivePlan live) {
        Map<BarId, BarPlace> places = new HashMap<>();
        live.work().phases().forEach(phase -> {
            PlannedOperation operation = phase.operation();
            if (operation.state() == OperationState.PLANNED) {
                places.merge(
                        BarId.of(operation),
                        new BarPlace(operation.machine(), operation.start()),
                        (a, b) -> a.start().isAfter(b.start()) ? b : a);
            }
        });
        live.work().phases().forEach(phase -> {
            if (phase.operation().state() != OperationState.PLANNED) {
                places.remove(BarId.of(phase.operation()));
            }
        });
        return places;
    }

    void requireMovable(LivePlan live, BarId bar, BarPlace place) {
        if (!live.labels().containsKey(bar)) {
            throw Problem.of(Problem.Kind.NOT_FOUND, "bar-missing", Map.of("bar", bar));
        }
        if (!places(live).containsKey(bar)) {
            throw Problem.of(Problem.Kind.CONFLICT, "bar-begun", Map.of("bar", live.label(bar)));
        }
        boolean able = bar.kind() == BarId.Kind.STEP
                ? place.machine() == null
                : live.work().builds().stream()
                        .filter(build -> build.build().value().equals(bar.id()))
                        .map(BuildWork::machines)
                        .anyMatch(machines -> place.machine() != null && machines.contains(place.machine()));
        if (!able) {
            throw Problem.of(
                    Problem.Kind.REFUSED, "bar-machine", Map.of("bar", live.label(bar), "machine", name(place)));
        }
    }

    private void requirePlace(LivePlan live, BarId bar, BarPlace place, Trial trial, Consequences consequences) {
        if (trial.after().unkept().containsKey(bar)
                || consequences.after().withoutPlace() > consequences.before().withoutPlace()) {
            throw Problem.of(
                    Problem.Kind.REFUSED,
                    "bar-no-place",
                    Map.of("bar", live.label(bar), "machine", name(place), "time", time(live, place.start())));
        }
    }

    private String name(BarPlace place) {
        MachineId machine = place.machine();
        return machine == null ? "-" : factories.getMachine(machine).name();
    }

    private static String time(LivePlan live, Instant at) {
        ZoneId zone = live.floor().zone();
        return TIME.format(at.atZone(zone));
    }
}
