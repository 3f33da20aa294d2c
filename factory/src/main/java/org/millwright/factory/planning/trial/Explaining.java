package org.millwright.factory.planning.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.board.Because;
import org.millwright.factory.planning.board.Pin;
import org.millwright.factory.planning.timetable.TimetablePlanner.Planned;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.explain.Explanation;
import org.millwright.scheduling.model.BindingReason;
import org.millwright.scheduling.model.Lock;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.resource.WorkCalendar;

/** Follows what forces a bar's start back to what nothing else forces. */
final class Explaining {
    private static final int LONGEST = 12;

    private final LivePlan live;
    private final Planned planned;
    private final Explanation explanation;
    private final Map<String, Operation> operations = new HashMap<>();
    private final Map<String, BarId> bars = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<BarId, Pin> pins = new HashMap<>();

    Explaining(LivePlan live, Planned planned) {
        this.live = live;
        this.planned = planned;
        explanation = new Explanation(new CompiledProblem(planned.problem()), planned.timetable());
        planned.problem().operations().forEach(operation -> {
            operations.put(operation.id(), operation);
            bars.put(operation.id(), BarId.ofEngine(operation.id()));
        });
        live.floor().machines().forEach(machine -> names.put(machine.id().toString(), machine.name()));
        live.floor().people().forEach(person -> names.put(person.id().toString(), person.name()));
        live.pins().forEach(pin -> pins.put(pin.bar(), pin));
    }

    /** Nearest reason first; empty when the bar could start earlier, or is not planned. */
    List<Because> chain(BarId bar) {
        List<Because> chain = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String id = bar.engineId();
        while (id != null && operations.containsKey(id) && seen.add(id) && chain.size() < LONGEST) {
            id = follow(id, chain);
        }
        return List.copyOf(chain);
    }

    /** Adds why this starts when it does; answers what is in its way. */
    private @Nullable String follow(String id, List<Because> chain) {
        BarId bar = bars.get(id);
        Operation operation = operations.get(id);
        if (bar == null
                || operation == null
                || planned.timetable().findAssignment(id).isEmpty()) {
            return null;
        }
        if (operation.lock() == Lock.RUNNING) {
            long endS = planned.timetable().getAssignment(id).endS();
            chain.add(new Because("running", bar, live.label(bar), "", "", null, Instant.ofEpochSecond(endS)));
            return null;
        }
        Pin pin = pins.get(bar);
        if (pin != null && !planned.unkept().containsKey(bar)) {
            chain.add(new Because(
                    "pinned",
                    bar,
                    live.label(bar),
                    pin.by(),
                    "",
                    null,
                    pin.place().start()));
            return null;
        }
        List<BindingReason> reasons = explanation.reasons(id);
        if (reasons.isEmpty()) {
            return null;
        }
        BindingReason reason = reasons.getLast();
        chain.add(because(bar, reason));
        return reason.operationId();
    }

    private Because because(BarId bar, BindingReason reason) {
        BarId other = reason.operationId() == null ? null : bars.get(reason.operationId());
        String resource = reason.resourceId() == null ? "" : reason.resourceId();
        return new Because(
                reason.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                bar,
                live.label(bar),
                names.getOrDefault(resource, resource),
                other == null ? "" : live.label(other),
                other,
                reason.untilS() == WorkCalendar.NEVER ? null : Instant.ofEpochSecond(reason.untilS()));
    }
}
