package org.millwright.scheduling.construct.improve;

import java.util.ArrayList;
import java.util.List;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.objective.Measure;
import org.millwright.scheduling.objective.Objective;
import org.millwright.scheduling.objective.ObjectiveValue;

/**
 * The value of plans under construction by an objective, in an array: what is unplanned, then the levels. Whatever a
 * {@link Score} holds costs nothing more; the rest is one pass over all operations for each term.
 */
public final class ObjectiveFunction {
    private final double[][] weights;
    private final PlanMeasure[][] measures;

    /** One term of the objective; what it needs to know of the problem is laid out in arrays. */
    interface PlanMeasure {
        double of(PartialPlan plan, Score score);
    }

    public ObjectiveFunction(CompiledProblem compiled, Objective objective) {
        var sequence = new MachineOrder(compiled);
        int levels = objective.levels().size();
        weights = new double[levels][];
        measures = new PlanMeasure[levels][];
        for (int level = 0; level < levels; level++) {
            List<Objective.Term> terms = objective.levels().get(level).terms();
            weights[level] = terms.stream().mapToDouble(Objective.Term::weight).toArray();
            measures[level] = terms.stream()
                    .map(term -> compile(compiled, sequence, term.measure()))
                    .toArray(PlanMeasure[]::new);
        }
    }

    private static PlanMeasure compile(CompiledProblem compiled, MachineOrder order, Measure measure) {
        return switch (measure) {
            case Measure.Figure figure ->
                switch (figure) {
                    case MISSED_DEADLINES -> (plan, score) -> score.missedDeadlines();
                    case WEIGHTED_TARDINESS_S -> (plan, score) -> score.weightedTardinessS();
                    case MAKESPAN_S -> (plan, score) -> score.makespanS();
                    case LATE_JOBS -> new LateJobs(compiled);
                    case SETUP_S -> new SetupSum(compiled, order);
                };
            case Measure.Energy energy -> new EnergySum(compiled, order, energy.tariff());
            case Measure.MovedOperations moved -> new MovedCount(compiled, moved.from());
            case Measure.SlackShortfall slack -> new SlackSum(compiled, order, slack.wantedS());
        };
    }

    /** An array for {@link #evaluate}. */
    public double[] newValue() {
        return new double[measures.length + 1];
    }

    /**
     * Writes what a plan is worth.
     *
     * @param score of the same plan
     */
    public void evaluate(PartialPlan plan, Score score, double[] value) {
        value[0] = score.unplanned();
        for (int level = 0; level < measures.length; level++) {
            double sum = 0;
            for (int term = 0; term < measures[level].length; term++) {
                sum += weights[level][term] * measures[level][term].of(plan, score);
            }
            value[level + 1] = ObjectiveValue.rounded(sum);
        }
    }

    /** Below 0 when the first value is better. */
    public static int compare(double[] first, double[] second) {
        int order = 0;
        for (int i = 0; order == 0 && i < first.length; i++) {
            order = Double.compare(first[i], second[i]);
        }
        return order;
    }

    /** The same value for readers outside. */
    public static ObjectiveValue asValue(double[] value) {
        List<Double> levels = new ArrayList<>(value.length - 1);
        for (int level = 1; level < value.length; level++) {
            levels.add(value[level]);
        }
        return new ObjectiveValue((int) value[0], levels);
    }
}
