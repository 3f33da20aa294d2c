package org.millwright.scheduling.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Mode;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.Precedence;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.model.resource.Resource;

/**
 * Batches on batching machines: assignments that agree in everything but the operation. Each must be of alike
 * operations, and not loaded beyond the capacity.
 */
final class BatchCheck {
    private final Map<String, Operation> operations = new HashMap<>();
    private final Map<Assignment, List<Operation>> batches = new LinkedHashMap<>();
    private final Map<String, Resource> machines = new HashMap<>();

    private final Map<String, Long> releases = new HashMap<>();
    private final Set<String> fixed = new HashSet<>();
    private final Timetable timetable;

    BatchCheck(ScheduleProblem problem, Timetable timetable) {
        this.timetable = timetable;
        problem.jobs().forEach(job -> releases.put(job.id(), job.releaseS()));
        problem.fixed().forEach(assignment -> fixed.add(assignment.operationId()));
        problem.operations().forEach(operation -> operations.put(operation.id(), operation));
        problem.resources().stream().filter(Resource::batches).forEach(machine -> machines.put(machine.id(), machine));
        for (Assignment at : timetable.assignments()) {
            Operation operation = operations.get(at.operationId());
            if (isBatched(at) && operation != null) {
                batches.computeIfAbsent(anonymous(at), any -> new ArrayList<>()).add(operation);
            }
        }
    }

    boolean isBatched(Assignment at) {
        return at.machineId() != null && machines.containsKey(at.machineId());
    }

    /** One operation stands for each batch where resources are counted. */
    boolean standsForItsBatch(Assignment at) {
        List<Operation> batch = batches.get(anonymous(at));
        return batch == null || batch.getFirst().id().equals(at.operationId());
    }

    List<String> violations() {
        List<String> violations = new ArrayList<>();
        batches.forEach((at, batch) -> {
            Operation first = batch.getFirst();
            int load = 0;
            for (Operation operation : batch) {
                load += load(operation, String.valueOf(at.machineId()));
                if (!Objects.equals(operation.family(), first.family())
                        || !Objects.equals(operation.skill(), first.skill())
                        || operation.runAttended() != first.runAttended()) {
                    violations.add("Operations %s and %s share a batch on %s but are not alike."
                            .formatted(first.id(), operation.id(), at.machineId()));
                }
            }
            Resource machine = machines.get(at.machineId());
            if (machine != null
                    && !machine.batchRule().isNone()
                    && load < machine.batchRule().minimumLoad()) {
                checkWait(machine, at, batch, load, violations);
            }
            if (machine != null && batch.size() > 1 && load > machine.capacity()) {
                violations.add("The batch of %s on %s at %d holds %d, more than %d."
                        .formatted(first.id(), machine.id(), at.setupStartS(), load, machine.capacity()));
            }
        });
        return violations;
    }

    /** An empty batch begins once one of its operations has waited; fixed ones begin whenever somebody decided. */
    private void checkWait(Resource machine, Assignment at, List<Operation> batch, int load, List<String> violations) {
        for (Operation operation : batch) {
            long sinceS =
                    Math.max(operation.earliestStartS(), releases.getOrDefault(operation.jobId(), Long.MIN_VALUE));
            for (Precedence precedence : operation.after()) {
                Assignment before =
                        timetable.findAssignment(precedence.beforeOperationId()).orElse(null);
                if (before != null) {
                    sinceS = Math.max(sinceS, before.endS() + precedence.minLagS());
                }
            }
            if (fixed.contains(operation.id())
                    || at.setupStartS() >= sinceS + machine.batchRule().maximumWaitS()) {
                return;
            }
        }
        violations.add("The batch of %s on %s at %d holds %d, less than %d, and nobody in it has waited %d s."
                .formatted(
                        batch.getFirst().id(),
                        machine.id(),
                        at.setupStartS(),
                        load,
                        machine.batchRule().minimumLoad(),
                        machine.batchRule().maximumWaitS()));
    }

    private static int load(Operation operation, String machineId) {
        for (Mode mode : operation.modes()) {
            if (machineId.equals(mode.machineId())) {
                return mode.load();
            }
        }
        return 0;
    }

    private static Assignment anonymous(Assignment at) {
        return new Assignment(
                "",
                at.machineId(),
                at.setupPersonId(),
                at.unloadPersonId(),
                at.setupStartS(),
                at.runStartS(),
                at.runEndS(),
                at.unloadStartS(),
                at.endS());
    }
}
