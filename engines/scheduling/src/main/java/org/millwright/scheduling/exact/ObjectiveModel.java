package org.millwright.scheduling.exact;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.List;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.objective.Measure.Figure;
import org.millwright.scheduling.objective.Objective;
import org.millwright.scheduling.objective.Objective.Level;
import org.millwright.scheduling.objective.Objective.Term;

/** Levels of an objective over what moves in a window and what stays, for measures that follow from when jobs end. */
final class ObjectiveModel {
    private final CompiledProblem compiled;
    private final FactoryModel factory;
    private final List<List<IntVar>> moving = new ArrayList<>();
    private final long[] stayingEndS;

    ObjectiveModel(CompiledProblem compiled, PartialPlan plan, FactoryModel factory) {
        this.compiled = compiled;
        this.factory = factory;
        stayingEndS = new long[compiled.jobs.length];
        for (int job = 0; job < stayingEndS.length; job++) {
            List<IntVar> ends = new ArrayList<>();
            stayingEndS[job] = Long.MIN_VALUE;
            for (int v : compiled.operationsOfJob[job]) {
                OperationVars own = factory.vars[v];
                if (own != null) {
                    ends.add(own.end());
                } else if (plan.placed[v]) {
                    stayingEndS[job] = Math.max(stayingEndS[job], plan.endS[v]);
                }
            }
            moving.add(ends);
        }
    }

    /** How many levels, from the first on, consist of nothing else than what can be modelled here. */
    static int levels(Objective objective) {
        int count = 0;
        for (Level level : objective.levels()) {
            for (Term term : level.terms()) {
                boolean whole = term.weight() == Math.rint(term.weight()) && term.weight() < 1e6;
                if (!whole || !(term.measure() instanceof Figure figure) || figure == Figure.SETUP_S) {
                    return count;
                }
            }
            count++;
        }
        return count;
    }

    /** What a level is worth. */
    LinearExpr level(Level level) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (Term term : level.terms()) {
            if (term.measure() instanceof Figure figure) {
                add(figure, (long) term.weight(), sum);
            }
        }
        return sum.build();
    }

    private void add(Figure figure, long weight, LinearExprBuilder sum) {
        if (figure == Figure.MAKESPAN_S) {
            addMakespan(weight, sum);
            return;
        }
        for (int job = 0; job < stayingEndS.length; job++) {
            Job asked = compiled.jobs[job];
            Long limitS = figure == Figure.MISSED_DEADLINES ? asked.deadlineS() : Long.valueOf(asked.dueS());
            if (limitS == null) {
                continue;
            }
            if (moving.get(job).isEmpty()) {
                sum.add(weight * staying(figure, job, limitS));
            } else if (figure == Figure.WEIGHTED_TARDINESS_S) {
                sum.addTerm(tardiness(job, limitS), weight * asked.weight());
            } else {
                sum.addTerm(isLate(job, limitS), weight);
            }
        }
    }

    private long staying(Figure figure, int job, long limitS) {
        return figure == Figure.WEIGHTED_TARDINESS_S
                ? Score.costS(compiled, job, stayingEndS[job])
                : stayingEndS[job] > limitS ? 1 : 0;
    }

    private IntVar tardiness(int job, long dueS) {
        long least = Math.max(0, stayingEndS[job] == Long.MIN_VALUE ? 0 : stayingEndS[job] - dueS);
        IntVar tardiness = factory.model.newIntVar(least, Math.max(least, factory.toS - dueS), "");
        for (IntVar end : moving.get(job)) {
            factory.model.addGreaterOrEqual(tardiness, FactoryModel.plus(end, factory.fromS - dueS));
        }
        return tardiness;
    }

    private BoolVar isLate(int job, long limitS) {
        BoolVar late = factory.model.newBoolVar("");
        if (stayingEndS[job] > limitS) {
            factory.model.addEquality(late, 1);
        }
        for (IntVar end : moving.get(job)) {
            factory.model.addLessOrEqual(end, limitS - factory.fromS).onlyEnforceIf(late.not());
        }
        return late;
    }

    private void addMakespan(long weight, LinearExprBuilder sum) {
        long nowS = compiled.problem.nowS();
        long leastS = nowS;
        for (long endS : stayingEndS) {
            leastS = Math.max(leastS, endS);
        }
        IntVar makespan = factory.model.newIntVar(leastS - nowS, Math.max(leastS, factory.toS) - nowS, "");
        for (List<IntVar> ends : moving) {
            for (IntVar end : ends) {
                factory.model.addGreaterOrEqual(makespan, FactoryModel.plus(end, factory.fromS - nowS));
            }
        }
        sum.addTerm(makespan, weight);
    }
}
