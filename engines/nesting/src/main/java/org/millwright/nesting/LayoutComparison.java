package org.millwright.nesting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;

/**
 * Two layouts of one problem side by side.
 *
 * @param changed copies that lie elsewhere, on another piece, or otherwise turned in the second, as they lie there;
 *     those that lie in the first only are left out
 * @param better negative when the first is better by the order in which the search prefers layouts, positive when the
 *     second is, 0 when they are alike
 */
public record LayoutComparison(LayoutFigures first, LayoutFigures second, List<Placement> changed, int better) {
    public LayoutComparison {
        changed = List.copyOf(changed);
    }

    public static LayoutComparison of(NestingProblem problem, Layout first, Layout second) {
        Map<String, Placement> before = new HashMap<>();
        first.placements()
                .forEach(placement -> before.put(placement.copyIndex() + " of " + placement.itemId(), placement));
        List<Placement> changed = second.placements().stream()
                .filter(placement -> !placement.equals(before.get(placement.copyIndex() + " of " + placement.itemId())))
                .toList();
        return new LayoutComparison(
                LayoutFigures.of(problem, first),
                LayoutFigures.of(problem, second),
                changed,
                Quality.of(problem, first).compareTo(Quality.of(problem, second)));
    }
}
