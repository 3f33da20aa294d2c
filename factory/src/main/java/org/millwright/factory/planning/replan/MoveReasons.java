package org.millwright.factory.planning.replan;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.board.Because;
import org.millwright.factory.planning.board.Pin;
import org.millwright.factory.planning.timetable.TimetablePlanner;
import org.millwright.factory.planning.timetable.TimetablePlanner.Input;
import org.millwright.factory.planning.timetable.TimetablePlanner.Planned;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.explain.Explanation;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.BindingReason;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.model.resource.WorkCalendar;

/** What stands, in a new plan, where a bar was in the one before. */
final class MoveReasons {
    /** Each looks at the whole plan; further bars are listed without a reason. */
    private static final int MOST = 40;

    private final Input input;
    private final Planned planned;
    private final Function<BarId, String> labels;
    private final Timetable before;
    private final Explanation explanation;
    private final Set<String> operations = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();
    private int asked;

    /** @param labels what bars are called; empty for bars that it does not know */
    MoveReasons(Input input, Planned planned, Function<BarId, String> labels) {
        this.input = input;
        this.planned = planned;
        this.labels = labels;
        before = TimetablePlanner.inForce(planned.problem(), input);
        explanation = new Explanation(new CompiledProblem(planned.problem()), planned.timetable());
        planned.problem().operations().forEach(operation -> operations.add(operation.id()));
        input.floor().machines().forEach(machine -> names.put(machine.id().toString(), machine.name()));
        input.floor().people().forEach(person -> names.put(person.id().toString(), person.name()));
    }

    /** Null when nothing keeps it from where it was, or nobody knows. */
    @Nullable
    Because find(BarId bar) {
        for (Pin pin : input.pins()) {
            if (pin.bar().equals(bar) && !planned.unkept().containsKey(bar)) {
                return new Because("pinned", bar, labels.apply(bar), pin.by(), "", null, null);
            }
        }
        String id = bar.engineId();
        Assignment was = before.findAssignment(id).orElse(null);
        if (was == null || !operations.contains(id) || asked++ >= MOST) {
            return null;
        }
        List<BindingReason> reasons = explanation.against(was);
        return reasons.stream()
                .max(Comparator.comparingLong(BindingReason::untilS))
                .map(reason -> because(bar, reason))
                .orElse(null);
    }

    private Because because(BarId bar, BindingReason reason) {
        BarId other = reason.operationId() == null ? null : BarId.ofEngine(reason.operationId());
        String resource = reason.resourceId() == null ? "" : reason.resourceId();
        return new Because(
                reason.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                bar,
                labels.apply(bar),
                names.getOrDefault(resource, resource),
                other == null ? "" : labels.apply(other),
                other,
                reason.untilS() == WorkCalendar.NEVER ? null : Instant.ofEpochSecond(reason.untilS()));
    }
}
