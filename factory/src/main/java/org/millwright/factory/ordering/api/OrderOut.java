package org.millwright.factory.ordering.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.ordering.Delivery;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderState;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.ordering.line.OrderLine;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.api.Price;

/** An order in the API. */
record OrderOut(
        UUID id,
        @Schema(example = "O-1004") String number,
        @Schema(example = "Žofie Nováková") String name,
        OrderState state,
        Price price,
        Instant acceptedAt,
        Instant promisedAt,
        DeliveryOut delivery,

        @Schema(description = "Whoever has it may follow this order")
        String trackingKey,

        List<LineOut> lines) {
    record DeliveryOut(
            Delivery.Way way,

            @Schema(description = "What is paid for it beside the price of the order")
            Price price,

            @Schema(description = "When a parcel arrives; missing when it is picked up") @Nullable
            Instant arrivesAt) {}

    /** @param owes good units still missing */
    record LineOut(
            UUID id,
            UUID quote,
            UUID design,
            @Schema(example = "printing") String process,
            @Schema(example = "pla") String material,
            Map<String, Double> options,
            int quantity,
            int cancelled,
            int good,
            int packed,
            int inWork,
            int failed,
            int owes,
            List<UnitOut> units) {
        static LineOut of(OrderLine line, Orders orders, WorkOrders workOrders) {
            var account = orders.account(line);
            return new LineOut(
                    line.id().value(),
                    line.quote().value(),
                    line.design().value(),
                    line.process(),
                    line.materialId(),
                    line.options(),
                    line.quantity(),
                    line.cancelled(),
                    account.good(),
                    account.packed(),
                    account.inWork(),
                    account.failed(),
                    account.owes(),
                    workOrders.listUnitsFor(line.id().value()).stream()
                            .map(UnitOut::of)
                            .toList());
        }
    }

    record UnitOut(
            UUID id, @Schema(example = "LW26-0004-001") String serial, UnitState state) {
        static UnitOut of(Unit unit) {
            return new UnitOut(unit.id().value(), unit.serial(), unit.state());
        }
    }

    static OrderOut of(Order order, Orders orders, WorkOrders workOrders) {
        return new OrderOut(
                order.id().value(),
                order.number(),
                order.customer().name(),
                order.state(),
                Price.of(order.price()),
                order.acceptedAt(),
                order.promisedAt(),
                new DeliveryOut(
                        order.delivery().way(),
                        Price.of(order.delivery().price()),
                        order.delivery().arrivesAt()),
                order.trackingKey(),
                order.lines().stream()
                        .map(line -> LineOut.of(line, orders, workOrders))
                        .toList());
    }
}
