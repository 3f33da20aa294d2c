package org.millwright.factory.production.permit;

import java.util.Map;
import java.util.Optional;
import org.millwright.factory.production.Permit.Unmet;
import org.millwright.factory.production.StartCondition;
import org.millwright.factory.production.StartQuestion;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.stereotype.Component;

/** {@code bed-clear}: nothing lies on the machine that nobody removed, and before a run the machine agrees. */
@Component
class BedClear implements StartCondition {
    @Override
    public Optional<Unmet> check(StartQuestion question) {
        boolean applies = question.kind() == StepKind.PREPARE || question.kind() == StepKind.RUN;
        if (!applies || question.machine() == null) {
            return Optional.empty();
        }
        boolean machineDisagrees = question.kind() == StepKind.RUN
                && question.machineState() != null
                && !question.machineState().bedClear();
        return question.bedOccupied() || machineDisagrees
                ? Optional.of(new Unmet(
                        "bed-clear", Map.of("machine", question.machine().name())))
                : Optional.empty();
    }
}
