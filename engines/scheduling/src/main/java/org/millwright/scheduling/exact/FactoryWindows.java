package org.millwright.scheduling.exact;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.construct.improve.TimeOrder;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.model.resource.Changeovers;
import org.millwright.scheduling.objective.Objective;

/**
 * Repairs a plan window by window with CP-SAT and one worker: around an operation of a job that costs, what competes with
 * it for machines and people, up to 250 operations; the whole plan where it is no larger. Windows that are searched through
 * make the next ones larger, those that stay undecided make them smaller. The solver's effort is limited by its own count
 * of work, not by time, so the same seed finds the same plan again.
 */
public final class FactoryWindows {
    private static final int FEWEST = 25;
    private static final int MOST = 250;
    private static final int FIRST = 40;
    private static final int MOST_WHOLE = 120;
    /** With more of them, proofs are not looked for. */
    private static final int MOST_FAMILIES = 40;

    private static final double GROWTH = 1.25;
    private static final double EFFORT = 0.1;
    private static final double WHOLE_EFFORT = 0.5;
    private static final double MOST_WHOLE_EFFORT = 16;

    private final CompiledProblem compiled;
    private final Objective objective;
    private final int knownLevels;
    private final SplittableRandom random;
    private double size = FIRST;
    private double wholeEffort = WHOLE_EFFORT;
    private int provenLevels;
    private int turns;

    /** @param random of windows and of the solver */
    public FactoryWindows(CompiledProblem compiled, Objective objective, SplittableRandom random) {
        this.compiled = compiled;
        this.objective = objective;
        this.random = random;
        knownLevels = ObjectiveModel.levels(objective);
    }

    /** Whether no better plan exists, as far as the objective can be modelled at all. */
    public boolean isProven() {
        return provenLevels == objective.levels().size();
    }

    /** How many levels, from the first on, nothing undercuts. */
    public int provenLevels() {
        return provenLevels;
    }

    /**
     * Searches one window.
     *
     * @param planned a complete plan
     * @param value what it is worth: what is unplanned, then the levels
     * @param stop asked every few milliseconds; what was found by then is lost
     * @return a plan that is better on a level and no worse on those before; null when the window holds none that was found
     */
    public @Nullable Timetable improve(Timetable planned, double[] value, BooleanSupplier stop) {
        int target = target(value);
        if (target < 0 || value[0] > 0) {
            return null;
        }
        var plan = new PartialPlan(compiled);
        for (Assignment assignment : planned.assignments()) {
            if (!plan.isPlaced(compiled.indexOfOperation(assignment.operationId()))) {
                plan.put(assignment);
            }
        }
        int[] mobile = mobile(plan);
        if (mobile.length == 0) {
            return null;
        }
        // The whole gets more effort each time, and a smaller window its turn in between.
        boolean whole = mobile.length <= MOST_WHOLE && wholeEffort <= MOST_WHOLE_EFFORT && turns++ % 2 == 0;
        int[] window = whole ? mobile : around(plan, Score.costsS(compiled, plan), mobile);
        long[] range = whole ? wholeRange(plan) : range(plan, window);
        var model = new FactoryModel(compiled, plan, window, range[0], range[1]);
        var levels = new ObjectiveModel(compiled, plan, model);
        for (int level = 0; level < target; level++) {
            model.model.addLessOrEqual(levels.level(objective.levels().get(level)), (long) value[level + 1]);
        }
        var goal = levels.level(objective.levels().get(target));
        model.model.addLessOrEqual(goal, (long) value[target + 1] - 1);
        model.model.minimize(goal);
        return solve(model, whole, target, mobile.length, stop);
    }

    private @Nullable Timetable solve(FactoryModel model, boolean whole, int target, int mobile, BooleanSupplier stop) {
        var solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(1)
                .setMaxDeterministicTime(whole ? wholeEffort : EFFORT)
                .setRandomSeed(random.nextInt(Integer.MAX_VALUE))
                .setCpModelProbingLevel(0)
                .setLinearizationLevel(0)
                .setUseDynamicPrecedenceInDisjunctive(true)
                .setUseStrongPropagationInDisjunctive(true);
        CpSolverStatus status;
        try (var watch = new SolverWatch(solver, stop)) {
            status = watch.solve(model.model);
        }
        if (stop.getAsBoolean()) {
            return null;
        }
        boolean found = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
        boolean through = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.INFEASIBLE;
        if (!whole) {
            size = through ? Math.min(MOST, size * GROWTH) : Math.max(FEWEST, size / GROWTH);
        } else if (!through) {
            wholeEffort *= 2;
        } else if (isExact(mobile)) {
            provenLevels = target + 1;
        } else if (!found) {
            // Nothing more can come of the same window.
            wholeEffort = Double.POSITIVE_INFINITY;
        }
        return found ? new Timetable(model.assignments(solver)) : null;
    }

    /** Whether everything that is not fixed moves, and nothing keeps more distance in the model than it must. */
    private boolean isExact(int mobile) {
        if (mobile + compiled.problem.fixed().size() != compiled.operationCount()) {
            return false;
        }
        Set<@Nullable String> families = new LinkedHashSet<>();
        for (Operation operation : compiled.operations) {
            families.add(operation.family());
        }
        return families.size() <= MOST_FAMILIES
                && Arrays.stream(compiled.resources)
                        .allMatch(resource ->
                                resource.changeovers().isNone() || detoursTakeNoLess(resource.changeovers(), families));
    }

    /** Then what holds between neighbours on a machine holds between all pairs. */
    private static boolean detoursTakeNoLess(Changeovers changeovers, Set<@Nullable String> families) {
        for (String by : families) {
            for (String to : families) {
                if (changeovers.initialS(to) > changeovers.initialS(by) + changeovers.betweenS(by, to)) {
                    return false;
                }
                for (String from : families) {
                    if (changeovers.betweenS(from, to)
                            > changeovers.betweenS(from, by) + changeovers.betweenS(by, to)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** The first level that could still become less; -1 when there is none that can be modelled. */
    private int target(double[] value) {
        for (int level = provenLevels; level < knownLevels; level++) {
            if (value[level + 1] > 0) {
                return level;
            }
            if (level == provenLevels) {
                provenLevels++;
            }
        }
        return -1;
    }

    private int[] mobile(PartialPlan plan) {
        int[] mobile = new int[compiled.operationCount()];
        int count = 0;
        for (int v = 0; v < mobile.length; v++) {
            if (FactoryModel.mayMove(compiled, plan, v)) {
                mobile[count++] = v;
            }
        }
        return Arrays.copyOf(mobile, count);
    }

    /** From an operation of a job that costs, or any, to what stands near what is chosen already. */
    private int[] around(PartialPlan plan, long[] costsS, int[] mobile) {
        var order = new TimeOrder(compiled, plan);
        order.refresh();
        boolean[] chosen = new boolean[compiled.operationCount()];
        int[] window = new int[Math.min((int) size, mobile.length)];
        int count = 0;
        int job = drawJob(costsS);
        for (int v : job < 0 ? new int[] {mobile[random.nextInt(mobile.length)]} : compiled.operationsOfJob[job]) {
            if (count < window.length && FactoryModel.mayMove(compiled, plan, v)) {
                chosen[v] = true;
                window[count++] = v;
            }
        }
        for (int attempt = 0; attempt < 20 * window.length && count < window.length; attempt++) {
            int from = count == 0 ? mobile[random.nextInt(mobile.length)] : window[random.nextInt(count)];
            int v = random.nextInt(4) == 0 ? besideInJob(from) : order.related(from, random);
            if (v >= 0 && !chosen[v] && FactoryModel.mayMove(compiled, plan, v)) {
                chosen[v] = true;
                window[count++] = v;
            }
        }
        return Arrays.copyOf(window, count);
    }

    private int besideInJob(int v) {
        int[] own = compiled.operationsOfJob[compiled.jobOf[v]];
        return own[random.nextInt(own.length)];
    }

    /** Jobs are drawn with chances as their costs; -1 when none costs anything. */
    private int drawJob(long[] costsS) {
        double total = 0;
        for (long costS : costsS) {
            total += costS;
        }
        double left = random.nextDouble() * total;
        for (int job = 0; job < costsS.length; job++) {
            left -= costsS[job];
            if (left < 0) {
                return job;
            }
        }
        return -1;
    }

    /** From some time before the window to some time after it. */
    private long[] range(PartialPlan plan, int[] window) {
        long firstS = Long.MAX_VALUE;
        long lastS = Long.MIN_VALUE;
        for (int v : window) {
            firstS = Math.min(firstS, plan.startS[v]);
            lastS = Math.max(lastS, plan.endS[v]);
        }
        long spanS = lastS - firstS;
        return new long[] {Math.max(compiled.problem.nowS(), firstS - spanS), lastS + spanS / 2};
    }

    /** Until all work could be done one after the other, weekends included, after everything has ended and arrived. */
    private long[] wholeRange(PartialPlan plan) {
        long nowS = compiled.problem.nowS();
        long lastS = nowS;
        long workS = 0;
        for (int v = 0; v < compiled.operationCount(); v++) {
            lastS = Math.max(lastS, Math.max(plan.placed[v] ? plan.endS[v] : nowS, compiled.releaseS[v]));
            long longestS = 0;
            for (long runS : compiled.modeRunS[v]) {
                longestS = Math.max(longestS, runS);
            }
            workS += longestS + compiled.operations[v].setupS() + compiled.operations[v].unloadS();
            for (int k = 0; k < compiled.before[v].length; k++) {
                workS += compiled.precedence(v, k).minLagS();
            }
        }
        return new long[] {nowS, lastS + 7 * workS};
    }
}
