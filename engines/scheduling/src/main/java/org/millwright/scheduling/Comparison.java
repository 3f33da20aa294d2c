package org.millwright.scheduling;

import org.millwright.scheduling.objective.ObjectiveValue;

/**
 * Two plans of one problem side by side.
 *
 * @param first figures of the first plan
 * @param second figures of the second plan
 * @param firstValue what the first plan is worth by the objective
 * @param secondValue what the second plan is worth by the objective
 * @param diff what is different in the second plan: moved operations, late jobs before and after
 */
public record Comparison(
        PlanFigures first,
        PlanFigures second,
        ObjectiveValue firstValue,
        ObjectiveValue secondValue,
        Repair.Diff diff) {
    /** Below 0 when the second plan is better by the objective, above 0 when it is worse. */
    public int verdict() {
        return secondValue.compareTo(firstValue);
    }
}
