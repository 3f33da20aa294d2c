package org.millwright.scheduling;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.Insertion;
import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.construct.improve.CatchUp;
import org.millwright.scheduling.construct.improve.LargeNeighbourhood;
import org.millwright.scheduling.construct.improve.ObjectiveFunction;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.objective.Objective;

/**
 * Places displaced work by due date, in a few shuffled orders where that leaves work out or misses deadlines, and then
 * brings back what lost most.
 */
final class Repairing {
    private static final int ORDERS = 4;
    /** About 50 ms for 5,000 operations with people. */
    private static final int CATCH_UP_STEPS = 200;

    private final ScheduleProblem changed;
    private final Timetable previous;
    private final CompiledProblem compiled;
    private final SplittableRandom random;

    Repairing(ScheduleProblem changed, Timetable previous, long seed) {
        this.changed = changed;
        this.previous = previous;
        compiled = new CompiledProblem(changed);
        random = new SplittableRandom(seed);
    }

    /** Nothing moves but what must. */
    Repair nearest() {
        return repair(inserted());
    }

    /** @param onValid told of the plan in which nothing moves but what must, before anything is brought back */
    Repair best(Consumer<Repair> onValid) {
        Insertion insertion = inserted();
        onValid.accept(repair(insertion));
        catchUp(insertion);
        return repair(insertion);
    }

    Repair improved(Budget budget, Objective objective) {
        var function = new ObjectiveFunction(compiled, objective);
        Insertion insertion = inserted();
        Timetable start = insertion.timetable();
        double[] nearest = valueOf(insertion, function);
        catchUp(insertion);
        if (ObjectiveFunction.compare(valueOf(insertion, function), nearest) < 0) {
            start = insertion.timetable();
        }
        var neighbourhood = new LargeNeighbourhood(compiled, start, function, random);
        long untilNs = System.nanoTime() + (long) Math.min(1e18, budget.seconds() * 1e9);
        for (long step = 0; step < budget.steps() && System.nanoTime() < untilNs; step++) {
            neighbourhood.step();
        }
        return new Repair(
                neighbourhood.timetable(),
                neighbourhood.score(),
                Scheduling.unscheduled(neighbourhood.unplanned()),
                Differences.between(changed, previous, neighbourhood.timetable()));
    }

    private Repair repair(Insertion insertion) {
        Timetable repaired = insertion.timetable();
        return new Repair(
                repaired,
                insertion.score(),
                Scheduling.unscheduled(insertion.unplanned()),
                Differences.between(changed, previous, repaired));
    }

    private static double[] valueOf(Insertion insertion, ObjectiveFunction function) {
        double[] value = function.newValue();
        function.evaluate(insertion.plan(), insertion.score(), value);
        return value;
    }

    private Insertion inserted() {
        Insertion best = attempt(0);
        double spreadS = dueSpreadS();
        for (int order = 1; order < ORDERS && spreadS > 0 && isLacking(best.score()); order++) {
            Insertion other = attempt(spreadS);
            if (other.score().compareTo(best.score()) < 0) {
                best = other;
            }
        }
        return best;
    }

    private static boolean isLacking(Score score) {
        return score.unplanned() > 0 || score.missedDeadlines() > 0;
    }

    private void catchUp(Insertion insertion) {
        new CatchUp(compiled, insertion.plan(), previous, random.split()).run(CATCH_UP_STEPS);
    }

    private Insertion attempt(double spreadS) {
        var insertion = new Insertion(compiled);
        insertion.keepValid(previous);
        insertion.placeFrom(0, cluster -> spreadS == 0 ? 0 : (random.nextDouble() - 0.5) * spreadS);
        return insertion;
    }

    private double dueSpreadS() {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Job job : changed.jobs()) {
            first = Math.min(first, job.dueS());
            last = Math.max(last, job.dueS());
        }
        return changed.jobs().size() < 2 ? 0 : (double) last - first;
    }
}
