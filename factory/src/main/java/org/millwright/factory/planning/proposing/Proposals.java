package org.millwright.factory.planning.proposing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.Designs;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.inventory.material.MaterialDefinition;
import org.millwright.factory.inventory.sheet.Remnant;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.batching.Batching;
import org.millwright.factory.planning.batching.Item;
import org.millwright.factory.planning.batching.Layouts;
import org.millwright.factory.planning.batching.Nest;
import org.millwright.factory.planning.batching.Stock;
import org.millwright.factory.planning.examination.Correction;
import org.millwright.factory.planning.examination.Corrections;
import org.millwright.factory.planning.examination.Examination;
import org.millwright.factory.planning.parts.EquipmentGroup;
import org.millwright.factory.planning.parts.Offcuts;
import org.millwright.factory.planning.parts.PartFacts;
import org.millwright.factory.planning.parts.Parts;
import org.millwright.factory.planning.store.ProgramStore.StoredProgram;
import org.millwright.factory.planning.timetable.Floor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Shape;
import org.millwright.processes.Estimate;
import org.millwright.processes.ManufacturingProcess;
import org.millwright.processes.MaterialForm;
import org.millwright.processes.ProgramRefused;
import org.millwright.processes.Setup;
import org.springframework.stereotype.Component;

/** Works out builds for waiting units: nests and programs. It reads, computes for as long as it takes, and stores nothing. */
@Component
public class Proposals {
    private final Parts parts;
    private final Designs designs;
    private final Lots lots;
    private final Layouts layouts;
    private final Programs programs;
    private final Corrections corrections;

    public Proposals(
            Parts parts, Designs designs, Lots lots, Layouts layouts, Programs programs, Corrections corrections) {
        this.parts = parts;
        this.designs = designs;
        this.lots = lots;
        this.layouts = layouts;
        this.programs = programs;
        this.corrections = corrections;
    }

    /** Units of one work order that wait, or whose build may be nested anew. */
    public record WaitingUnits(WorkOrder order, List<UUID> units) {
        public WaitingUnits {
            units = List.copyOf(units);
        }
    }

    /** What may run together on one kind of machine. */
    private record Key(String process, String materialId, Map<String, Double> options, EquipmentGroup group) {}

    /** What came of it: builds, and why other units have to wait. */
    public record Outcome(List<Proposal> builds, Map<WorkOrderId, WorkOrder.Waiting> waiting) {
        public Outcome {
            builds = List.copyOf(builds);
            waiting = Map.copyOf(waiting);
        }
    }

    /** @param freed pieces of stock that are reserved now but would be free again */
    public Outcome propose(FactoryId factory, List<WaitingUnits> waiting, List<Stock> freed, Floor floor) {
        var obstacles = new Obstacles();
        Map<Key, List<WaitingUnits>> pools = new LinkedHashMap<>();
        for (WaitingUnits units : waiting) {
            try {
                Key key = key(factory, units.order(), floor, obstacles);
                if (key != null) {
                    pools.computeIfAbsent(key, k -> new ArrayList<>()).add(units);
                }
            } catch (Problem problem) {
                obstacles.add(units.order().id(), Waits.program(problem.detail()));
            }
        }
        List<Proposal> builds = new ArrayList<>();
        pools.forEach((key, pool) -> builds.addAll(batch(factory, key, pool, freed, floor, obstacles)));
        return new Outcome(builds, obstacles.all());
    }

    private @Nullable Key key(FactoryId factory, WorkOrder order, Floor floor, Obstacles obstacles) {
        Examination examination =
                parts.examine(factory, order.design(), order.process(), order.materialId(), order.options(), floor);
        ManufacturingProcess process = Parts.getProcess(order.process());
        if (!examination.makeable()) {
            obstacles.add(
                    order.id(),
                    Waits.room(String.join(
                            ", ",
                            examination.findings().stream()
                                    .filter(Finding::blocks)
                                    .map(Finding::check)
                                    .toList())));
            return null;
        }
        EquipmentGroup group = EquipmentGroup.listOf(floor.machines(), process.equipmentClass()).stream()
                .filter(candidate -> candidate.machineIds().equals(examination.machines()))
                .findFirst()
                .orElseThrow();
        if (group.machineIds().stream().allMatch(floor::lost)) {
            obstacles.add(order.id(), Waits.machine(process.equipmentClass()));
            return null;
        }
        for (ManufacturingProcess.Step step : process.steps()) {
            if (step.attended()
                    && floor.people().stream()
                            .noneMatch(person -> person.skills().contains(step.skill()))) {
                obstacles.add(order.id(), Waits.person(step.skill()));
                return null;
            }
        }
        return new Key(order.process(), order.materialId(), order.options(), group);
    }

    private List<Proposal> batch(
            FactoryId factory, Key key, List<WaitingUnits> pool, List<Stock> freed, Floor floor, Obstacles obstacles) {
        ManufacturingProcess process = Parts.getProcess(key.process());
        MaterialDefinition material = lots.getMaterial(factory, key.materialId());
        var setup = new Setup(material.material(), key.group().equipment(), key.options());
        Map<UUID, WorkOrderId> orderOf = new HashMap<>();
        Map<String, Shape> shapes = new HashMap<>();
        List<Item> items = new ArrayList<>();
        Batching batching = null;
        Correction correction = corrections.get(key.group().machineIds(), key.materialId());
        for (WaitingUnits units : pool) {
            WorkOrder order = units.order();
            PartFacts part = parts.facts(order.design(), process, setup);
            if (part.estimate() == null || part.footprint() == null) {
                continue;
            }
            Estimate estimate = correction.correct(part.estimate());
            if (batching == null) {
                batching = new Batching(
                        process.layoutRules(setup),
                        parts.runLimit(process, setup, key.group(), estimate, floor),
                        layouts,
                        floor.now());
            }
            String shape = order.design().toString();
            shapes.put(shape, designs.shape(order.design()));
            for (UUID unit : units.units()) {
                orderOf.put(unit, order.id());
                items.add(new Item(
                        unit, shape, part.footprint(), part.heightMm(), estimate.machineTime(), order.dueAt()));
            }
        }
        if (batching == null) {
            return List.of();
        }
        List<Stock> stock = withFreed(parts.stock(factory, process, material, key.group()), freed);
        Batching.Result result = batching.batch(items, stock);
        for (List<Item> left : List.of(result.noRoom(), result.noStock(), result.tooLong())) {
            left.forEach(item -> obstacles.add(orderOf(orderOf, item), Waits.sheet(material.name())));
        }
        List<Proposal> builds = new ArrayList<>();
        for (Nest nest : result.nests()) {
            try {
                builds.add(of(process, setup, key.materialId(), key.options(), key.group(), nest, shapes));
            } catch (ProgramRefused refused) {
                nest.places()
                        .forEach(place -> obstacles.add(
                                orderOf(orderOf, place.item()),
                                Waits.program(refused.detail() + " " + refused.hint())));
            }
        }
        return builds;
    }

    /** A build of units that have their places, with its program. */
    public Proposal of(
            ManufacturingProcess process,
            Setup setup,
            String materialId,
            Map<String, Double> options,
            EquipmentGroup group,
            Nest nest,
            Map<String, Shape> shapes)
            throws ProgramRefused {
        return new Proposal(
                process,
                materialId,
                options,
                group,
                process.steps(setup),
                nest,
                corrected(programs.make(process, setup, nest, shapes), corrections.get(group.machineIds(), materialId)),
                left(process, setup, nest));
    }

    private static StoredProgram corrected(StoredProgram program, Correction correction) {
        if (!correction.applies()) {
            return program;
        }
        Map<String, Double> terms = new HashMap<>(program.terms());
        terms.put(Corrections.FACTOR, correction.factor());
        return new StoredProgram(
                program.file(), program.dialect(), correction.correct(program.expectedTime()), program.massG(), terms);
    }

    private static WorkOrderId orderOf(Map<UUID, WorkOrderId> orders, Item item) {
        return Objects.requireNonNull(orders.get(item.unit()));
    }

    private static List<Stock> withFreed(List<Stock> stock, List<Stock> freed) {
        Map<UUID, Stock> byLot = new LinkedHashMap<>();
        List<Stock> all = new ArrayList<>();
        for (Stock piece : stock) {
            if (piece.lot() == null) {
                all.add(piece);
            } else {
                byLot.put(piece.lot(), piece);
            }
        }
        for (Stock piece : freed) {
            if (piece.lot() != null) {
                byLot.merge(piece.lot(), piece, (a, b) -> a.with(a.pieces() + b.pieces()));
            }
        }
        all.addAll(byLot.values());
        return all;
    }

    private static @Nullable Remnant left(ManufacturingProcess process, Setup setup, Nest nest) {
        if (process.materialForm() != MaterialForm.SHEET) {
            return null;
        }
        return Offcuts.of(nest, process.layoutRules(setup).clearanceMm()).orElse(null);
    }
}
