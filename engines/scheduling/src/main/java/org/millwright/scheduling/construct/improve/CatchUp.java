package org.millwright.scheduling.construct.improve;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.construct.cluster.ClusterSet;
import org.millwright.scheduling.construct.dispatch.Workload;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Timetable;

/**
 * Brings jobs forward that a change has thrown back: one of them, drawn by what its delay costs, is put back together
 * with a few others that stand where it stood before, by ruin and recreate. Work that never lost its place moves only
 * where that pays, and only so much of it.
 */
public final class CatchUp {
    private static final int FEWEST = 2;
    private static final int MOST = 9;
    /** Share of all operations that may move beyond what the change moved. */
    private static final double MOST_MOVED = 0.03;
    /** In weighted seconds of tardiness; keeps people's plans from being turned over for next to nothing. */
    private static final long PRICE_PER_MOVE_S = 3600;

    private static final int MOST_DOUBLINGS = 9;
    private static final int REFRESH = 64;

    private final CompiledProblem compiled;
    private final PartialPlan plan;
    private final SplittableRandom random;
    private final Recreation recreation;
    private final ClusterSet ruined;
    private final Scoreboard board;
    private final TimeOrder order;
    private final Workload load;
    private final boolean[] known;
    private final long[] wasStartS;
    private final int[] wasOn;
    private final long[] wasCostS;
    private boolean complete;

    /**
     * @param plan changed in place
     * @param previous where the work stood before
     */
    public CatchUp(CompiledProblem compiled, PartialPlan plan, Timetable previous, SplittableRandom random) {
        this.compiled = compiled;
        this.plan = plan;
        this.random = random;
        recreation = new Recreation(compiled, plan);
        ruined = new ClusterSet(compiled.clusters.members.length);
        board = new Scoreboard(compiled, plan);
        order = new TimeOrder(compiled, plan);
        load = new Workload(compiled);
        int count = compiled.operationCount();
        known = new boolean[count];
        wasStartS = new long[count];
        wasOn = new int[count];
        wasCostS = new long[compiled.jobs.length];
        Arrays.fill(wasCostS, Long.MAX_VALUE);
        long[] endS = new long[compiled.jobs.length];
        Arrays.fill(endS, Long.MIN_VALUE);
        for (int v = 0; v < count; v++) {
            Assignment was =
                    previous.findAssignment(compiled.operations[v].id()).orElse(null);
            if (was != null) {
                known[v] = true;
                wasStartS[v] = was.setupStartS();
                wasOn[v] = compiled.indexOfResource(was.machineId());
                int job = compiled.jobOf[v];
                endS[job] = Math.max(endS[job], was.endS());
                wasCostS[job] = Score.costS(compiled, job, endS[job]);
            }
        }
    }

    /** Tries so many changes, or fewer when nothing is thrown back any more. No work is left out on the way. */
    public void run(int steps) {
        int moved = 0;
        for (int v = 0; v < known.length; v++) {
            moved += isMoved(v) ? 1 : 0;
        }
        int most = moved + (int) (MOST_MOVED * known.length);
        for (int step = 0; step < steps; step++) {
            if (step % REFRESH == 0) {
                order.refresh();
            }
            int job = drawDelayedJob();
            if (job < 0) {
                return;
            }
            moved += change(job, most - moved);
        }
    }

    /** How many operations more are moved than before. */
    private int change(int job, int mayMove) {
        int first = firstDelayed(job);
        if (first < 0) {
            return 0;
        }
        chooseRuined(first);
        if (!isAllPlaced()) {
            return 0;
        }
        int movedBefore = movedOfRuined();
        Score before = board.score(0);
        recreation.takeOut(ruined);
        complete = true;
        double spreadS = load.meanProcessingS() * (random.nextBoolean() ? 2 : 20);
        double multiple = random.nextBoolean() ? 0 : 1 << random.nextInt(MOST_DOUBLINGS);
        boolean goesFirst = random.nextBoolean();
        recreation.putBack(
                ruined, cluster -> key(cluster, job, goesFirst, spreadS, multiple), (v, reason) -> complete = false);
        board.begin();
        board.refresh(ruined);
        Score after = board.score(0);
        int more = movedOfRuined() - movedBefore;
        long gainS = before.weightedTardinessS() - after.weightedTardinessS() - more * PRICE_PER_MOVE_S;
        boolean better = after.missedDeadlines() < before.missedDeadlines()
                || (after.missedDeadlines() == before.missedDeadlines() && gainS > 0);
        if (!complete || !better || more > mayMove) {
            recreation.restore(ruined);
            board.undo();
            return 0;
        }
        return more;
    }

    private boolean isAllPlaced() {
        for (int i = 0; i < ruined.count; i++) {
            for (int v : compiled.clusters.members[ruined.items[i]]) {
                if (!plan.placed[v]) {
                    return false;
                }
            }
        }
        return true;
    }

    private int movedOfRuined() {
        int moved = 0;
        for (int i = 0; i < ruined.count; i++) {
            for (int v : compiled.clusters.members[ruined.items[i]]) {
                moved += isMoved(v) ? 1 : 0;
            }
        }
        return moved;
    }

    private boolean isMoved(int v) {
        return known[v] && !(plan.placed[v] && plan.startS[v] == wasStartS[v] && plan.machine[v] == wasOn[v]);
    }

    private void chooseRuined(int first) {
        ruined.clear();
        ruined.add(compiled.clusters.clusterOf[first]);
        int wanted = FEWEST + random.nextInt(MOST - FEWEST + 1);
        long aroundS = Math.max(wasStartS[first], plan.arrivalS(first));
        for (int attempt = 0; attempt < 4 * wanted && ruined.count < wanted; attempt++) {
            int other;
            if (ruined.count == 1 || random.nextBoolean()) {
                other = order.near(first, aroundS, random);
            } else {
                int[] members = compiled.clusters.members[ruined.items[random.nextInt(ruined.count)]];
                other = order.related(members[random.nextInt(members.length)], random);
            }
            if (other >= 0) {
                ruined.add(compiled.clusters.clusterOf[other]);
            }
        }
        recreation.addDependents(ruined);
    }

    private int firstDelayed(int job) {
        int first = -1;
        for (int v : compiled.operationsOfJob[job]) {
            boolean delayed = known[v] && plan.placed[v] && !plan.isFixed(v) && plan.startS[v] > wasStartS[v];
            if (delayed && (first < 0 || plan.startS[v] < plan.startS[first])) {
                first = v;
            }
        }
        return first;
    }

    /** By what was lost since the plan before; -1 when nothing was. */
    private int drawDelayedJob() {
        double totalS = 0;
        for (int job = 0; job < wasCostS.length; job++) {
            totalS += Math.max(0, board.costS[job] - wasCostS[job]);
        }
        double left = random.nextDouble() * totalS;
        int drawn = -1;
        for (int job = 0; job < wasCostS.length && left >= 0; job++) {
            long lostS = board.costS[job] - wasCostS[job];
            if (lostS > 0) {
                drawn = job;
                left -= lostS;
            }
        }
        return drawn;
    }

    private double key(int cluster, int job, boolean goesFirst, double spreadS, double multiple) {
        int operation = compiled.clusters.members[cluster][0];
        if (goesFirst && compiled.jobOf[operation] == job) {
            return Double.NEGATIVE_INFINITY;
        }
        double noiseS = spreadS * (2 * random.nextDouble() - 1);
        return multiple > 0
                ? load.dueByWorkS(operation, multiple) + noiseS
                : load.dueS(operation) - (double) load.remainingS(operation) + noiseS;
    }
}
