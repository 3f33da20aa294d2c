package org.millwright.scheduling.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Checks a plan of a shop instance: every operation once, on a machine that can, for as long as it takes, in order,
 * after its release, within opening hours, with setups between operations of a machine; and the value it claims.
 */
final class ShopPlanValidator {
    private final ShopRules rules;
    private final ShopObjective objective;
    private final List<String> violations = new ArrayList<>();
    private final ShopPlan.Entry[][] entries;

    private ShopPlanValidator(ShopRules rules, ShopObjective objective) {
        this.rules = rules;
        this.objective = objective;
        entries = new ShopPlan.Entry[rules.jobCount()][];
        for (int job = 0; job < entries.length; job++) {
            entries[job] = new ShopPlan.Entry[rules.operationsOf(job)];
        }
    }

    /** @param claimed the value of each level of the objective */
    static List<String> violations(
            ShopRules rules, ShopObjective objective, List<ShopPlan.Entry> plan, List<Long> claimed) {
        var validator = new ShopPlanValidator(rules, objective);
        plan.forEach(validator::checkEntry);
        validator.checkJobs();
        validator.checkMachines(plan);
        validator.checkValue(plan, claimed);
        return validator.violations;
    }

    /** What a plan is worth by each level of an objective, whatever it was made for. */
    static List<Long> values(ShopRules rules, ShopObjective objective, List<ShopPlan.Entry> plan) {
        var validator = new ShopPlanValidator(rules, objective);
        plan.forEach(validator::checkEntry);
        return validator.values(plan);
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
        List<ShopPlan.Entry> sorted = inOrder(plan);
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

    private void checkValue(List<ShopPlan.Entry> plan, List<Long> claimed) {
        List<List<ShopObjective.Part>> levels = objective.levels();
        if (levels.size() != claimed.size()) {
            violations.add("The plan claims %d values for the %d levels of %s."
                    .formatted(claimed.size(), levels.size(), objective));
            return;
        }
        List<Long> values = values(plan);
        for (int level = 0; level < levels.size(); level++) {
            if (!values.get(level).equals(claimed.get(level))) {
                violations.add(wrongValue(levels.get(level), claimed.get(level), values.get(level)));
            }
        }
    }

    private List<Long> values(List<ShopPlan.Entry> plan) {
        return objective.levels().stream()
                .map(level -> level.stream()
                        .mapToLong(part -> part.factor() * measure(part.measure(), plan))
                        .sum())
                .toList();
    }

    private static String wrongValue(List<ShopObjective.Part> level, long claimed, long value) {
        if (level.equals(List.of(new ShopObjective.Part(1, "makespan")))) {
            return "The plan claims a makespan of %d but ends at %d.".formatted(claimed, value);
        }
        if (level.equals(List.of(new ShopObjective.Part(1, "weightedTardiness")))) {
            return "The plan claims a weighted tardiness of %d but has %d.".formatted(claimed, value);
        }
        String what =
                level.stream().map(part -> part.factor() + "*" + part.measure()).collect(Collectors.joining("+"));
        return "The plan claims %d for %s but has %d.".formatted(claimed, what, value);
    }

    private long measure(String measure, List<ShopPlan.Entry> plan) {
        return switch (measure) {
            case "setup" -> setups(plan);
            case "energyCost", "carbon" -> rules.energy(measure, plan);
            case "slackShortfall" -> slackShortfall(plan);
            case "movedOperations" -> movedOperations();
            default -> ofCompletions(measure);
        };
    }

    private long ofCompletions(String measure) {
        long sum = 0;
        for (int job = 0; job < entries.length; job++) {
            long completion = 0;
            for (ShopPlan.Entry entry : entries[job]) {
                completion = entry == null ? completion : Math.max(completion, entry.end());
            }
            switch (measure) {
                case "makespan" -> sum = Math.max(sum, completion);
                case "lateJobs" -> sum += completion > rules.due(job) ? 1 : 0;
                case "missedDeadlines" -> {
                    Long deadline = rules.deadline(job);
                    sum += deadline != null && completion > deadline ? 1 : 0;
                }
                default -> sum += rules.weight(job) * Math.max(0, completion - rules.due(job));
            }
        }
        return sum;
    }

    private long setups(List<ShopPlan.Entry> plan) {
        List<ShopPlan.Entry> sorted = inOrder(plan);
        long sum = 0;
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).machine() == sorted.get(i).machine()
                    && isKnown(sorted.get(i - 1))
                    && isKnown(sorted.get(i))) {
                sum += rules.setup(sorted.get(i - 1), sorted.get(i));
            }
        }
        return sum;
    }

    /** What operations lack of the slack that is wanted before one of them moves another or makes its job late. */
    private long slackShortfall(List<ShopPlan.Entry> plan) {
        List<ShopPlan.Entry> sorted = inOrder(plan);
        long missing = 0;
        for (int i = 0; i < sorted.size(); i++) {
            ShopPlan.Entry entry = sorted.get(i);
            if (!isKnown(entry)) {
                continue;
            }
            Long deadline = rules.deadline(entry.job());
            long latest = Math.min(rules.due(entry.job()), deadline == null ? Long.MAX_VALUE : deadline);
            ShopPlan.Entry[] job = entries[entry.job()];
            ShopPlan.Entry next = entry.operation() + 1 < job.length ? job[entry.operation() + 1] : null;
            latest = next == null ? latest : Math.min(latest, next.start());
            if (i + 1 < sorted.size() && sorted.get(i + 1).machine() == entry.machine() && isKnown(sorted.get(i + 1))) {
                ShopPlan.Entry after = sorted.get(i + 1);
                latest = Math.min(latest, after.start() - rules.setup(entry, after));
            }
            missing += rules.wantedSlack() - Math.clamp(latest - entry.end(), 0, rules.wantedSlack());
        }
        return missing;
    }

    private long movedOperations() {
        long moved = 0;
        for (ShopPlan.Entry was : rules.previous()) {
            ShopPlan.Entry is = isKnown(was) ? entries[was.job()][was.operation()] : null;
            boolean stays = is != null && is.start() == was.start() && is.machine() == was.machine();
            moved += isKnown(was) && !stays ? 1 : 0;
        }
        return moved;
    }

    private static List<ShopPlan.Entry> inOrder(List<ShopPlan.Entry> plan) {
        List<ShopPlan.Entry> sorted = new ArrayList<>(plan);
        sorted.sort(Comparator.comparingInt(ShopPlan.Entry::machine)
                .thenComparingLong(ShopPlan.Entry::start)
                .thenComparingLong(ShopPlan.Entry::end));
        return sorted;
    }

    private static String name(ShopPlan.Entry entry) {
        return "Operation %d of job %d".formatted(entry.operation(), entry.job());
    }
}
