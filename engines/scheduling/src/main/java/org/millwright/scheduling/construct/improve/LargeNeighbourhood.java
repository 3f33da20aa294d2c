package org.millwright.scheduling.construct.improve;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.construct.cluster.ClusterSet;
import org.millwright.scheduling.construct.dispatch.Workload;
import org.millwright.scheduling.model.BindingReason;
import org.millwright.scheduling.model.Timetable;

/**
 * Improves a plan by ruin and recreate (Schrimpf et al. 2000): a few related clusters and all that follows them are taken
 * out and put back in another order, each at its earliest place; the outcome stays when it is not worse. Whatever the
 * placing rules know of (calendars, people, lags, fixed work) holds in every plan on the way.
 */
public final class LargeNeighbourhood {
    private static final int FEWEST = 2;
    private static final int MOST = 12;

    private static final int REFRESH = 256;
    private static final int MOST_DOUBLINGS = 9;

    private final CompiledProblem compiled;
    private final PartialPlan plan;
    private final SplittableRandom random;
    private final ObjectiveFunction objective;
    private final double[] value;
    private final double[] found;
    private final ClusterSet ruined;
    private final Recreation recreation;
    private final Scoreboard board;
    private final TimeOrder order;
    private final Workload load;
    private final Map<Integer, BindingReason> unplanned = new LinkedHashMap<>();
    private double totalCostS;
    private Score score;
    private long steps;

    /** @param objective by which an outcome stays or not */
    public LargeNeighbourhood(
            CompiledProblem compiled, Timetable start, ObjectiveFunction objective, SplittableRandom random) {
        this.compiled = compiled;
        this.random = random;
        this.objective = objective;
        value = objective.newValue();
        found = objective.newValue();
        plan = new PartialPlan(compiled);
        load = new Workload(compiled);
        ruined = new ClusterSet(compiled.clusters.members.length);
        recreation = new Recreation(compiled, plan);
        start.assignments().forEach(assignment -> {
            if (!plan.isPlaced(compiled.indexOfOperation(assignment.operationId()))) {
                plan.put(assignment);
            }
        });
        for (int operation = 0; operation < compiled.operationCount(); operation++) {
            if (!plan.isPlaced(operation)) {
                unplanned.put(operation, new BindingReason(BindingReason.Kind.MACHINE_BUSY, null, null, 0));
            }
        }
        board = new Scoreboard(compiled, plan);
        order = new TimeOrder(compiled, plan);
        score = board.score(unplanned.size());
        objective.evaluate(plan, score, value);
        totalCostS = score.weightedTardinessS();
    }

    public Score score() {
        return score;
    }

    /** What the plan is worth by the objective. */
    public double[] value() {
        return value.clone();
    }

    public Timetable timetable() {
        return plan.timetable();
    }

    public Map<String, BindingReason> unplanned() {
        Map<String, BindingReason> named = new LinkedHashMap<>();
        unplanned.forEach((operation, reason) -> named.put(compiled.operations[operation].id(), reason));
        return named;
    }

    /** Tries one change; true when the plan became better. */
    public boolean step() {
        if (steps++ % REFRESH == 0) {
            order.refresh();
        }
        Map<Integer, BindingReason> before = unplanned.isEmpty() ? Map.of() : new LinkedHashMap<>(unplanned);
        chooseRuined();
        recreation.takeOut(ruined);
        double spreadS = load.meanProcessingS() * (random.nextBoolean() ? 2 : 20);
        double multiple = random.nextBoolean() ? 0 : 1 << random.nextInt(MOST_DOUBLINGS);
        recreation.putBack(ruined, cluster -> key(cluster, spreadS, multiple), unplanned::put);
        board.begin();
        board.refresh(ruined);
        Score foundScore = board.score(unplanned.size());
        objective.evaluate(plan, foundScore, found);
        int compared = ObjectiveFunction.compare(found, value);
        if (compared > 0) {
            recreation.restore(ruined);
            board.undo();
            unplanned.clear();
            unplanned.putAll(before);
            assert isConsistent() : "The score is out of step after taking back step " + steps;
            return false;
        }
        score = foundScore;
        System.arraycopy(found, 0, value, 0, value.length);
        totalCostS = score.weightedTardinessS();
        assert isConsistent() : "The score is out of step after step " + steps;
        return compared < 0;
    }

    /** Recomputes everything; for assertions. */
    private boolean isConsistent() {
        double[] again = objective.newValue();
        objective.evaluate(plan, score, again);
        return score.equals(Score.of(compiled, plan, unplanned.size())) && Arrays.equals(again, value);
    }

    private void chooseRuined() {
        ruined.clear();
        for (int operation : unplanned.keySet()) {
            ruined.add(compiled.clusters.clusterOf[operation]);
        }
        unplanned.clear();
        int wanted = ruined.count + FEWEST + random.nextInt(MOST - FEWEST + 1);
        int seed = totalCostS > 0 && random.nextInt(4) > 0 ? operationOf(drawTardyJob()) : anyOperation();
        ruined.add(compiled.clusters.clusterOf[seed]);
        for (int attempt = 0; attempt < 4 * wanted && ruined.count < wanted; attempt++) {
            int[] members = compiled.clusters.members[ruined.items[random.nextInt(ruined.count)]];
            int related = order.related(members[random.nextInt(members.length)], random);
            if (related >= 0) {
                ruined.add(compiled.clusters.clusterOf[related]);
            }
        }
        recreation.addDependents(ruined);
    }

    private int anyOperation() {
        return random.nextInt(compiled.operationCount());
    }

    private int drawTardyJob() {
        double left = random.nextDouble() * totalCostS;
        int job = -1;
        do {
            left -= board.costS[++job];
        } while (left >= 0 && job < board.costS.length - 1);
        return job;
    }

    private int operationOf(int job) {
        int[] own = compiled.operationsOfJob[job];
        return own.length == 0 ? anyOperation() : own[random.nextInt(own.length)];
    }

    /** By urgency for the weight, or by due date and work for the weight; shuffled a little either way. */
    private double key(int cluster, double spreadS, double multiple) {
        int operation = compiled.clusters.members[cluster][0];
        double noiseS = spreadS * (2 * random.nextDouble() - 1);
        if (multiple > 0) {
            return load.dueByWorkS(operation, multiple) + noiseS;
        }
        double slackS = load.dueS(operation) - (double) load.remainingS(operation) - compiled.problem.nowS();
        double weight = Math.max(1, load.weight(operation));
        return (slackS > 0 ? slackS / weight : slackS * weight) + noiseS;
    }
}
