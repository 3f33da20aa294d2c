package org.millwright.factory.ordering;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Sending;
import org.millwright.factory.ordering.line.LineAccount;
import org.millwright.factory.ordering.line.OrderLine;
import org.millwright.factory.ordering.line.OrderLineId;
import org.millwright.factory.ordering.outcome.Outcome;
import org.millwright.factory.ordering.outcome.Outcomes;
import org.millwright.factory.ordering.search.OrderFinds;
import org.millwright.factory.ordering.search.OrderSearch;
import org.millwright.factory.ordering.store.MessageStore;
import org.millwright.factory.ordering.store.OrderStore;
import org.millwright.factory.passport.Passports;
import org.millwright.factory.planning.WorkDemand;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.identity.Numbers;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.JournalEntry;
import org.millwright.factory.platform.journal.Ref;
import org.millwright.factory.platform.money.Money;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.quoting.Quote;
import org.millwright.factory.quoting.QuoteId;
import org.millwright.factory.quoting.Quotes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders of all factories. An order is covered when every unit it owes is either good or being made; whatever fails is
 * made anew without being asked for.
 */
@Service
public class Orders {
    private static final SecureRandom UNGUESSABLE = new SecureRandom();
    private static final int MOST_CHARACTERS = 4000;

    private final OrderStore store;
    private final Quotes quotes;
    private final WorkOrders workOrders;
    private final Passports passports;
    private final MessageStore messages;
    private final Factories factories;
    private final Outcomes outcomes;
    private final Ids ids;
    private final Numbers numbers;
    private final Journal journal;
    private final InstantSource time;
    private final ApplicationEventPublisher events;

    Orders(
            OrderStore store,
            Quotes quotes,
            WorkOrders workOrders,
            Passports passports,
            MessageStore messages,
            Factories factories,
            Outcomes outcomes,
            Ids ids,
            Numbers numbers,
            Journal journal,
            InstantSource time,
            ApplicationEventPublisher events) {
        this.store = store;
        this.quotes = quotes;
        this.workOrders = workOrders;
        this.passports = passports;
        this.messages = messages;
        this.factories = factories;
        this.outcomes = outcomes;
        this.ids = ids;
        this.numbers = numbers;
        this.journal = journal;
        this.time = time;
        this.events = events;
    }

    /**
     * Turns a quote into an order and has its units made. Accepting the same quote again gives the same order.
     *
     * @throws Problem when the quote has expired or says that the design cannot be made
     */
    @Transactional
    public Order accept(QuoteId quoteId, Customer customer, Actor actor) {
        return accept(quoteId, customer, Delivery.Way.PICK_UP, actor);
    }

    /**
     * The same with the way in which it gets to its buyer.
     *
     * @throws Problem as above, and {@code delivery-not-offered} when this factory sends nothing
     */
    @Transactional
    public Order accept(QuoteId quoteId, Customer customer, Delivery.Way way, Actor actor) {
        Optional<Order> known = store.findByQuote(quoteId);
        if (known.isPresent()) {
            return known.get();
        }
        Quote quote = quotes.getQuote(quoteId);
        Order order = orderFor(quote, customer, way);
        store.insert(order);
        record(order, actor, "OrderAccepted", Map.of("number", order.number(), "quote", quote.number()));
        cover(order, actor);
        events.publishEvent(new OrderAccepted(order.id()));
        return order;
    }

    private Order orderFor(Quote quote, Customer customer, Delivery.Way way) {
        var price = quote.price();
        var promisedAt = quote.promisedAt();
        if (!quote.makeable() || price == null || promisedAt == null) {
            throw Problem.of(Problem.Kind.REFUSED, "quote-not-makeable", Map.of("quote", quote.number()));
        }
        requireGood(quote);
        var line = new OrderLine(
                new OrderLineId(ids.next()),
                quote.id(),
                quote.design(),
                quote.process(),
                quote.materialId(),
                quote.options(),
                quote.quantity(),
                0);
        return new Order(
                new OrderId(ids.next()),
                quote.factory(),
                numbers.next(quote.factory(), "O"),
                customer,
                OrderState.ACCEPTED,
                price,
                time.instant(),
                promisedAt,
                null,
                null,
                trackingKey(),
                delivery(way, quote.factory(), price, promisedAt),
                List.of(line));
    }

    private Delivery delivery(Delivery.Way way, FactoryId factory, Money price, Instant promisedAt) {
        if (way == Delivery.Way.PICK_UP) {
            return new Delivery(way, Money.zero(price.currency()), null);
        }
        Sending sending = factories
                .findSending(factory)
                .orElseThrow(() -> Problem.of(Problem.Kind.REFUSED, "delivery-not-offered", Map.of()));
        return new Delivery(
                way,
                sending.price(),
                sending.arrives(promisedAt, factories.getFactory(factory).zone()));
    }

    private void requireGood(Quote quote) {
        if (time.instant().isAfter(quote.expiresAt())) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "quote-expired",
                    Map.of(
                            "quote",
                            quote.number(),
                            "expiresAt",
                            quote.expiresAt().toString()));
        }
    }

    /** Has made what the order owes and nobody is making. Safe to call at any time and any number of times. */
    @Transactional
    void cover(UUID lineReference, Actor actor) {
        store.findByLine(lineReference)
                .flatMap(order -> store.findLocked(order.id()))
                .filter(order -> order.state() == OrderState.ACCEPTED)
                .ifPresent(order -> cover(order, actor));
    }

    /** Takes back replacements nobody began when what they replace turned out good after all. Safe to call any number of times. */
    @Transactional
    void trim(UUID lineReference, Actor actor) {
        store.findByLine(lineReference)
                .flatMap(order -> store.findLocked(order.id()))
                .filter(order -> order.state() == OrderState.ACCEPTED)
                .ifPresent(order -> {
                    for (OrderLine line : order.lines()) {
                        if (account(line).surplus() > 0) {
                            workOrders.cancel(line.id().value(), actor);
                        }
                    }
                    cover(order, actor);
                });
    }

    private void cover(Order order, Actor actor) {
        for (OrderLine line : order.lines()) {
            int uncovered = account(line).uncovered();
            if (uncovered > 0) {
                workOrders.accept(new WorkDemand(
                        order.factory(),
                        line.id().value(),
                        order.number(),
                        line.design(),
                        line.process(),
                        line.materialId(),
                        uncovered,
                        line.options(),
                        order.promisedAt(),
                        1,
                        actor));
            }
        }
    }

    /** Completes the order of a line once all it owes is packed and has a passport. Safe to call any number of times. */
    @Transactional
    void settle(UUID lineReference) {
        store.findByLine(lineReference)
                .flatMap(order -> store.findLocked(order.id()))
                .filter(order -> order.state() == OrderState.ACCEPTED)
                .filter(this::isSettled)
                .ifPresent(order -> {
                    store.setComplete(order.id(), time.instant());
                    outcomes.keep(order);
                    // Replacements of units that turned out good after all, as far as nobody began them.
                    order.lines().forEach(line -> workOrders.cancel(line.id().value(), Actor.system()));
                    record(order, Actor.system(), "OrderCompleted", Map.of("number", order.number()));
                    events.publishEvent(new OrderCompleted(order.id()));
                });
    }

    private boolean isSettled(Order order) {
        return order.lines().stream().allMatch(line -> account(line).settled() && allHavePassports(line));
    }

    private boolean allHavePassports(OrderLine line) {
        return workOrders.listUnitsFor(line.id().value()).stream()
                .filter(unit -> unit.state() == UnitState.PACKED)
                .allMatch(unit -> passports.findPassport(unit.id()).isPresent());
    }

    /**
     * Cancels what is not yet on a machine. An order of which nothing was begun ends; otherwise it goes on owing what was
     * begun, and that is not cancelled.
     *
     * @return how many units were cancelled
     */
    @Transactional
    public int cancel(OrderId id, Actor actor) {
        Order order = store.findLocked(id).orElseThrow(() -> notFound(id));
        if (order.state() != OrderState.ACCEPTED) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "order-not-open",
                    Map.of("order", order.number(), "state", order.state().name()));
        }
        int units = 0;
        int left = 0;
        for (OrderLine line : order.lines()) {
            int cancelled = Math.min(workOrders.cancel(line.id().value(), actor), line.quantity() - line.cancelled());
            store.addCancelled(line.id(), cancelled);
            units += cancelled;
            left += line.quantity() - line.cancelled() - cancelled;
        }
        record(order, actor, "OrderCancelled", Map.of("number", order.number(), "units", units, "left", left));
        if (left == 0) {
            store.setState(id, OrderState.CANCELLED);
        }
        events.publishEvent(new OrderCancelled(id));
        return units;
    }

    /**
     * Has made after all what was cancelled, at the price of the quote, while the quote is good. The promise stays what it was.
     *
     * @return how many units are owed again
     * @throws Problem {@code order-not-cancelled}, {@code quote-expired}
     */
    @Transactional
    public int resume(OrderId id, Actor actor) {
        Order order = store.findLocked(id).orElseThrow(() -> notFound(id));
        boolean running = order.state() == OrderState.ACCEPTED || order.state() == OrderState.CANCELLED;
        if (!running || order.cancelledUnits() == 0) {
            throw Problem.of(Problem.Kind.CONFLICT, "order-not-cancelled", Map.of("order", order.number()));
        }
        order.lines().forEach(line -> requireGood(quotes.getQuote(line.quote())));
        order.lines().forEach(line -> store.addCancelled(line.id(), -line.cancelled()));
        store.setState(id, OrderState.ACCEPTED);
        record(order, actor, "OrderResumed", Map.of("number", order.number(), "units", order.cancelledUnits()));
        cover(getOrder(id), actor);
        events.publishEvent(new OrderAccepted(id));
        return order.cancelledUnits();
    }

    /**
     * Keeps what buyer or factory write to each other.
     *
     * @param words 1 to 4,000 characters
     * @throws Problem {@code message-empty}, {@code message-long}, {@code messages-many}
     */
    @Transactional
    public OrderMessage say(OrderId id, boolean fromBuyer, String words, Actor actor) {
        Order order = getOrder(id);
        String said = words.strip();
        if (said.isEmpty()) {
            throw Problem.of(Problem.Kind.INVALID, "message-empty", Map.of());
        }
        if (said.length() > MOST_CHARACTERS) {
            throw Problem.of(Problem.Kind.INVALID, "message-long", Map.of("length", said.length()));
        }
        if (!messages.mayTakeMore(id)) {
            throw Problem.of(Problem.Kind.REFUSED, "messages-many", Map.of("order", order.number()));
        }
        var message = new OrderMessage(ids.next(), id, time.instant(), fromBuyer, actor.name(), said);
        messages.insert(message);
        record(order, actor, "OrderMessageWritten", Map.of("number", order.number(), "fromBuyer", fromBuyer));
        return message;
    }

    /** Oldest first. */
    public List<OrderMessage> listMessages(OrderId id) {
        return messages.list(id);
    }

    /** Orders whose buyer wrote last, who has waited longest first. */
    public List<Order> listUnanswered(FactoryId factory) {
        return messages.listUnanswered(factory).stream().map(this::getOrder).toList();
    }

    /** Lets a complete order leave. Throws {@link Problem} when a unit is missing, unreleased or without passport. */
    @Transactional
    public Order ship(OrderId id, Actor actor) {
        Order order = store.findLocked(id).orElseThrow(() -> notFound(id));
        if (order.state() == OrderState.SHIPPED) {
            return order;
        }
        if (order.state() != OrderState.COMPLETE || !isSettled(order)) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "order-not-complete",
                    Map.of("order", order.number(), "state", order.state().name()));
        }
        Instant now = time.instant();
        store.setShipped(id, now);
        record(order, actor, "OrderShipped", Map.of("number", order.number()));
        events.publishEvent(new OrderShipped(id));
        return order.shipped(now);
    }

    /** Throws {@link Problem} when there is none. */
    public Order getOrder(OrderId id) {
        return store.find(id).orElseThrow(() -> notFound(id));
    }

    /** Newest first, at most 1,000. */
    public List<Order> listOrders(FactoryId factory) {
        return store.list(factory);
    }

    /** One page of what is looked for, with how much there is elsewhere. */
    @Transactional(readOnly = true)
    public OrderFinds search(FactoryId factory, OrderSearch search) {
        Instant now = time.instant();
        return new OrderFinds(store.list(factory, search, now), store.count(factory, search, now));
    }

    /** Orders being made, and those completed since an instant, by promised date. */
    public List<Order> listOpenOrCompletedSince(FactoryId factory, Instant since) {
        return store.listOpenOrCompletedSince(factory, since);
    }

    /** What the order really took so far. */
    public Outcome getOutcome(Order order) {
        return outcomes.get(order);
    }

    /** What the lines of these orders owe now. */
    public Map<OrderLineId, LineAccount> accounts(Collection<Order> orders) {
        List<OrderLine> lines =
                orders.stream().flatMap(order -> order.lines().stream()).toList();
        Map<UUID, Map<UnitState, Integer>> units = workOrders.countUnits(
                lines.stream().map(line -> line.id().value()).toList());
        Map<OrderLineId, LineAccount> accounts = new HashMap<>();
        lines.forEach(line -> accounts.put(
                line.id(),
                LineAccount.of(
                        line.quantity() - line.cancelled(),
                        units.getOrDefault(line.id().value(), Map.of()))));
        return accounts;
    }

    /** The order whose line has this reference. */
    public Optional<Order> findByLine(UUID lineReference) {
        return store.findByLine(lineReference);
    }

    public Optional<Order> findByQuote(QuoteId quote) {
        return store.findByQuote(quote);
    }

    public Optional<Order> findByTrackingKey(String key) {
        return store.findByTrackingKey(key);
    }

    /** What the line owes now. */
    public LineAccount account(OrderLine line) {
        return LineAccount.of(
                line.quantity() - line.cancelled(),
                workOrders.listUnitsFor(line.id().value()).stream()
                        .map(Unit::state)
                        .toList());
    }

    private void record(Order order, Actor actor, String type, Map<String, Object> payload) {
        var refs = order.lines().stream()
                .map(line -> new Ref("order-line", line.id().value()))
                .toList();
        journal.record(new JournalEntry(
                order.factory(), actor, type, "order", order.id().value(), null, payload, refs));
    }

    private static Problem notFound(OrderId id) {
        return Problem.of(Problem.Kind.NOT_FOUND, "order-not-found", Map.of("order", id.toString()));
    }

    private static String trackingKey() {
        var bytes = new byte[18];
        UNGUESSABLE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
