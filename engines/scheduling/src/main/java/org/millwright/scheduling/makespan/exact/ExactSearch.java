package org.millwright.scheduling.makespan.exact;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.millwright.scheduling.exact.SolverWatch;
import org.millwright.scheduling.makespan.FlexibleShop;
import org.millwright.scheduling.makespan.Incumbent;
import org.millwright.scheduling.makespan.ShopGraph;
import org.millwright.scheduling.makespan.ShopPlanOrder;

/**
 * The whole problem as a constraint model for CP-SAT: intervals, one of several where machines differ, no overlap per
 * machine. Starts from a known plan and ends with a proof, or when told to. The native library is loaded on first use.
 */
public final class ExactSearch {
    private final FlexibleShop shop;
    private final CpModel model = new CpModel();
    private final IntVar[] start;
    private final IntVar makespan;
    private final BoolVar[] chosen;

    /**
     * What came of it.
     *
     * @param best the best plan known, at worst the one started from
     * @param lowerBound no plan is shorter
     * @param isProven whether nothing better than {@code best} exists
     */
    public record Outcome(ShopPlanOrder best, long lowerBound, boolean isProven) {}

    /** @param known a plan; only ones at most as long are searched for */
    public ExactSearch(FlexibleShop shop, ShopPlanOrder known) {
        this(shop, known, 0);
    }

    /** @param lowerBound a makespan that is known not to be undercut, at most that of the plan */
    ExactSearch(FlexibleShop shop, ShopPlanOrder known, int lowerBound) {
        Loader.loadNativeLibraries();
        this.shop = shop;
        start = new IntVar[shop.operationCount];
        chosen = new BoolVar[shop.modeMachine.length];
        makespan = model.newIntVar(lowerBound, known.makespan(), "makespan");
        List<List<IntervalVar>> onMachine = new ArrayList<>();
        for (int k = 0; k < shop.machineCount; k++) {
            onMachine.add(new ArrayList<>());
        }
        for (int job = 0; job < shop.jobCount; job++) {
            int rest = 0;
            for (int v = shop.firstOfJob[job]; v < shop.firstOfJob[job + 1]; v++) {
                rest += shop.shortest[v];
            }
            int ready = 0;
            LinearExpr before = null;
            for (int v = shop.firstOfJob[job]; v < shop.firstOfJob[job + 1]; v++) {
                start[v] = model.newIntVar(ready, Math.max(ready, known.makespan() - rest), "");
                LinearExpr end = addOperation(v, known.makespan(), onMachine);
                if (before != null) {
                    model.addGreaterOrEqual(start[v], before);
                }
                before = end;
                ready += shop.shortest[v];
                rest -= shop.shortest[v];
            }
            if (before != null) {
                model.addGreaterOrEqual(makespan, before);
            }
        }
        onMachine.forEach(model::addNoOverlap);
        model.minimize(makespan);
        hint(known);
    }

    private LinearExpr addOperation(int v, int horizon, List<List<IntervalVar>> onMachine) {
        int first = shop.firstMode[v];
        int count = shop.firstMode[v + 1] - first;
        if (count == 1) {
            onMachine
                    .get(shop.modeMachine[first])
                    .add(model.newFixedSizeIntervalVar(start[v], shop.modeDuration[first], ""));
            return LinearExpr.newBuilder()
                    .add(start[v])
                    .add(shop.modeDuration[first])
                    .build();
        }
        IntVar end = model.newIntVar(0, horizon, "");
        BoolVar[] modes = new BoolVar[count];
        for (int c = 0; c < count; c++) {
            modes[c] = model.newBoolVar("");
            chosen[first + c] = modes[c];
            int duration = shop.modeDuration[first + c];
            onMachine
                    .get(shop.modeMachine[first + c])
                    .add(model.newOptionalFixedSizeIntervalVar(start[v], duration, modes[c], ""));
            model.addEquality(
                            end,
                            LinearExpr.newBuilder().add(start[v]).add(duration).build())
                    .onlyEnforceIf(modes[c]);
        }
        model.addExactlyOne(modes);
        return LinearExpr.newBuilder().add(end).build();
    }

    private void hint(ShopPlanOrder known) {
        var graph = new ShopGraph(shop);
        graph.load(known.machine(), known.order());
        for (int v = 0; v < start.length; v++) {
            model.addHint(start[v], graph.head[v]);
            for (int mode = shop.firstMode[v]; mode < shop.firstMode[v + 1]; mode++) {
                if (chosen[mode] != null) {
                    model.addHint(chosen[mode], shop.modeMachine[mode] == graph.machine[v]);
                }
            }
        }
    }

    /**
     * Searches until proof or stop.
     *
     * @param threads workers of CP-SAT
     * @param stop asked every few milliseconds
     * @param onImprovement told of plans shorter than the known one
     */
    public Outcome run(
            ShopPlanOrder known, int threads, long seed, BooleanSupplier stop, Consumer<ShopPlanOrder> onImprovement) {
        var solver = new CpSolver();
        solver.getParameters().setNumWorkers(threads);
        return run(solver, known, seed, stop, onImprovement);
    }

    /**
     * The same with one worker that reasons about orders on machines instead of linear relaxations: slower to good plans,
     * and much faster to proofs. The bound is read when it ends: the solver's own way of telling of bounds ends the whole
     * program in version 9.15.
     */
    Outcome prove(ShopPlanOrder known, long seed, BooleanSupplier stop, Consumer<ShopPlanOrder> onImprovement) {
        var solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(1)
                .setLinearizationLevel(0)
                .setUseDynamicPrecedenceInDisjunctive(true)
                .setUseStrongPropagationInDisjunctive(true);
        return run(solver, known, seed, stop, onImprovement);
    }

    private Outcome run(
            CpSolver solver,
            ShopPlanOrder known,
            long seed,
            BooleanSupplier stop,
            Consumer<ShopPlanOrder> onImprovement) {
        var incumbent = new Incumbent(onImprovement);
        solver.getParameters()
                .setRandomSeed((int) (seed & 0x7FFFFFFF))
                // Probing in presolve takes minutes on flexible shops before the search even begins.
                .setCpModelProbingLevel(0);
        CpSolverStatus status;
        try (var watch = new SolverWatch(solver, stop)) {
            status = watch.solve(model, new CpSolverSolutionCallback() {
                @Override
                public void onSolutionCallback() {
                    ShopPlanOrder plan = plan(this::value, this::booleanValue);
                    if (plan.makespan() < known.makespan()) {
                        incumbent.offer(plan);
                    }
                }
            });
        }
        ShopPlanOrder best = incumbent.makespan() < known.makespan() ? incumbent.get() : known;
        boolean isProven = status == CpSolverStatus.OPTIMAL;
        long bound = isProven ? best.makespan() : Math.max(0, (long) Math.ceil(solver.bestObjectiveBound() - 1e-6));
        return new Outcome(best, Math.min(bound, best.makespan()), isProven);
    }

    private interface Value {
        long of(IntVar variable);
    }

    private interface Truth {
        boolean of(BoolVar variable);
    }

    /** The order of starts; work of no length goes before what starts at the same time. */
    private ShopPlanOrder plan(Value value, Truth truth) {
        int count = shop.operationCount;
        int[] machine = new int[count];
        long[] begins = new long[count];
        long[] ends = new long[count];
        Integer[] sorted = new Integer[count];
        for (int v = 0; v < count; v++) {
            sorted[v] = v;
            begins[v] = value.of(start[v]);
            for (int mode = shop.firstMode[v]; mode < shop.firstMode[v + 1]; mode++) {
                if (chosen[mode] == null || truth.of(chosen[mode])) {
                    machine[v] = shop.modeMachine[mode];
                    ends[v] = begins[v] + shop.modeDuration[mode];
                }
            }
        }
        Arrays.sort(sorted, (a, b) -> {
            int byStart = Long.compare(begins[a], begins[b]);
            int byEnd = byStart != 0 ? byStart : Long.compare(ends[a], ends[b]);
            return byEnd != 0 ? byEnd : Integer.compare(a, b);
        });
        int[] order = Arrays.stream(sorted).mapToInt(Integer::intValue).toArray();
        var graph = new ShopGraph(shop);
        graph.load(machine, order);
        return graph.snapshot();
    }
}
