package org.millwright.factory.planning.timetable;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.build.BuildId;

/**
 * The work of one work order after its builds: finishing, inspection, packing.
 *
 * @param builds those that hold its units and are not over
 * @param phases in their order, also those that are done already
 */
public record OrderWork(WorkOrderId workOrder, Set<BuildId> builds, List<Phase> phases, Instant dueAt, double weight) {
    public OrderWork {
        builds = Set.copyOf(builds);
        phases = List.copyOf(phases);
    }

    String engineId() {
        return "order " + workOrder;
    }
}
