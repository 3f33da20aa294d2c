package org.millwright.factory.ordering.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.ordering.search.OrderSearch;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.platform.search.SearchSource;
import org.millwright.factory.platform.web.viewer.Viewer;
import org.springframework.stereotype.Component;

/** Finds orders by number and customer, and units by serial. Buyers find their own. */
@Component
@org.springframework.core.annotation.Order(1)
class OrderSearchSource implements SearchSource {
    private final Orders orders;
    private final WorkOrders workOrders;

    OrderSearchSource(Orders orders, WorkOrders workOrders) {
        this.orders = orders;
        this.workOrders = workOrders;
    }

    @Override
    public List<Hit> find(Question question) {
        Viewer viewer = question.viewer();
        if (!viewer.isStaff() && viewer.account() == null) {
            return List.of();
        }
        UUID account = viewer.isStaff() ? null : viewer.account();
        List<Hit> hits = new ArrayList<>();
        workOrders.findUnit(question.words()).ifPresent(unit -> addUnit(hits, unit, account));
        orders
                .search(question.factory(), new OrderSearch(OrderSearch.View.ALL, question.words(), account, 0))
                .orders()
                .stream()
                .limit(question.most())
                .forEach(order -> hits.add(new Hit(
                        "/orders/" + order.id(),
                        order.number(),
                        order.customer().name(),
                        "kind.order",
                        "orders",
                        order.number().equalsIgnoreCase(question.words()))));
        return hits;
    }

    private void addUnit(List<Hit> hits, Unit unit, @Nullable UUID account) {
        orders.findByLine(unit.reference())
                .filter(order ->
                        account == null || account.equals(order.customer().account()))
                .ifPresent(order -> hits.add(hit(unit, order)));
    }

    private static Hit hit(Unit unit, Order order) {
        return new Hit(
                "/orders/" + order.id() + "#unit-" + unit.serial(),
                unit.serial(),
                order.number(),
                "kind.unit",
                "box",
                true);
    }
}
