package org.millwright.factory.planning.parts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.design.Designs;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.inventory.material.MaterialDefinition;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.batching.Item;
import org.millwright.factory.planning.batching.Layouts;
import org.millwright.factory.planning.batching.RunLimit;
import org.millwright.factory.planning.batching.Stock;
import org.millwright.factory.planning.examination.Correction;
import org.millwright.factory.planning.examination.Corrections;
import org.millwright.factory.planning.examination.Examination;
import org.millwright.factory.planning.timetable.Floor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Finding;
import org.millwright.geometry.LengthUnit;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Severity;
import org.millwright.geometry.Shape;
import org.millwright.nesting.plates.PlateRules;
import org.millwright.processes.Estimate;
import org.millwright.processes.ManufacturingProcess;
import org.millwright.processes.ManufacturingProcess.LayoutRules;
import org.millwright.processes.ManufacturingProcess.Step;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.millwright.processes.Processes;
import org.millwright.processes.Setup;
import org.springframework.stereotype.Component;

/** What the processes say about designs on this factory's machines, remembered per design and set-up. */
@Component
public class Parts {
    /** Equal units tried on one plate; more fit on none. */
    private static final int MOST_ON_A_PLATE = 2000;

    private static final int MANY = 16;

    private static final Duration LONGEST_RUN = Duration.ofHours(16);

    private final Designs designs;
    private final Lots lots;
    private final Layouts layouts;
    private final Corrections corrections;
    private final BoundedCache<FactsKey, PartFacts> facts = new BoundedCache<>(512);
    private final BoundedCache<RoomKey, Integer> rooms = new BoundedCache<>(512);

    Parts(Designs designs, Lots lots, Layouts layouts, Corrections corrections) {
        this.designs = designs;
        this.lots = lots;
        this.layouts = layouts;
        this.corrections = corrections;
    }

    private record FactsKey(DesignId design, @Nullable LengthUnit unit, String process, Setup setup) {}

    private record RoomKey(FactsKey part, double widthMm, double heightMm) {}

    /** Whether and how a design can be made on the machines in service. */
    public Examination examine(
            FactoryId factory,
            DesignId design,
            String processId,
            String materialId,
            Map<String, Double> options,
            Floor floor) {
        ManufacturingProcess process = getProcess(processId);
        MaterialDefinition material = lots.getMaterial(factory, materialId);
        List<EquipmentGroup> groups = EquipmentGroup.listOf(floor.machines(), process.equipmentClass());
        List<Finding> obstacles = obstacles(process, material, designs.shape(design), groups);
        if (!obstacles.isEmpty()) {
            return refused(obstacles, process, null, materialId);
        }
        Examination first = null;
        for (EquipmentGroup group : groups) {
            Examination examination = examine(factory, design, process, material, options, group, floor);
            if (examination.makeable()) {
                return examination;
            }
            first = first == null ? examination : first;
        }
        return first == null ? refused(List.of(), process, null, materialId) : first;
    }

    private static Examination refused(
            List<Finding> findings, ManufacturingProcess process, @Nullable Setup setup, String materialId) {
        return new Examination(
                setup,
                findings,
                null,
                0,
                List.of(),
                0,
                0,
                setup == null ? process.steps() : process.steps(setup),
                Correction.none(materialId));
    }

    private Examination examine(
            FactoryId factory,
            DesignId design,
            ManufacturingProcess process,
            MaterialDefinition material,
            Map<String, Double> options,
            EquipmentGroup group,
            Floor floor) {
        var setup = new Setup(material.material(), group.equipment(), options);
        PartFacts part = facts(design, process, setup);
        Estimate uncorrected = part.estimate();
        if (uncorrected == null || part.footprint() == null) {
            return refused(part.findings(), process, setup, material.materialId());
        }
        Correction correction = corrections.get(group.machineIds(), material.materialId());
        Estimate estimate = correction.correct(uncorrected);
        List<Finding> findings = new ArrayList<>(part.findings());
        RunLimit limit = runLimit(process, setup, group, estimate, floor);
        Stock stock = largest(stock(factory, process, material, group));
        int byRoom = unitsByRoom(design, process, setup, stock);
        int byTime = limit.unitsOf(estimate.machineTime());
        if (byRoom == 0) {
            findings.addFirst(Finding.of("no-room", Severity.BLOCKING)
                    .with(Map.of("widthMm", stock.widthMm(), "heightMm", stock.heightMm())));
        }
        if (byTime == 0) {
            findings.addFirst(Finding.of("run-too-long", Severity.BLOCKING)
                    .with(Map.of(
                            "runH", hours(estimate.buildTime().plus(estimate.machineTime())),
                            "openH", hours(limit.atAll()))));
        }
        boolean blocked = findings.stream().anyMatch(Finding::blocks);
        return new Examination(
                setup,
                findings,
                blocked ? null : estimate,
                blocked ? 0 : Math.min(byRoom, byTime),
                group.machineIds(),
                stock.widthMm(),
                stock.heightMm(),
                process.steps(setup),
                correction);
    }

    /** The steps of a work order with the durations of the machines it is made on. */
    public List<Step> steps(WorkOrder order, Floor floor) {
        return examine(order.factory(), order.design(), order.process(), order.materialId(), order.options(), floor)
                .steps();
    }

    /** What the process says, computed once per design and set-up. */
    public PartFacts facts(DesignId id, ManufacturingProcess process, Setup setup) {
        Design design = designs.getDesign(id);
        return facts.get(new FactsKey(id, design.unit(), process.id(), setup), () -> compute(id, process, setup));
    }

    private PartFacts compute(DesignId design, ManufacturingProcess process, Setup setup) {
        Shape shape = designs.shape(design);
        try {
            List<Finding> findings = process.check(shape, setup);
            if (findings.stream().anyMatch(Finding::blocks)) {
                return new PartFacts(findings, null, null, shape.bounds().sizeZ());
            }
            return new PartFacts(
                    findings,
                    process.estimate(shape, setup),
                    process.footprint(shape, setup),
                    shape.bounds().sizeZ());
        } catch (IllegalArgumentException incomplete) {
            throw Problem.of(
                    Problem.Kind.REFUSED,
                    "setup-incomplete",
                    Map.of("process", process.id(), "detail", String.valueOf(incomplete.getMessage())),
                    incomplete);
        }
    }

    /** What units of this process can be laid out on: the plate, or the sheets on the shelf that the machine takes. */
    public List<Stock> stock(
            FactoryId factory, ManufacturingProcess process, MaterialDefinition material, EquipmentGroup group) {
        double width = group.equipment().widthMm();
        double depth = group.equipment().depthMm();
        return switch (process.materialForm()) {
            case FILAMENT -> List.of(Stock.plate(width, depth));
            case SHEET ->
                lots.listSheetStock(factory, material.materialId()).stream()
                        .map(piece -> new Stock(
                                piece.lot().value(),
                                piece.widthMm(),
                                piece.heightMm(),
                                piece.pieces(),
                                piece.remnant(),
                                piece.outline()))
                        .map(piece -> piece.widthMm() <= width && piece.heightMm() <= depth ? piece : piece.turned())
                        .filter(piece -> piece.widthMm() <= width && piece.heightMm() <= depth)
                        .toList();
        };
    }

    /** Sheets that are used up are bought again; before the first there was one, the machine's bed stands for it. */
    private Stock largest(List<Stock> stock) {
        return stock.stream()
                .filter(piece -> !piece.remnant())
                .max(Comparator.comparingDouble(Stock::areaMm2))
                .or(() -> stock.stream().max(Comparator.comparingDouble(Stock::areaMm2)))
                .orElse(Stock.NONE);
    }

    private int unitsByRoom(DesignId id, ManufacturingProcess process, Setup setup, Stock given) {
        Stock stock = given.pieces() == 0
                ? Stock.plate(setup.equipment().widthMm(), setup.equipment().depthMm())
                : given;
        Design design = designs.getDesign(id);
        var key = new RoomKey(new FactsKey(id, design.unit(), process.id(), setup), stock.widthMm(), stock.heightMm());
        return rooms.get(key, () -> countRoom(facts(id, process, setup), process, setup, stock));
    }

    /** How many boxes around the part fit in rows and columns, turned or not: for many small parts close to the truth. */
    private static int countInRows(PartFacts part, LayoutRules rules, Stock stock) {
        PlateRules.Head head = rules.head();
        if (part.footprint() == null || (head != null && part.heightMm() > head.nozzleMm())) {
            return 0;
        }
        Bounds box = new Outline(List.of(part.footprint()), List.of()).bounds();
        double sizeX = box.sizeX() + rules.clearanceMm();
        double sizeY = box.sizeY() + rules.clearanceMm();
        double roomX = stock.widthMm() - 2 * rules.marginMm() + rules.clearanceMm();
        double roomY = stock.heightMm() - 2 * rules.marginMm() + rules.clearanceMm();
        int straight = times(roomX, sizeX) * times(roomY, sizeY);
        int turned = rules.rotationsDeg().contains(90) ? times(roomX, sizeY) * times(roomY, sizeX) : 0;
        return Math.max(straight, turned);
    }

    private static int times(double room, double size) {
        return (int) Math.floor(room / size);
    }

    private int countRoom(PartFacts part, ManufacturingProcess process, Setup setup, Stock stock) {
        if (part.footprint() == null) {
            return 0;
        }
        int most =
                (int) Math.clamp(stock.areaMm2() / Math.max(1, part.footprint().areaMm2()), 1, MOST_ON_A_PLATE);
        int inRows = countInRows(part, process.layoutRules(setup), stock);
        if (inRows >= MANY) {
            return Math.min(inRows, most);
        }
        List<Item> items = new ArrayList<>(most);
        for (int i = 0; i < most; i++) {
            items.add(
                    new Item(new UUID(0, i), "part", part.footprint(), part.heightMm(), Duration.ZERO, Instant.EPOCH));
        }
        return layouts.placeQuickly(items, stock, process.layoutRules(setup)).size();
    }

    /** How long runs on these machines may take: as the equipment says, and not beyond closing time. */
    public RunLimit runLimit(
            ManufacturingProcess process, Setup setup, EquipmentGroup group, Estimate estimate, Floor floor) {
        Duration prepare = process.steps(setup).stream()
                .filter(step -> step.kind() == StepKind.PREPARE)
                .map(Step::fixed)
                .reduce(Duration.ZERO, Duration::plus);
        Duration open = group.machines().stream()
                .map(Machine::hours)
                .map(floor::longestOpen)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO)
                .minus(prepare);
        for (Step step : process.steps()) {
            if (step.kind() == StepKind.RUN && step.attended()) {
                Duration shift = longestShift(step.skill(), floor).minus(prepare);
                open = shift.compareTo(open) < 0 ? shift : open;
            }
        }
        Double maxRunH = group.equipment().values().get("maxRunH");
        Duration longest = maxRunH == null ? LONGEST_RUN : Duration.ofSeconds(Math.round(maxRunH * 3600));
        return new RunLimit(estimate.buildTime(), longest.compareTo(open) < 0 ? longest : open, open);
    }

    /** Whoever watches a run stays until it ends. */
    private static Duration longestShift(String skill, Floor floor) {
        return floor.people().stream()
                .filter(person -> person.skills().contains(skill))
                .map(person -> floor.longestOpen(person.hours()))
                .max(Duration::compareTo)
                .orElse(Duration.ofHours(8));
    }

    /** Throws a {@link Problem} naming the known ones. */
    public static ManufacturingProcess getProcess(String id) {
        return Processes.findProcess(id)
                .orElseThrow(() -> Problem.of(
                        Problem.Kind.INVALID,
                        "process-unknown",
                        Map.of(
                                "process",
                                id,
                                "known",
                                String.join(
                                        ", ",
                                        Processes.listProcesses().stream()
                                                .map(ManufacturingProcess::id)
                                                .toList()))));
    }

    private static List<Finding> obstacles(
            ManufacturingProcess process, MaterialDefinition material, Shape shape, List<EquipmentGroup> groups) {
        List<Finding> obstacles = new ArrayList<>();
        if (!process.accepts(shape)) {
            obstacles.add(Finding.of("wrong-shape", Severity.BLOCKING).with(Map.of("process", process.id())));
        }
        if (material.material().form() != process.materialForm()) {
            obstacles.add(Finding.of("wrong-material", Severity.BLOCKING)
                    .with(Map.of("material", material.name(), "process", process.id())));
        }
        if (groups.isEmpty()) {
            obstacles.add(
                    Finding.of("no-machine", Severity.BLOCKING).with(Map.of("machine", process.equipmentClass())));
        }
        return obstacles;
    }

    private static double hours(Duration duration) {
        return Math.round(duration.toMinutes() / 6.0) / 10.0;
    }
}
