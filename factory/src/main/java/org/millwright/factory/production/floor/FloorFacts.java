package org.millwright.factory.production.floor;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.millwright.factory.facility.Downtime;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.production.dispatch.Dispatch;
import org.millwright.factory.production.dispatch.FloorState;
import org.millwright.factory.production.dispatch.FloorState.MachineOnFloor;
import org.millwright.factory.production.dispatch.Observation;
import org.millwright.factory.production.machine.MachineWatch;
import org.millwright.factory.production.permit.ServiceTimes;
import org.millwright.factory.production.store.JobStore;
import org.millwright.factory.production.store.PreparationStore;
import org.millwright.factory.production.store.TaskStore;
import org.millwright.machines.JobToken;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.stereotype.Component;

/** Gathers all facts of a factory's floor. */
@Component
class FloorFacts {
    private final Factories factories;
    private final WorkOrders workOrders;
    private final JobStore jobs;
    private final TaskStore tasks;
    private final PreparationStore preparations;
    private final MachineWatch watch;
    private final InstantSource time;

    FloorFacts(
            Factories factories,
            WorkOrders workOrders,
            JobStore jobs,
            TaskStore tasks,
            PreparationStore preparations,
            MachineWatch watch,
            InstantSource time) {
        this.factories = factories;
        this.workOrders = workOrders;
        this.jobs = jobs;
        this.tasks = tasks;
        this.preparations = preparations;
        this.watch = watch;
        this.time = time;
    }

    FloorState gather(FactoryId factory) {
        List<Machine> machines = factories.listMachines(factory);
        Map<MachineId, Observation> seen = observe(machines, jobs.listOpen(factory));
        Instant now = time.instant();
        List<Downtime> downtimes = factories.listDowntimes(factory);
        Set<MachineId> declaredClear = preparations.listDeclaredClear(factory);
        List<PlannedOperation> operations = workOrders.listOperations(factory, true);
        return new FloorState(
                machines.stream()
                        .map(machine -> new MachineOnFloor(
                                machine.id(),
                                ServiceTimes.inService(machine, now, downtimes),
                                declaredClear.contains(machine.id()),
                                seen.getOrDefault(machine.id(), Observation.none())))
                        .toList(),
                // Read again: what the machines said must not be older than what is stored.
                jobs.listOpen(factory),
                operations,
                tasks.listLive(factory),
                listReady(operations));
    }

    private Map<MachineId, Observation> observe(Collection<Machine> machines, List<Dispatch> open) {
        Map<MachineId, JobToken> active = open.stream()
                .map(Dispatch::job)
                .filter(job -> job.state().isActive())
                .collect(Collectors.toMap(job -> job.machine(), job -> job.token()));
        return watch.observe(List.copyOf(machines), active);
    }

    private Set<WorkOrderId> listReady(List<PlannedOperation> operations) {
        return operations.stream()
                .filter(operation -> operation.workOrder() != null)
                .collect(Collectors.toMap(
                        operation -> Objects.requireNonNull(operation.workOrder()),
                        operation -> operation,
                        (a, b) -> a.sequence() <= b.sequence() ? a : b))
                .values()
                .stream()
                .filter(this::isReady)
                .map(operation -> Objects.requireNonNull(operation.workOrder()))
                .collect(Collectors.toSet());
    }

    /** Nothing is still to be made, and something is there to work on. */
    private boolean isReady(PlannedOperation next) {
        List<Unit> units = workOrders.listUnits(Objects.requireNonNull(next.workOrder()));
        return units.stream().noneMatch(unit -> unit.state() == UnitState.PLANNED)
                && units.stream()
                        .anyMatch(unit -> unit.state() == UnitState.MADE
                                || unit.state() == UnitState.RELEASED
                                || (next.kind() == StepKind.PACK
                                        && !unit.state().lost()));
    }
}
