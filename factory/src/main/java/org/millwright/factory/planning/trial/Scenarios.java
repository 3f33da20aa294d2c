package org.millwright.factory.planning.trial;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.Diff;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.board.BarPlace;
import org.millwright.factory.planning.board.BarShift;
import org.millwright.factory.planning.board.Consequences;
import org.millwright.factory.planning.board.Pin;
import org.millwright.factory.planning.board.Scenario;
import org.millwright.factory.planning.board.ScenarioId;
import org.millwright.factory.planning.board.ScenarioView;
import org.millwright.factory.planning.pass.Timetabling;
import org.millwright.factory.planning.record.PlanningJournal;
import org.millwright.factory.planning.store.PinStore;
import org.millwright.factory.planning.store.ScenarioStore;
import org.millwright.factory.planning.store.TimetableStore;
import org.millwright.factory.planning.timetable.TimetablePlanner.Freedom;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.scheduling.model.Assignment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Copies of the plan to try things on. */
@Component
@Transactional
public class Scenarios {
    private final ScenarioStore store;
    private final LivePlans plans;
    private final PlanChanges changes;
    private final Timetabling timetabling;
    private final TimetableStore timetables;
    private final PinStore pins;
    private final PlanningJournal journal;
    private final Ids ids;
    private final InstantSource time;

    Scenarios(
            ScenarioStore store,
            LivePlans plans,
            PlanChanges changes,
            Timetabling timetabling,
            TimetableStore timetables,
            PinStore pins,
            PlanningJournal journal,
            Ids ids,
            InstantSource time) {
        this.store = store;
        this.plans = plans;
        this.changes = changes;
        this.timetabling = timetabling;
        this.timetables = timetables;
        this.pins = pins;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
    }

    public Scenario open(FactoryId factory, Actor actor) {
        return open(factory, List.of(), null, actor);
    }

    Scenario open(FactoryId factory, List<Assignment> found, Scenario.@Nullable Search search, Actor actor) {
        var scenario = new Scenario(
                new ScenarioId(ids.next()),
                factory,
                actor.name(),
                time.instant(),
                timetables.findVersion(factory).orElse(0),
                Scenario.State.OPEN,
                List.of(),
                found,
                search);
        store.insert(scenario);
        return scenario;
    }

    /** A copy on which bars are wished elsewhere from the beginning, and others suggested beside them. */
    Scenario open(
            FactoryId factory,
            List<Scenario.Wish> wishes,
            List<Assignment> found,
            Scenario.Search search,
            Actor actor) {
        Scenario scenario = open(factory, found, search, actor);
        wishes.forEach(wish -> store.addWish(scenario.id(), wish));
        return get(scenario.id());
    }

    public Scenario get(ScenarioId id) {
        return store.find(id)
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "scenario-missing", Map.of("scenario", id)));
    }

    public List<Scenario> listOpen(FactoryId factory) {
        return store.listOpen(factory);
    }

    public Scenario wish(ScenarioId id, BarId bar, @Nullable BarPlace place) {
        Scenario scenario = getOpen(id);
        if (place != null) {
            changes.requireMovable(plans.get(scenario.factory()), bar, place);
        }
        store.addWish(id, new Scenario.Wish(bar, place));
        return get(id);
    }

    public Scenario undo(ScenarioId id, BarId bar) {
        getOpen(id);
        store.removeWish(id, bar);
        return get(id);
    }

    public void discard(ScenarioId id) {
        if (get(id).state() == Scenario.State.OPEN) {
            store.setState(id, Scenario.State.DISCARDED);
        }
    }

    public ScenarioView look(ScenarioId id) {
        return look(get(id));
    }

    private ScenarioView look(Scenario scenario) {
        LivePlan live = plans.get(scenario.factory());
        Trial trial = Trial.of(live, live.with(scenario.wishes(), scenario.found(), scenario.by()));
        Consequences consequences = trial.consequences();
        Map<OperationId, ScenarioView.Times> times = new HashMap<>();
        trial.after()
                .times()
                .forEach(at -> times.put(
                        at.operation(), new ScenarioView.Times(at.machine(), at.person(), at.start(), at.end())));
        return new ScenarioView(scenario, consequences, times, digest(consequences));
    }

    public Diff adopt(ScenarioId id, String seen, Actor actor) {
        Scenario scenario = getOpen(id);
        FactoryId factory = scenario.factory();
        timetables.lock(factory);
        ScenarioView view = look(scenario);
        if (!view.digest().equals(seen)) {
            int version = timetables.findVersion(factory).orElse(0);
            String cause = timetables.findLast(factory).map(Diff::cause).orElse("-");
            throw Problem.of(Problem.Kind.CONFLICT, "scenario-stale", Map.of("version", version, "cause", cause));
        }
        LivePlan live = plans.get(factory);
        for (Scenario.Wish wish : scenario.wishes()) {
            if (wish.place() == null) {
                pins.remove(wish.bar());
                journal.unpinned(factory, wish.bar(), live.label(wish.bar()), actor);
            } else {
                pins.put(factory, new Pin(wish.bar(), wish.place(), actor.name(), time.instant()));
                journal.pinned(factory, wish.bar(), live.label(wish.bar()), wish.place(), actor);
            }
        }
        store.setState(id, Scenario.State.ADOPTED);
        return timetabling
                .retime(factory, Freedom.KEEP, "ScenarioAdopted", Set.of(), scenario.found())
                .or(() -> timetables.findLast(factory))
                .orElseGet(() -> new Diff(0, time.instant(), "ScenarioAdopted", 0, List.of()));
    }

    private Scenario getOpen(ScenarioId id) {
        Scenario scenario = get(id);
        if (scenario.state() != Scenario.State.OPEN) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "scenario-over",
                    Map.of("state", scenario.state().name()));
        }
        return scenario;
    }

    /** Of what a person decides on: which bars move where, and who is late before and after. */
    private static String digest(Consequences consequences) {
        var text = new StringBuilder();
        for (BarShift shift : consequences.shifts()) {
            text.append(shift.bar()).append(' ').append(shift.to().machine()).append(' ');
            text.append(shift.to().start().getEpochSecond()).append('\n');
        }
        text.append(consequences.newlyLate()).append(consequences.inTimeAgain());
        text.append(consequences.after().lateOrders())
                .append(consequences.after().withoutPlace());
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", missing);
        }
    }
}
