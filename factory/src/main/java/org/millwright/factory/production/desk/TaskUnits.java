package org.millwright.factory.production.desk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.production.UnitScrapped;
import org.millwright.factory.production.task.Task;
import org.millwright.factory.production.task.TaskResult;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The units that a task handles, and what its result makes of them. */
@Component
class TaskUnits {
    private final WorkOrders workOrders;
    private final ApplicationEventPublisher events;

    TaskUnits(WorkOrders workOrders, ApplicationEventPublisher events) {
        this.workOrders = workOrders;
        this.events = events;
    }

    /** All units of the build or work order that are still in the game. */
    List<Unit> list(Task task) {
        List<Unit> units = task.build() != null
                ? workOrders.getBuild(task.build()).units().stream()
                        .map(BuildPlan.Placed::unit)
                        .map(workOrders::getUnit)
                        .toList()
                : task.workOrder() != null ? workOrders.listUnits(task.workOrder()) : List.of();
        return units.stream().filter(unit -> !unit.state().lost()).toList();
    }

    /** Throws {@link Problem} when the count is wrong or a unit is not of this task. */
    void check(Task task, TaskResult result) {
        Map<UnitId, Unit> handled = list(task).stream()
                .filter(unit -> unit.state() != UnitState.SUSPECT)
                .collect(Collectors.toMap(Unit::id, Function.identity()));
        result.scrapped().keySet().stream()
                .filter(unit -> !handled.containsKey(unit))
                .findFirst()
                .ifPresent(stranger -> {
                    throw Problem.of(
                            Problem.Kind.INVALID, "task-unit-unknown", Map.of("unit", stranger, "step", task.step()));
                });
        boolean counted = result.good() > 0 || !result.scrapped().isEmpty();
        if (counted && result.good() + result.scrapped().size() != handled.size()) {
            throw Problem.of(
                    Problem.Kind.INVALID,
                    "task-count-wrong",
                    Map.of(
                            "good", result.good(),
                            "scrapped", result.scrapped().size(),
                            "units", handled.size()));
        }
    }

    /** Takes units off the machine: they are made now, or lost. */
    void take(Task task, TaskResult result, Actor actor) {
        list(task).stream()
                .filter(unit -> unit.state() == UnitState.PLANNED)
                .filter(unit -> !result.scrapped().containsKey(unit.id()))
                .forEach(unit -> workOrders.markUnit(unit.id(), UnitState.MADE, actor, task.step()));
        scrap(result, actor);
    }

    void scrap(TaskResult result, Actor actor) {
        result.scrapped().forEach((id, reason) -> {
            Unit unit = workOrders.getUnit(id);
            workOrders.markUnit(id, UnitState.SCRAPPED, actor, reason);
            events.publishEvent(new UnitScrapped(id, unit.reference()));
        });
    }

    /** Packs what is released. */
    List<UnitId> pack(Task task, Actor actor) {
        List<UnitId> released = list(task).stream()
                .filter(unit -> unit.state() == UnitState.RELEASED)
                .map(Unit::id)
                .toList();
        released.forEach(unit -> workOrders.markUnit(unit, UnitState.PACKED, actor, task.step()));
        return released;
    }
}
