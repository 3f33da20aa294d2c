package org.millwright.factory.ordering.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.Designs;
import org.millwright.factory.ordering.Customer;
import org.millwright.factory.ordering.Delivery;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderId;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.ordering.line.LineAccount;
import org.millwright.factory.ordering.line.OrderLine;
import org.millwright.factory.ordering.line.OrderLineId;
import org.millwright.factory.ordering.search.OrderFinds;
import org.millwright.factory.ordering.search.OrderSearch;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.platform.web.Required;
import org.millwright.factory.platform.web.viewer.Viewer;
import org.millwright.factory.quoting.Quote;
import org.millwright.factory.quoting.QuoteId;
import org.millwright.factory.quoting.QuoteRequest;
import org.millwright.factory.quoting.Quotes;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Orders: the list, and one order followed through every stage. Buyers see their own. */
@Controller
@AllowedFor({Role.BUYER, Role.OPERATOR, Role.PLANNER, Role.QUALITY})
public class OrderPages {
    private final Pages pages;
    private final Orders orders;
    private final Designs designs;
    private final Quotes quotes;
    private final WorkOrders workOrders;
    private final OrderStory story;

    OrderPages(Pages pages, Orders orders, Designs designs, Quotes quotes, WorkOrders workOrders, OrderStory story) {
        this.pages = pages;
        this.orders = orders;
        this.designs = designs;
        this.quotes = quotes;
        this.workOrders = workOrders;
        this.story = story;
    }

    /**
     * One row of the list.
     *
     * @param expectedAt when it is planned to be complete; null when it is not planned
     */
    public record Row(
            Order order,
            OrderLine line,
            Design design,
            LineAccount account,
            @Nullable Instant expectedAt) {
        /** Whether the plan ends after the promise. */
        public boolean willBeLate() {
            return expectedAt != null && expectedAt.isAfter(order.promisedAt());
        }
    }

    @OpenToAll
    @PostMapping("/orders")
    ResponseEntity<Void> accept(
            @RequestParam UUID quote,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "PICK_UP") Delivery.Way delivery,
            Locale locale) {
        Viewer viewer = pages.viewer();
        var customer = new Customer(
                Required.words(name, "name", "quote.name", pages, locale),
                email.strip(),
                viewer.isStaff() ? null : viewer.account());
        Order order = orders.accept(new QuoteId(quote), customer, delivery, pages.actor());
        return Pages.seeOther(viewer.signedIn() ? "/orders/" + order.id() : "/track/" + order.trackingKey());
    }

    @GetMapping("/orders")
    ResponseEntity<String> list(
            @RequestParam(required = false) OrderSearch.@Nullable View view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Locale locale) {
        Viewer viewer = pages.viewer();
        var search = new OrderSearch(
                view != null ? view : viewer.isStaff() ? OrderSearch.View.OPEN : OrderSearch.View.ALL,
                q,
                viewer.isStaff() ? null : viewer.account(),
                page);
        OrderFinds finds = viewer.isStaff() || viewer.account() != null
                ? orders.search(pages.factory(), search)
                : new OrderFinds(List.of(), Map.of());
        return pages.render(
                "orders/list.jte",
                "orders",
                pages.text("section.orders", locale),
                locale,
                Map.of("search", search, "counts", finds.counts(), "rows", rows(finds.orders())));
    }

    @GetMapping("/orders/{id}")
    ResponseEntity<String> order(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String done, Locale locale) {
        Order order = visible(id);
        boolean staff = pages.viewer().isStaff();
        var parameters = new HashMap<String, Object>();
        parameters.put("told", story.tell(order, !staff));
        parameters.put("back", "/orders/" + order.id());
        parameters.put("staff", staff);
        if (done != null && done.matches("[a-z]{1,20}")) {
            parameters.put("done", done);
        }
        return pages.render("orders/order.jte", "orders", order.number(), locale, parameters);
    }

    @PostMapping("/orders/{id}/cancel")
    ResponseEntity<Void> cancel(@PathVariable UUID id) {
        Order order = visible(id);
        orders.cancel(order.id(), pages.actor());
        return Pages.seeOther("/orders/" + id + "?done=cancelled");
    }

    @PostMapping("/orders/{id}/resume")
    ResponseEntity<Void> resume(@PathVariable UUID id) {
        Order order = visible(id);
        orders.resume(order.id(), pages.actor());
        return Pages.seeOther("/orders/" + id + "?done=resumed");
    }

    @PostMapping("/orders/{id}/messages")
    ResponseEntity<Void> say(@PathVariable UUID id, @RequestParam String words) {
        Order order = visible(id);
        orders.say(order.id(), !pages.viewer().isStaff(), words, pages.actor());
        return Pages.seeOther("/orders/" + id + "#messages");
    }

    /** Asks for a new quote of the same, to be delivered the same way; ordering it takes one more click. */
    @PostMapping("/orders/{id}/again")
    ResponseEntity<Void> again(@PathVariable UUID id) {
        Order order = visible(id);
        OrderLine line = order.lines().getFirst();
        Quote quote = quotes.quote(new QuoteRequest(
                pages.factory(),
                line.design(),
                line.process(),
                line.materialId(),
                line.quantity(),
                line.options(),
                pages.actor()));
        return Pages.seeOther(
                "/quotes/" + quote.id() + "?delivery=" + order.delivery().way());
    }

    @AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
    @PostMapping("/orders/{id}/ship")
    ResponseEntity<Void> ship(@PathVariable UUID id) {
        orders.ship(new OrderId(id), pages.actor());
        return Pages.seeOther("/orders/" + id);
    }

    /** A sheet to print: what is to be made, step by step, with codes to scan. */
    @AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
    @GetMapping("/orders/{id}/traveller")
    ResponseEntity<String> traveller(@PathVariable UUID id, Locale locale) {
        return sheet("orders/traveller.jte", id, locale);
    }

    /** All labels of an order on sheets to print. */
    @AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
    @GetMapping("/orders/{id}/labels")
    ResponseEntity<String> labels(@PathVariable UUID id, Locale locale) {
        return sheet("orders/labels.jte", id, locale);
    }

    private ResponseEntity<String> sheet(String template, UUID id, Locale locale) {
        Order order = visible(id);
        return pages.render(template, "orders", order.number(), locale, Map.of("told", story.tell(order, false)));
    }

    /** Whoever does not work here sees only what they ordered. */
    private Order visible(UUID id) {
        Order order = orders.getOrder(new OrderId(id));
        Viewer viewer = pages.viewer();
        boolean own = viewer.account() != null
                && viewer.account().equals(order.customer().account());
        if (!viewer.isStaff() && !own) {
            throw Problem.of(Problem.Kind.NOT_FOUND, "order-not-found", Map.of("order", id.toString()));
        }
        return order;
    }

    private List<Row> rows(List<Order> found) {
        Map<OrderLineId, LineAccount> accounts = orders.accounts(found);
        Map<UUID, Instant> ends = found.isEmpty() ? Map.of() : workOrders.listExpectedEnds(pages.factory());
        Map<Object, Design> known = new HashMap<>();
        return found.stream()
                .flatMap(order -> order.lines().stream()
                        .map(line -> new Row(
                                order,
                                line,
                                known.computeIfAbsent(line.design(), any -> designs.getDesign(line.design())),
                                accounts.getOrDefault(
                                        line.id(), new LineAccount(line.quantity() - line.cancelled(), 0, 0, 0, 0)),
                                ends.get(line.id().value()))))
                .toList();
    }
}
