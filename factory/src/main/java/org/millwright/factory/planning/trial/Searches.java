package org.millwright.factory.planning.trial;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.millwright.factory.planning.board.PlanSearch;
import org.millwright.factory.planning.board.Scenario;
import org.millwright.factory.planning.board.SearchGoal;
import org.millwright.factory.planning.timetable.TimetablePlanner;
import org.millwright.factory.planning.timetable.TimetablePlanner.Planned;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.live.Changes;
import org.millwright.scheduling.Budget;
import org.millwright.scheduling.Scheduling;
import org.millwright.scheduling.Session;
import org.millwright.scheduling.Solution;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.objective.ObjectiveEvaluator;
import org.millwright.scheduling.objective.ObjectiveValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Looks for better plans in the background, one search a factory; the plan in force is never touched. A search goes on
 * until nothing can be gained any more, its time is over, or somebody stops it; what it found by then is kept.
 */
@Component
public class Searches {
    private static final Logger LOG = LoggerFactory.getLogger(Searches.class);
    private static final double LONGEST_S = 60;
    /** In which machine time is priced beside a search. */
    private static final double BOUND_S = 10;

    private final LivePlans plans;
    private final Scenarios scenarios;
    private final Changes changes;
    private final TaskExecutor executor;
    private final InstantSource time;
    private final Map<FactoryId, PlanSearch> searches = new ConcurrentHashMap<>();
    private final Map<FactoryId, Session> sessions = new ConcurrentHashMap<>();

    Searches(LivePlans plans, Scenarios scenarios, Changes changes, TaskExecutor executor, InstantSource time) {
        this.plans = plans;
        this.scenarios = scenarios;
        this.changes = changes;
        this.executor = executor;
        this.time = time;
    }

    public Optional<PlanSearch> find(FactoryId factory) {
        return Optional.ofNullable(searches.get(factory));
    }

    /** Nothing happens while one runs. */
    public void start(FactoryId factory, SearchGoal goal, Actor actor) {
        LivePlan live = plans.get(factory);
        if (!goal.isEnergy()) {
            var wanted = new OrderGoal(goal);
            Planned planned = TimetablePlanner.plan(live.asItIs());
            double before = wanted.amount(planned.problem(), planned.timetable());
            var fresh = PlanSearch.begun(goal, time.instant(), before, wanted.bound(live));
            begin(factory, fresh, () -> rearrange(wanted, planned, factory, actor));
        } else {
            var search = new EnergySearch(live, goal);
            var fresh = PlanSearch.begun(goal, time.instant(), search.amountBefore(), null);
            begin(factory, fresh, () -> lessEnergy(search, factory, actor));
        }
    }

    /** Ends the search within moments; it keeps what it has found. Nothing happens when none runs. */
    public void stop(FactoryId factory) {
        change(factory, was -> was.running() ? was.asStopped() : was);
        Session session = sessions.get(factory);
        if (session != null) {
            session.stop();
        }
    }

    private boolean isStopped(FactoryId factory) {
        return find(factory).map(PlanSearch::stopped).orElse(true);
    }

    private void begin(FactoryId factory, PlanSearch fresh, Runnable search) {
        var begun = new AtomicBoolean();
        searches.compute(factory, (id, running) -> {
            begun.set(running == null || !running.running());
            return begun.get() ? fresh : running;
        });
        if (begun.get()) {
            changes.announce(List.of(Changes.SEARCH));
            executor.execute(() -> {
                try {
                    search.run();
                } catch (RuntimeException failed) {
                    LOG.warn("A search for a better plan failed; the plan in force stays as it is.", failed);
                    change(factory, was -> was.over(null));
                } finally {
                    sessions.remove(factory);
                }
                changes.announce(List.of(Changes.SEARCH, Changes.TIMETABLE));
            });
        }
    }

    private void rearrange(OrderGoal goal, Planned planned, FactoryId factory, Actor actor) {
        ScheduleProblem problem = TimetablePlanner.frozen(planned.problem(), planned.timetable());
        var session = Scheduling.start(
                problem,
                goal.objective(),
                Budget.ofSeconds(LONGEST_S),
                TimetablePlanner.SEED,
                better ->
                        improved(goal, factory, better.step(), better.atS(), goal.amount(problem, better.timetable())));
        sessions.put(factory, session);
        executor.execute(() -> tighten(goal, problem, planned.timetable(), factory));
        if (isStopped(factory) || isProved(goal, factory)) {
            session.stop();
        }
        Solution solution = await(session);
        ObjectiveValue before = ObjectiveEvaluator.value(problem, planned.timetable(), goal.objective());
        boolean better = solution.unscheduled().isEmpty()
                && solution.value().compareTo(before) < 0
                && find(factory)
                        .filter(was -> goal.amount(problem, solution.timetable()) < was.before())
                        .isPresent();
        // The steps that were made, so that the same plan can be found again however the search ended.
        var search = new Scenario.Search(solution.seed(), solution.steps(), goal.goal());
        Scenario found = better ? scenarios.open(factory, solution.timetable().assignments(), search, actor) : null;
        change(factory, was -> was.over(found == null ? null : found.id()));
    }

    /** Finds out what no plan goes below, while plans are searched for. */
    private void tighten(OrderGoal goal, ScheduleProblem problem, Timetable planned, FactoryId factory) {
        double known = goal.bound(problem, planned, BOUND_S, () -> !isRunning(factory));
        if (known > 0) {
            change(factory, was -> was.bounded(known));
            Session session = sessions.get(factory);
            if (session != null && isProved(goal, factory)) {
                session.stop();
            }
        }
    }

    private boolean isRunning(FactoryId factory) {
        return find(factory)
                .map(search -> search.running() && !search.stopped())
                .orElse(false);
    }

    private static Solution await(Session session) {
        try {
            return session.await();
        } catch (InterruptedException interrupted) {
            session.stop();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The search was given up because the program ends.", interrupted);
        }
    }

    private void improved(OrderGoal goal, FactoryId factory, long step, double atS, double amount) {
        change(factory, was -> was.improved(step, atS, amount));
        Session session = sessions.get(factory);
        if (session != null && isProved(goal, factory)) {
            session.stop();
        }
    }

    /** Whether nothing is left to be gained. */
    private boolean isProved(OrderGoal goal, FactoryId factory) {
        return find(factory)
                .map(was -> was.bound() != null && goal.isReached(was.best(), was.bound()))
                .orElse(false);
    }

    private void lessEnergy(EnergySearch search, FactoryId factory, Actor actor) {
        long startedNs = System.nanoTime();
        EnergySearch.Found better = search.run(
                (step, amount) ->
                        change(factory, was -> was.improved(step, (System.nanoTime() - startedNs) / 1e9, amount)),
                () -> isStopped(factory));
        Scenario found = better == null
                ? null
                : scenarios.open(factory, better.wishes(), better.places(), better.search(), actor);
        change(factory, was -> was.over(found == null ? null : found.id()));
    }

    private void change(FactoryId factory, UnaryOperator<PlanSearch> change) {
        searches.computeIfPresent(factory, (id, was) -> change.apply(was));
        changes.announce(List.of(Changes.SEARCH));
    }
}
