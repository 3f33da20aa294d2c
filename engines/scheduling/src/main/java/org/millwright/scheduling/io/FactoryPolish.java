package org.millwright.scheduling.io;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.millwright.scheduling.Budget;
import org.millwright.scheduling.Scheduling;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.improve.LargeNeighbourhood;
import org.millwright.scheduling.construct.improve.ObjectiveFunction;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.objective.Measure;
import org.millwright.scheduling.objective.Objective;
import org.millwright.scheduling.objective.ObjectiveEvaluator;
import org.millwright.scheduling.objective.ObjectiveValue;

/**
 * Brings a plan that was made for tardiness, length or setups towards an objective that counts more: it begins near the
 * earlier plan where work should stay, puts runs into cheaper hours where energy counts, and changes the rest by ruin and
 * recreate. By the levels of the objective it never becomes worse.
 */
final class FactoryPolish {
    /** A plan lasts no longer than so many times the one that it begins with, and two weeks. */
    private static final int ROOM = 3;

    private static final long TWO_WEEKS = 14 * 1440;
    private static final int IDLE_STEPS = 4;
    private static final int FEWEST_IDLE = 200;

    private final FactoryProblem factory;
    private final Objective objective;
    private final CompiledProblem compiled;
    private final ObjectiveFunction function;
    private final SplittableRandom random;
    private final long seed;
    private final Consumer<List<ShopPlan.Entry>> onBetter;
    private Timetable best;
    private ObjectiveValue bestValue;

    /** @param onBetter told of every better plan, not of the first one */
    FactoryPolish(
            MicroFactoryFormat factory,
            ShopObjective wanted,
            List<ShopPlan.Entry> start,
            long seed,
            Consumer<List<ShopPlan.Entry>> onBetter) {
        long end = 0;
        for (ShopPlan.Entry entry : start) {
            end = Math.max(end, entry.end());
        }
        for (ShopPlan.Entry entry : factory.previous()) {
            end = Math.max(end, entry.end());
        }
        this.factory = new FactoryProblem(factory, ROOM * end + TWO_WEEKS);
        this.seed = seed;
        this.onBetter = onBetter;
        objective = this.factory.objective(wanted);
        compiled = new CompiledProblem(this.factory.problem);
        function = new ObjectiveFunction(compiled, objective);
        random = new SplittableRandom(seed);
        best = this.factory.timetable(start);
        bestValue = value(best);
    }

    /**
     * Changes the plan until nothing more is found or the budget is over.
     *
     * @param steps tries of ruin and recreate
     * @param stop asked before each of them
     */
    void run(long steps, BooleanSupplier stop) {
        if (objective.measures().stream().anyMatch(Measure.MovedOperations.class::isInstance)) {
            Timetable previous = factory.previous();
            keep(Scheduling.repair(factory.problem, previous, seed, Budget.ofSteps(0), objective)
                    .timetable());
        }
        long left = steps;
        boolean better = true;
        while (better && left > 0 && !stop.getAsBoolean()) {
            better = intoCheapHours(stop);
            var neighbourhood = new LargeNeighbourhood(compiled, best, function, random);
            int patience = Math.max(FEWEST_IDLE, IDLE_STEPS * compiled.operationCount());
            int idle = 0;
            boolean changed = false;
            for (; left > 0 && idle < patience && !stop.getAsBoolean(); left--) {
                boolean found = neighbourhood.step();
                changed |= found;
                idle = found ? 0 : idle + 1;
            }
            better |= changed && keep(neighbourhood.timetable());
        }
    }

    private boolean intoCheapHours(BooleanSupplier stop) {
        boolean better = false;
        for (Measure measure : objective.measures()) {
            if (measure instanceof Measure.Energy energy && !stop.getAsBoolean()) {
                better |= keep(Scheduling.inCheapHours(factory.problem, best, energy.tariff(), (step, cost) -> {}, stop)
                        .timetable());
            }
        }
        return better;
    }

    private boolean keep(Timetable other) {
        List<ShopPlan.Entry> entries = factory.entries(other);
        ObjectiveValue value = value(other);
        if (entries == null || value.compareTo(bestValue) >= 0) {
            return false;
        }
        best = other;
        bestValue = value;
        onBetter.accept(new ArrayList<>(entries));
        return true;
    }

    private ObjectiveValue value(Timetable timetable) {
        return ObjectiveEvaluator.value(factory.problem, timetable, objective);
    }
}
