package org.millwright.factory.production.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.processes.ManufacturingProcess.StepKind;

/** Unfinished operations, arranged as the queues of the machines and the next steps of the work orders. */
final class BuildQueues {
    private static final Comparator<PlannedOperation> BY_SEQUENCE =
            Comparator.comparingInt(PlannedOperation::sequence).thenComparing(PlannedOperation::start);

    private final Map<BuildId, List<PlannedOperation>> builds = new LinkedHashMap<>();
    private final Map<WorkOrderId, List<PlannedOperation>> orders = new LinkedHashMap<>();

    BuildQueues(Collection<PlannedOperation> operations) {
        for (PlannedOperation operation : operations) {
            if (operation.build() != null) {
                builds.computeIfAbsent(operation.build(), build -> new ArrayList<>())
                        .add(operation);
            } else if (operation.workOrder() != null) {
                orders.computeIfAbsent(operation.workOrder(), order -> new ArrayList<>())
                        .add(operation);
            }
        }
        builds.values().forEach(list -> list.sort(BY_SEQUENCE));
        orders.values().forEach(list -> list.sort(BY_SEQUENCE));
    }

    /** The first unfinished operation of the build that the machine is to take next, or is busy with. */
    Optional<PlannedOperation> next(MachineId machine) {
        return builds.values().stream()
                .filter(operations -> runsOn(operations, machine))
                .min(Comparator.<List<PlannedOperation>, Boolean>comparing(operations -> !hasBegun(operations))
                        .thenComparing(BuildQueues::start)
                        .thenComparing(
                                operations -> build(operations.getFirst()).value()))
                .map(List::getFirst);
    }

    /** What is to be done to a build whose run is over: its first unfinished operation. */
    Optional<PlannedOperation> removal(BuildId build) {
        return Optional.ofNullable(builds.get(build))
                .map(List::getFirst)
                .filter(operation -> operation.kind() == StepKind.REMOVE);
    }

    List<PlannedOperation> nextOfOrders() {
        return orders.values().stream().map(List::getFirst).toList();
    }

    static BuildId build(PlannedOperation operation) {
        return Objects.requireNonNull(operation.build());
    }

    /** A build whose run is over waits for people only; it holds the machine through what lies on it, not through the plan. */
    private static boolean runsOn(List<PlannedOperation> operations, MachineId machine) {
        return operations.stream()
                .anyMatch(operation -> operation.kind() == StepKind.RUN && machine.equals(operation.machine()));
    }

    /** A prepared machine keeps its build, whatever a later timetable says. */
    private static boolean hasBegun(List<PlannedOperation> operations) {
        PlannedOperation first = operations.getFirst();
        return first.kind() == StepKind.RUN || first.state() == OperationState.STARTED;
    }

    private static Instant start(List<PlannedOperation> operations) {
        return operations.getFirst().start();
    }
}
