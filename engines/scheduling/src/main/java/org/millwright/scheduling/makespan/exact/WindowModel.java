package org.millwright.scheduling.makespan.exact;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.millwright.scheduling.exact.SolverWatch;
import org.millwright.scheduling.makespan.FlexibleShop;
import org.millwright.scheduling.makespan.ShopGraph;

/**
 * A stretch of a plan's topological order as a constraint model for CP-SAT with one worker: the operations in it may
 * change machine and order, those before it keep their heads, those after it their tails (the partial order relaxation of
 * Godard, Laborie and Nuijten 2005). Only shorter plans are solutions, so the absence of one proves the stretch.
 */
final class WindowModel {
    /** What came of a window. */
    enum Verdict {
        BETTER,
        PROVEN,
        UNDECIDED
    }

    private final FlexibleShop shop;
    private final int[] machine;
    private final int[] order;
    private final int from;
    private final int to;
    private final int makespan;
    private final CpModel model = new CpModel();
    private final IntVar[] start;
    private final BoolVar[] chosen;
    /** By machine: when what stands before the window ends, and what still follows after it. */
    private final int[] ready;

    private final int[] rest;
    private int[] foundMachine = new int[0];
    private int[] foundOrder = new int[0];

    /** @param from first place of the window in the order of the graph, {@code to} the place after its last */
    WindowModel(ShopGraph graph, int from, int to) {
        Loader.loadNativeLibraries();
        shop = graph.shop;
        machine = graph.machine.clone();
        order = graph.order.clone();
        this.from = from;
        this.to = to;
        makespan = graph.makespan;
        start = new IntVar[shop.operationCount];
        chosen = new BoolVar[shop.modeMachine.length];
        ready = new int[shop.machineCount];
        rest = new int[shop.machineCount];
        for (int i = 0; i < from; i++) {
            int v = order[i];
            ready[machine[v]] = graph.head[v] + graph.duration[v];
        }
        for (int i = order.length - 1; i >= to; i--) {
            int v = order[i];
            rest[machine[v]] = graph.tail[v] + graph.duration[v];
        }
        build(graph);
    }

    private void build(ShopGraph graph) {
        List<List<IntervalVar>> onMachine = new ArrayList<>();
        for (int k = 0; k < shop.machineCount; k++) {
            onMachine.add(new ArrayList<>());
        }
        IntVar length = model.newIntVar(0, makespan - 1L, "");
        for (int i = from; i < to; i++) {
            int v = order[i];
            start[v] = model.newIntVar(graph.jobPreviousEnd(v, from), makespan, "");
        }
        for (int i = from; i < to; i++) {
            int v = order[i];
            int next = shop.jobNext[v];
            boolean followed = next >= 0 && start[next] != null;
            int jobRest = followed || next < 0 ? 0 : graph.tail[next] + graph.duration[next];
            List<Literal> modes = new ArrayList<>();
            for (int mode = shop.firstMode[v]; mode < shop.firstMode[v + 1]; mode++) {
                int k = shop.modeMachine[mode];
                int duration = shop.modeDuration[mode];
                chosen[mode] = model.newBoolVar("");
                modes.add(chosen[mode]);
                onMachine.get(k).add(model.newOptionalFixedSizeIntervalVar(start[v], duration, chosen[mode], ""));
                model.addGreaterOrEqual(start[v], ready[k]).onlyEnforceIf(chosen[mode]);
                model.addGreaterOrEqual(length, plus(start[v], (long) duration + Math.max(jobRest, rest[k])))
                        .onlyEnforceIf(chosen[mode]);
                if (followed) {
                    model.addGreaterOrEqual(start[next], plus(start[v], duration))
                            .onlyEnforceIf(chosen[mode]);
                }
                model.addHint(chosen[mode], k == machine[v]);
            }
            model.addExactlyOne(modes);
            model.addHint(start[v], graph.head[v]);
        }
        onMachine.forEach(model::addNoOverlap);
        model.minimize(length);
    }

    private static LinearExpr plus(IntVar variable, long constant) {
        return LinearExpr.newBuilder().add(variable).add(constant).build();
    }

    /**
     * Searches for a while; a better plan is then in {@link #load}.
     *
     * @param seconds at most
     * @param stop asked every few milliseconds
     */
    Verdict solve(double seconds, long seed, BooleanSupplier stop) {
        var solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(1)
                .setMaxTimeInSeconds(seconds)
                .setRandomSeed((int) (seed & 0x7FFFFFFF))
                .setCpModelProbingLevel(0);
        CpSolverStatus status;
        try (var watch = new SolverWatch(solver, stop)) {
            status = watch.solve(model);
        }
        if (status == CpSolverStatus.INFEASIBLE) {
            return Verdict.PROVEN;
        }
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return Verdict.UNDECIDED;
        }
        read(solver);
        return Verdict.BETTER;
    }

    private void read(CpSolver solver) {
        foundMachine = machine.clone();
        Integer[] window = new Integer[to - from];
        long[] begins = new long[shop.operationCount];
        long[] ends = new long[shop.operationCount];
        for (int i = from; i < to; i++) {
            int v = order[i];
            window[i - from] = v;
            begins[v] = solver.value(start[v]);
            for (int mode = shop.firstMode[v]; mode < shop.firstMode[v + 1]; mode++) {
                if (solver.booleanValue(chosen[mode])) {
                    foundMachine[v] = shop.modeMachine[mode];
                    ends[v] = begins[v] + shop.modeDuration[mode];
                }
            }
        }
        // Work of no length goes before what starts at the same time; within a job the number decides.
        Arrays.sort(window, (a, b) -> {
            int byStart = Long.compare(begins[a], begins[b]);
            int byEnd = byStart != 0 ? byStart : Long.compare(ends[a], ends[b]);
            return byEnd != 0 ? byEnd : Integer.compare(a, b);
        });
        foundOrder = order.clone();
        for (int i = from; i < to; i++) {
            foundOrder[i] = window[i - from];
        }
    }

    /** Whether the window is the whole plan, so that its proof is one of the plan. */
    boolean isWhole() {
        return to - from == order.length;
    }

    /** Takes the better plan over; only after {@link Verdict#BETTER}. */
    void load(ShopGraph graph) {
        graph.load(foundMachine, foundOrder);
    }
}
