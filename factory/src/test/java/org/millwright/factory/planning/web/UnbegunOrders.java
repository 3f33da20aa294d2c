package org.millwright.factory.planning.web;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.millwright.factory.planning.WorkDemand;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.testing.browser.DemoInBrowser;

/** Orders like one that the demo has already, planned and not begun while tests run. */
final class UnbegunOrders {
    private UnbegunOrders() {}

    /**
     * @param leastQuantity of the first; each further one wants one more
     * @param due from when the known order is due
     */
    static void plan(
            DemoInBrowser demo,
            FactoryId factory,
            String prefix,
            int orders,
            int leastQuantity,
            UnaryOperator<Instant> due) {
        WorkOrders workOrders = demo.get(WorkOrders.class);
        WorkOrder known = workOrders.listWorkOrders(factory).stream()
                .filter(order -> order.process().equals("printing"))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < orders; i++) {
            workOrders.accept(new WorkDemand(
                    factory,
                    demo.get(Ids.class).next(),
                    prefix + i,
                    known.design(),
                    known.process(),
                    known.materialId(),
                    leastQuantity + i,
                    known.options(),
                    due.apply(known.dueAt()),
                    1,
                    Actor.system()));
        }
        workOrders.plan(factory);
    }
}
