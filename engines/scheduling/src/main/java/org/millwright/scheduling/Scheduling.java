package org.millwright.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.Insertion;
import org.millwright.scheduling.construct.bound.PricedBound;
import org.millwright.scheduling.construct.bound.TardinessBound;
import org.millwright.scheduling.construct.explain.Cause;
import org.millwright.scheduling.construct.explain.Explanation;
import org.millwright.scheduling.construct.improve.CheapHours;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.BindingReason;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.model.resource.EnergyTariff;
import org.millwright.scheduling.objective.Objective;
import org.millwright.scheduling.objective.ObjectiveEvaluator;

/** Plans work: the one entry of this library. All methods are pure functions of their arguments. */
public final class Scheduling {
    private Scheduling() {}

    /** The best plan found within the budget. */
    public static Solution solve(ScheduleProblem problem, Budget budget, long seed) {
        return solve(problem, budget, seed, improvement -> {});
    }

    /**
     * The best plan found within the budget.
     *
     * @param onImprovement told of the first plan and of every better one, on the calling thread
     */
    public static Solution solve(
            ScheduleProblem problem, Budget budget, long seed, Consumer<Improvement> onImprovement) {
        return solve(problem, Objective.DEFAULT, budget, seed, onImprovement);
    }

    /** The same by another objective than the default. */
    public static Solution solve(
            ScheduleProblem problem,
            Objective objective,
            Budget budget,
            long seed,
            Consumer<Improvement> onImprovement) {
        return new Search(problem, objective, budget, seed, onImprovement, () -> false).run();
    }

    /**
     * Begins to search in a thread of its own.
     *
     * @param onImprovement told of the first plan and of every better one, on that thread
     */
    public static Session start(
            ScheduleProblem problem, Budget budget, long seed, Consumer<Improvement> onImprovement) {
        return start(problem, Objective.DEFAULT, budget, seed, onImprovement);
    }

    /** The same by another objective than the default. */
    public static Session start(
            ScheduleProblem problem,
            Objective objective,
            Budget budget,
            long seed,
            Consumer<Improvement> onImprovement) {
        return Session.start(problem, objective, budget, seed, onImprovement);
    }

    /**
     * The earliest date of a new job around a live plan, of which nothing moves.
     *
     * @param live the problem of the live plan, without the new job
     * @param planned the live plan
     * @throws org.millwright.scheduling.model.InvalidProblem when the new work contradicts the live problem or itself
     */
    public static Offer promise(ScheduleProblem live, Timetable planned, List<Operation> newOperations, Job newJob) {
        return promise(live, planned, newOperations, List.of(newJob));
    }

    /** The same of work that several jobs are made of; the date is that of the last of them. */
    public static Offer promise(
            ScheduleProblem live, Timetable planned, List<Operation> newOperations, List<Job> newJobs) {
        List<Job> jobs = new ArrayList<>(live.jobs());
        jobs.addAll(newJobs);
        List<Operation> operations = new ArrayList<>(live.operations());
        operations.addAll(newOperations);
        var compiled = new CompiledProblem(
                new ScheduleProblem(live.nowS(), live.resources(), jobs, operations, planned.assignments()));
        var insertion = new Insertion(compiled);
        insertion.placeFrom(live.operations().size(), cluster -> 0);
        Timetable all = insertion.timetable();
        List<Assignment> own = new ArrayList<>();
        for (Operation operation : newOperations) {
            all.findAssignment(operation.id()).ifPresent(own::add);
        }
        if (own.size() < newOperations.size()) {
            return new Offer(
                    OptionalLong.empty(),
                    new Timetable(own),
                    List.copyOf(insertion.unplanned().values()));
        }
        Assignment last = null;
        for (Assignment assignment : own) {
            if (last == null || assignment.endS() > last.endS()) {
                last = assignment;
            }
        }
        if (last == null) {
            return new Offer(OptionalLong.of(live.nowS()), Timetable.empty(), List.of());
        }
        List<BindingReason> reasons = new Explanation(compiled, all).reasons(last.operationId());
        return new Offer(OptionalLong.of(last.endS()), new Timetable(own), reasons);
    }

    /**
     * A valid plan for a changed problem that keeps every operation where it is, unless the change or a moved neighbour
     * forces it to move, or that spares jobs that were thrown back more tardiness than it costs others; such moves are at
     * most 3 % of all operations. Running work keeps what {@code changed} fixes, so work that takes longer
     * than planned pushes only what it collides with.
     *
     * @param previous the plan before the change; operations that no longer exist are dropped, new ones are added
     * @param seed of the orders in which displaced work is tried
     */
    public static Repair repair(ScheduleProblem changed, Timetable previous, long seed) {
        return repair(changed, previous, seed, valid -> {});
    }

    /**
     * The same for those who cannot wait.
     *
     * @param onValid told, on the calling thread, of a valid plan in which nothing moves but what must, as soon as there is
     *     one; what is returned after it is no worse
     */
    public static Repair repair(ScheduleProblem changed, Timetable previous, long seed, Consumer<Repair> onValid) {
        return new Repairing(changed, previous, seed).best(onValid);
    }

    /**
     * The same, and then a better plan as long as the budget lasts, in which moving work against {@code previous} has a
     * price.
     *
     * @param pricePerMoveS what each operation with another start or machine costs, in weighted seconds of tardiness
     */
    public static Repair repair(
            ScheduleProblem changed, Timetable previous, long seed, Budget improvement, long pricePerMoveS) {
        return repair(changed, previous, seed, improvement, Objective.near(previous, pricePerMoveS));
    }

    /** The same by any objective. */
    public static Repair repair(
            ScheduleProblem changed, Timetable previous, long seed, Budget improvement, Objective objective) {
        return new Repairing(changed, previous, seed).improved(improvement, objective);
    }

    /**
     * The same plan with runs put into cheaper hours: no job becomes later than it is or than its due date, no deadline is
     * missed. Where nobody waits for a run, nothing else moves; elsewhere others make room when all of it together is
     * cheaper. Any valid plan can be given, and what comes back is valid.
     *
     * @param tariff prices by time, in money or in carbon dioxide
     */
    public static EnergyPlan inCheapHours(ScheduleProblem problem, Timetable planned, EnergyTariff tariff) {
        return inCheapHours(problem, planned, tariff, (step, cost) -> {}, () -> false);
    }

    /**
     * The same.
     *
     * @param listener told of every cheaper plan
     * @param stop asked between changes; what was found by then is returned
     */
    public static EnergyPlan inCheapHours(
            ScheduleProblem problem,
            Timetable planned,
            EnergyTariff tariff,
            EnergyPlan.Listener listener,
            BooleanSupplier stop) {
        var cheap = new CheapHours(new CompiledProblem(problem), planned, tariff, listener::cheaper, stop);
        double before = cheap.cost();
        cheap.shift();
        return new EnergyPlan(cheap.timetable(), before, cheap.cost(), cheap.moved(), cheap.steps());
    }

    /** What keeps a planned operation from starting earlier; empty when nothing does. */
    public static List<BindingReason> explain(ScheduleProblem problem, Timetable timetable, String operationId) {
        return new Explanation(new CompiledProblem(problem), timetable).reasons(operationId);
    }

    /**
     * The chain that forces a planned operation's start: its strongest reason, that of the operation named there, and so
     * on to what is no work, such as a release, a closing or the beginning of the plan.
     */
    public static List<Cause> chain(ScheduleProblem problem, Timetable timetable, String operationId) {
        return new Explanation(new CompiledProblem(problem), timetable).chain(operationId);
    }

    /**
     * Why an operation left its place: what stands there in the new plan. Empty when nothing does, so that it moved because
     * the plan is better for it, or to make room.
     *
     * @param changed the problem after the change
     * @param repaired the plan after it
     * @param was where the operation was before
     */
    public static List<BindingReason> whyMoved(ScheduleProblem changed, Timetable repaired, Assignment was) {
        return new Explanation(new CompiledProblem(changed), repaired).against(was);
    }

    /** Weighted tardiness in seconds that no complete plan avoids, in a moment; 0 when nothing is known. */
    public static long tardinessBound(ScheduleProblem problem) {
        return TardinessBound.of(new CompiledProblem(problem));
    }

    /**
     * The same from prices of machine time where there is enough of it for that; often much better where machines are
     * crowded.
     *
     * @param planEndS about when a good plan ends
     * @param seconds of one thread
     * @param stop asked now and then; once it says yes, the answer comes at once
     */
    public static long tardinessBound(ScheduleProblem problem, long planEndS, double seconds, BooleanSupplier stop) {
        var compiled = new CompiledProblem(problem);
        long quickS = TardinessBound.of(compiled);
        var priced = new PricedBound(compiled, planEndS);
        if (!priced.isWorth(seconds)) {
            return quickS;
        }
        long startedNs = System.nanoTime();
        return Math.max(quickS, priced.of(() -> (System.nanoTime() - startedNs) * 1e-9 / seconds, 1, stop));
    }

    /**
     * What a plan cannot meet, and the smallest steps that would help: deadlines first, then due dates, then work that
     * has no place, each by how much is missing. Empty for a plan that meets everything.
     */
    public static List<Relaxation> relaxations(ScheduleProblem problem, Solution solution) {
        return new Relaxing(problem, solution).list();
    }

    /** Two plans of one problem side by side: what moved, who is late, what each costs. */
    public static Comparison compare(ScheduleProblem problem, Timetable first, Timetable second) {
        return compare(problem, Objective.DEFAULT, first, second);
    }

    /** The same by another objective than the default. */
    public static Comparison compare(ScheduleProblem problem, Objective objective, Timetable first, Timetable second) {
        return new Comparison(
                PlanFigures.of(problem, first),
                PlanFigures.of(problem, second),
                ObjectiveEvaluator.value(problem, first, objective),
                ObjectiveEvaluator.value(problem, second, objective),
                Differences.between(problem, first, second));
    }

    /**
     * Fixes an operation on a machine at a time, or as soon after it as hours, people and other fixed work allow. What
     * is not fixed gives way: {@link #repair} with the returned problem makes room for it.
     *
     * @param machineId one of the machines of its modes, or null for bench work
     * @throws IllegalArgumentException when the operation is unknown or cannot be done on that machine
     */
    public static Pinning pin(ScheduleProblem problem, String operationId, @Nullable String machineId, long startS) {
        return Pinning.of(problem, operationId, machineId, startS);
    }

    /** Gives a pinned operation back to the planner. */
    public static ScheduleProblem unpin(ScheduleProblem problem, String operationId) {
        return Pinning.unpinned(problem, operationId);
    }

    static List<Unscheduled> unscheduled(Map<String, BindingReason> reasons) {
        List<Unscheduled> unscheduled = new ArrayList<>(reasons.size());
        reasons.forEach((operation, reason) -> unscheduled.add(new Unscheduled(operation, reason)));
        return unscheduled;
    }
}
