package org.millwright.factory.planning.web;

import java.util.HashMap;
import java.util.Map;
import org.millwright.factory.planning.BuildId;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrders;

/** What bars are called and which colour they have; each build and work order is looked up once. */
final class Labels {
    private static final int COLOURS = 6;

    private final WorkOrders workOrders;
    private final Map<BuildId, Label> builds = new HashMap<>();
    private final Map<WorkOrderId, Label> orders = new HashMap<>();

    Labels(WorkOrders workOrders) {
        this.workOrders = workOrders;
    }

    /** @param colour 1 to 6; things that were numbered one after the other differ */
    record Label(String text, int colour) {
        static Label of(String number) {
            String digits = number.replaceAll("\\D", "");
            int last = digits.isEmpty() ? 0 : Integer.parseInt(digits.substring(Math.max(0, digits.length() - 6)));
            return new Label(number, last % COLOURS + 1);
        }
    }

    Label of(PlannedOperation operation) {
        if (operation.build() != null) {
            return builds.computeIfAbsent(
                    operation.build(), id -> Label.of(workOrders.getBuild(id).number()));
        }
        if (operation.workOrder() != null) {
            return orders.computeIfAbsent(
                    operation.workOrder(),
                    id -> Label.of(workOrders.getWorkOrder(id).number()));
        }
        return Label.of("");
    }
}
