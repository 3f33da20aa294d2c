package org.millwright.scheduling.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.millwright.scheduling.model.resource.BatchRule;
import org.millwright.scheduling.model.resource.Resource;
import org.millwright.scheduling.model.resource.ResourceKind;

/** What must hold in every problem; collects what does not. */
final class ProblemRules {
    private final List<String> violations = new ArrayList<>();
    private final Map<String, Resource> resources;
    private final Map<String, Job> jobs;
    private final Map<String, Operation> operations;

    private ProblemRules(List<Resource> resources, List<Job> jobs, List<Operation> operations) {
        this.resources = index("Resource", resources, Resource::id);
        this.jobs = index("Job", jobs, Job::id);
        this.operations = index("Operation", operations, Operation::id);
    }

    static List<String> violations(
            List<Resource> resources, List<Job> jobs, List<Operation> operations, List<Assignment> fixed) {
        var rules = new ProblemRules(resources, jobs, operations);
        resources.forEach(rules::checkResource);
        jobs.forEach(rules::checkJob);
        Set<String> fixedOperations = rules.checkFixed(fixed);
        for (Operation operation : operations) {
            rules.checkOperation(operation, fixedOperations.contains(operation.id()));
        }
        rules.checkNoCycle(operations);
        return rules.violations;
    }

    private <T> Map<String, T> index(String kind, List<T> things, Function<T, String> id) {
        Map<String, T> byId = HashMap.newHashMap(things.size());
        for (T thing : things) {
            if (byId.put(id.apply(thing), thing) != null) {
                add("%s %s is given twice. Maybe two things share one id?", kind, id.apply(thing));
            }
        }
        return byId;
    }

    private void checkResource(Resource resource) {
        if (resource.capacity() < 1) {
            add("Resource %s has capacity %d; it must be at least 1.", resource.id(), resource.capacity());
        }
        for (String violation : resource.changeovers().violations()) {
            add("On %s %s.", resource.id(), violation);
        }
        BatchRule rule = resource.batchRule();
        if (rule.minimumLoad() < 0 || rule.maximumWaitS() < 0 || rule.minimumLoad() > resource.capacity()) {
            add(
                    "%s fills batches to %d of %d or waits %d s, which is impossible.",
                    resource.id(), rule.minimumLoad(), resource.capacity(), rule.maximumWaitS());
        } else if (!rule.isNone() && !resource.batches()) {
            add("%s has a rule for batches but does not batch.", resource.id());
        }
        if (!resource.changeovers().isNone() && (resource.capacity() != 1 || resource.kind() == ResourceKind.PERSON)) {
            add("%s has changeovers but is no machine that takes one operation at a time.", resource.id());
        }
    }

    private void checkJob(Job job) {
        if (job.weight() < 0) {
            add("Job %s has weight %d; it must not be negative.", job.id(), job.weight());
        }
        if (job.deadlineS() != null && job.deadlineS() <= job.releaseS()) {
            add("Job %s has its deadline %d before its release %d.", job.id(), job.deadlineS(), job.releaseS());
        }
    }

    private Set<String> checkFixed(List<Assignment> fixed) {
        Set<String> fixedOperations = new HashSet<>();
        for (Assignment assignment : fixed) {
            if (!fixedOperations.add(assignment.operationId())) {
                add("Operation %s is fixed twice.", assignment.operationId());
            }
            if (!operations.containsKey(assignment.operationId())) {
                add("Fixed operation %s is not among the operations.", assignment.operationId());
            }
            for (String id :
                    new String[] {assignment.machineId(), assignment.setupPersonId(), assignment.unloadPersonId()}) {
                if (id != null && !resources.containsKey(id)) {
                    add("Fixed operation %s uses the unknown resource %s.", assignment.operationId(), id);
                }
            }
        }
        return fixedOperations;
    }

    private void checkOperation(Operation operation, boolean isFixed) {
        if (!jobs.containsKey(operation.jobId())) {
            add("Operation %s belongs to the unknown job %s.", operation.id(), operation.jobId());
        }
        if (operation.resumable() && operation.runAttended()) {
            add("Operation %s is resumable but attended. Maybe its run needs nobody?", operation.id());
        }
        if (operation.setupS() < 0 || operation.unloadS() < 0) {
            add("Operation %s has a negative setup or unload time.", operation.id());
        }
        if (operation.lock() != Lock.FREE && !isFixed) {
            add(
                    "Operation %s is %s but has no fixed assignment. Maybe add it to the fixed ones?",
                    operation.id(), operation.lock());
        }
        for (Precedence precedence : operation.after()) {
            if (!operations.containsKey(precedence.beforeOperationId())) {
                add(
                        "Operation %s comes after the unknown operation %s.",
                        operation.id(), precedence.beforeOperationId());
            }
            if (precedence.minLagS() < 0 || precedence.maxLagS() < precedence.minLagS()) {
                add(
                        "Operation %s must wait %d..%d s after %s, which is impossible.",
                        operation.id(), precedence.minLagS(), precedence.maxLagS(), precedence.beforeOperationId());
            }
        }
        if (operation.modes().isEmpty()) {
            add("Operation %s has no mode. Maybe no capable machine exists?", operation.id());
        }
        for (Mode mode : operation.modes()) {
            checkMode(operation, mode);
        }
        for (Need need : operation.needs()) {
            checkNeed(operation, need);
        }
    }

    private void checkNeed(Operation operation, Need need) {
        Resource resource = resources.get(need.resourceId());
        if (resource == null || resource.kind() == ResourceKind.PERSON || resource.batches()) {
            add("Operation %s needs %s, which is neither a tool nor a machine.", operation.id(), need.resourceId());
        } else if (need.amount() < 1 || need.amount() > resource.capacity()) {
            add(
                    "Operation %s needs %d of %s, of which there are %d.",
                    operation.id(), need.amount(), need.resourceId(), resource.capacity());
        }
    }

    private void checkMode(Operation operation, Mode mode) {
        if (mode.runS() < 0) {
            add("Operation %s has a negative run time %d.", operation.id(), mode.runS());
        }
        if (mode.machineId() != null) {
            Resource machine = resources.get(mode.machineId());
            if (machine == null || machine.kind() == ResourceKind.PERSON) {
                add("Operation %s needs %s, which is not a machine.", operation.id(), mode.machineId());
            } else if (machine.batches() && (mode.load() < 1 || mode.load() > machine.capacity())) {
                add(
                        "Operation %s loads %s with %d, but a batch holds 1 to %d.",
                        operation.id(), machine.id(), mode.load(), machine.capacity());
            } else if (machine.batches() && operation.resumable()) {
                add("Operation %s is resumable, but batches on %s run through.", operation.id(), machine.id());
            } else if (machine.batches() && !operation.needs().isEmpty()) {
                add("Operation %s needs tools in a batch on %s, which cannot be shared.", operation.id(), machine.id());
            }
        }
    }

    private void checkNoCycle(List<Operation> all) {
        Map<String, Integer> waitingFor = HashMap.newHashMap(all.size());
        Map<String, List<String>> successors = HashMap.newHashMap(all.size());
        for (Operation operation : all) {
            waitingFor.merge(operation.id(), operation.after().size(), Integer::sum);
            for (Precedence precedence : operation.after()) {
                successors
                        .computeIfAbsent(precedence.beforeOperationId(), id -> new ArrayList<>())
                        .add(operation.id());
            }
        }
        var ready = new ArrayDeque<String>();
        waitingFor.forEach((id, count) -> {
            if (count == 0) {
                ready.add(id);
            }
        });
        int done = 0;
        while (!ready.isEmpty()) {
            String id = ready.remove();
            done++;
            for (String next : successors.getOrDefault(id, List.of())) {
                if (waitingFor.merge(next, -1, Integer::sum) == 0) {
                    ready.add(next);
                }
            }
        }
        if (done < waitingFor.size() && violations.isEmpty()) {
            List<String> stuck = waitingFor.entrySet().stream()
                    .filter(entry -> entry.getValue() > 0)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .limit(10)
                    .toList();
            add("Operations wait for each other in a circle: %s.", stuck);
        }
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void add(String format, Object... arguments) {
        violations.add(format.formatted(arguments));
    }
}
