package org.millwright.factory.production.permit;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.production.Permit.Unmet;
import org.millwright.factory.production.StartCondition;
import org.millwright.factory.production.StartQuestion;
import org.millwright.machines.MachineState;
import org.millwright.machines.MachineState.Availability;
import org.millwright.machines.MachineState.Execution;
import org.springframework.stereotype.Component;

/** {@code machine-ready}: the machine answers, runs nothing, and before a run reports no fault; nobody reaches into a running machine. */
@Component
class MachineReady implements StartCondition {
    @Override
    public Optional<Unmet> check(StartQuestion question) {
        if (question.machine() == null) {
            return Optional.empty();
        }
        boolean ready = switch (question.kind()) {
            case PREPARE -> isAvailable(question.machineState()) && !isBusy(question.machineState());
            case RUN -> isAvailable(question.machineState()) && canStart(question.machineState());
            case REMOVE -> !isBusy(question.machineState());
            case FINISH, INSPECT, PACK -> true;
        };
        if (ready) {
            return Optional.empty();
        }
        MachineState state = question.machineState();
        String seen = isAvailable(state) && state != null ? state.execution().name() : Availability.UNAVAILABLE.name();
        return Optional.of(
                new Unmet("machine-ready", Map.of("machine", question.machine().name(), "state", seen)));
    }

    private static boolean isAvailable(@Nullable MachineState state) {
        return state != null && state.availability() == Availability.AVAILABLE;
    }

    private static boolean isBusy(@Nullable MachineState state) {
        return state != null
                && isAvailable(state)
                && (state.execution() == Execution.ACTIVE || state.execution() == Execution.FEED_HOLD);
    }

    private static boolean canStart(@Nullable MachineState state) {
        return state != null
                && state.alarm() == null
                && (state.execution() == Execution.READY || state.execution() == Execution.PROGRAM_COMPLETED);
    }
}
