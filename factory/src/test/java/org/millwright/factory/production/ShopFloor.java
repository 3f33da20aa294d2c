package org.millwright.factory.production;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.design.Designs;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineCosts;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.Person;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.facility.hours.WeeklyHours;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.WorkDemand;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.production.machine.Connections;
import org.millwright.factory.production.task.Task;
import org.millwright.factory.production.task.TaskResult;
import org.millwright.factory.production.task.TaskState;
import org.millwright.factory.quality.InspectionState;
import org.millwright.factory.quality.Inspections;
import org.millwright.factory.testing.SampleFactory;
import org.millwright.factory.testing.TestClock;
import org.millwright.geometry.LengthUnit;
import org.millwright.machines.virtual.VirtualMachine;
import org.millwright.machines.virtual.VirtualMachines;
import org.millwright.processes.Characteristic;
import org.millwright.processes.Equipment;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.stereotype.Component;

/** A factory of a test with virtual machines in this process and an operator who does as told. */
@Component
public class ShopFloor {
    public static final Actor ADA = new Actor("Ada", "operator", true);

    private final Factories factories;
    private final Designs designs;
    private final Lots lots;
    private final WorkOrders workOrders;
    private final Jobs jobs;
    private final Inspections inspections;
    private final Connections connections;
    private final Ids ids;
    private final TestClock clock;

    ShopFloor(
            Factories factories,
            Designs designs,
            Lots lots,
            WorkOrders workOrders,
            Jobs jobs,
            Inspections inspections,
            Connections connections,
            Ids ids,
            TestClock clock) {
        this.factories = factories;
        this.designs = designs;
        this.lots = lots;
        this.workOrders = workOrders;
        this.jobs = jobs;
        this.inspections = inspections;
        this.connections = connections;
        this.ids = ids;
        this.clock = clock;
    }

    /** One factory with its machines. */
    public record Place(FactoryId id, MachineId printer, MachineId laser, PersonId ada, PersonId bert) {}

    /** A printer, a laser, an operator with all skills and one with none; a full spool and three sheets. */
    public Place open() {
        return open("virtual");
    }

    /** The same with machines reached by another scheme. */
    public Place open(String scheme) {
        FactoryId factory = factories
                .addFactory(SampleFactory.factory(ids), SampleFactory.OPERATOR)
                .id();
        lots.addMaterial(SampleFactory.pla(factory), SampleFactory.OPERATOR);
        lots.addMaterial(SampleFactory.plywood(factory), SampleFactory.OPERATOR);
        lots.receiveSpool(factory, "pla", 1000, "SPOOL-1", "Filament Ltd", SampleFactory.OPERATOR);
        lots.receiveSheets(factory, "plywood-3", 600, 400, 3, "SHEET-1", "Timber Ltd", SampleFactory.OPERATOR);
        return new Place(
                factory,
                machine(
                        factory,
                        1,
                        "printer",
                        scheme,
                        new Equipment("Virtual printer", 250, 210, 210, Map.of("nozzleMm", 0.4))),
                machine(
                        factory,
                        2,
                        "laser",
                        scheme,
                        new Equipment("Virtual laser", 600, 400, 50, Map.of("spindleMax", 1000.0))),
                person(
                        factory,
                        "Ada",
                        Set.of("printing", "cutting", "finishing", "inspection", "inspecting", "packing")),
                person(factory, "Bert", Set.of()));
    }

    private MachineId machine(FactoryId factory, int number, String kind, String scheme, Equipment equipment) {
        MachineId id = new MachineId(ids.next());
        factories.addMachine(
                new Machine(
                        id,
                        factory,
                        number,
                        "The " + kind,
                        kind,
                        equipment,
                        URI.create(scheme + ":" + kind + "/" + id),
                        new MachineCosts(SampleFactory.eur(80_000), 5, 2000, SampleFactory.eur(6000), 120, 8),
                        WeeklyHours.always(),
                        true),
                SampleFactory.OPERATOR);
        return id;
    }

    private PersonId person(FactoryId factory, String name, Set<String> skills) {
        PersonId id = new PersonId(ids.next());
        factories.addPerson(
                new Person(id, factory, name, "operator", skills, new WeeklyHours("Mon-Fri 08:00-17:00"), true),
                SampleFactory.OPERATOR);
        return id;
    }

    public VirtualMachine virtual(MachineId id) {
        Machine machine = factories.getMachine(id);
        jobs.machineState(id);
        return VirtualMachines.find(machine.equipmentClass() + "/" + id).orElseThrow();
    }

    /** Lets the printer break down when its job has come so far. */
    public void breakPrinter(Place place, double atProgress) {
        virtual(place.printer()).fault("JAM", "filament is stuck", atProgress);
    }

    /** Accepts and plans some blocks to be printed. */
    public WorkOrderId print(Place place, int quantity) {
        DesignId design = designs.upload(
                        place.id(),
                        "block.stl",
                        new ByteArrayInputStream(stl(20, 20, 4)),
                        LengthUnit.MILLIMETRE,
                        SampleFactory.OPERATOR)
                .id();
        return order(place, design, "printing", "pla", quantity);
    }

    /** Accepts and plans some panels to be cut. */
    public WorkOrderId cut(Place place, int quantity) {
        String svg = """
                <svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="80mm" viewBox="0 0 100 80">
                <path d="M0 0 H100 V80 H0 Z" fill="none" stroke="black"/></svg>""";
        DesignId design = designs.upload(
                        place.id(),
                        "panel.svg",
                        new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                        LengthUnit.MILLIMETRE,
                        SampleFactory.OPERATOR)
                .id();
        return order(place, design, "cutting", "plywood-3", quantity);
    }

    private WorkOrderId order(Place place, DesignId design, String process, String material, int quantity) {
        var demand = new WorkDemand(
                place.id(),
                ids.next(),
                "O-1",
                design,
                process,
                material,
                quantity,
                Map.of(),
                clock.instant().plus(Duration.ofDays(7)),
                1,
                SampleFactory.OPERATOR);
        WorkOrderId order = workOrders.accept(demand);
        workOrders.plan(place.id());
        return order;
    }

    /** The one open task of that step. */
    public Task task(Place place, String step) {
        List<Task> tasks = jobs.listOpenTasks(place.id()).stream()
                .filter(task -> task.step().equals(step))
                .toList();
        if (tasks.size() != 1) {
            throw new AssertionError("One task %s was expected, there are %s".formatted(step, tasks));
        }
        return tasks.getFirst();
    }

    /** Ticks, then lets Ada do the one open task of that step. */
    public Task does(Place place, String step) {
        jobs.tick(place.id());
        Task task = task(place, step);
        jobs.startTask(task.id(), place.ada(), ADA);
        clock.advance(Duration.ofMinutes(2));
        if (task.kind() == StepKind.PREPARE) {
            loadReserved(task);
        }
        if (task.kind() == StepKind.INSPECT) {
            inspectAll(task.workOrder());
            return jobs.getTask(task.id());
        }
        return jobs.finishTask(task.id(), TaskResult.ALL_GOOD, ADA);
    }

    /** Ticks, lets Ada go on with each task of these steps, and lets a minute pass. */
    public void step(Place place, String... steps) {
        jobs.tick(place.id());
        for (Task task : jobs.listOpenTasks(place.id())) {
            if (List.of(steps).contains(task.step())) {
                goOn(place, task);
            }
        }
        clock.advance(Duration.ofMinutes(1));
    }

    private void goOn(Place place, Task task) {
        if (task.state() == TaskState.OPEN) {
            if (jobs.permit(task.id(), place.ada()).isGranted()) {
                jobs.startTask(task.id(), place.ada(), ADA);
            }
        } else if (task.kind() == StepKind.INSPECT) {
            inspectAll(task.workOrder());
        } else {
            if (task.kind() == StepKind.PREPARE) {
                loadReserved(task);
            }
            jobs.finishTask(task.id(), TaskResult.ALL_GOOD, ADA);
        }
    }

    void loadReserved(Task task) {
        var lot = lots.findReservation(task.build().value()).orElseThrow().lot();
        jobs.confirmPreparation(task.id(), lot, ADA);
    }

    /** Finds every unit as it should be. */
    public void inspectAll(WorkOrderId workOrder) {
        inspections.open(workOrder).stream()
                .filter(inspection -> inspection.state() == InspectionState.OPEN)
                .forEach(inspection -> inspection.characteristics().forEach(planned -> {
                    Characteristic characteristic = planned.characteristic();
                    if (characteristic.kind() == Characteristic.Kind.VISUAL) {
                        inspections.recordVisual(inspection.unit(), characteristic.name(), true, ADA);
                    } else {
                        inspections.record(inspection.unit(), characteristic.name(), characteristic.nominalMm(), ADA);
                    }
                }));
    }

    /** Lets the machine run until its job is over. */
    public Job runToEnd(Place place, MachineId machine) {
        jobs.tick(place.id());
        Job job = jobs.findActiveJob(machine).orElseThrow();
        for (int i = 0; i < 500 && jobs.getJob(job.id()).state().isActive(); i++) {
            clock.advance(Duration.ofMinutes(2));
            jobs.tick(place.id());
        }
        return jobs.getJob(job.id());
    }

    public List<UnitState> states(WorkOrderId workOrder) {
        return workOrders.listUnits(workOrder).stream()
                .map(unit -> unit.state())
                .toList();
    }

    /** What a program forgets that is killed: everything but its database and the machines themselves. */
    public void forgetEverything() {
        connections.closeAll();
    }

    private static byte[] stl(double x, double y, double z) {
        int[][] faces = {
            {0, 2, 1}, {0, 3, 2}, {4, 5, 6}, {4, 6, 7}, {0, 1, 5}, {0, 5, 4}, {1, 2, 6}, {1, 6, 5}, {2, 3, 7},
            {2, 7, 6}, {3, 0, 4}, {3, 4, 7}
        };
        double[][] corners = {{0, 0, 0}, {x, 0, 0}, {x, y, 0}, {0, y, 0}, {0, 0, z}, {x, 0, z}, {x, y, z}, {0, y, z}};
        var text = new StringBuilder("solid block\n");
        for (int[] face : faces) {
            text.append("facet normal 0 0 0\nouter loop\n");
            for (int corner : face) {
                text.append(String.format(
                        Locale.ROOT, "vertex %f %f %f%n", corners[corner][0], corners[corner][1], corners[corner][2]));
            }
            text.append("endloop\nendfacet\n");
        }
        return text.append("endsolid block\n").toString().getBytes(StandardCharsets.US_ASCII);
    }
}
