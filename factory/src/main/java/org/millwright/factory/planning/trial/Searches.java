package org.millwright.factory.planning.trial;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.BuildId;
import org.millwright.factory.planning.board.PlanSearch;
import org.millwright.factory.planning.board.Scenario;
import org.millwright.factory.planning.timetable.BuildWork;
import org.millwright.factory.planning.timetable.OrderWork;
import org.millwright.factory.planning.timetable.Phase;
import org.millwright.factory.planning.timetable.TimetablePlanner;
import org.millwright.factory.planning.timetable.TimetablePlanner.Planned;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.live.Changes;
import org.millwright.scheduling.Budget;
import org.millwright.scheduling.Scheduling;
import org.millwright.scheduling.Solution;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/** Looks for better plans in the background, one factory at a time; the plan in force is never touched. */
@Component
public class Searches {
    private static final Logger LOG = LoggerFactory.getLogger(Searches.class);

    /** Steps times operations of one search: some seconds of computing. */
    private static final long MOST_WORK = 600_000;

    private static final long LEAST_STEPS = 100;
    private static final long MOST_STEPS = 4_000;

    private final LivePlans plans;
    private final Scenarios scenarios;
    private final Changes changes;
    private final TaskExecutor executor;
    private final InstantSource time;
    private final Map<FactoryId, PlanSearch> searches = new ConcurrentHashMap<>();

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

    public void start(FactoryId factory, Actor actor) {
        LivePlan live = plans.get(factory);
        Planned planned = TimetablePlanner.plan(live.asItIs());
        Duration lateness = lateness(planned.problem(), planned.timetable());
        var fresh = new PlanSearch(time.instant(), true, 0, lateness, lateness, bound(live), null);
        var begun = new AtomicBoolean();
        searches.compute(factory, (id, running) -> {
            begun.set(running == null || !running.running());
            return begun.get() ? fresh : running;
        });
        if (begun.get()) {
            executor.execute(() -> run(planned, factory, actor));
        }
    }

    private void run(Planned planned, FactoryId factory, Actor actor) {
        try {
            ScheduleProblem problem = TimetablePlanner.frozen(planned.problem(), planned.timetable());
            var search = new Scenario.Search(TimetablePlanner.SEED, steps(problem));
            Solution solution = Scheduling.solve(problem, Budget.ofSteps(search.steps()), search.seed(), better -> {
                update(factory, better.step(), lateness(problem, better.timetable()));
            });
            finish(factory, problem, solution, search, actor);
        } catch (RuntimeException failed) {
            LOG.warn("A search for a better plan failed; the plan in force stays as it is.", failed);
            searches.computeIfPresent(factory, (id, was) -> over(was, null));
        }
        changes.announce(List.of(Changes.TIMETABLE));
    }

    private static long steps(ScheduleProblem problem) {
        return Math.clamp(MOST_WORK / Math.max(1, problem.operations().size()), LEAST_STEPS, MOST_STEPS);
    }

    private void update(FactoryId factory, long step, Duration lateness) {
        searches.computeIfPresent(
                factory,
                (id, was) -> was.best().compareTo(lateness) <= 0
                        ? was
                        : new PlanSearch(
                                was.startedAt(), true, step, was.lateness(), lateness, was.boundLateness(), null));
        changes.announce(List.of(Changes.TIMETABLE));
    }

    private void finish(
            FactoryId factory, ScheduleProblem problem, Solution solution, Scenario.Search search, Actor actor) {
        PlanSearch was = searches.get(factory);
        boolean better = was != null
                && solution.unscheduled().isEmpty()
                && lateness(problem, solution.timetable()).compareTo(was.lateness()) < 0;
        Scenario found = better ? scenarios.open(factory, solution.timetable().assignments(), search, actor) : null;
        searches.computeIfPresent(factory, (id, running) -> over(running, found));
    }

    private static PlanSearch over(PlanSearch was, @Nullable Scenario found) {
        return new PlanSearch(
                was.startedAt(),
                false,
                was.steps(),
                was.lateness(),
                found == null ? was.lateness() : was.best(),
                was.boundLateness(),
                found == null ? null : found.id());
    }

    /** By how much work orders are late, all together. */
    private static Duration lateness(ScheduleProblem problem, Timetable timetable) {
        Map<String, Long> ends = new HashMap<>();
        for (Operation operation : problem.operations()) {
            timetable
                    .findAssignment(operation.id())
                    .ifPresent(assignment -> ends.merge(operation.jobId(), assignment.endS(), Math::max));
        }
        long lateS = 0;
        for (Job job : problem.jobs()) {
            Long end = ends.get(job.id());
            if (job.id().startsWith("order ") && end != null) {
                lateS += Math.max(0, end - job.dueS());
            }
        }
        return Duration.ofSeconds(lateS);
    }

    /** What even a factory with nothing else to do and no closing hours could not avoid. */
    private static Duration bound(LivePlan live) {
        Instant now = live.floor().now();
        Map<BuildId, Duration> builds = new HashMap<>();
        for (BuildWork build : live.work().builds()) {
            builds.put(build.build(), left(build.phases(), now));
        }
        Duration late = Duration.ZERO;
        for (OrderWork order : live.work().orders()) {
            Duration before = order.builds().stream()
                    .map(build -> builds.getOrDefault(build, Duration.ZERO))
                    .max(Duration::compareTo)
                    .orElse(Duration.ZERO);
            Instant end = now.plus(before).plus(left(order.phases(), now));
            if (end.isAfter(order.dueAt())) {
                late = late.plus(Duration.between(order.dueAt(), end));
            }
        }
        return late;
    }

    private static Duration left(List<Phase> phases, Instant now) {
        Duration left = Duration.ZERO;
        for (Phase phase : phases) {
            left = left.plus(
                    switch (phase.operation().state()) {
                        case PLANNED -> phase.work();
                        case STARTED -> {
                            Duration rest =
                                    Duration.between(now, phase.operation().end());
                            yield rest.isNegative() ? Duration.ZERO : rest;
                        }
                        default -> Duration.ZERO;
                    });
        }
        return left;
    }
}
