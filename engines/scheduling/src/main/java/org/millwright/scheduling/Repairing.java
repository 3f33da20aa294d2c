package org.millwright.scheduling;

import java.util.SplittableRandom;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.Insertion;
import org.millwright.scheduling.construct.improve.LargeNeighbourhood;
import org.millwright.scheduling.construct.improve.ObjectiveFunction;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.objective.Objective;

/** Places displaced work in the order of due dates and in a few shuffled orders, and keeps the best outcome. */
final class Repairing {
    private static final int ORDERS = 4;

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

    Repair best() {
        Insertion best = attempt(0);
        double spreadS = dueSpreadS();
        for (int order = 1; order < ORDERS && spreadS > 0; order++) {
            Insertion other = attempt(spreadS);
            if (other.score().compareTo(best.score()) < 0) {
                best = other;
            }
        }
        Timetable repaired = best.timetable();
        return new Repair(
                repaired,
                best.score(),
                Scheduling.unscheduled(best.unplanned()),
                Differences.between(changed, previous, repaired));
    }

    Repair improved(Budget budget, Objective objective) {
        Repair repair = best();
        var neighbourhood = new LargeNeighbourhood(
                compiled, repair.timetable(), new ObjectiveFunction(compiled, objective), random);
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
