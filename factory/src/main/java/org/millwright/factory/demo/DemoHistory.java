package org.millwright.factory.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.millwright.factory.demo.SampleDesigns.Sample;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.inventory.Lot;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderState;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.clock.RealTime;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.quality.Disposition;
import org.millwright.factory.quality.Inspections;
import org.millwright.factory.quality.Nonconformance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The days before the demo begins, lived through on the virtual machines: orders that were made and shipped, a machine
 * that broke down, units that were not as they should be. Everything goes the way that real work goes; only the clock
 * leaps.
 */
@Component
public class DemoHistory {
    private static final Logger LOG = LoggerFactory.getLogger(DemoHistory.class);
    private static final int DAYS = 6;
    private static final int FAIL_EVERY = 23;
    private static final int MOST_FAILURES = 100;
    private static final Actor BUYER = new Actor("Mara Lind", "buyer", true);
    private static final Actor OPERATOR = new Actor("Simulated operator A", "operator", true);
    private static final Actor INSPECTOR = new Actor("Simulated inspector", "quality", true);

    private final DemoFactory demoFactory;
    private final DemoOrders demoOrders;
    private final DemoPeople people;
    private final FastForward fastForward;
    private final SimulatedInspector inspector;
    private final Orders orders;
    private final Inspections inspections;
    private final Factories factories;
    private final Lots lots;
    private final FactoryClock clock;
    private final RealTime realTime;

    DemoHistory(
            DemoFactory demoFactory,
            DemoOrders demoOrders,
            DemoPeople people,
            FastForward fastForward,
            SimulatedInspector inspector,
            Orders orders,
            Inspections inspections,
            Factories factories,
            Lots lots,
            FactoryClock clock,
            RealTime realTime) {
        this.demoFactory = demoFactory;
        this.demoOrders = demoOrders;
        this.people = people;
        this.fastForward = fastForward;
        this.inspector = inspector;
        this.orders = orders;
        this.inspections = inspections;
        this.factories = factories;
        this.lots = lots;
        this.clock = clock;
        this.realTime = realTime;
    }

    private record Event(Instant at, Runnable happens) {}

    /** Sets the demo factory up in the past and lives up to now. Only for an installation without a factory. */
    public Factory live() {
        ZonedDateTime today = realTime.instant().atZone(ZoneOffset.UTC);
        Instant begin = today.minusDays(DAYS).with(LocalTime.of(5, 30)).toInstant();
        clock.replayFrom(begin);
        try {
            Factory factory = demoFactory.getOrSetUp();
            people.addMissing(factory);
            openSpools(factory);
            inspector.failEvery(FAIL_EVERY);
            for (Event event : script(factory)) {
                liveUntil(factory, event.at());
                event.happens().run();
            }
            liveUntil(factory, realTime.instant());
            return factory;
        } finally {
            inspector.failEvery(0);
            clock.endReplay();
        }
    }

    /** Spools that somebody worked from before. */
    private void openSpools(Factory factory) {
        Map<String, Iterator<Double>> left = Map.of(
                "pla", List.of(85.0, 420.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0).iterator(),
                "petg", List.of(95.0, 0.0, 0.0, 0.0).iterator());
        for (Lot lot : lots.listLots(factory.id())) {
            Iterator<Double> masses = left.get(lot.materialId());
            if (masses != null && masses.hasNext()) {
                lots.weigh(lot.id(), masses.next(), "Weighed when the demo began", OPERATOR);
            }
        }
    }

    private void liveUntil(Factory factory, Instant until) {
        int failures = 0;
        while (clock.instant().isBefore(until)) {
            try {
                fastForward.round(factory.id(), until);
                failures = 0;
            } catch (Problem taken) {
                // The floor's own rounds may have been quicker with the same thing.
                failures++;
                if (failures == MOST_FAILURES) {
                    throw taken;
                }
                LOG.debug("A round of the demo's past is tried again: {}", taken.getMessage());
            }
        }
    }

    private List<Event> script(Factory factory) {
        List<Event> events = new ArrayList<>();
        order(events, factory, 6, "06:10", sample("shelf-bracket.stl").of(4, "Harbour Books"));
        order(events, factory, 6, "06:40", sample("gasket.dxf").of(8, "Pump & Valve Repair"));
        order(events, factory, 5, "06:30", sample("hex-spacer.stl").of(6, "Attic Robotics Club"));
        order(events, factory, 5, "07:15", sample("plant-label.svg").of(12, "Market Garden Nord"));
        order(events, factory, 4, "06:20", sample("door-wedge.stl").of(2, "Kita Sonnenhof"));
        order(events, factory, 4, "08:00", sample("shelf-bracket.stl").of(3, "Mara Lind"));
        order(events, factory, 3, "06:30", sample("cable-clip.stl").of(8, "Harbour Books"));
        event(events, 3, "07:30", () -> machineDown(factory, "Printer 2", "Nozzle clogged"));
        event(events, 3, "12:30", () -> machineUp(factory, "Printer 2"));
        order(
                events,
                factory,
                3,
                "13:00",
                sample("gasket.dxf").from("plywood-3").of(6, "Studio Ostwind"));
        order(events, factory, 2, "06:45", sample("hex-spacer.stl").of(5, "Attic Robotics Club"));
        order(events, factory, 2, "07:20", sample("plant-label.svg").of(10, "Market Garden Nord"));
        order(events, factory, 1, "06:15", sample("gasket.dxf").of(4, "Pump & Valve Repair"));
        order(events, factory, 1, "07:45", sample("cable-clip.stl").of(6, "Mara Lind"));
        for (int day = DAYS - 1; day >= 1; day--) {
            event(events, day, "15:30", () -> shipAll(factory));
            if (day > 1) {
                event(events, day, "15:40", () -> decideAll(factory));
            }
        }
        Instant now = realTime.instant();
        place(
                events,
                factory,
                now.minus(Duration.ofMinutes(50)),
                sample("shelf-bracket.stl").of(24, "Harbour Books"));
        place(
                events,
                factory,
                now.minus(Duration.ofMinutes(40)),
                sample("hex-spacer.stl").of(9, "Mara Lind"));
        place(
                events,
                factory,
                now.minus(Duration.ofMinutes(30)),
                sample("gasket.dxf").of(10, "Pump & Valve Repair"));
        place(
                events,
                factory,
                now.minus(Duration.ofMinutes(20)),
                sample("door-wedge.stl").of(6, "Kita Sonnenhof"));
        place(
                events,
                factory,
                now.minus(Duration.ofMinutes(15)),
                sample("plant-label.svg").of(20, "Market Garden Nord"));
        events.add(new Event(
                now.minus(Duration.ofMinutes(10)), () -> machineDown(factory, "Printer 3", "Hot end is on order")));
        events.add(new Event(now.minus(Duration.ofMinutes(8)), () -> ask(factory)));
        events.removeIf(event -> event.at().isAfter(now));
        events.sort(Comparator.comparing(Event::at));
        return events;
    }

    private static Sample sample(String fileName) {
        return SampleDesigns.named(fileName);
    }

    private void order(List<Event> events, Factory factory, int daysAgo, String time, Sample sample) {
        event(events, daysAgo, time, () -> demoOrders.place(factory, sample));
    }

    private void place(List<Event> events, Factory factory, Instant at, Sample sample) {
        events.add(new Event(at, () -> demoOrders.place(factory, sample)));
    }

    /** @param time of day in UTC, which is an hour or two before the demo factory's own */
    private void event(List<Event> events, int daysAgo, String time, Runnable happens) {
        ZonedDateTime day = realTime.instant().atZone(ZoneOffset.UTC).minusDays(daysAgo);
        events.add(new Event(day.with(LocalTime.parse(time)).toInstant(), happens));
    }

    private void machineDown(Factory factory, String name, String reason) {
        factories.listMachines(factory.id()).stream()
                .filter(machine -> machine.name().equals(name))
                .map(Machine::id)
                .forEach(id -> factories.markDown(id, reason, null, OPERATOR));
    }

    private void machineUp(Factory factory, String name) {
        factories.listMachines(factory.id()).stream()
                .filter(machine -> machine.name().equals(name))
                .map(Machine::id)
                .forEach(id -> factories.markUp(id, OPERATOR));
    }

    private void shipAll(Factory factory) {
        orders.listOrders(factory.id()).stream()
                .filter(order -> order.state() == OrderState.COMPLETE)
                .forEach(order -> orders.ship(order.id(), OPERATOR));
    }

    private void decideAll(Factory factory) {
        List<Nonconformance> open = inspections.listNonconformances(factory.id()).stream()
                .filter(Nonconformance::isOpen)
                .toList();
        for (int i = 0; i < open.size(); i++) {
            boolean scrap = i % 2 == 0;
            inspections.dispose(
                    open.get(i).id(),
                    scrap ? Disposition.SCRAP : Disposition.USE_AS_IS,
                    scrap ? "Layers split along the edge" : "Mark is on the inside and not seen",
                    INSPECTOR);
        }
    }

    private void ask(Factory factory) {
        orders.listOrders(factory.id()).stream()
                .filter(order -> order.customer().name().equals(BUYER.name()))
                .max(Comparator.comparing(Order::acceptedAt))
                .ifPresent(order -> orders.say(
                        order.id(), true, "Could you put three of them into a bag of their own? Thank you!", BUYER));
    }
}
