package org.millwright.scheduling.tardiness;

import java.util.List;
import org.millwright.scheduling.tardiness.shop.CostRule;

/**
 * What annealing makes less, and what it must not make more.
 *
 * @param rule what counts
 * @param setupPrice cost of one unit of setup time, which the rule's own cost leaves out
 * @param caps values by other rules that are not exceeded: the levels of an objective before this one
 */
record AnnealingGoal(CostRule rule, double setupPrice, List<Cap> caps) {
    AnnealingGoal {
        caps = List.copyOf(caps);
    }

    /** A value by a rule that no plan may exceed. */
    record Cap(CostRule rule, long atMost) {}

    double cost(SequencePlan plan) {
        return plan.cost + setupPrice * plan.setups;
    }

    /** The same of a plan by another rule. */
    double costOf(SequencePlan plan) {
        return plan.value(rule) + (setupPrice - rule.setup()) * plan.setups;
    }

    boolean holdsCaps(SequencePlan plan) {
        for (int i = 0; i < caps.size(); i++) {
            if (plan.value(caps.get(i).rule()) > caps.get(i).atMost()) {
                return false;
            }
        }
        return true;
    }
}
