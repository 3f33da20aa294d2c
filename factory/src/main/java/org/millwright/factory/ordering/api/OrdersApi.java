package org.millwright.factory.ordering.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.ordering.Customer;
import org.millwright.factory.ordering.Delivery;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderId;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.api.Given;
import org.millwright.factory.platform.api.Items;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.viewer.CurrentFactory;
import org.millwright.factory.platform.web.viewer.Viewer;
import org.millwright.factory.quoting.QuoteId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders. Buyers have their own; whoever has the tracking key may follow that one order. */
@RestController
@RequestMapping("/api/v1")
@AllowedFor({Role.BUYER, Role.OPERATOR, Role.PLANNER, Role.QUALITY})
@Tag(name = "Orders")
class OrdersApi {
    private final CurrentFactory factory;
    private final Orders orders;
    private final WorkOrders workOrders;

    OrdersApi(CurrentFactory factory, Orders orders, WorkOrders workOrders) {
        this.factory = factory;
        this.orders = orders;
        this.workOrders = workOrders;
    }

    record OrderIn(
            @Nullable UUID quote,
            @Schema(example = "Žofie Nováková") @Nullable String name,
            @Schema(example = "zofie@example.org") @Nullable String email,
            @Schema(description = "PICK_UP, when missing") Delivery.@Nullable Way delivery) {}

    record Cancelled(
            @Schema(description = "Units that were cancelled", example = "3")
            int units,

            OrderOut order) {}

    @GetMapping("/orders")
    @Operation(summary = "Orders, newest first: all for those who work here, their own for buyers")
    Items<OrderOut> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Viewer viewer) {
        var visible = orders.listOrders(factory.getId()).stream()
                .filter(order -> isFor(order, viewer))
                .toList();
        return Items.page(visible, order -> order.id().value(), after, limit, this::view);
    }

    @PostMapping("/orders")
    @OpenToAll
    @Operation(summary = "Order what was quoted; the same quote gives the same order")
    ResponseEntity<OrderOut> accept(@RequestBody OrderIn body, Viewer viewer) {
        var quote = new QuoteId(Given.required(body.quote(), "quote"));
        boolean known = orders.findByQuote(quote).isPresent();
        var customer = new Customer(
                Given.required(body.name(), "name"), Objects.requireNonNullElse(body.email(), ""), viewer.account());
        Order order = orders.accept(
                quote, customer, Objects.requireNonNullElse(body.delivery(), Delivery.Way.PICK_UP), viewer.actor());
        if (known && !isFor(order, viewer)) {
            // Somebody else ordered it; what they typed is theirs.
            throw Problem.of(Problem.Kind.CONFLICT, "quote-ordered", Map.of());
        }
        return ResponseEntity.created(URI.create("/api/v1/orders/" + order.id()))
                .body(view(order));
    }

    @GetMapping("/orders/{id}")
    @Operation(summary = "One order with what each line still owes and its units")
    OrderOut get(@PathVariable UUID id, Viewer viewer) {
        return view(visible(id, viewer));
    }

    @PostMapping("/orders/{id}/cancel")
    @Operation(summary = "Cancel what is not yet on a machine")
    Cancelled cancel(@PathVariable UUID id, Viewer viewer) {
        Order order = visible(id, viewer);
        int units = orders.cancel(order.id(), viewer.actor());
        return new Cancelled(units, view(orders.getOrder(order.id())));
    }

    @PostMapping("/orders/{id}/ship")
    @AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
    @Operation(summary = "Let a complete order leave")
    OrderOut ship(@PathVariable UUID id, Viewer viewer) {
        return view(orders.ship(new OrderId(id), viewer.actor()));
    }

    @GetMapping("/tracking/{key}")
    @OpenToAll
    @Operation(summary = "The order that belongs to a tracking key")
    OrderOut track(@PathVariable String key) {
        return view(orders.findByTrackingKey(key)
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "tracking-unknown", Map.of())));
    }

    private Order visible(UUID id, Viewer viewer) {
        Order order = orders.getOrder(new OrderId(id));
        if (!isFor(order, viewer)) {
            throw Problem.of(Problem.Kind.NOT_FOUND, "order-not-found", Map.of("order", id.toString()));
        }
        return order;
    }

    private static boolean isFor(Order order, Viewer viewer) {
        UUID account = viewer.account();
        return viewer.isStaff()
                || (account != null && account.equals(order.customer().account()));
    }

    private OrderOut view(Order order) {
        return OrderOut.of(order, orders, workOrders);
    }
}
