package org.millwright.factory.quality.judging;

import java.util.List;
import java.util.Objects;
import org.millwright.factory.design.Designs;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.processes.Characteristic;
import org.millwright.processes.Processes;
import org.springframework.stereotype.Component;

/** What must be inspected on a unit: what its process says about its shape and set-up. */
@Component
class InspectionPlan {
    /** A process that names nothing still has its units looked at: nothing is released unseen. */
    private static final List<Characteristic> AT_LEAST = List.of(Characteristic.visual("surface"));

    private final WorkOrders workOrders;
    private final Designs designs;

    InspectionPlan(WorkOrders workOrders, Designs designs) {
        this.workOrders = workOrders;
        this.designs = designs;
    }

    List<Characteristic> of(Unit unit, WorkOrder workOrder) {
        var setup = workOrders.setup(Objects.requireNonNull(unit.build()));
        var named = Processes.getProcess(workOrder.process()).characteristics(designs.shape(workOrder.design()), setup);
        return named.isEmpty() ? AT_LEAST : named;
    }
}
