package org.millwright.factory.production.permit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.production.Permit.Unmet;
import org.millwright.factory.production.StartCondition;
import org.millwright.factory.production.StartQuestion;
import org.millwright.factory.production.task.Task;
import org.springframework.stereotype.Component;

/** {@code predecessors-done}: the steps before are over, and work on a work order waits until all its units are made. */
@Component
class PredecessorsDone implements StartCondition {
    private final WorkOrders workOrders;

    PredecessorsDone(WorkOrders workOrders) {
        this.workOrders = workOrders;
    }

    @Override
    public Optional<Unmet> check(StartQuestion question) {
        if (question.step().equals(Task.CLEAR)) {
            return Optional.empty();
        }
        List<String> waiting = workOrders.listPredecessors(question.operation().id()).stream()
                .filter(operation -> operation.state().live())
                .map(PlannedOperation::step)
                .distinct()
                .toList();
        if (!waiting.isEmpty()) {
            return Optional.of(new Unmet("predecessors-done", Map.of("steps", String.join(", ", waiting))));
        }
        return unitsStillToBeMade(question.operation())
                ? Optional.of(new Unmet("predecessors-done", Map.of("steps", "run")))
                : Optional.empty();
    }

    private boolean unitsStillToBeMade(PlannedOperation operation) {
        return operation.workOrder() != null
                && workOrders.listUnits(Objects.requireNonNull(operation.workOrder())).stream()
                        .anyMatch(unit -> unit.state() == UnitState.PLANNED);
    }
}
