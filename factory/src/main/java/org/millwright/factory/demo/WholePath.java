package org.millwright.factory.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.Designs;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.ordering.Customer;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderId;
import org.millwright.factory.ordering.OrderState;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.quoting.Quote;
import org.millwright.factory.quoting.QuoteRequest;
import org.millwright.factory.quoting.Quotes;
import org.millwright.geometry.LengthUnit;
import org.springframework.stereotype.Component;

/** One file through the whole factory: check, quote, accept, plan, make on virtual machines, inspect, passport. */
@Component
public class WholePath {
    private static final Actor BUYER = new Actor("command line", "buyer", false);
    private static final Duration LONGEST = Duration.ofDays(120);

    private final Designs designs;
    private final Quotes quotes;
    private final Orders orders;
    private final WorkOrders workOrders;
    private final FastForward fastForward;
    private final FactoryClock clock;

    WholePath(
            Designs designs,
            Quotes quotes,
            Orders orders,
            WorkOrders workOrders,
            FastForward fastForward,
            FactoryClock clock) {
        this.designs = designs;
        this.quotes = quotes;
        this.orders = orders;
        this.workOrders = workOrders;
        this.fastForward = fastForward;
        this.clock = clock;
    }

    /** What is wanted; a null unit takes what the file says, else the guess from its size. */
    public record Wish(
            Path file,
            @Nullable LengthUnit unit,
            String process,
            String materialId,
            int quantity,
            Map<String, Double> options) {
        public Wish {
            options = Map.copyOf(options);
        }
    }

    /** Stores the file; when the unit has to be asked, takes the likely one. */
    public Design upload(Factory factory, Wish wish) throws IOException {
        try (InputStream content = Files.newInputStream(wish.file())) {
            Design design = designs.upload(
                    factory.id(), String.valueOf(wish.file().getFileName()), content, wish.unit(), BUYER);
            return design.unit() == null ? designs.chooseUnit(design.id(), design.likelyUnit(), BUYER) : design;
        }
    }

    /** Price, date and carbon of the wish. */
    public Quote quote(Factory factory, Design design, Wish wish) {
        return quotes.quote(new QuoteRequest(
                factory.id(), design.id(), wish.process(), wish.materialId(), wish.quantity(), wish.options(), BUYER));
    }

    /** Accepts the quote. */
    public Order order(Quote quote) {
        return orders.accept(quote.id(), new Customer("Command line", ""), BUYER);
    }

    /**
     * Lets the factory work until the order is complete.
     *
     * @param progress told after each round how many units are good
     * @throws IllegalStateException when it is still incomplete after 120 days of factory time
     */
    public Order make(OrderId id, Consumer<Progress> progress) {
        Order order = orders.getOrder(id);
        Instant until = clock.instant().plus(LONGEST);
        while (order.state() == OrderState.ACCEPTED && clock.instant().isBefore(until)) {
            fastForward.round(order.factory());
            order = orders.getOrder(id);
            progress.accept(new Progress(clock.instant(), unitsOf(order)));
        }
        if (order.state() == OrderState.ACCEPTED) {
            throw new IllegalStateException("Order %s is still incomplete after %d days: %s"
                    .formatted(order.number(), LONGEST.toDays(), unitsOf(order)));
        }
        return order;
    }

    /** All units made for the order, failed ones too. */
    public List<Unit> unitsOf(Order order) {
        return order.lines().stream()
                .flatMap(line -> workOrders.listUnitsFor(line.id().value()).stream())
                .toList();
    }

    /** Where an order is at an instant of factory time. */
    public record Progress(Instant at, List<Unit> units) {
        public long count(UnitState state) {
            return units.stream().filter(unit -> unit.state() == state).count();
        }
    }
}
