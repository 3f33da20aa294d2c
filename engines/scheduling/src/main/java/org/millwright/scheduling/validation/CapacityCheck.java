package org.millwright.scheduling.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Need;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.model.resource.Resource;

/** Sweeps over time and adds up how much of each resource operations hold. */
final class CapacityCheck {
    private record Use(String operationId, long fromS, long toS, int amount) {}

    private CapacityCheck() {}

    static List<String> violations(ScheduleProblem problem, Timetable timetable) {
        Map<String, Operation> operations = new HashMap<>();
        problem.operations().forEach(operation -> operations.put(operation.id(), operation));
        Map<String, List<Use>> uses = new HashMap<>();
        var batches = new BatchCheck(problem, timetable);
        for (Assignment at : timetable.assignments()) {
            if (!batches.standsForItsBatch(at)) {
                continue;
            }
            Operation operation = operations.get(at.operationId());
            boolean stays = operation != null && operation.runAttended();
            add(uses, at.machineId(), at.operationId(), at.setupStartS(), at.endS(), 1);
            add(uses, at.setupPersonId(), at.operationId(), at.setupStartS(), stays ? at.runEndS() : at.runStartS(), 1);
            add(uses, at.unloadPersonId(), at.operationId(), at.unloadStartS(), at.endS(), 1);
            if (operation != null) {
                for (Need need : operation.needs()) {
                    add(uses, need.resourceId(), at.operationId(), at.setupStartS(), at.endS(), need.amount());
                }
            }
        }
        List<String> violations = new ArrayList<>(batches.violations());
        for (Resource resource : problem.resources()) {
            sweep(resource, uses.getOrDefault(resource.id(), List.of()), violations);
        }
        return violations;
    }

    private static void add(
            Map<String, List<Use>> uses,
            @Nullable String resourceId,
            String operationId,
            long fromS,
            long toS,
            int amount) {
        if (resourceId != null && toS > fromS) {
            uses.computeIfAbsent(resourceId, any -> new ArrayList<>()).add(new Use(operationId, fromS, toS, amount));
        }
    }

    private static void sweep(Resource resource, List<Use> uses, List<String> violations) {
        List<Use> byStart = new ArrayList<>(uses);
        byStart.sort(Comparator.comparingLong(Use::fromS));
        List<Use> running = new ArrayList<>();
        int capacity = resource.batches() ? 1 : resource.capacity();
        for (Use use : byStart) {
            running.removeIf(earlier -> earlier.toS() <= use.fromS());
            running.add(use);
            if (running.stream().mapToInt(Use::amount).sum() > capacity) {
                violations.add("%s takes %d at once, but at %d it has %s."
                        .formatted(
                                resource.id(),
                                capacity,
                                use.fromS(),
                                running.stream().map(Use::operationId).toList()));
            }
        }
    }
}
