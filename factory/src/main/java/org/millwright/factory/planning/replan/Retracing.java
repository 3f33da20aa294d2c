package org.millwright.factory.planning.replan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.board.LateOrder;
import org.millwright.factory.planning.replan.MovedBar.Place;
import org.millwright.factory.planning.replan.Replan.Lateness;
import org.millwright.factory.planning.store.PlanRecordStore.PlanRecord;
import org.millwright.factory.planning.timetable.NewTimes;
import org.millwright.factory.planning.timetable.OrderWork;
import org.millwright.factory.planning.timetable.Phase;
import org.millwright.factory.planning.timetable.TimetablePlanner.Input;
import org.millwright.factory.planning.timetable.TimetablePlanner.Planned;

/** Compares a plan with the one it followed from. A pure function of both. */
final class Retracing {
    private final PlanRecord record;
    private final Input input;
    private final Planned planned;
    private final Function<PlannedOperation, String> labels;
    private final Map<OperationId, PlannedOperation> operations = new HashMap<>();
    private final Map<OperationId, NewTimes> after = new HashMap<>();
    private final Map<MachineId, String> machines = new HashMap<>();

    /** @param labels what the bar of an operation is called */
    Retracing(PlanRecord record, Planned planned, Function<PlannedOperation, String> labels) {
        this.record = record;
        this.planned = planned;
        this.labels = labels;
        input = record.input();
        planned.times().forEach(times -> after.put(times.operation(), times));
        input.floor().machines().forEach(machine -> machines.put(machine.id(), machine.name()));
        phases().forEach(phase -> operations.put(phase.operation().id(), phase.operation()));
    }

    /** A bar on both plans. */
    private record Both(PlannedOperation first, Place was, Place is) {
        Both and(Both other) {
            return new Both(first, joined(was, other.was), joined(is, other.is));
        }
    }

    Replan replan() {
        Map<BarId, Both> bars = new LinkedHashMap<>();
        for (NewTimes times : planned.times()) {
            PlannedOperation operation = operations.get(times.operation());
            if (operation != null && !record.added().contains(operation.id())) {
                var both = new Both(
                        operation,
                        place(operation.machine(), operation.start(), operation.end()),
                        place(times.machine(), times.start(), times.end()));
                bars.merge(BarId.of(operation), both, Both::and);
            }
        }
        Map<BarId, PlannedOperation> shown = new HashMap<>();
        operations.values().forEach(operation -> shown.put(BarId.of(operation), operation));
        var reasons = new MoveReasons(
                input,
                planned,
                bar -> Optional.ofNullable(shown.get(bar)).map(labels).orElse(""));
        List<MovedBar> moved = new ArrayList<>();
        bars.entrySet().stream()
                .filter(bar -> !stays(bar.getValue()))
                .sorted(Comparator.comparing(
                        (Map.Entry<BarId, Both> bar) -> bar.getValue().was().start()))
                .forEach(bar -> moved.add(moved(bar.getKey(), bar.getValue(), reasons)));
        return withOrders(moved, bars.size() - moved.size());
    }

    private MovedBar moved(BarId bar, Both both, MoveReasons reasons) {
        return new MovedBar(
                bar,
                labels.apply(both.first()),
                bar.kind() == BarId.Kind.STEP ? both.first().step() : "",
                both.was(),
                both.is(),
                reasons.find(bar));
    }

    private Replan withOrders(List<MovedBar> bars, int kept) {
        double costBeforeS = 0;
        double costAfterS = 0;
        Map<String, Lateness> byNumber = new LinkedHashMap<>();
        for (OrderWork order : input.orders()) {
            Duration before = lateness(order, Retracing::endBefore);
            Duration later = lateness(order, this::endAfter);
            costBeforeS += order.weight() * before.toSeconds();
            costAfterS += order.weight() * later.toSeconds();
            String number = labels.apply(order.phases().getFirst().operation());
            byNumber.merge(
                    number,
                    new Lateness(number, before, later),
                    (a, b) -> new Lateness(number, longer(a.before(), b.before()), longer(a.after(), b.after())));
        }
        List<Lateness> newly = new ArrayList<>();
        List<Lateness> later = new ArrayList<>();
        List<Lateness> again = new ArrayList<>();
        for (Lateness order : byNumber.values()) {
            boolean wasLate = order.before().toMinutes() >= 1;
            boolean isLate = order.after().toMinutes() >= 1;
            if (isLate && !wasLate) {
                newly.add(order);
            } else if (wasLate && !isLate) {
                again.add(order);
            } else if (order.after().minus(order.before()).toMinutes() >= 1) {
                later.add(order);
            }
        }
        Comparator<Lateness> latest =
                Comparator.comparing(Lateness::after).reversed().thenComparing(Lateness::number);
        newly.sort(latest);
        later.sort(latest);
        again.sort(Comparator.comparing(Lateness::number));
        return new Replan(
                record.version(),
                record.at(),
                record.cause(),
                bars,
                kept,
                Duration.ofSeconds(Math.round(costBeforeS)),
                Duration.ofSeconds(Math.round(costAfterS)),
                newly,
                later,
                again);
    }

    /** Of the last of its operations that is on both plans; zero when it is in time. */
    private Duration lateness(OrderWork order, Function<Phase, @Nullable Instant> end) {
        Instant last = null;
        for (Phase phase : order.phases()) {
            Instant ends = record.added().contains(phase.operation().id()) ? null : end.apply(phase);
            last = ends != null && (last == null || ends.isAfter(last)) ? ends : last;
        }
        return last != null && LateOrder.isLate(order.dueAt(), last)
                ? Duration.between(order.dueAt(), last)
                : Duration.ZERO;
    }

    private static Instant endBefore(Phase phase) {
        return phase.operation().end();
    }

    private @Nullable Instant endAfter(Phase phase) {
        NewTimes times = after.get(phase.operation().id());
        return times == null ? null : times.end();
    }

    /** Seconds are the planner's; people read minutes. */
    private static boolean stays(Both both) {
        return both.was().machine().equals(both.is().machine())
                && Duration.between(both.was().start(), both.is().start()).abs().toSeconds() < 60;
    }

    private List<Phase> phases() {
        List<Phase> phases = new ArrayList<>();
        input.builds().forEach(build -> phases.addAll(build.phases()));
        input.orders().forEach(order -> phases.addAll(order.phases()));
        return phases;
    }

    private Place place(@Nullable MachineId machine, Instant start, Instant end) {
        return new Place(machine == null ? "" : machines.getOrDefault(machine, ""), start, end);
    }

    private static Place joined(Place one, Place other) {
        Place first = one.start().isAfter(other.start()) ? other : one;
        Instant end = one.end().isAfter(other.end()) ? one.end() : other.end();
        return new Place(first.machine(), first.start(), end);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
