package org.millwright.factory.planning.pass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.parts.EquipmentGroup;
import org.millwright.factory.planning.parts.Parts;
import org.millwright.factory.planning.store.BuildStore;
import org.millwright.factory.planning.store.OperationStore;
import org.millwright.factory.planning.store.UnitStore;
import org.millwright.factory.planning.store.WorkOrderStore;
import org.millwright.factory.planning.timetable.BuildWork;
import org.millwright.factory.planning.timetable.Floor;
import org.millwright.factory.planning.timetable.OrderWork;
import org.millwright.factory.planning.timetable.Phase;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.stereotype.Component;

/** Reads everything that is not over as work for the timetable. */
@Component
public class OpenWork {
    private final OperationStore operations;
    private final BuildStore builds;
    private final UnitStore units;
    private final WorkOrderStore orders;

    OpenWork(OperationStore operations, BuildStore builds, UnitStore units, WorkOrderStore orders) {
        this.operations = operations;
        this.builds = builds;
        this.units = units;
        this.orders = orders;
    }

    /** What is to be timed. */
    public record Work(List<Phase> phases, List<BuildWork> builds, List<OrderWork> orders) {
        public Work {
            phases = List.copyOf(phases);
            builds = List.copyOf(builds);
            orders = List.copyOf(orders);
        }
    }

    public Work read(FactoryId factory, Floor floor) {
        List<Phase> phases = operations.listOfOpenWork(factory);
        Map<BuildId, List<Phase>> ofBuilds = new LinkedHashMap<>();
        Map<WorkOrderId, List<Phase>> ofOrders = new LinkedHashMap<>();
        for (Phase phase : phases) {
            BuildId build = phase.operation().build();
            WorkOrderId order = phase.operation().workOrder();
            if (build != null) {
                ofBuilds.computeIfAbsent(build, key -> new ArrayList<>()).add(phase);
            } else if (order != null) {
                ofOrders.computeIfAbsent(order, key -> new ArrayList<>()).add(phase);
            }
        }
        Map<WorkOrderId, WorkOrder> open = new HashMap<>();
        orders.listOpen(factory).forEach(order -> open.put(order.id(), order));
        Map<BuildId, Set<WorkOrderId>> ordersOn = units.listOrdersOnOpenBuilds(factory);
        return new Work(phases, builds(factory, ofBuilds, ordersOn, open, floor), orders(ofOrders, ordersOn, open));
    }

    private List<BuildWork> builds(
            FactoryId factory,
            Map<BuildId, List<Phase>> phases,
            Map<BuildId, Set<WorkOrderId>> ordersOn,
            Map<WorkOrderId, WorkOrder> open,
            Floor floor) {
        Map<BuildId, MachineId> plannedFor = builds.plannedForOpen(factory);
        Map<BuildId, String> families = new HashMap<>();
        Map<BuildId, String> processes = new HashMap<>();
        for (BuildPlan build : builds.listOpen(factory)) {
            families.put(build.id(), build.materialId());
            processes.put(build.id(), build.process());
        }
        List<BuildWork> work = new ArrayList<>();
        phases.forEach((build, its) -> {
            Instant due = ordersOn.getOrDefault(build, Set.of()).stream()
                    .map(open::get)
                    .filter(order -> order != null)
                    .map(WorkOrder::dueAt)
                    .min(Instant::compareTo)
                    .orElse(floor.now());
            MachineId machine = plannedFor.get(build);
            String process = processes.get(build);
            if (machine != null && process != null) {
                work.add(new BuildWork(
                        build, alike(machine, process, floor), families.getOrDefault(build, ""), its, due));
            }
        });
        return work;
    }

    /** The machines in service that are interchangeable with the given one. */
    private static List<MachineId> alike(MachineId machine, String process, Floor floor) {
        return EquipmentGroup.listOf(floor.machines(), Parts.getProcess(process).equipmentClass()).stream()
                .map(EquipmentGroup::machineIds)
                .filter(group -> group.contains(machine))
                .findFirst()
                .orElse(List.of());
    }

    /** Whether a build that was planned for one machine may run on another. */
    public static boolean interchangeable(Machine plannedFor, Machine other) {
        return plannedFor.equipmentClass().equals(other.equipmentClass())
                && plannedFor.equipment().equals(other.equipment());
    }

    private static List<OrderWork> orders(
            Map<WorkOrderId, List<Phase>> phases,
            Map<BuildId, Set<WorkOrderId>> ordersOn,
            Map<WorkOrderId, WorkOrder> open) {
        Map<WorkOrderId, Set<BuildId>> buildsOf = new HashMap<>();
        ordersOn.forEach((build, orders) -> orders.forEach(
                order -> buildsOf.computeIfAbsent(order, key -> new HashSet<>()).add(build)));
        List<OrderWork> work = new ArrayList<>();
        phases.forEach((id, its) -> {
            WorkOrder order = open.get(id);
            if (order != null) {
                work.add(new OrderWork(id, buildsOf.getOrDefault(id, Set.of()), its, order.dueAt(), order.weight()));
            }
        });
        return work;
    }
}
