package org.millwright.scheduling.construct.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.resource.Interval;
import org.millwright.scheduling.model.resource.Resource;
import org.millwright.scheduling.model.resource.WorkCalendar;
import org.millwright.scheduling.tardiness.bound.Extents;
import org.millwright.scheduling.tardiness.bound.MachineTimeBound;
import org.millwright.scheduling.tardiness.shop.CostRule;
import org.millwright.scheduling.tardiness.shop.SetupShop;
import org.millwright.scheduling.tardiness.shop.WeeklyShifts;

/**
 * Weighted tardiness that no complete plan avoids because machines take one operation at a time: of every job that counts,
 * the chain of operations that ends last buys machine time ({@link MachineTimeBound}). Kept are alternatives, opening hours,
 * fixed work, setups, unloads and least waits. People, tools, batches, changeovers, longest waits and operations beside the
 * chains are left out, which can only make a plan cheaper.
 */
public final class PricedBound {
    private static final int LONGEST = 500_000_000;
    /** With more rounds prices hardly change any more. */
    private static final long MOST_ROUNDS = 2_000;

    private final CompiledProblem compiled;
    private final PartialPlan fixed;
    private final EarliestTimes earliest;
    private final long horizonS;
    private final List<List<Integer>> chains = new ArrayList<>();
    private final List<Integer> jobs = new ArrayList<>();
    private final @Nullable SetupShop shop;
    private final @Nullable Extents extents;
    /** Weighted tardiness of jobs that no chain stands for, each alone. */
    private long aloneS;

    /** @param planEndS about when a good plan ends; decides how good the bound is, not whether it holds */
    public PricedBound(CompiledProblem compiled, long planEndS) {
        this.compiled = compiled;
        fixed = new PartialPlan(compiled);
        earliest = new EarliestTimes(compiled, fixed);
        horizonS = Math.clamp(planEndS - compiled.problem.nowS(), 1, LONGEST / 2);
        collectChains();
        shop = chains.isEmpty() ? null : shop();
        extents = shop == null ? null : extents(shop);
    }

    /** Whether so much time of a thread is enough for prices that are worth having, as a guess. */
    public boolean isWorth(double seconds) {
        return shop != null && MachineTimeBound.isWorth(shop, 1, seconds);
    }

    /**
     * In weighted seconds; 0 when nothing is known.
     *
     * @param spent the share of the time that is over
     * @param stop asked now and then; once it says yes, the answer is 0
     */
    public long of(DoubleSupplier spent, long seed, BooleanSupplier stop) {
        if (shop == null || extents == null) {
            return aloneS;
        }
        long priced = new MachineTimeBound(shop, extents, CostRule.TARDINESS, (int) horizonS, 1, seed)
                .ofJobs(spent, MOST_ROUNDS, stop);
        return stop.getAsBoolean() ? 0 : Math.max(0, priced) + aloneS;
    }

    /** Each operation is in one chain at most, so that machine time is bought once. */
    private void collectChains() {
        boolean[] taken = new boolean[compiled.operationCount()];
        for (int job = 0; job < compiled.jobs.length; job++) {
            if (compiled.jobs[job].weight() == 0 || earliest.completionS[job] >= EarliestTimes.NEVER) {
                continue;
            }
            int last = -1;
            for (int v : compiled.operationsOfJob[job]) {
                if (last < 0 || earliest.endS[v] > earliest.endS[last]) {
                    last = v;
                }
            }
            List<Integer> chain = new ArrayList<>();
            for (int v = last; v >= 0 && !taken[v] && !fixed.isPlaced(v); v = latestBefore(v)) {
                taken[v] = true;
                chain.add(v);
            }
            if (chain.isEmpty()) {
                aloneS += compiled.jobs[job].weight()
                        * Math.max(0, earliest.completionS[job] - compiled.jobs[job].dueS());
            } else {
                Collections.reverse(chain);
                chains.add(chain);
                jobs.add(job);
            }
        }
    }

    private int latestBefore(int v) {
        int latest = -1;
        long latestS = Long.MIN_VALUE;
        for (int k = 0; k < compiled.before[v].length; k++) {
            int before = compiled.before[v][k];
            long untilS = earliest.endS[before] + compiled.precedence(v, k).minLagS();
            if (untilS > latestS) {
                latestS = untilS;
                latest = before;
            }
        }
        return latest;
    }

    private SetupShop shop() {
        int machines = compiled.resources.length;
        List<SetupShop.Order> orders = new ArrayList<>();
        for (int i = 0; i < chains.size(); i++) {
            List<SetupShop.Step> steps = new ArrayList<>();
            for (int v : chains.get(i)) {
                List<Integer> on = new ArrayList<>();
                List<Integer> durations = new ArrayList<>();
                for (int mode = 0; mode < compiled.modeMachine[v].length; mode++) {
                    int machine = compiled.modeMachine[v][mode];
                    on.add(machine < 0 ? machines : machine);
                    durations.add(capped(reachS(v, mode)));
                }
                steps.add(new SetupShop.Step(0, on, durations));
            }
            var job = compiled.jobs[jobs.get(i)];
            long dueS = job.dueS() - compiled.problem.nowS();
            int first = chains.get(i).getFirst();
            orders.add(new SetupShop.Order(
                    fromNow(earliest.readyS[first]), (int) Math.clamp(dueS, -LONGEST, LONGEST), job.weight(), steps));
        }
        @Nullable WeeklyShifts[] shifts = new WeeklyShifts[machines + 1];
        for (int k = 0; k < machines; k++) {
            shifts[k] = shifts(k);
        }
        int[][] noSetups = new int[machines + 1][];
        Arrays.fill(noSetups, new int[1]);
        return new SetupShop(orders, 1, noSetups, shifts);
    }

    /** Setup, run and unload: the machine is blocked for all of it. */
    private long reachS(int v, int mode) {
        Operation operation = compiled.operations[v];
        return operation.setupS() + compiled.modeRunS[v][mode] + operation.unloadS();
    }

    private Extents extents(SetupShop of) {
        int[] work = of.modeDuration.clone();
        int[] taken = of.modeDuration.clone();
        int[] step = of.modeDuration.clone();
        int[] earliestOf = new int[of.operationCount];
        int number = 0;
        for (List<Integer> chain : chains) {
            for (int i = 0; i < chain.size(); i++, number++) {
                int v = chain.get(i);
                earliestOf[number] = fromNow(earliest.readyS[v]);
                long lagS = i + 1 < chain.size() ? lagS(v, chain.get(i + 1)) : 0;
                for (int mode = of.firstMode[number]; mode < of.firstMode[number + 1]; mode++) {
                    work[mode] = compiled.operations[v].resumable()
                            ? 0
                            : work[mode] - capped(compiled.operations[v].unloadS());
                    taken[mode] = takesOneAtATime(of.modeMachine[mode]) ? taken[mode] : 0;
                    step[mode] = capped(step[mode] + lagS);
                }
            }
        }
        return new Extents(work, taken, step, earliestOf);
    }

    private long lagS(int before, int v) {
        long lag = 0;
        for (int k = 0; k < compiled.before[v].length; k++) {
            if (compiled.before[v][k] == before) {
                lag = Math.max(lag, compiled.precedence(v, k).minLagS());
            }
        }
        return lag;
    }

    private boolean takesOneAtATime(int machine) {
        return machine < compiled.resources.length
                && compiled.resources[machine].capacity() == 1
                && !compiled.resources[machine].batches();
    }

    /** Opening hours less fixed work, as one long period; null when it is always open. */
    private @Nullable WeeklyShifts shifts(int k) {
        Resource resource = compiled.resources[k];
        List<Interval> taken = new ArrayList<>();
        for (int v = 0; v < compiled.operationCount() && takesOneAtATime(k); v++) {
            if (fixed.isPlaced(v) && fixed.machine[v] == k && fixed.endS[v] > fixed.startS[v]) {
                taken.add(new Interval(fixed.startS[v], fixed.endS[v]));
            }
        }
        WorkCalendar open = resource.available().without(taken);
        if (open.equals(WorkCalendar.always())) {
            return null;
        }
        List<Interval> ahead = open.listOpen().stream()
                .filter(interval -> fromNow(interval.endS()) > fromNow(interval.startS()))
                .toList();
        return new WeeklyShifts(
                LONGEST,
                ahead.stream().mapToInt(interval -> fromNow(interval.startS())).toArray(),
                ahead.stream().mapToInt(interval -> fromNow(interval.endS())).toArray());
    }

    private int fromNow(long timeS) {
        return (int) Math.clamp(timeS - compiled.problem.nowS(), 0, LONGEST);
    }

    private static int capped(long timeS) {
        return (int) Math.min(LONGEST, timeS);
    }
}
