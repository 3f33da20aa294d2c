package org.millwright.factory.production.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Downtime;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.Person;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.inventory.LotId;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.BuildPlan;
import org.millwright.factory.planning.Unit;
import org.millwright.factory.planning.UnitId;
import org.millwright.factory.planning.UnitState;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.platform.web.Required;
import org.millwright.factory.production.Job;
import org.millwright.factory.production.JobId;
import org.millwright.factory.production.Jobs;
import org.millwright.factory.production.Task;
import org.millwright.factory.production.TaskId;
import org.millwright.factory.production.TaskResult;
import org.millwright.machines.MachineState;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The floor: machines with what is on them, and the tasks of the operators. */
@Controller
@AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
public class FloorPages {
    private final Pages pages;
    private final Factories factories;
    private final Jobs jobs;
    private final WorkOrders workOrders;
    private final Lots lots;

    FloorPages(Pages pages, Factories factories, Jobs jobs, WorkOrders workOrders, Lots lots) {
        this.pages = pages;
        this.factories = factories;
        this.jobs = jobs;
        this.workOrders = workOrders;
        this.lots = lots;
    }

    /** A machine as the floor shows it. */
    public record Tile(
            Machine machine,
            MachineState state,
            @Nullable Job job,
            @Nullable BuildPlan build,
            @Nullable Downtime downtime) {}

    /** A task with what it is about and the lot it needs. */
    public record TaskView(
            Task task,
            String about,
            @Nullable String machine,
            @Nullable String lot,
            @Nullable Person person,
            List<Unit> units) {
        /** Whether units can be lost in this task. */
        public boolean canScrap() {
            return !units.isEmpty() && (task.kind() == StepKind.REMOVE || task.kind() == StepKind.FINISH);
        }
    }

    @GetMapping("/floor")
    ResponseEntity<String> floor(Locale locale) {
        FactoryId factory = pages.factory();
        var parameters = new HashMap<String, Object>();
        parameters.put("tiles", tiles(factory));
        parameters.put(
                "tasks", jobs.listOpenTasks(factory).stream().map(this::view).toList());
        parameters.put("people", factories.listPeople(factory));
        return pages.render("floor/floor.jte", "floor", pages.text("section.floor", locale), locale, parameters);
    }

    @PostMapping("/tasks/{id}/start")
    ResponseEntity<Void> start(@PathVariable UUID id, @RequestParam UUID person) {
        var who = factories.getPerson(new PersonId(person));
        jobs.startTask(new TaskId(id), who.id(), actor(who));
        return Pages.seeOther("/floor");
    }

    @PostMapping("/tasks/{id}/finish")
    ResponseEntity<Void> finish(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID lot) {
        Task task = jobs.getTask(new TaskId(id));
        Actor actor = task.person() == null ? pages.actor() : actor(factories.getPerson(task.person()));
        if (task.kind() == StepKind.PREPARE && lot != null) {
            jobs.confirmPreparation(task.id(), new LotId(lot), actor);
        }
        jobs.finishTask(task.id(), TaskResult.ALL_GOOD, actor);
        return Pages.seeOther("/floor");
    }

    /** Finishes a task in which one unit was lost; the others are good. */
    @PostMapping("/tasks/{id}/scrap")
    ResponseEntity<Void> scrap(
            @PathVariable UUID id, @RequestParam UUID unit, @RequestParam String reason, Locale locale) {
        Task task = jobs.getTask(new TaskId(id));
        Actor actor = task.person() == null ? pages.actor() : actor(factories.getPerson(task.person()));
        jobs.finishTask(
                task.id(),
                new TaskResult(
                        units(task).size() - 1,
                        Map.of(new UnitId(unit), Required.words(reason, "materials.reason", pages, locale))),
                actor);
        return Pages.seeOther("/floor");
    }

    @PostMapping("/machines/{id}/down")
    ResponseEntity<Void> down(@PathVariable UUID id, @RequestParam String reason, Locale locale) {
        factories.markDown(
                new MachineId(id), Required.words(reason, "materials.reason", pages, locale), null, pages.actor());
        return Pages.seeOther("/floor");
    }

    @PostMapping("/machines/{id}/up")
    ResponseEntity<Void> up(@PathVariable UUID id) {
        factories.markUp(new MachineId(id), pages.actor());
        return Pages.seeOther("/floor");
    }

    @PostMapping("/jobs/{id}/stop")
    ResponseEntity<Void> stop(@PathVariable UUID id, @RequestParam String reason, Locale locale) {
        jobs.stop(new JobId(id), Required.words(reason, "materials.reason", pages, locale), pages.actor());
        return Pages.seeOther("/floor");
    }

    private List<Tile> tiles(FactoryId factory) {
        Map<MachineId, Downtime> down = new HashMap<>();
        factories.listDowntimes(factory).forEach(downtime -> down.putIfAbsent(downtime.machine(), downtime));
        return factories.listMachines(factory).stream()
                .map(machine -> {
                    Job job = jobs.findActiveJob(machine.id()).orElse(null);
                    return new Tile(
                            machine,
                            jobs.machineState(machine.id()),
                            job,
                            job == null ? null : workOrders.getBuild(job.build()),
                            down.get(machine.id()));
                })
                .toList();
    }

    private TaskView view(Task task) {
        String about = task.build() != null
                ? workOrders.getBuild(task.build()).number()
                : task.workOrder() == null
                        ? ""
                        : workOrders.getWorkOrder(task.workOrder()).number();
        String machine = task.machine() == null
                ? null
                : factories.getMachine(task.machine()).name();
        Person person = task.person() == null ? null : factories.getPerson(task.person());
        return new TaskView(task, about, machine, lot(task), person, units(task));
    }

    /** The units that are still good as far as anybody knows. */
    private List<Unit> units(Task task) {
        List<Unit> units = task.build() != null
                ? workOrders.listUnitsById(workOrders.getBuild(task.build()).units().stream()
                        .map(BuildPlan.Placed::unit)
                        .toList())
                : task.workOrder() == null ? List.of() : workOrders.listUnits(task.workOrder());
        return units.stream()
                .filter(unit -> !unit.state().lost() && unit.state() != UnitState.SUSPECT)
                .toList();
    }

    private @Nullable String lot(Task task) {
        if (task.kind() != StepKind.PREPARE || task.build() == null) {
            return null;
        }
        return lots.findReservation(task.build().value())
                .map(reservation -> reservation.lot().toString())
                .orElse(null);
    }

    private static Actor actor(Person person) {
        return new Actor(person.name(), person.role(), person.simulated());
    }
}
