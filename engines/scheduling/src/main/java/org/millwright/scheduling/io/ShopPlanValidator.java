package org.millwright.scheduling.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Checks a plan of a shop instance: every operation once, on a machine that can, for as long as it takes, in order. */
final class ShopPlanValidator {
    private final ShopInstance instance;
    private final List<String> violations = new ArrayList<>();
    private final ShopPlan.Entry[][] entries;

    private ShopPlanValidator(ShopInstance instance) {
        this.instance = instance;
        entries = new ShopPlan.Entry[instance.jobCount()][];
        for (int job = 0; job < entries.length; job++) {
            entries[job] = new ShopPlan.Entry[instance.machinesOf()[job].length];
        }
    }

    static List<String> violations(ShopInstance instance, List<ShopPlan.Entry> plan, long claimedMakespan) {
        var validator = new ShopPlanValidator(instance);
        long makespan = 0;
        for (ShopPlan.Entry entry : plan) {
            validator.checkEntry(entry);
            makespan = Math.max(makespan, entry.end());
        }
        validator.checkJobs();
        validator.checkMachines(plan);
        if (makespan != claimedMakespan) {
            validator.violations.add(
                    "The plan claims a makespan of %d but ends at %d.".formatted(claimedMakespan, makespan));
        }
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
        if (entry.start() < 0) {
            violations.add("%s starts at %d, before time begins.".formatted(name(entry), entry.start()));
        }
        int[] machines = instance.machinesOf()[entry.job()][entry.operation()];
        long[] durations = instance.durationsOf()[entry.job()][entry.operation()];
        boolean possible = false;
        for (int c = 0; c < machines.length; c++) {
            possible |= machines[c] == entry.machine() && durations[c] == entry.end() - entry.start();
        }
        if (!possible) {
            violations.add("%s cannot run %d on machine %d."
                    .formatted(name(entry), entry.end() - entry.start(), entry.machine()));
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
        sorted.removeIf(entry -> entry.start() == entry.end());
        sorted.sort(Comparator.comparingInt(ShopPlan.Entry::machine).thenComparingLong(ShopPlan.Entry::start));
        for (int i = 1; i < sorted.size(); i++) {
            ShopPlan.Entry earlier = sorted.get(i - 1);
            ShopPlan.Entry later = sorted.get(i);
            if (earlier.machine() == later.machine() && later.start() < earlier.end()) {
                violations.add(
                        "%s and %s overlap on machine %d.".formatted(name(earlier), name(later), later.machine()));
            }
        }
    }

    private static String name(ShopPlan.Entry entry) {
        return "Operation %d of job %d".formatted(entry.operation(), entry.job());
    }
}
