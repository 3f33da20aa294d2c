package org.millwright.factory.production.permit;

import java.util.Map;
import java.util.Optional;
import org.millwright.factory.production.Permit.Unmet;
import org.millwright.factory.production.StartCondition;
import org.millwright.factory.production.StartQuestion;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.stereotype.Component;

/** {@code machine-in-service}: the factory has not taken the machine out of work. */
@Component
class MachineInService implements StartCondition {
    private final ServiceTimes service;

    MachineInService(ServiceTimes service) {
        this.service = service;
    }

    @Override
    public Optional<Unmet> check(StartQuestion question) {
        boolean applies = question.kind() == StepKind.PREPARE || question.kind() == StepKind.RUN;
        if (!applies || question.machine() == null || service.inService(question.machine(), question.now())) {
            return Optional.empty();
        }
        return Optional.of(new Unmet(
                "machine-in-service", Map.of("machine", question.machine().name())));
    }
}
