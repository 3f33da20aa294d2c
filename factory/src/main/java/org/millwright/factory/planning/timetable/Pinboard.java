package org.millwright.factory.planning.timetable;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.board.Pin;
import org.millwright.scheduling.Pinning;
import org.millwright.scheduling.Scheduling;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.BindingReason;
import org.millwright.scheduling.model.Lock;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.Precedence;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;

/**
 * A problem in which pinned bars are fixed. Builds are pinned first; a pinned step never comes before what it waits for.
 *
 * @param unkept pins that cannot be kept at the moment, with the reason where one is known
 */
record Pinboard(ScheduleProblem problem, Map<BarId, Optional<BindingReason>> unkept) {
    static Pinboard of(ScheduleProblem loose, Timetable previous, List<Pin> pins, long seed) {
        var board = new Board(loose);
        List<Pin> inOrder = pins.stream()
                .sorted(Comparator.comparing((Pin pin) -> pin.place().start())
                        .thenComparing(pin -> pin.bar().id()))
                .toList();
        inOrder.stream().filter(pin -> pin.bar().kind() == BarId.Kind.BUILD).forEach(pin -> board.pin(pin, null));
        List<Pin> steps = inOrder.stream()
                .filter(pin -> pin.bar().kind() == BarId.Kind.STEP)
                .toList();
        if (!steps.isEmpty()) {
            Timetable around = Scheduling.repair(board.problem, previous, seed).timetable();
            steps.forEach(pin -> board.pin(pin, around));
        }
        return new Pinboard(board.problem, Map.copyOf(board.unkept));
    }

    static String engineId(BarId bar) {
        return bar.kind() == BarId.Kind.BUILD ? "build " + bar.id() : bar.id() + "/0";
    }

    /** Fixes one after the other. */
    private static final class Board {
        private final Map<String, Operation> operations = new HashMap<>();
        private final Map<BarId, Optional<BindingReason>> unkept = new HashMap<>();
        private final Set<String> fixed = new HashSet<>();
        private ScheduleProblem problem;

        Board(ScheduleProblem loose) {
            problem = loose;
            loose.operations().forEach(operation -> operations.put(operation.id(), operation));
            loose.fixed().forEach(assignment -> fixed.add(assignment.operationId()));
        }

        /** Work that has begun, or is over, needs no pin. */
        void pin(Pin pin, @Nullable Timetable around) {
            String id = engineId(pin.bar());
            Operation operation = operations.get(id);
            if (operation == null || operation.lock() != Lock.FREE || fixed.contains(id)) {
                return;
            }
            String machine =
                    pin.place().machine() == null ? null : pin.place().machine().toString();
            if (operation.modes().stream().noneMatch(mode -> java.util.Objects.equals(mode.machineId(), machine))) {
                unkept.put(pin.bar(), Optional.empty());
                return;
            }
            long startS = Math.max(Seconds.up(pin.place().start()), readyS(operation, around));
            Pinning pinning = Scheduling.pin(problem, id, machine, Math.max(startS, problem.nowS()));
            if (pinning.assignment() == null) {
                unkept.put(pin.bar(), pinning.reasons().stream().reduce((first, last) -> last));
                return;
            }
            problem = pinning.problem();
            fixed.add(id);
        }

        private static long readyS(Operation operation, @Nullable Timetable around) {
            long readyS = Long.MIN_VALUE;
            for (Precedence precedence : operation.after()) {
                if (around != null) {
                    readyS = Math.max(
                            readyS,
                            around.findAssignment(precedence.beforeOperationId())
                                    .map(Assignment::endS)
                                    .orElse(Long.MIN_VALUE));
                }
            }
            return readyS;
        }
    }
}
