package org.millwright.factory.ordering.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.Designs;
import org.millwright.factory.ordering.Customer;
import org.millwright.factory.ordering.LineAccount;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderId;
import org.millwright.factory.ordering.OrderLine;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.Unit;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.StoredEntry;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.platform.web.Required;
import org.millwright.factory.quoting.QuoteId;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Orders: the list, and one order followed through every stage. */
@Controller
@AllowedFor({Role.BUYER, Role.OPERATOR, Role.PLANNER, Role.QUALITY})
public class OrderPages {
    static final int MOST_ORDERS = 100;
    static final int MOST_UNITS = 100;
    static final int MOST_OPERATIONS = 100;
    static final int MOST_ENTRIES = 400;

    private final Pages pages;
    private final Orders orders;
    private final Designs designs;
    private final WorkOrders workOrders;
    private final Journal journal;

    OrderPages(Pages pages, Orders orders, Designs designs, WorkOrders workOrders, Journal journal) {
        this.pages = pages;
        this.orders = orders;
        this.designs = designs;
        this.workOrders = workOrders;
        this.journal = journal;
    }

    /** One row of the list. */
    public record Row(Order order, Design design, LineAccount account) {}

    /** Something that happened, and how many times in a row. */
    public record Happening(StoredEntry entry, int count) {}

    /** One line of an order with everything that was and will be done for it. */
    public record LineView(
            OrderLine line, Design design, LineAccount account, List<Unit> units, List<PlannedOperation> operations) {
        /** The units that the page names; an order may have thousands. */
        public List<Unit> shownUnits() {
            return units.stream().limit(MOST_UNITS).toList();
        }

        public List<PlannedOperation> shownOperations() {
            return operations.stream().limit(MOST_OPERATIONS).toList();
        }

        /** What is done now or, when nothing is, what comes next. */
        public @Nullable PlannedOperation current() {
            return operations.stream()
                    .filter(operation -> operation.state() == OperationState.STARTED)
                    .findFirst()
                    .or(() -> operations.stream()
                            .filter(operation -> operation.state() == OperationState.PLANNED)
                            .findFirst())
                    .orElse(null);
        }
    }

    @OpenToAll
    @PostMapping("/orders")
    ResponseEntity<Void> accept(
            @RequestParam UUID quote,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String email,
            Locale locale) {
        var customer = new Customer(Required.words(name, "quote.name", pages, locale), email.strip());
        Order order = orders.accept(new QuoteId(quote), customer, pages.actor());
        return Pages.seeOther("/orders/" + order.id());
    }

    @GetMapping("/orders")
    ResponseEntity<String> list(Locale locale) {
        var rows = orders.listOrders(pages.factory()).stream()
                .limit(MOST_ORDERS)
                .flatMap(order -> order.lines().stream()
                        .map(line -> new Row(order, designs.getDesign(line.design()), orders.account(line))))
                .toList();
        return pages.render(
                "orders/list.jte", "orders", pages.text("section.orders", locale), locale, Map.of("rows", rows));
    }

    @GetMapping("/orders/{id}")
    ResponseEntity<String> order(@PathVariable UUID id, Locale locale) {
        Order order = orders.getOrder(new OrderId(id));
        var lines = order.lines().stream().map(this::view).toList();
        return pages.render(
                "orders/order.jte",
                "orders",
                order.number(),
                locale,
                Map.of("order", order, "lines", lines, "entries", story(order, lines)));
    }

    @PostMapping("/orders/{id}/cancel")
    ResponseEntity<Void> cancel(@PathVariable UUID id) {
        orders.cancel(new OrderId(id), pages.actor());
        return Pages.seeOther("/orders/" + id);
    }

    @AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
    @PostMapping("/orders/{id}/ship")
    ResponseEntity<Void> ship(@PathVariable UUID id) {
        orders.ship(new OrderId(id), pages.actor());
        return Pages.seeOther("/orders/" + id);
    }

    private LineView view(OrderLine line) {
        UUID reference = line.id().value();
        var operations = workOrders.listWorkOrdersFor(reference).stream()
                .flatMap(workOrder -> Stream.concat(
                        workOrders.listBuildsOf(workOrder.id()).stream()
                                .flatMap(build -> workOrders.listOperationsOf(build.id()).stream()),
                        workOrders.listOperationsOf(workOrder.id()).stream()))
                .sorted(Comparator.comparing(PlannedOperation::start))
                .toList();
        return new LineView(
                line,
                designs.getDesign(line.design()),
                orders.account(line),
                workOrders.listUnitsFor(reference),
                operations);
    }

    /** Everything the journal says about the order, its lines and their units, newest first. */
    private List<Happening> story(Order order, List<LineView> lines) {
        var about = new ArrayList<>(List.of(order.id().value()));
        lines.forEach(line -> line.units().forEach(unit -> about.add(unit.id().value())));
        return journal.listLatestAbout(about, MOST_ENTRIES).stream()
                .collect(ArrayList::new, OrderPages::append, List::addAll);
    }

    /** Entries of one kind by one person that follow each other are told once. */
    private static void append(List<Happening> story, StoredEntry entry) {
        Happening last = story.isEmpty() ? null : story.getLast();
        if (last != null
                && last.entry().type().equals(entry.type())
                && last.entry().actor().equals(entry.actor())
                && last.count() < 1000) {
            story.set(story.size() - 1, new Happening(last.entry(), last.count() + 1));
        } else {
            story.add(new Happening(entry, 1));
        }
    }
}
