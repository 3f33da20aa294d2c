package org.millwright.scheduling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.construct.dispatch.DispatchRule;
import org.millwright.scheduling.construct.dispatch.SerialGeneration;
import org.millwright.scheduling.construct.improve.CheapHours;
import org.millwright.scheduling.construct.improve.LargeNeighbourhood;
import org.millwright.scheduling.construct.improve.ObjectiveFunction;
import org.millwright.scheduling.exact.FactoryWindows;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.BindingReason;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.objective.Measure;
import org.millwright.scheduling.objective.Objective;
import org.millwright.scheduling.validation.TimetableValidator;

/**
 * Every dispatch rule once; then, by turns, random changes of the best order from which a whole new plan is built, and
 * ruin and recreate on the best plan. The larger the problem, the more of the latter. The best plan by the objective is
 * kept. When ruin and recreate finds nothing more, CP-SAT searches windows of the plan, or all of a small one. Where work should stay, the search begins near the earlier plan too; where energy has a price, runs are put into
 * cheaper hours now and then.
 */
final class Search {
    private static final double[] SPREADS = {1, 3, 10, 40};
    private static final double NANOS = 1e-9;
    private static final int REBUILT_AT_MOST = 150;
    /** Searched one after the other when ruin and recreate finds nothing more. */
    private static final int WINDOWS = 3;

    /** Short searches are not worth loading the solver. */
    private static final int STEPS_BEFORE_WINDOWS = 200;

    private static final int MOST_PAUSE = 16;
    private static final Objective.Level TARDINESS =
            new Objective.Level(List.of(new Objective.Term(1, Measure.Figure.WEIGHTED_TARDINESS_S)));

    private final CompiledProblem compiled;
    private final SerialGeneration generation;
    private final FactoryWindows windows;
    private final BooleanSupplier stop;
    private final Budget budget;
    private final long seed;
    private final Consumer<Improvement> onImprovement;
    private final SplittableRandom random;
    private final long startedNs = System.nanoTime();
    private final double[] bestKeys;
    private final double[] keys;
    private long steps;
    private final Objective objective;
    private final ObjectiveFunction function;
    private final double[] value;
    private double[] bestValue;
    private Score best = new Score(Integer.MAX_VALUE, 0, 0, 0);
    private Timetable inCheapHours = Timetable.empty();
    private Timetable bestTimetable = Timetable.empty();
    private Map<String, BindingReason> bestUnplanned = Map.of();
    private long[] costsS = new long[0];
    private double totalCostS;
    private volatile long provenTardinessS;
    private int pause = 1;
    private int roundsUntilWindows = 1;

    Search(
            ScheduleProblem problem,
            Objective objective,
            Budget budget,
            long seed,
            Consumer<Improvement> onImprovement,
            BooleanSupplier stop) {
        compiled = new CompiledProblem(problem);
        generation = new SerialGeneration(compiled);
        this.objective = objective;
        function = new ObjectiveFunction(compiled, objective);
        value = function.newValue();
        bestValue = function.newValue();
        Arrays.fill(bestValue, Double.POSITIVE_INFINITY);
        windows = new FactoryWindows(compiled, objective, new SplittableRandom(seed));
        this.stop = stop;
        this.budget = budget;
        this.seed = seed;
        this.onImprovement = onImprovement;
        random = new SplittableRandom(seed);
        bestKeys = new double[generation.clusterCount()];
        keys = new double[bestKeys.length];
    }

    Solution run() {
        for (DispatchRule rule : DispatchRule.values()) {
            if (steps == 0 || !isSpent()) {
                generation.byRule(rule);
                if (!generation.isAborted()) {
                    keepIfBetter();
                }
                // The first plan is always finished; every other one is given up as soon as somebody says stop.
                generation.abortWhen(this::isSpent);
            }
        }
        beginNearEarlierPlans();
        moveIntoCheapHours();
        while (!isSpent() && !isPerfect()) {
            if (keys.length <= REBUILT_AT_MOST) {
                rebuild();
            }
            ruinAndRecreate();
            searchWindows();
            moveIntoCheapHours();
        }
        List<Unscheduled> unscheduled = new ArrayList<>();
        bestUnplanned.forEach((operation, reason) -> unscheduled.add(new Unscheduled(operation, reason)));
        return new Solution(
                bestTimetable,
                best,
                ObjectiveFunction.asValue(bestValue),
                unscheduled,
                seed,
                steps,
                windows.isProven());
    }

    private void rebuild() {
        System.arraycopy(bestKeys, 0, keys, 0, keys.length);
        if (totalCostS > 0 && random.nextInt(3) == 0) {
            pullForward();
        } else {
            shake();
        }
        generation.byKeys(keys);
        if (!generation.isAborted()) {
            keepIfBetter();
        }
    }

    private void ruinAndRecreate() {
        var neighbourhood = new LargeNeighbourhood(compiled, bestTimetable, function, random);
        // Telling of a plan takes as long as several steps on large problems.
        int interval = 1 + compiled.operationCount() / 50;
        int idle = 0;
        boolean untold = false;
        while (!isSpent() && idle < 4 * keys.length) {
            idle++;
            steps++;
            if (neighbourhood.step()) {
                idle = 0;
                untold = true;
            }
            if (untold && steps % interval == 0) {
                tell(neighbourhood);
                untold = false;
            }
        }
        if (untold) {
            tell(neighbourhood);
        }
        generation.keysOf(bestTimetable, bestKeys);
    }

    /**
     * Some windows, and then fewer as long as they bring nothing. A window is a step unless the solver is interrupted, so
     * that the steps lead to the same plan again.
     */
    private void searchWindows() {
        if (steps < STEPS_BEFORE_WINDOWS || --roundsUntilWindows > 0) {
            return;
        }
        boolean brought = false;
        for (int tried = 0; tried < WINDOWS && !isSpent() && !isPerfect(); tried++) {
            Timetable found = windows.improve(bestTimetable, bestValue, this::isStopped);
            if (isStopped()) {
                return;
            }
            steps++;
            if (found == null) {
                noteProof();
            } else if (TimetableValidator.violations(compiled.problem, found).isEmpty()) {
                brought |= keepIfBetter(found, bestUnplanned);
            }
        }
        pause = brought ? 1 : Math.min(MOST_PAUSE, 2 * pause);
        roundsUntilWindows = pause;
    }

    private void noteProof() {
        int level = objective.levels().indexOf(TARDINESS);
        if (level >= 0 && windows.provenLevels() > level) {
            provenTardinessS = best.weightedTardinessS();
        }
    }

    /** Weighted tardiness that was proven to be the least; 0 as long as nothing was. */
    long provenTardinessS() {
        return provenTardinessS;
    }

    /** Steps do not count here: what a window costs of them is known before it begins. */
    private boolean isStopped() {
        return stop.getAsBoolean() || elapsedS() >= budget.seconds();
    }

    private void tell(LargeNeighbourhood neighbourhood) {
        best = neighbourhood.score();
        bestValue = neighbourhood.value();
        bestTimetable = neighbourhood.timetable();
        bestUnplanned = neighbourhood.unplanned();
        tell();
    }

    private void tell() {
        onImprovement.accept(
                new Improvement(steps, elapsedS(), best, ObjectiveFunction.asValue(bestValue), bestTimetable));
    }

    private void beginNearEarlierPlans() {
        for (Measure measure : objective.measures()) {
            if (measure instanceof Measure.MovedOperations moved && !isSpent()) {
                Repair near = new Repairing(compiled.problem, moved.from(), seed).nearest();
                Map<String, BindingReason> unplanned = new LinkedHashMap<>();
                near.unscheduled().forEach(left -> unplanned.put(left.operationId(), left.reason()));
                keepIfBetter(near.timetable(), unplanned);
            }
        }
    }

    private void moveIntoCheapHours() {
        for (Measure measure : objective.measures()) {
            if (measure instanceof Measure.Energy energy && !isSpent() && !inCheapHours.equals(bestTimetable)) {
                var cheap = new CheapHours(compiled, bestTimetable, energy.tariff(), (step, cost) -> {}, this::isSpent);
                cheap.shift();
                keepIfBetter(cheap.timetable(), bestUnplanned);
            }
        }
        inCheapHours = bestTimetable;
    }

    private boolean isSpent() {
        return stop.getAsBoolean() || steps >= budget.steps() || elapsedS() >= budget.seconds();
    }

    /** A plan of at most one cluster cannot be reordered; others may be proven to be the best. */
    private boolean isPerfect() {
        return keys.length < 2 || windows.isProven();
    }

    private double elapsedS() {
        return (System.nanoTime() - startedNs) * NANOS;
    }

    private void shake() {
        double spread = SPREADS[random.nextInt(SPREADS.length)];
        double share = Math.min(1, 20.0 / keys.length) + random.nextDouble() * 0.2;
        for (int i = 0; i < keys.length; i++) {
            if (random.nextDouble() < share) {
                keys[i] += spread * (2 * random.nextDouble() - 1);
            }
        }
    }

    private void pullForward() {
        double by = random.nextDouble() * random.nextDouble() * keys.length;
        for (int cluster : generation.clustersOfJob(drawTardyJob())) {
            keys[cluster] -= by;
        }
    }

    /** A job drawn with a chance in proportion to what its tardiness costs. */
    private int drawTardyJob() {
        double left = random.nextDouble() * totalCostS;
        int job = -1;
        do {
            left -= costsS[++job];
        } while (left >= 0 && job < costsS.length - 1);
        return job;
    }

    private void keepIfBetter() {
        if (keepIfBetter(generation.plan(), generation.unplanned())) {
            int[] sequence = generation.sequence();
            for (int position = 0; position < sequence.length; position++) {
                bestKeys[sequence[position]] = position;
            }
        }
    }

    private boolean keepIfBetter(Timetable timetable, Map<String, BindingReason> unplanned) {
        var plan = new PartialPlan(compiled);
        for (Assignment assignment : timetable.assignments()) {
            if (!plan.isPlaced(compiled.indexOfOperation(assignment.operationId()))) {
                plan.put(assignment);
            }
        }
        boolean better = keepIfBetter(plan, unplanned);
        if (better) {
            generation.keysOf(bestTimetable, bestKeys);
        }
        return better;
    }

    private boolean keepIfBetter(PartialPlan plan, Map<String, BindingReason> unplanned) {
        steps++;
        Score score = Score.of(compiled, plan, unplanned.size());
        function.evaluate(plan, score, value);
        if (ObjectiveFunction.compare(value, bestValue) >= 0) {
            return false;
        }
        best = score;
        bestValue = value.clone();
        bestTimetable = plan.timetable();
        bestUnplanned = unplanned;
        costsS = Score.costsS(compiled, plan);
        totalCostS = 0;
        for (long costS : costsS) {
            totalCostS += costS;
        }
        tell();
        return true;
    }
}
