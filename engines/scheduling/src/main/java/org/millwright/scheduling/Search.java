package org.millwright.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.construct.dispatch.DispatchRule;
import org.millwright.scheduling.construct.dispatch.SerialGeneration;
import org.millwright.scheduling.construct.improve.LargeNeighbourhood;
import org.millwright.scheduling.construct.improve.Stability;
import org.millwright.scheduling.model.BindingReason;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;

/**
 * Every dispatch rule once; then, by turns, random changes of the best order from which a whole new plan is built, and
 * ruin and recreate on the best plan. The larger the problem, the more of the latter. The best plan by {@link Score} is
 * kept.
 */
final class Search {
    private static final double[] SPREADS = {1, 3, 10, 40};
    private static final double NANOS = 1e-9;
    private static final int REBUILT_AT_MOST = 150;

    private final CompiledProblem compiled;
    private final SerialGeneration generation;
    private final BooleanSupplier stop;
    private final Budget budget;
    private final long seed;
    private final Consumer<Improvement> onImprovement;
    private final SplittableRandom random;
    private final long startedNs = System.nanoTime();
    private final double[] bestKeys;
    private final double[] keys;
    private long steps;
    private Score best = new Score(Integer.MAX_VALUE, 0, 0, 0);
    private Timetable bestTimetable = Timetable.empty();
    private Map<String, BindingReason> bestUnplanned = Map.of();
    private long[] costsS = new long[0];
    private double totalCostS;

    Search(
            ScheduleProblem problem,
            Budget budget,
            long seed,
            Consumer<Improvement> onImprovement,
            BooleanSupplier stop) {
        compiled = new CompiledProblem(problem);
        generation = new SerialGeneration(compiled);
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
        while (!isSpent() && !isPerfect()) {
            if (keys.length <= REBUILT_AT_MOST) {
                rebuild();
            }
            ruinAndRecreate();
        }
        List<Unscheduled> unscheduled = new ArrayList<>();
        bestUnplanned.forEach((operation, reason) -> unscheduled.add(new Unscheduled(operation, reason)));
        return new Solution(bestTimetable, best, unscheduled, seed, steps);
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
        var neighbourhood = new LargeNeighbourhood(compiled, bestTimetable, Stability.none(compiled), random);
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

    private void tell(LargeNeighbourhood neighbourhood) {
        best = neighbourhood.score();
        bestTimetable = neighbourhood.timetable();
        bestUnplanned = neighbourhood.unplanned();
        onImprovement.accept(new Improvement(steps, elapsedS(), best, bestTimetable));
    }

    private boolean isSpent() {
        return stop.getAsBoolean() || steps >= budget.steps() || elapsedS() >= budget.seconds();
    }

    /** A plan of at most one cluster cannot be reordered. */
    private boolean isPerfect() {
        return keys.length < 2;
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
        steps++;
        Score score = generation.score();
        if (score.compareTo(best) >= 0) {
            return;
        }
        best = score;
        bestTimetable = generation.timetable();
        bestUnplanned = generation.unplanned();
        costsS = generation.tardinessCostsS();
        totalCostS = 0;
        for (long costS : costsS) {
            totalCostS += costS;
        }
        int[] sequence = generation.sequence();
        for (int position = 0; position < sequence.length; position++) {
            bestKeys[sequence[position]] = position;
        }
        onImprovement.accept(new Improvement(steps, elapsedS(), best, bestTimetable));
    }
}
