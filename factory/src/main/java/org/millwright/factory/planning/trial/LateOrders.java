package org.millwright.factory.planning.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.board.Because;
import org.millwright.factory.planning.board.LateOrder;
import org.millwright.factory.planning.store.OperationStore;
import org.millwright.factory.planning.store.TimetableStore;
import org.millwright.factory.planning.store.WorkOrderStore;
import org.millwright.factory.planning.timetable.Phase;
import org.millwright.factory.planning.timetable.TimetablePlanner;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.stereotype.Component;

/** Work orders that end after their promise, with the reason; worked out once for each version of the timetable. */
@Component
public class LateOrders {
    /** More are listed without a reason. */
    private static final int EXPLAINED = 12;

    private final LivePlans plans;
    private final TimetableStore timetables;
    private final OperationStore operations;
    private final WorkOrderStore orders;
    private final Map<FactoryId, Known> known = new ConcurrentHashMap<>();

    LateOrders(LivePlans plans, TimetableStore timetables, OperationStore operations, WorkOrderStore orders) {
        this.plans = plans;
        this.timetables = timetables;
        this.operations = operations;
        this.orders = orders;
    }

    private record Known(int version, List<LateOrder> late) {}

    /** The latest first. */
    public List<LateOrder> list(FactoryId factory) {
        int version = timetables.findVersion(factory).orElse(0);
        Known before = known.get(factory);
        if (before != null && before.version() == version) {
            return before.late();
        }
        List<LateOrder> late = explained(factory, unexplained(factory));
        known.put(factory, new Known(version, late));
        return late;
    }

    private List<LateOrder> unexplained(FactoryId factory) {
        Map<WorkOrderId, PlannedOperation> last = new HashMap<>();
        for (Phase phase : operations.list(factory, true)) {
            PlannedOperation operation = phase.operation();
            if (operation.workOrder() != null && operation.state() != OperationState.CANCELLED) {
                last.merge(operation.workOrder(), operation, (a, b) -> a.end().isAfter(b.end()) ? a : b);
            }
        }
        List<LateOrder> late = new ArrayList<>();
        for (WorkOrder order : orders.listOpen(factory)) {
            PlannedOperation end = last.get(order.id());
            Instant due = order.dueAt();
            if (end != null && LateOrder.isLate(due, end.end())) {
                late.add(new LateOrder(
                        order.id(), order.number(), order.orderNumber(), due, end.end(), BarId.of(end), List.of()));
            }
        }
        late.sort(Comparator.comparing(LateOrder::by).reversed().thenComparing(LateOrder::number));
        return late;
    }

    private List<LateOrder> explained(FactoryId factory, List<LateOrder> late) {
        if (late.isEmpty()) {
            return late;
        }
        LivePlan live = plans.get(factory);
        var explaining = new Explaining(live, TimetablePlanner.plan(live.asItIs()));
        List<LateOrder> explained = new ArrayList<>();
        for (LateOrder order : late) {
            List<Because> chain = explained.size() < EXPLAINED ? explaining.chain(order.bar()) : List.of();
            explained.add(new LateOrder(
                    order.id(),
                    order.number(),
                    order.orderNumber(),
                    order.dueAt(),
                    order.endsAt(),
                    order.bar(),
                    chain));
        }
        return List.copyOf(explained);
    }

    /** What forces a bar's start, nearest reason first. */
    public List<Because> explain(FactoryId factory, BarId bar) {
        LivePlan live = plans.get(factory);
        return new Explaining(live, TimetablePlanner.plan(live.asItIs())).chain(bar);
    }
}
