package org.millwright.scheduling.construct;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
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

    private final CompiledProblem compiled;
    private final PartialPlan plan;
    private final SplittableRandom random;
    private final Stability stability;
    private final int[] ruined;
    private final boolean[] isRuined;
    private final int[] waiting;
    private final KeyHeap ready;
    private final Workload load;
    private final Map<Integer, BindingReason> unplanned = new LinkedHashMap<>();
    private long[] costsS;
    private double totalCostS;
    private Score score;
    private long priceS;
    private int ruinedCount;

    /** @param stability what moving work against an earlier plan costs */
    public LargeNeighbourhood(CompiledProblem compiled, Timetable start, Stability stability, SplittableRandom random) {
        this.compiled = compiled;
        this.random = random;
        this.stability = stability;
        plan = new PartialPlan(compiled);
        load = new Workload(compiled);
        int clusters = compiled.clusters.members.length;
        ruined = new int[clusters];
        isRuined = new boolean[clusters];
        waiting = new int[clusters];
        ready = new KeyHeap(clusters);
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
        score = Score.of(compiled, plan, unplanned.size());
        priceS = stability.priceS(plan);
        costsS = Score.costsS(compiled, plan);
        totalCostS = Arrays.stream(costsS).asDoubleStream().sum();
    }

    public Score score() {
        return score;
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
        Map<Integer, BindingReason> before = new LinkedHashMap<>(unplanned);
        ruin();
        recreate();
        Score found = Score.of(compiled, plan, unplanned.size());
        long foundPriceS = stability.priceS(plan);
        int order = compare(found, foundPriceS);
        if (order > 0) {
            restore();
            unplanned.clear();
            unplanned.putAll(before);
            return false;
        }
        score = found;
        priceS = foundPriceS;
        if (order < 0) {
            costsS = Score.costsS(compiled, plan);
            totalCostS = Arrays.stream(costsS).asDoubleStream().sum();
        }
        return order < 0;
    }

    /** Tardiness and moved work count together, after what is left out and missed. */
    private int compare(Score found, long foundPriceS) {
        var asPriced = new Score(
                found.unplanned(),
                found.missedDeadlines(),
                found.weightedTardinessS() + foundPriceS,
                found.makespanS());
        return asPriced.compareTo(new Score(
                score.unplanned(), score.missedDeadlines(), score.weightedTardinessS() + priceS, score.makespanS()));
    }

    private void ruin() {
        for (int i = 0; i < ruinedCount; i++) {
            isRuined[ruined[i]] = false;
        }
        ruinedCount = 0;
        for (int operation : unplanned.keySet()) {
            add(compiled.clusters.clusterOf[operation]);
        }
        int wanted = ruinedCount + FEWEST + random.nextInt(MOST - FEWEST + 1);
        int seed = totalCostS > 0 && random.nextInt(4) > 0 ? operationOf(drawTardyJob()) : anyOperation();
        add(compiled.clusters.clusterOf[seed]);
        for (int attempt = 0; attempt < 4 * wanted && ruinedCount < wanted; attempt++) {
            int related = related(compiled.clusters.members[ruined[random.nextInt(ruinedCount)]][0]);
            if (related >= 0) {
                add(compiled.clusters.clusterOf[related]);
            }
        }
        for (int next = 0; next < ruinedCount; next++) {
            for (int operation : compiled.clusters.members[ruined[next]]) {
                for (int successor : compiled.successors[operation]) {
                    add(compiled.clusters.clusterOf[successor]);
                }
                // Without one of its members a batch may be too empty to begin when it does.
                Batches batches = plan.ruledBatches(operation);
                if (batches != null) {
                    batches.eachTogether(operation, other -> add(compiled.clusters.clusterOf[other]));
                }
            }
        }
        for (int i = 0; i < ruinedCount; i++) {
            for (int operation : compiled.clusters.members[ruined[i]]) {
                plan.save(operation);
                if (plan.isPlaced(operation) && !plan.isFixed(operation)) {
                    plan.remove(operation);
                }
                unplanned.remove(operation);
            }
        }
    }

    private void add(int cluster) {
        if (!isRuined[cluster]) {
            isRuined[cluster] = true;
            ruined[ruinedCount++] = cluster;
        }
    }

    /** One of a few drawn operations that could compete with this one: on its machine, and near it in time. */
    private int related(int operation) {
        int best = -1;
        long bestDistance = Long.MAX_VALUE;
        for (int draw = 0; draw < 12; draw++) {
            int other = anyOperation();
            if (other == operation || !plan.isPlaced(other) || !plan.isPlaced(operation)) {
                continue;
            }
            long distance = Math.abs(plan.startS[other] - plan.startS[operation]);
            if (plan.machine[other] != plan.machine[operation]) {
                distance = 4 * distance + 3600;
            }
            if (distance < bestDistance) {
                bestDistance = distance;
                best = other;
            }
        }
        return best;
    }

    private int anyOperation() {
        return random.nextInt(compiled.operationCount());
    }

    private int drawTardyJob() {
        double left = random.nextDouble() * totalCostS;
        int job = -1;
        do {
            left -= costsS[++job];
        } while (left >= 0 && job < costsS.length - 1);
        return job;
    }

    private int operationOf(int job) {
        int[] own = compiled.operationsOfJob[job];
        return own.length == 0 ? anyOperation() : own[random.nextInt(own.length)];
    }

    private void recreate() {
        double spreadS = load.meanProcessingS() * (random.nextBoolean() ? 2 : 20);
        ready.clear();
        for (int i = 0; i < ruinedCount; i++) {
            waiting[ruined[i]] = 0;
        }
        for (int i = 0; i < ruinedCount; i++) {
            for (int operation : compiled.clusters.members[ruined[i]]) {
                for (int earlier : compiled.before[operation]) {
                    int cluster = compiled.clusters.clusterOf[earlier];
                    if (cluster != ruined[i] && isRuined[cluster]) {
                        waiting[ruined[i]]++;
                    }
                }
            }
        }
        for (int i = 0; i < ruinedCount; i++) {
            if (waiting[ruined[i]] == 0) {
                ready.add(ruined[i], key(ruined[i], spreadS));
            }
        }
        while (!ready.isEmpty()) {
            int cluster = ready.removeFirst();
            place(cluster);
            for (int operation : compiled.clusters.members[cluster]) {
                for (int successor : compiled.successors[operation]) {
                    int next = compiled.clusters.clusterOf[successor];
                    if (next != cluster && --waiting[next] == 0) {
                        ready.add(next, key(next, spreadS));
                    }
                }
            }
        }
    }

    private double key(int cluster, double spreadS) {
        int operation = compiled.clusters.members[cluster][0];
        double urgencyS = load.dueS(operation) - (double) load.remainingS(operation);
        return urgencyS / Math.max(1, load.weight(operation)) + spreadS * (2 * random.nextDouble() - 1);
    }

    private void place(int cluster) {
        @Nullable BindingReason reason = plan.placeCluster(cluster);
        if (reason != null) {
            for (int operation : compiled.clusters.members[cluster]) {
                if (!plan.isPlaced(operation)) {
                    unplanned.put(operation, reason);
                }
            }
        }
    }

    private void restore() {
        for (int i = 0; i < ruinedCount; i++) {
            for (int operation : compiled.clusters.members[ruined[i]]) {
                if (plan.isPlaced(operation) && !plan.isFixed(operation)) {
                    plan.remove(operation);
                }
            }
        }
        for (int i = 0; i < ruinedCount; i++) {
            for (int operation : compiled.clusters.members[ruined[i]]) {
                plan.restore(operation);
            }
        }
    }
}
