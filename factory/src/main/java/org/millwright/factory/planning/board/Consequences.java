package org.millwright.factory.planning.board;

import java.util.List;

/**
 * What a change of the plan would lead to.
 *
 * @param shifts bars that stand elsewhere afterwards, by start
 * @param newlyLate order numbers that would be late and are not now
 * @param inTimeAgain order numbers that are late now and would not be
 */
public record Consequences(
        PlanFigures before,
        PlanFigures after,
        List<BarShift> shifts,
        List<String> newlyLate,
        List<String> inTimeAgain) {
    public Consequences {
        shifts = List.copyOf(shifts);
        newlyLate = List.copyOf(newlyLate);
        inTimeAgain = List.copyOf(inTimeAgain);
    }
}
