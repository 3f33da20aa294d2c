package org.millwright.factory.production.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Person;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.inventory.LotId;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.production.JobId;
import org.millwright.factory.production.Permit;
import org.millwright.factory.production.TaskDone;
import org.millwright.factory.production.TaskOpened;
import org.millwright.factory.production.WorkOrderPacked;
import org.millwright.factory.production.dispatch.Dispatch;
import org.millwright.factory.production.permit.Permits;
import org.millwright.factory.production.store.JobStore;
import org.millwright.factory.production.store.Preparation;
import org.millwright.factory.production.store.PreparationStore;
import org.millwright.factory.production.store.TaskStore;
import org.millwright.factory.production.task.Task;
import org.millwright.factory.production.task.TaskId;
import org.millwright.factory.production.task.TaskResult;
import org.millwright.factory.production.task.TaskState;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do. Each change is one transaction with its journal entry; finishing the same task twice is finishing it once. */
@Component
public class TaskDesk {
    private final TaskStore tasks;
    private final JobStore jobs;
    private final PreparationStore preparations;
    private final WorkOrders workOrders;
    private final Factories factories;
    private final Lots lots;
    private final Permits permits;
    private final TaskUnits units;
    private final TaskJournal journal;
    private final Ids ids;
    private final InstantSource time;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    TaskDesk(
            TaskStore tasks,
            JobStore jobs,
            PreparationStore preparations,
            WorkOrders workOrders,
            Factories factories,
            Lots lots,
            Permits permits,
            TaskUnits units,
            TaskJournal journal,
            Ids ids,
            InstantSource time,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.tasks = tasks;
        this.jobs = jobs;
        this.preparations = preparations;
        this.workOrders = workOrders;
        this.factories = factories;
        this.lots = lots;
        this.permits = permits;
        this.units = units;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
        this.events = events;
        this.transaction = transaction;
    }

    /** Offers a planned operation; false when it was offered before. */
    public boolean open(OperationId id) {
        return inTransaction(() -> {
            PlannedOperation operation = workOrders.getOperation(id);
            return operation.state().live()
                    && open(
                            operation,
                            operation.kind(),
                            operation.step(),
                            Duration.between(operation.start(), operation.end()));
        });
    }

    /** Asks to empty the machine after a failed run. */
    public boolean openClearing(JobId id) {
        return inTransaction(() -> {
            Dispatch dispatch = jobs.find(id).orElseThrow();
            PlannedOperation run = workOrders.getOperation(dispatch.run());
            Duration expected = workOrders.listOperationsOf(dispatch.job().build()).stream()
                    .filter(operation -> operation.kind() == StepKind.REMOVE)
                    .map(operation -> Duration.between(operation.start(), operation.end()))
                    .findFirst()
                    .orElse(Duration.ZERO);
            return open(run, StepKind.REMOVE, Task.CLEAR, expected);
        });
    }

    private boolean open(PlannedOperation operation, StepKind kind, String step, Duration expected) {
        var task = new Task(
                new TaskId(ids.next()),
                operation.factory(),
                operation.id(),
                kind,
                step,
                operation.machine(),
                operation.build(),
                operation.workOrder(),
                TaskState.OPEN,
                operation.skill(),
                expected,
                null,
                time.instant(),
                null,
                null);
        if (!tasks.insert(task)) {
            return false;
        }
        journal.record("TaskOpened", task, null, null, Actor.system());
        events.publishEvent(new TaskOpened(task.id(), kind, operation.workOrder()));
        return true;
    }

    /** Takes a task back. */
    public boolean cancel(TaskId id) {
        return inTransaction(() -> {
            Task task = getLocked(id);
            if (!task.state().isLive()) {
                return false;
            }
            tasks.setCancelled(id);
            journal.record("TaskCancelled", task, null, null, Actor.system());
            return true;
        });
    }

    /**
     * Starts a task.
     *
     * @throws Problem {@code start-refused} naming every condition that does not hold
     */
    public Task start(TaskId id, PersonId personId, Actor actor) {
        Person person = factories.getPerson(personId);
        Permit permit = inTransaction(() -> {
            Task task = getLocked(id);
            if (task.state() == TaskState.STARTED && personId.equals(task.person())) {
                return new Permit.Granted();
            }
            requireState(task, TaskState.OPEN);
            Permit answer = permits.forTask(task, person);
            if (answer.isGranted()) {
                start(task, person, actor);
            } else {
                journal.refused(task, answer, actor);
            }
            return answer;
        });
        Task task = tasks.find(id).orElseThrow();
        if (!permit.isGranted()) {
            throw Problem.of(
                    Problem.Kind.REFUSED,
                    "start-refused",
                    Map.of("step", task.step(), "unmet", RefusalText.of(permit.listUnmet())));
        }
        return task;
    }

    private void start(Task task, Person person, Actor actor) {
        Instant now = time.instant();
        tasks.setStarted(task.id(), person.id(), now);
        if (!task.step().equals(Task.CLEAR)
                && workOrders.getOperation(task.operation()).state() == OperationState.PLANNED) {
            workOrders.start(task.operation(), person.id(), task.machine(), now, actor);
        }
        journal.record("TaskStarted", task, person, null, actor);
    }

    /**
     * Takes a start back: whoever is able may start it anew. What the timetable says of its operation stays, because the
     * work may have been begun.
     *
     * @return false when it was open already
     * @throws Problem {@code task-state} when it is over, {@code task-prepared} when the machine may be running by now
     */
    public boolean giveBack(TaskId id, Actor actor) {
        return inTransaction(() -> {
            Task task = getLocked(id);
            if (task.state() == TaskState.OPEN) {
                return false;
            }
            requireState(task, TaskState.STARTED);
            if (task.build() != null
                    && preparations
                            .find(task.build())
                            .filter(preparation -> preparation.task().equals(id))
                            .isPresent()) {
                throw Problem.of(Problem.Kind.REFUSED, "task-prepared", Map.of("step", task.step()));
            }
            tasks.setOpen(id);
            journal.record("TaskGivenBack", task, findPerson(task), null, actor);
            return true;
        });
    }

    /**
     * The operator says: the machine is empty, and this lot is loaded.
     *
     * @throws Problem {@code lot-not-reserved} when another lot is reserved for the build
     */
    public void confirmPreparation(TaskId id, LotId loaded, Actor actor) {
        inTransaction(() -> {
            Task task = getLocked(id);
            requireState(task, TaskState.STARTED);
            if (task.kind() != StepKind.PREPARE
                    || task.build() == null
                    || task.machine() == null
                    || task.person() == null) {
                throw Problem.of(Problem.Kind.INVALID, "task-no-preparation", Map.of("step", task.step()));
            }
            requireReserved(task.build(), loaded);
            boolean known = preparations
                    .find(task.build())
                    .filter(preparation ->
                            preparation.task().equals(id) && preparation.lot().equals(loaded))
                    .isPresent();
            if (known) {
                return false;
            }
            preparations.put(new Preparation(
                    task.build(),
                    task.factory(),
                    id,
                    task.machine(),
                    loaded,
                    task.person(),
                    time.instant(),
                    List.of()));
            journal.record("PreparationConfirmed", task, factories.getPerson(task.person()), loaded, actor);
            return true;
        });
    }

    private void requireReserved(BuildId build, LotId loaded) {
        var wanted = lots.findReservation(build.value());
        if (wanted.isEmpty() || !wanted.get().lot().equals(loaded)) {
            throw Problem.of(
                    Problem.Kind.REFUSED,
                    "lot-not-reserved",
                    Map.of(
                            "loaded",
                            lots.getLot(loaded).lotNumber(),
                            "wanted",
                            wanted.map(reservation ->
                                            lots.getLot(reservation.lot()).lotNumber())
                                    .orElse("-"),
                            "build",
                            workOrders.getBuild(build).number()));
        }
    }

    /**
     * Finishes a task.
     *
     * @throws Problem when it was not started, its result does not add up, or something is still missing
     */
    public Task finish(TaskId id, TaskResult result, Actor actor) {
        inTransaction(() -> {
            Task task = getLocked(id);
            if (task.state() != TaskState.DONE) {
                requireState(task, TaskState.STARTED);
                finish(task, result, actor);
            }
            return true;
        });
        return tasks.find(id).orElseThrow();
    }

    private void finish(Task task, TaskResult result, Actor actor) {
        requireComplete(task);
        units.check(task, result);
        Instant now = time.instant();
        tasks.setDone(task.id(), now);
        journal.record("TaskDone", task, findPerson(task), null, actor);
        if (!task.step().equals(Task.CLEAR)) {
            workOrders.finish(task.operation(), now, actor);
        }
        switch (task.kind()) {
            case REMOVE -> {
                jobs.setCleared(Objects.requireNonNull(task.build()));
                if (!task.step().equals(Task.CLEAR)) {
                    units.take(task, result, actor);
                }
            }
            case FINISH, INSPECT -> units.scrap(result, actor);
            case PACK -> pack(task, actor);
            case PREPARE, RUN -> {}
        }
        events.publishEvent(new TaskDone(task.id()));
    }

    private void requireComplete(Task task) {
        boolean unconfirmed = task.kind() == StepKind.PREPARE
                && preparations
                        .find(Objects.requireNonNull(task.build()))
                        .filter(preparation -> preparation.task().equals(task.id()))
                        .isEmpty();
        if (unconfirmed) {
            throw Problem.of(Problem.Kind.REFUSED, "preparation-unconfirmed", Map.of("step", task.step()));
        }
        String unjudged = task.kind() == StepKind.INSPECT
                ? units.list(task).stream()
                        .filter(unit -> unit.state() == UnitState.MADE)
                        .map(unit -> unit.serial())
                        .collect(Collectors.joining(", "))
                : "";
        if (!unjudged.isEmpty()) {
            throw Problem.of(Problem.Kind.REFUSED, "units-unjudged", Map.of("units", unjudged));
        }
    }

    private void pack(Task task, Actor actor) {
        List<UnitId> packed = units.pack(task, actor);
        var workOrder = workOrders.getWorkOrder(Objects.requireNonNull(task.workOrder()));
        journal.packed(workOrder, packed, actor);
        events.publishEvent(new WorkOrderPacked(workOrder.id()));
    }

    private @Nullable Person findPerson(Task task) {
        return task.person() == null ? null : factories.getPerson(task.person());
    }

    private Task getLocked(TaskId id) {
        return tasks.findLocked(id)
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "task-missing", Map.of("task", id)));
    }

    private static void requireState(Task task, TaskState wanted) {
        if (task.state() != wanted) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "task-state",
                    Map.of("step", task.step(), "state", task.state(), "wanted", wanted));
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
