package org.millwright.factory.planning.board;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.Diff;
import org.millwright.factory.planning.store.PinStore;
import org.millwright.factory.planning.trial.LateOrders;
import org.millwright.factory.planning.trial.PlanChanges;
import org.millwright.factory.planning.trial.Replays;
import org.millwright.factory.planning.trial.Scenarios;
import org.millwright.factory.planning.trial.Searches;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.live.Changes;
import org.millwright.factory.platform.problem.Problem;
import org.springframework.stereotype.Service;

/** The plan in a planner's hands. */
@Service
public class Plans {
    private final PlanChanges changes;
    private final Scenarios scenarios;
    private final Searches searches;
    private final LateOrders lateOrders;
    private final Replays replays;
    private final PinStore pins;
    private final Changes news;

    Plans(
            PlanChanges changes,
            Scenarios scenarios,
            Searches searches,
            LateOrders lateOrders,
            Replays replays,
            PinStore pins,
            Changes news) {
        this.changes = changes;
        this.scenarios = scenarios;
        this.searches = searches;
        this.lateOrders = lateOrders;
        this.replays = replays;
        this.pins = pins;
        this.news = news;
    }

    /**
     * What it would lead to to put a bar at a place; nothing changes.
     *
     * @param in a copy of the plan; null for the plan in force
     * @throws Problem {@code bar-begun}, {@code bar-missing}, {@code bar-machine} or {@code bar-no-place}
     */
    public Consequences tryMove(FactoryId factory, BarId bar, BarPlace place, @Nullable ScenarioId in) {
        return changes.tryMove(factory, bar, place, in == null ? null : scenarios.get(in));
    }

    /**
     * Pins a bar to a place, or as soon after as possible; the rest gives way with as few moves as possible.
     *
     * @param seen where whoever moves it saw it
     * @throws Problem {@code bar-moved} when it stands elsewhere by now, or as {@link #tryMove}
     */
    public Diff move(FactoryId factory, BarId bar, BarPlace place, BarPlace seen, Actor actor) {
        Diff diff = changes.move(factory, bar, place, seen, actor);
        announce();
        return diff;
    }

    /** Pins a bar where it stands. */
    public Diff pin(FactoryId factory, BarId bar, BarPlace seen, Actor actor) {
        return move(factory, bar, seen, seen, actor);
    }

    /** Gives a bar back to the planner; nothing happens when it is not pinned. */
    public void unpin(FactoryId factory, BarId bar, Actor actor) {
        changes.unpin(factory, bar, actor);
        announce();
    }

    /** Pins of work that is not over, by start. */
    public List<Pin> listPins(FactoryId factory) {
        return pins.list(factory);
    }

    /** What forces a bar's start, nearest reason first; empty when nothing does. */
    public List<Because> explain(FactoryId factory, BarId bar) {
        return lateOrders.explain(factory, bar);
    }

    /** Work orders that end after their promise, the latest first. */
    public List<LateOrder> listLate(FactoryId factory) {
        return lateOrders.list(factory);
    }

    /** Opens a copy of the plan to try things on. */
    public Scenario open(FactoryId factory, Actor actor) {
        Scenario scenario = scenarios.open(factory, actor);
        announce();
        return scenario;
    }

    /** Throws a {@link Problem} when there is none. */
    public Scenario getScenario(ScenarioId id) {
        return scenarios.get(id);
    }

    /** Newest first. */
    public List<Scenario> listScenarios(FactoryId factory) {
        return scenarios.listOpen(factory);
    }

    /** Moves a bar on a copy; a null place takes its pin away there. */
    public Scenario wish(ScenarioId id, BarId bar, @Nullable BarPlace place) {
        Scenario scenario = scenarios.wish(id, bar, place);
        announce();
        return scenario;
    }

    /** Takes back what was done to a bar on a copy. */
    public Scenario undo(ScenarioId id, BarId bar) {
        Scenario scenario = scenarios.undo(id, bar);
        announce();
        return scenario;
    }

    public void discard(ScenarioId id) {
        scenarios.discard(id);
        announce();
    }

    /** The copy beside the plan in force, as both are now. */
    public ScenarioView look(ScenarioId id) {
        return scenarios.look(id);
    }

    /**
     * Makes a copy the plan in force.
     *
     * @param seen the {@link ScenarioView#digest()} that whoever adopts it was shown
     * @throws Problem {@code scenario-stale} when it would lead to something else by now; {@code scenario-over}
     */
    public Diff adopt(ScenarioId id, String seen, Actor actor) {
        Diff diff = scenarios.adopt(id, seen, actor);
        announce();
        return diff;
    }

    /** Looks for a better plan in the background; what it finds becomes a copy of the plan. Does nothing while one runs. */
    public void search(FactoryId factory, SearchGoal goal, Actor actor) {
        searches.start(factory, goal, actor);
    }

    /** Ends the search that runs; the best plan it has found becomes a copy. Nothing happens when none runs. */
    public void stopSearch(FactoryId factory) {
        searches.stop(factory);
    }

    /** The search that runs or ran last. */
    public Optional<PlanSearch> findSearch(FactoryId factory) {
        return searches.find(factory);
    }

    /**
     * Makes a version of the timetable again from what was stored of it, and says whether the same came out.
     *
     * @throws Problem {@code plan-record-missing} for versions that are not kept any more
     */
    public boolean replaysTheSame(FactoryId factory, int version) {
        return replays.replaysTheSame(factory, version);
    }

    /** Pins and copies are not in the timetable's own news. */
    private void announce() {
        news.announce(List.of(Changes.TIMETABLE));
    }
}
