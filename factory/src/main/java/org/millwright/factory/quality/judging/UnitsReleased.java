package org.millwright.factory.quality.judging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.production.Permit.Unmet;
import org.millwright.factory.production.StartCondition;
import org.millwright.factory.production.StartQuestion;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.stereotype.Component;

/** {@code units-released}: nothing is packed before each unit of the work order is released, or lost and owed anew. */
@Component
class UnitsReleased implements StartCondition {
    private final WorkOrders workOrders;

    UnitsReleased(WorkOrders workOrders) {
        this.workOrders = workOrders;
    }

    @Override
    public Optional<Unmet> check(StartQuestion question) {
        var workOrder = question.operation().workOrder();
        if (question.kind() != StepKind.PACK || workOrder == null) {
            return Optional.empty();
        }
        List<Unit> left = workOrders.listUnits(workOrder).stream()
                .filter(unit -> !unit.state().lost())
                .toList();
        String waiting = left.stream()
                .filter(unit -> unit.state() != UnitState.RELEASED && unit.state() != UnitState.PACKED)
                .map(Unit::serial)
                .collect(Collectors.joining(", "));
        return left.isEmpty() || !waiting.isEmpty()
                ? Optional.of(new Unmet("units-released", Map.of("units", left.isEmpty() ? "-" : waiting)))
                : Optional.empty();
    }
}
