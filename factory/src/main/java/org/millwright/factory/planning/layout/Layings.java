package org.millwright.factory.planning.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.millwright.factory.design.Designs;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.batching.Item;
import org.millwright.factory.planning.batching.Stock;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.BuildState;
import org.millwright.factory.planning.parts.EquipmentGroup;
import org.millwright.factory.planning.parts.PartFacts;
import org.millwright.factory.planning.parts.Parts;
import org.millwright.factory.planning.store.BuildStore;
import org.millwright.factory.planning.store.UnitStore;
import org.millwright.factory.planning.store.WorkOrderStore;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.geometry.Shape;
import org.millwright.processes.ManufacturingProcess;
import org.millwright.processes.Setup;
import org.springframework.stereotype.Component;

/** Reads plates and sheets that nobody has begun as questions to the nesting engine. */
@Component
class Layings {
    private final BuildStore builds;
    private final UnitStore units;
    private final WorkOrderStore orders;
    private final Parts parts;
    private final Factories factories;
    private final Lots lots;
    private final Designs designs;

    Layings(
            BuildStore builds,
            UnitStore units,
            WorkOrderStore orders,
            Parts parts,
            Factories factories,
            Lots lots,
            Designs designs) {
        this.builds = builds;
        this.units = units;
        this.orders = orders;
        this.parts = parts;
        this.factories = factories;
        this.lots = lots;
        this.designs = designs;
    }

    /** Throws {@link Problem} {@code build-missing}, or {@code layout-begun} when somebody is at it already. */
    Laying get(BuildId id) {
        BuildPlan build = builds.find(id)
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "build-missing", Map.of("id", id.toString())));
        if (build.state() != BuildState.PLANNED) {
            throw Problem.of(Problem.Kind.CONFLICT, "layout-begun", Map.of("build", build.number()));
        }
        ManufacturingProcess process = Parts.getProcess(build.process());
        Machine machine = factories.getMachine(builds.plannedFor(id));
        EquipmentGroup group =
                EquipmentGroup.listOf(factories.listMachines(build.factory()), process.equipmentClass()).stream()
                        .filter(candidate -> candidate.machineIds().contains(machine.id()))
                        .findFirst()
                        .orElseGet(() -> new EquipmentGroup(machine.equipment(), List.of(machine)));
        var setup = new Setup(
                lots.getMaterial(build.factory(), build.materialId()).material(), machine.equipment(), build.options());
        Map<UnitId, WorkOrderId> orderOf = new HashMap<>();
        units.listAll(build.units().stream().map(BuildPlan.Placed::unit).toList())
                .forEach((Unit unit) -> orderOf.put(unit.id(), unit.workOrder()));
        Map<String, Shape> shapes = new HashMap<>();
        List<Item> items = new ArrayList<>();
        for (BuildPlan.Placed placed : build.units()) {
            WorkOrder order = orders.find(Objects.requireNonNull(orderOf.get(placed.unit())))
                    .orElseThrow();
            PartFacts part = parts.facts(order.design(), process, setup);
            if (part.estimate() == null || part.footprint() == null) {
                throw Problem.of(Problem.Kind.CONFLICT, "layout-begun", Map.of("build", build.number()));
            }
            String shape = order.design().toString();
            shapes.computeIfAbsent(shape, name -> designs.shape(order.design()));
            items.add(new Item(
                    placed.unit().value(),
                    shape,
                    part.footprint(),
                    part.heightMm(),
                    part.estimate().machineTime(),
                    order.dueAt()));
        }
        BuildPlan.Sheet sheet = build.sheet();
        Stock stock = sheet == null
                ? Stock.plate(machine.equipment().widthMm(), machine.equipment().depthMm())
                : new Stock(sheet.lot().value(), sheet.widthMm(), sheet.heightMm(), 1, false, sheet.outline());
        return new Laying(build, process, setup, group, items, shapes, stock);
    }
}
