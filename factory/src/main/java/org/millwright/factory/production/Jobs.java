package org.millwright.factory.production;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.inventory.LotId;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.production.desk.TaskDesk;
import org.millwright.factory.production.dispatch.Dispatch;
import org.millwright.factory.production.floor.FloorRound;
import org.millwright.factory.production.machine.MachineWatch;
import org.millwright.factory.production.permit.Permits;
import org.millwright.factory.production.run.RunStop;
import org.millwright.factory.production.store.JobStore;
import org.millwright.factory.production.store.TaskStore;
import org.millwright.factory.production.task.Task;
import org.millwright.factory.production.task.TaskId;
import org.millwright.factory.production.task.TaskResult;
import org.millwright.machines.MachineState;
import org.springframework.stereotype.Service;

/** The shop floor's front door: tasks of people, jobs on machines, and the rounds that keep both going. */
@Service
public class Jobs {
    private final TaskStore tasks;
    private final JobStore jobs;
    private final TaskDesk desk;
    private final Permits permits;
    private final FloorRound rounds;
    private final RunStop stop;
    private final MachineWatch watch;
    private final Factories factories;

    Jobs(
            TaskStore tasks,
            JobStore jobs,
            TaskDesk desk,
            Permits permits,
            FloorRound rounds,
            RunStop stop,
            MachineWatch watch,
            Factories factories) {
        this.tasks = tasks;
        this.jobs = jobs;
        this.desk = desk;
        this.permits = permits;
        this.rounds = rounds;
        this.stop = stop;
        this.watch = watch;
        this.factories = factories;
    }

    /** Open and started tasks, oldest first. */
    public List<Task> listOpenTasks(FactoryId factory) {
        return tasks.listLive(factory);
    }

    /** Tasks of a work order that were not cancelled, oldest first; those on builds that it shares are not among them. */
    public List<Task> listTasks(WorkOrderId workOrder) {
        return tasks.list(workOrder);
    }

    /** Throws {@link Problem} when there is none. */
    public Task getTask(TaskId id) {
        return tasks.find(id).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "task-missing", Map.of("task", id)));
    }

    /** May this person start this task now? A refusal names everything that is missing. */
    public Permit permit(TaskId id, PersonId person) {
        return permits.forTask(getTask(id), factories.getPerson(person));
    }

    /**
     * Starts a task. Starting it again by the same person changes nothing.
     *
     * @throws Problem {@code start-refused} naming every condition that does not hold; {@code task-state} when it is not open
     */
    public Task startTask(TaskId id, PersonId person, Actor actor) {
        return desk.start(id, person, actor);
    }

    /**
     * Takes the start of a task back, as long as nothing was confirmed; giving it back twice is giving it back once.
     *
     * @throws Problem {@code task-state}, {@code task-prepared}
     */
    public void giveBackTask(TaskId id, Actor actor) {
        desk.giveBack(id, actor);
    }

    /**
     * The operator confirms that the machine is empty and that this lot is loaded.
     *
     * @throws Problem {@code lot-not-reserved} when another lot is reserved for the build
     */
    public void confirmPreparation(TaskId id, LotId loaded, Actor actor) {
        desk.confirmPreparation(id, loaded, actor);
    }

    /**
     * Finishes a started task; finishing it twice is finishing it once.
     *
     * @throws Problem {@code preparation-unconfirmed}, {@code units-unjudged}, {@code task-count-wrong},
     *     {@code task-unit-unknown}, {@code task-state}
     */
    public Task finishTask(TaskId id, TaskResult result, Actor actor) {
        return desk.finish(id, result, actor);
    }

    /** Throws {@link Problem} when there is none. */
    public Job getJob(JobId id) {
        return jobs.find(id)
                .map(Dispatch::job)
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "job-missing", Map.of("job", id)));
    }

    /** The job that occupies the machine. */
    public Optional<Job> findActiveJob(MachineId machine) {
        return jobs.findActive(machine).map(Dispatch::job);
    }

    /** The jobs that occupy machines of a factory. */
    public List<Job> listActiveJobs(FactoryId factory) {
        return jobs.listOpen(factory).stream()
                .map(Dispatch::job)
                .filter(job -> job.state().isActive())
                .toList();
    }

    /** The job that runs or ran the build. */
    public Optional<Job> findJob(BuildId build) {
        return jobs.findByBuild(build).map(Dispatch::job);
    }

    /** Newest first, at most 1,000. */
    public List<Job> listJobs(FactoryId factory) {
        return jobs.list(factory);
    }

    /** The machine as it was last seen. */
    public MachineState machineState(MachineId machine) {
        return watch.latest(factories.getMachine(machine)).state();
    }

    /**
     * Stops a job: an operational stop, never a safety function. The wish is stored at once and sent to the machine until the
     * machine says that the job is over; see the job's state for what became of it.
     *
     * @throws Problem {@code job-over} when it does not occupy a machine any more
     */
    public void stop(JobId id, String reason, Actor actor) {
        stop.stop(id, reason, actor);
        rounds.tick(stop.factory(id));
    }

    /**
     * A person went to look and says that a machine, which does not answer, lost its job. Only for machines that stay silent.
     *
     * @throws Problem {@code job-not-lost} when the machine answers
     */
    public void declareLost(JobId id, String reason, Actor actor) {
        stop.declareLost(id, reason, actor);
    }

    /** One tick of a factory's floor: observe the machines, decide, carry out. Says whether anything moved. */
    public boolean tick(FactoryId factory) {
        return rounds.tick(factory);
    }

    /**
     * Asks every machine about the job that was last known to occupy it and books the answers; nothing is sent to any machine.
     * Jobs of machines that do not answer stay as they are.
     *
     * @return how many jobs were asked about
     */
    public int reconcileAll() {
        int asked = 0;
        for (Factory factory : factories.listFactories()) {
            asked += (int) jobs.listOpen(factory.id()).stream()
                    .filter(dispatch -> dispatch.job().state().isActive())
                    .count();
            rounds.reconcile(factory.id());
        }
        return asked;
    }
}
