package org.millwright.factory.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.factory.demo.FastForward;
import org.millwright.factory.design.Designs;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.ordering.Customer;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderState;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.passport.PassportVerifier;
import org.millwright.factory.passport.Passports;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.quoting.Quote;
import org.millwright.factory.quoting.QuoteRequest;
import org.millwright.factory.quoting.Quotes;
import org.millwright.geometry.LengthUnit;

/** A busy morning: fifty orders come in at once and go through every room of the house. */
@Tag("slow")
class FiftyOrdersTest {
    private static final int ORDERS = 50;
    private static final int SPEED = 1000;
    private static final Actor TESTER = new Actor("test", "buyer", true);

    @TempDir
    Path data;

    @Test
    void fiftyOrdersAtOnceAreMadeInspectedAndPassedOn() throws Exception {
        try (var running = RunningFactory.on(data, SPEED)) {
            List<Order> accepted = placeAll(running);
            makeAll(running, accepted);
            assertEveryPassportVerifies(running, accepted);
            assertNoMachineDidTwoThingsAtOnce(running);
            assertThat(running.get(Lots.class)
                            .checkLedger(running.factory().id())
                            .faults())
                    .isEmpty();
            assertThat(running.get(Journal.class).verify().firstBroken()).isNull();
        }
    }

    private static List<Order> placeAll(RunningFactory running) throws Exception {
        var random = new SplittableRandom(2026);
        var calls = new ArrayList<Callable<Order>>();
        for (int i = 0; i < ORDERS; i++) {
            double size = 8 + random.nextInt(20);
            int quantity = 1 + random.nextInt(3);
            boolean cut = i % 3 == 0;
            calls.add(() -> place(running, size, quantity, cut));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            var orders = new ArrayList<Order>();
            for (var result : threads.invokeAll(calls)) {
                orders.add(result.get());
            }
            return orders;
        }
    }

    private static Order place(RunningFactory running, double size, int quantity, boolean cut) {
        FactoryId factory = running.factory().id();
        String file = cut ? TestParts.plate(size * 2, size) : TestParts.box(size, size * 0.8, 3);
        var design = running.get(Designs.class)
                .upload(
                        factory,
                        cut ? "plate.dxf" : "box.stl",
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII)),
                        LengthUnit.MILLIMETRE,
                        TESTER);
        Quote quote = running.get(Quotes.class)
                .quote(new QuoteRequest(
                        factory,
                        design.id(),
                        cut ? "cutting" : "printing",
                        cut ? "plywood-3" : "pla",
                        quantity,
                        Map.of(),
                        TESTER));
        return running.get(Orders.class).accept(quote.id(), new Customer("Customer", ""), TESTER);
    }

    private static void makeAll(RunningFactory running, List<Order> accepted) {
        Orders orders = running.get(Orders.class);
        FastForward fastForward = running.get(FastForward.class);
        long deadline = System.nanoTime() + Duration.ofMinutes(8).toNanos();
        while (accepted.stream().anyMatch(order -> orders.getOrder(order.id()).state() == OrderState.ACCEPTED)) {
            assertThat(System.nanoTime()).as("all orders complete in time").isLessThan(deadline);
            for (int round = 0; round < 20; round++) {
                fastForward.round(running.factory().id());
            }
        }
    }

    private static void assertEveryPassportVerifies(RunningFactory running, List<Order> accepted) {
        Passports passports = running.get(Passports.class);
        for (Order order : accepted) {
            var line = order.lines().getFirst();
            List<Unit> packed = running
                    .get(WorkOrders.class)
                    .listUnitsFor(line.id().value())
                    .stream()
                    .filter(unit -> unit.state() == UnitState.PACKED)
                    .toList();
            assertThat(packed).hasSize(line.quantity());
            for (Unit unit : packed) {
                assertThat(PassportVerifier.verify(
                                        passports.getPassport(unit.serial()).json())
                                .valid())
                        .isTrue();
            }
        }
    }

    private static void assertNoMachineDidTwoThingsAtOnce(RunningFactory running) {
        FactoryId factory = running.factory().id();
        List<PlannedOperation> done = running.get(WorkOrders.class).listOperations(factory, false).stream()
                .filter(operation -> operation.state() == OperationState.DONE)
                .sorted(Comparator.comparing(PlannedOperation::start).thenComparing(PlannedOperation::end))
                .toList();
        for (Machine machine : running.get(Factories.class).listMachines(factory)) {
            PlannedOperation before = null;
            for (PlannedOperation operation : done) {
                if (machine.id().equals(operation.machine())) {
                    if (before != null) {
                        assertThat(operation.start())
                                .as("%s after %s on %s", operation, before, machine.name())
                                .isAfterOrEqualTo(before.end());
                    }
                    before = operation;
                }
            }
        }
    }
}
