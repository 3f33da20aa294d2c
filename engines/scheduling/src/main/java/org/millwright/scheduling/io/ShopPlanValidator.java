package org.millwright.scheduling.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Checks a plan of a shop instance: every operation once, on a machine that can, for as long as it takes, in order,
 * after its release, within opening hours, with setups between operations of a machine; and the value it claims.
 */
final class ShopPlanValidator {
    private final ShopRules rules;
    private final List<String> violations = new ArrayList<>();
    private final ShopPlan.Entry[][] entries;

    private ShopPlanValidator(ShopRules rules) {
        this.rules = rules;
        entries = new ShopPlan.Entry[rules.jobCount()][];
        for (int job = 0; job < entries.length; job++) {
            entries[job] = new ShopPlan.Entry[rules.operationsOf(job)];
        }
    }

    static List<String> violations(ShopRules rules, List<ShopPlan.Entry> plan, long claimedValue) {
        var validator = new ShopPlanValidator(rules);
        plan.forEach(validator::checkEntry);
        validator.checkJobs();
        validator.checkMachines(plan);
        validator.checkValue(claimedValue);
        return validator.violations;
    }

    private void checkEntry(ShopPlan.Entry entry) {
        boolean known = entry.job() >= 0
                && entry.job() < entries.length
                && entry.operation() >= 0
                && entry.operation() < entries[entry.job()].length;
        if (!known) {
            violations.add("There is no operation %d of job %d.".formatted(entry.operation(), entry.job()));
            return;
        }
        if (entries[entry.job()][entry.operation()] != null) {
            violations.add("%s is planned twice.".formatted(name(entry)));
        }
        entries[entry.job()][entry.operation()] = entry;
        if (entry.start() < rules.release(entry.job())) {
            violations.add("%s starts at %d, before it may at %d."
                    .formatted(name(entry), entry.start(), rules.release(entry.job())));
        }
        if (!rules.allows(entry.job(), entry.operation(), entry.machine(), entry.end() - entry.start())) {
            violations.add("%s cannot run %d on machine %d."
                    .formatted(name(entry), entry.end() - entry.start(), entry.machine()));
        } else if (!rules.isOpen(entry.machine(), entry.start(), entry.end())) {
            violations.add("%s runs %d..%d, when machine %d is closed."
                    .formatted(name(entry), entry.start(), entry.end(), entry.machine()));
        }
    }

    private void checkJobs() {
        for (int job = 0; job < entries.length; job++) {
            for (int i = 0; i < entries[job].length; i++) {
                ShopPlan.Entry entry = entries[job][i];
                if (entry == null) {
                    violations.add("Operation %d of job %d is not planned.".formatted(i, job));
                } else if (i > 0 && entries[job][i - 1] != null && entries[job][i - 1].end() > entry.start()) {
                    violations.add("%s starts at %d, before the operation before it ends at %d."
                            .formatted(name(entry), entry.start(), entries[job][i - 1].end()));
                }
            }
        }
    }

    private void checkMachines(List<ShopPlan.Entry> plan) {
        List<ShopPlan.Entry> sorted = new ArrayList<>(plan);
        sorted.sort(Comparator.comparingInt(ShopPlan.Entry::machine)
                .thenComparingLong(ShopPlan.Entry::start)
                .thenComparingLong(ShopPlan.Entry::end));
        for (int i = 1; i < sorted.size(); i++) {
            ShopPlan.Entry earlier = sorted.get(i - 1);
            ShopPlan.Entry later = sorted.get(i);
            if (earlier.machine() != later.machine() || !isKnown(earlier) || !isKnown(later)) {
                continue;
            }
            long setup = rules.setup(earlier, later);
            if (later.start() < earlier.end()) {
                violations.add(
                        "%s and %s overlap on machine %d.".formatted(name(earlier), name(later), later.machine()));
            } else if (later.start() < earlier.end() + setup) {
                violations.add("%s starts %d after %s on machine %d, but its setup takes %d."
                        .formatted(name(later), later.start() - earlier.end(), name(earlier), later.machine(), setup));
            }
        }
    }

    private boolean isKnown(ShopPlan.Entry entry) {
        return entry.job() >= 0
                && entry.job() < entries.length
                && entry.operation() >= 0
                && entry.operation() < entries[entry.job()].length;
    }

    private void checkValue(long claimed) {
        List<Long> completions = new ArrayList<>();
        for (ShopPlan.Entry[] job : entries) {
            long completion = 0;
            for (ShopPlan.Entry entry : job) {
                completion = entry == null ? completion : Math.max(completion, entry.end());
            }
            completions.add(completion);
        }
        long value = rules.value(completions);
        if (value != claimed) {
            String what = rules.objective().equals("makespan")
                    ? "The plan claims a makespan of %d but ends at %d."
                    : "The plan claims a weighted tardiness of %d but has %d.";
            violations.add(what.formatted(claimed, value));
        }
    }

    private static String name(ShopPlan.Entry entry) {
        return "Operation %d of job %d".formatted(entry.operation(), entry.job());
    }
}
