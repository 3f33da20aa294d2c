package org.millwright.factory.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Person;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.production.Jobs;
import org.millwright.factory.production.Permit;
import org.millwright.factory.production.task.Task;
import org.millwright.factory.production.task.TaskId;
import org.millwright.factory.production.task.TaskResult;
import org.millwright.factory.production.task.TaskState;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.stereotype.Component;

/**
 * Does the tasks of a factory's simulated people: each works on one task at a time, only within their hours and skills,
 * for as long as the task is expected to take. Start permits are asked for like anybody else's.
 */
@Component
public class SimulatedCrew {
    private final Factories factories;
    private final Jobs jobs;
    private final WorkOrders workOrders;
    private final Lots lots;
    private final SimulatedInspector inspector;
    private final InstantSource time;

    SimulatedCrew(
            Factories factories,
            Jobs jobs,
            WorkOrders workOrders,
            Lots lots,
            SimulatedInspector inspector,
            InstantSource time) {
        this.factories = factories;
        this.jobs = jobs;
        this.workOrders = workOrders;
        this.lots = lots;
        this.inspector = inspector;
        this.time = time;
    }

    /**
     * One round of work.
     *
     * @return how many tasks were started or finished
     */
    public int work(FactoryId factory) {
        List<Task> tasks = jobs.listOpenTasks(factory);
        int done = finishDue(tasks);
        return done + startPossible(factory, inPlannedOrder(jobs.listOpenTasks(factory)));
    }

    /** When the next started task of a simulated person will be done. */
    public Optional<Instant> nextFinish(FactoryId factory) {
        return jobs.listOpenTasks(factory).stream()
                .filter(task -> task.state() == TaskState.STARTED)
                .flatMap(task -> dueAt(task).stream())
                .min(Comparator.naturalOrder());
    }

    /** What the timetable wants first is done first; otherwise promises given for it would not hold. */
    private List<Task> inPlannedOrder(List<Task> tasks) {
        Map<TaskId, Instant> planned = new HashMap<>();
        tasks.forEach(task ->
                planned.put(task.id(), workOrders.getOperation(task.operation()).start()));
        return tasks.stream()
                .sorted(Comparator.comparing(task -> planned.getOrDefault(task.id(), Instant.MAX)))
                .toList();
    }

    private int finishDue(List<Task> tasks) {
        int done = 0;
        Instant now = time.instant();
        for (Task task : tasks) {
            if (task.state() == TaskState.STARTED
                    && dueAt(task).filter(due -> !due.isAfter(now)).isPresent()) {
                Optional<Person> person = simulatedPersonOf(task);
                if (person.isPresent()) {
                    finish(task, actor(person.get()));
                    done++;
                }
            }
        }
        return done;
    }

    private int startPossible(FactoryId factory, List<Task> tasks) {
        Set<PersonId> busy = new HashSet<>();
        tasks.forEach(task -> {
            if (task.state() == TaskState.STARTED && task.person() != null) {
                busy.add(task.person());
            }
        });
        int started = 0;
        List<Person> crew =
                factories.listPeople(factory).stream().filter(Person::simulated).toList();
        for (Task task : tasks) {
            if (task.state() != TaskState.OPEN) {
                continue;
            }
            for (Person person : crew) {
                if (!busy.contains(person.id())
                        && person.skills().contains(task.skill())
                        && jobs.permit(task.id(), person.id()) instanceof Permit.Granted) {
                    jobs.startTask(task.id(), person.id(), actor(person));
                    busy.add(person.id());
                    started++;
                    break;
                }
            }
        }
        return started;
    }

    private void finish(Task task, Actor actor) {
        if (task.kind() == StepKind.PREPARE && task.build() != null) {
            lots.findReservation(task.build().value())
                    .ifPresent(reservation -> jobs.confirmPreparation(task.id(), reservation.lot(), actor));
        }
        if (task.kind() == StepKind.INSPECT && task.workOrder() != null) {
            inspector.inspect(task.workOrder(), actor);
            return;
        }
        jobs.finishTask(task.id(), TaskResult.ALL_GOOD, actor);
    }

    private Optional<Instant> dueAt(Task task) {
        Duration expected = task.expected();
        return Optional.ofNullable(task.startedAt()).map(start -> start.plus(expected));
    }

    private Optional<Person> simulatedPersonOf(Task task) {
        return Optional.ofNullable(task.person()).map(factories::getPerson).filter(Person::simulated);
    }

    private static Actor actor(Person person) {
        return new Actor(person.name(), person.role(), true);
    }
}
