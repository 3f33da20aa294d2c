package org.millwright.factory.journey;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.millwright.factory.demo.BackgroundWork;
import org.millwright.factory.demo.SimulatedCrew;
import org.millwright.factory.design.Designs;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.Person;
import org.millwright.factory.facility.hours.WeeklyHours;
import org.millwright.factory.ordering.Customer;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderState;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.production.Jobs;
import org.millwright.factory.quoting.QuoteRequest;
import org.millwright.factory.quoting.Quotes;
import org.millwright.geometry.LengthUnit;

/**
 * A program of its own that takes one order for two small parts through the factory on a printer that outlives it, and
 * goes on with that order when it is started again. Arguments: data folder, port of the printer.
 */
public final class MortalProgram {
    static final int SPEED = 1000;
    static final int QUANTITY = 2;
    private static final Actor TESTER = new Actor("test", "owner", true);

    private MortalProgram() {}

    public static void main(String[] arguments) {
        try (var running = RunningFactory.on(Path.of(arguments[0]), SPEED, KillAtEntry.class)) {
            FactoryId factory = running.factory().id();
            useOnly(running.get(Factories.class), factory, URI.create("virtual+tcp://127.0.0.1:" + arguments[1]));
            running.get(Jobs.class).reconcileAll();
            Orders orders = running.get(Orders.class);
            Order order = orders.listOrders(factory).stream().findFirst().orElseGet(() -> placeOrder(running, factory));
            work(running, factory, order);
        }
        System.out.println("COMPLETE");
        System.exit(0);
    }

    /** One printer, reached over TCP, and people who are always there. */
    private static void useOnly(Factories factories, FactoryId factory, URI printer) {
        boolean first = true;
        for (Machine machine : factories.listMachines(factory)) {
            if (machine.inService()) {
                boolean kept = first && machine.equipmentClass().equals("printer");
                first &= !kept;
                URI address = kept ? printer : machine.address();
                factories.updateMachine(
                        new Machine(
                                machine.id(),
                                factory,
                                machine.number(),
                                machine.name(),
                                machine.equipmentClass(),
                                machine.equipment(),
                                address,
                                machine.costs(),
                                machine.hours(),
                                kept),
                        TESTER);
            }
        }
        for (Person person : factories.listPeople(factory)) {
            factories.updatePerson(
                    new Person(
                            person.id(),
                            factory,
                            person.name(),
                            person.role(),
                            Set.copyOf(person.skills()),
                            new WeeklyHours("always"),
                            true),
                    TESTER);
        }
    }

    private static Order placeOrder(RunningFactory running, FactoryId factory) {
        var design = running.get(Designs.class)
                .upload(
                        factory,
                        "cube.stl",
                        new ByteArrayInputStream(TestParts.box(12, 10, 4).getBytes(StandardCharsets.US_ASCII)),
                        LengthUnit.MILLIMETRE,
                        TESTER);
        var quote = running.get(Quotes.class)
                .quote(new QuoteRequest(factory, design.id(), "printing", "pla", QUANTITY, Map.of(), TESTER));
        return running.get(Orders.class).accept(quote.id(), new Customer("Tester", ""), TESTER);
    }

    private static void work(RunningFactory running, FactoryId factory, Order order) {
        Orders orders = running.get(Orders.class);
        Jobs jobs = running.get(Jobs.class);
        SimulatedCrew crew = running.get(SimulatedCrew.class);
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (orders.getOrder(order.id()).state() == OrderState.ACCEPTED) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The order is still open: " + jobs.listOpenTasks(factory));
            }
            jobs.tick(factory);
            crew.work(factory);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        running.get(BackgroundWork.class).awaitIdle(Duration.ofMinutes(1));
    }
}
