package org.millwright.factory.production.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.DesignView;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.Person;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.inventory.Lot;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.inventory.material.MaterialDefinition;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.Plate;
import org.millwright.factory.planning.examination.PartViews;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.production.Jobs;
import org.millwright.factory.production.Permit;
import org.millwright.factory.production.task.Task;
import org.millwright.factory.production.task.TaskState;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.stereotype.Component;

/** Reads tasks as people see them. */
@Component
public class TaskReader {
    private final Factories factories;
    private final Jobs jobs;
    private final WorkOrders workOrders;
    private final Lots lots;
    private final PartViews views;

    TaskReader(Factories factories, Jobs jobs, WorkOrders workOrders, Lots lots, PartViews views) {
        this.factories = factories;
        this.jobs = jobs;
        this.workOrders = workOrders;
        this.lots = lots;
        this.views = views;
    }

    /**
     * A task in a list.
     *
     * @param about number of the build or the order
     * @param planned when the timetable wants it begun
     * @param mine whether whoever looks has started it
     */
    public record Line(
            Task task,
            String about,
            String machine,
            Instant planned,
            @Nullable Person person,
            boolean mine,
            @Nullable BuildPlan build) {}

    /**
     * A task with all that is needed to do it.
     *
     * @param lot what must be loaded; null when nothing is
     * @param units those that are still good as far as anybody knows
     * @param parts what is made, with what to look out for; empty where units are only packed
     * @param missing what keeps it from being started by this person; empty when nothing does
     */
    public record View(
            Line line,
            @Nullable Machine machine,
            @Nullable WorkOrder order,
            @Nullable Plate plate,
            @Nullable Lot lot,
            @Nullable MaterialDefinition material,
            List<Unit> units,
            List<DesignView> parts,
            List<Permit.Unmet> missing) {
        public View {
            units = List.copyOf(units);
            parts = List.copyOf(parts);
            missing = List.copyOf(missing);
        }

        public Task task() {
            return line.task();
        }

        /** Whether units can be lost in this task. */
        public boolean judgesUnits() {
            boolean removed = task().kind() == StepKind.REMOVE && !task().step().equals(Task.CLEAR);
            return !units.isEmpty() && (removed || task().kind() == StepKind.FINISH);
        }
    }

    /** What a person has started first, then by the timetable. */
    List<Line> list(FactoryId factory, @Nullable PersonId who) {
        List<Line> lines = new ArrayList<>();
        for (Task task : jobs.listOpenTasks(factory)) {
            lines.add(line(task, who));
        }
        lines.sort(Comparator.comparing((Line line) -> !line.mine())
                .thenComparing(Line::planned)
                .thenComparing(line -> line.task().id().value()));
        return lines;
    }

    private Line line(Task task, @Nullable PersonId who) {
        PlannedOperation operation = workOrders.getOperation(task.operation());
        BuildPlan build = task.build() == null ? null : workOrders.getBuild(task.build());
        String about = build != null
                ? build.number()
                : task.workOrder() == null
                        ? ""
                        : workOrders.getWorkOrder(task.workOrder()).orderNumber();
        return new Line(
                task,
                about,
                task.machine() == null
                        ? ""
                        : factories.getMachine(task.machine()).name(),
                operation.start(),
                task.person() == null ? null : factories.getPerson(task.person()),
                task.state() == TaskState.STARTED
                        && task.person() != null
                        && task.person().equals(who),
                build);
    }

    View get(Task task, @Nullable PersonId who) {
        Line line = line(task, who);
        BuildPlan build = line.build();
        Lot lot = build == null || task.kind() != StepKind.PREPARE
                ? null
                : lots.findReservation(build.id().value())
                        .map(reservation -> lots.getLot(reservation.lot()))
                        .orElse(null);
        WorkOrder order = task.workOrder() == null ? null : workOrders.getWorkOrder(task.workOrder());
        List<Unit> units = units(task, build);
        return new View(
                line,
                task.machine() == null ? null : factories.getMachine(task.machine()),
                order,
                build == null ? null : workOrders.plate(build.id()),
                lot,
                build == null ? null : lots.getMaterial(build.factory(), build.materialId()),
                units,
                parts(task, units),
                who == null || task.state() != TaskState.OPEN
                        ? List.of()
                        : jobs.permit(task.id(), who).listUnmet());
    }

    private List<DesignView> parts(Task task, List<Unit> units) {
        return task.kind() == StepKind.PACK || task.state() == TaskState.DONE
                ? List.of()
                : views.list(units.stream()
                        .map(Unit::workOrder)
                        .distinct()
                        .map(workOrders::getWorkOrder)
                        .toList());
    }

    private List<Unit> units(Task task, @Nullable BuildPlan build) {
        List<Unit> units = build != null
                ? workOrders.listUnitsById(
                        build.units().stream().map(BuildPlan.Placed::unit).toList())
                : task.workOrder() == null ? List.of() : workOrders.listUnits(task.workOrder());
        return units.stream()
                .filter(unit -> !unit.state().lost() && unit.state() != UnitState.SUSPECT)
                .toList();
    }

    /** The task that a scanned code belongs to: number of a build, an order or a lot, or serial of a unit. */
    Optional<Line> find(FactoryId factory, String code, @Nullable PersonId who) {
        return list(factory, who).stream()
                .filter(line -> belongs(get(line.task(), null), code))
                .findFirst();
    }

    /** Whether the code is on something that this task is about. */
    static boolean belongs(View view, String code) {
        WorkOrder order = view.order();
        boolean ofOrder = order != null
                && (order.number().equalsIgnoreCase(code) || order.orderNumber().equalsIgnoreCase(code));
        return ofOrder
                || view.line().about().equalsIgnoreCase(code)
                || isLot(view, code)
                || view.units().stream().anyMatch(unit -> unit.serial().equalsIgnoreCase(code));
    }

    static boolean isLot(View view, String code) {
        return view.lot() != null && view.lot().lotNumber().equalsIgnoreCase(code);
    }
}
