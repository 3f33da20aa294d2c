package org.millwright.factory.planning.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.energy.EnergyDay;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.board.BarPlace;
import org.millwright.factory.planning.board.BarShift;
import org.millwright.factory.planning.board.Consequences;
import org.millwright.factory.planning.board.LateOrder;
import org.millwright.factory.planning.board.PlanFigures;
import org.millwright.factory.planning.timetable.BuildWork;
import org.millwright.factory.planning.timetable.NewTimes;
import org.millwright.factory.planning.timetable.OrderWork;
import org.millwright.factory.planning.timetable.Phase;
import org.millwright.factory.planning.timetable.TimetablePlanner;
import org.millwright.factory.planning.timetable.TimetablePlanner.Input;
import org.millwright.factory.planning.timetable.TimetablePlanner.Planned;
import org.millwright.processes.ManufacturingProcess.StepKind;

/** Two plans of the same work side by side. A pure function. */
public record Trial(LivePlan live, Planned before, Planned after) {
    public static Trial of(LivePlan live, Input changed) {
        return new Trial(live, TimetablePlanner.plan(live.asItIs()), TimetablePlanner.plan(changed));
    }

    /** What the change leads to. */
    public Consequences consequences() {
        Map<WorkOrderId, Instant> endsBefore = ends(before);
        Map<WorkOrderId, Instant> endsAfter = ends(after);
        Set<WorkOrderId> lateBefore = late(endsBefore);
        Set<WorkOrderId> lateAfter = late(endsAfter);
        Set<WorkOrderId> newly = new HashSet<>(lateAfter);
        newly.removeAll(lateBefore);
        Set<WorkOrderId> again = new HashSet<>(lateBefore);
        again.removeAll(lateAfter);
        return new Consequences(
                figures(before, endsBefore), figures(after, endsAfter), shifts(), numbers(newly), numbers(again));
    }

    /** Bars that stand elsewhere, by their new start. */
    private List<BarShift> shifts() {
        Map<BarId, Span> from = spans(before);
        List<BarShift> shifts = new ArrayList<>();
        spans(after).forEach((bar, to) -> {
            Span was = from.get(bar);
            if (was != null && !was.place().equals(to.place())) {
                shifts.add(new BarShift(bar, live.label(bar), was.place(), to.place(), to.end()));
            }
        });
        shifts.sort(Comparator.comparing((BarShift shift) -> shift.to().start())
                .thenComparing(shift -> shift.bar().id()));
        return shifts;
    }

    private record Span(BarPlace place, Instant end) {}

    private Map<BarId, Span> spans(Planned planned) {
        Map<OperationId, BarId> bars = new HashMap<>();
        live.work().phases().forEach(phase -> bars.put(phase.operation().id(), BarId.of(phase.operation())));
        Map<BarId, Span> spans = new LinkedHashMap<>();
        for (NewTimes times : planned.times()) {
            BarId bar = bars.get(times.operation());
            if (bar != null) {
                var span = new Span(new BarPlace(times.machine(), times.start()), times.end());
                spans.merge(bar, span, Trial::joined);
            }
        }
        return spans;
    }

    private static Span joined(Span one, Span other) {
        Span first = one.place().start().isAfter(other.place().start()) ? other : one;
        return new Span(first.place(), one.end().isAfter(other.end()) ? one.end() : other.end());
    }

    private PlanFigures figures(Planned planned, Map<WorkOrderId, Instant> ends) {
        Duration lateness = Duration.ZERO;
        for (OrderWork order : live.work().orders()) {
            Instant end = ends.get(order.workOrder());
            if (end != null && end.isAfter(order.dueAt())) {
                lateness = lateness.plus(Duration.between(order.dueAt(), end));
            }
        }
        Instant last = planned.times().stream()
                .map(NewTimes::end)
                .max(Instant::compareTo)
                .orElse(live.floor().now());
        long placed = planned.problem().operations().stream()
                .filter(operation ->
                        planned.timetable().findAssignment(operation.id()).isPresent())
                .count();
        return new PlanFigures(
                late(ends).size(),
                lateness,
                materialChanges(planned),
                last,
                Math.toIntExact(planned.problem().operations().size() - placed),
                energy(planned));
    }

    /** Of runs that are planned, and of the rest of those that run. */
    private EnergyDay.Use energy(Planned planned) {
        Set<OperationId> runs = new HashSet<>();
        live.work().phases().stream()
                .filter(phase -> phase.operation().kind() == StepKind.RUN)
                .forEach(phase -> runs.add(phase.operation().id()));
        Map<MachineId, Double> watts = new HashMap<>();
        live.floor()
                .machines()
                .forEach(machine -> watts.put(machine.id(), machine.costs().runningW()));
        EnergyDay.Use all = EnergyDay.Use.NONE;
        for (NewTimes times : planned.times()) {
            MachineId machine = times.machine();
            if (machine != null && runs.contains(times.operation())) {
                Instant now = live.floor().now();
                Instant from = times.start().isBefore(now) ? now : times.start();
                all = all.plus(live.energy()
                        .use(
                                watts.getOrDefault(machine, 0.0),
                                from,
                                times.end(),
                                live.floor().zone()));
            }
        }
        return all;
    }

    private Map<WorkOrderId, Instant> ends(Planned planned) {
        Map<OperationId, Instant> ends = new HashMap<>();
        planned.times().forEach(times -> ends.put(times.operation(), times.end()));
        Map<WorkOrderId, Instant> byOrder = new HashMap<>();
        for (OrderWork order : live.work().orders()) {
            for (Phase phase : order.phases()) {
                Instant end = ends.get(phase.operation().id());
                if (end != null) {
                    byOrder.merge(order.workOrder(), end, (a, b) -> a.isAfter(b) ? a : b);
                }
            }
        }
        return byOrder;
    }

    private Set<WorkOrderId> late(Map<WorkOrderId, Instant> ends) {
        Set<WorkOrderId> late = new HashSet<>();
        for (OrderWork order : live.work().orders()) {
            Instant end = ends.get(order.workOrder());
            if (end != null && LateOrder.isLate(order.dueAt(), end)) {
                late.add(order.workOrder());
            }
        }
        return late;
    }

    private List<String> numbers(Set<WorkOrderId> orders) {
        return live.work().orders().stream()
                .filter(order -> orders.contains(order.workOrder()))
                .map(order -> live.label(BarId.of(order.phases().getFirst().operation())))
                .distinct()
                .sorted()
                .toList();
    }

    private int materialChanges(Planned planned) {
        Map<String, String> families = new HashMap<>();
        for (BuildWork build : live.work().builds()) {
            families.put("build " + build.build(), build.family());
        }
        Map<String, String> lastOn = new HashMap<>();
        int changes = 0;
        // Assignments come by start.
        for (var assignment : planned.timetable().assignments()) {
            String family = families.get(assignment.operationId());
            if (assignment.machineId() != null && family != null) {
                String last = lastOn.put(assignment.machineId(), family);
                changes += last == null || Objects.equals(last, family) ? 0 : 1;
            }
        }
        return changes;
    }
}
