package org.millwright.scheduling.makespan;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Good plans that differ. A new one replaces the worst, unless it is worse still or a copy. */
final class Population {
    private final int size;
    private final SplittableRandom random;
    private final List<ShopPlanOrder> plans = new ArrayList<>();

    record Pair(ShopPlanOrder first, ShopPlanOrder second) {}

    Population(int size, SplittableRandom random) {
        this.size = size;
        this.random = random;
    }

    boolean add(ShopPlanOrder plan) {
        for (ShopPlanOrder other : plans) {
            if (other.isCopyOf(plan)) {
                return false;
            }
        }
        if (plans.size() < size) {
            plans.add(plan);
            return true;
        }
        int worst = 0;
        for (int i = 1; i < plans.size(); i++) {
            if (plans.get(i).makespan() > plans.get(worst).makespan()) {
                worst = i;
            }
        }
        if (plan.makespan() > plans.get(worst).makespan()) {
            return false;
        }
        plans.set(worst, plan);
        return true;
    }

    Pair drawPair() {
        int a = random.nextInt(plans.size());
        int b = plans.size() < 2 ? a : random.nextInt(plans.size() - 1);
        return new Pair(plans.get(a), plans.get(b >= a && plans.size() > 1 ? b + 1 : b));
    }
}
