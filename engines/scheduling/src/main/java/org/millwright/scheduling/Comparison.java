package org.millwright.scheduling;

/**
 * Two plans of one problem side by side.
 *
 * @param first figures of the first plan
 * @param second figures of the second plan
 * @param diff what is different in the second plan: moved operations, late jobs before and after
 */
public record Comparison(PlanFigures first, PlanFigures second, Repair.Diff diff) {
    /** Below 0 when the second plan is better by its objective, above 0 when it is worse. */
    public int verdict() {
        return second.objective().compareTo(first.objective());
    }
}
