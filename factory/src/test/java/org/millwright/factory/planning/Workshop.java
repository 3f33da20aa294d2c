package org.millwright.factory.planning;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.parts.Parts;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.testing.SampleFactory;
import org.millwright.factory.testing.TestClock;
import org.millwright.geometry.LengthUnit;
import org.millwright.processes.Equipment;
import org.springframework.stereotype.Component;

/** A workshop to plan for: printers, a laser, one operator, designs of its own. */
@Component
public class Workshop {
    private final Factories factories;
    private final Designs designs;
    private final Lots lots;
    private final WorkOrders workOrders;
    private final Ids ids;
    private final TestClock clock;

    Workshop(Factories factories, Designs designs, Lots lots, WorkOrders workOrders, Ids ids, TestClock clock) {
        this.factories = factories;
        this.designs = designs;
        this.lots = lots;
        this.workOrders = workOrders;
        this.ids = ids;
        this.clock = clock;
    }

    /** One factory with its machines. */
    public record Place(FactoryId id, List<MachineId> printers, MachineId laser, PersonId operator) {}

    /** Machines run day and night; the operator comes from Monday to Friday. Nothing is in stock. */
    public Place open(int printers) {
        var factory = factories
                .addFactory(SampleFactory.factory(ids), SampleFactory.OPERATOR)
                .id();
        List<MachineId> machines = new ArrayList<>();
        for (int number = 1; number <= printers; number++) {
            machines.add(factories
                    .addMachine(SampleFactory.printer(ids, factory, number), SampleFactory.OPERATOR)
                    .id());
        }
        Machine laser = factories.addMachine(laser(factory), SampleFactory.OPERATOR);
        Person operator = factories.addPerson(
                new Person(
                        new PersonId(ids.next()),
                        factory,
                        "Ada",
                        "operator",
                        Set.of("printing", "cutting", "finishing", "inspection", "inspecting", "packing"),
                        new WeeklyHours("Mon-Fri 08:00-17:00"),
                        false),
                SampleFactory.OPERATOR);
        lots.addMaterial(SampleFactory.pla(factory), SampleFactory.OPERATOR);
        lots.addMaterial(SampleFactory.plywood(factory), SampleFactory.OPERATOR);
        return new Place(factory, List.copyOf(machines), laser.id(), operator.id());
    }

    /** A factory with an order whose units are planned. */
    public record Planned(Place place, WorkOrderId order, BuildPlan build) {}

    /** Two printers, and two blocks on one plate on one of them, promised in a week. */
    public Planned planOnePlate() {
        clock.set(TestClock.START);
        Place place = open(2);
        stock(place);
        WorkOrderId order = workOrders.accept(printing(place, block(place, 60, 60, 20), 2));
        workOrders.plan(place.id());
        return new Planned(place, order, workOrders.listBuildsOf(order).getFirst());
    }

    public void stock(Place place) {
        spool(place, 1000);
        sheets(place, 3);
    }

    public void spool(Place place, double massG) {
        lots.receiveSpool(place.id(), "pla", massG, "S-" + ids.next(), "Filament Ltd", SampleFactory.OPERATOR);
    }

    public void sheets(Place place, int pieces) {
        lots.receiveSheets(
                place.id(), "plywood-3", 600, 400, pieces, "P-" + ids.next(), "Timber Ltd", SampleFactory.OPERATOR);
    }

    /** A solid block. */
    public DesignId block(Place place, double x, double y, double z) {
        return designs.upload(
                        place.id(),
                        "block-%s-%s-%s.stl".formatted(x, y, z),
                        new ByteArrayInputStream(stl(x, y, z)),
                        LengthUnit.MILLIMETRE,
                        SampleFactory.OPERATOR)
                .id();
    }

    /** A rectangle to be cut out. */
    public DesignId panel(Place place, double width, double height) {
        String svg = """
                <svg xmlns="http://www.w3.org/2000/svg" width="%smm" height="%smm" viewBox="0 0 %s %s">
                <path d="M0 0 H%s V%s H0 Z" fill="none" stroke="black"/></svg>""".formatted(width, height, width, height, width, height);
        return designs.upload(
                        place.id(),
                        "panel-%s-%s.svg".formatted(width, height),
                        new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                        LengthUnit.MILLIMETRE,
                        SampleFactory.OPERATOR)
                .id();
    }

    public WorkDemand printing(Place place, DesignId design, int quantity) {
        return demand(place, design, "printing", "pla", quantity);
    }

    public WorkDemand cutting(Place place, DesignId design, int quantity) {
        return demand(place, design, "cutting", "plywood-3", quantity);
    }

    private WorkDemand demand(Place place, DesignId design, String process, String material, int quantity) {
        UUID line = ids.next();
        return new WorkDemand(
                place.id(),
                line,
                "O-" + line.toString().substring(30),
                design,
                process,
                material,
                quantity,
                Map.of(),
                clock.instant().plus(Duration.ofDays(7)),
                1,
                SampleFactory.OPERATOR);
    }

    private Machine laser(FactoryId factory) {
        return new Machine(
                new MachineId(ids.next()),
                factory,
                100,
                "Laser",
                Parts.getProcess("cutting").equipmentClass(),
                new Equipment("Virtual laser 600", 600, 400, 50, Map.of("spindleMax", 1000.0)),
                URI.create("virtual:laser"),
                new MachineCosts(SampleFactory.eur(400_000), 6, 1500, SampleFactory.eur(20_000), 300, 20),
                WeeklyHours.always(),
                true);
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
