package org.millwright.factory.production.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.production.Job;
import org.millwright.factory.production.JobFinished;
import org.millwright.factory.production.JobId;
import org.millwright.factory.production.JobInterrupted;
import org.millwright.factory.production.JobStarted;
import org.millwright.factory.production.JobState;
import org.millwright.factory.production.dispatch.Dispatch;
import org.millwright.factory.production.store.JobStore;
import org.millwright.machines.JobReport;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Books what was observed of a job. Each method does nothing when the job is over already. */
@Component
@Transactional
public class RunRecords {
    private static final double LEAST_STEP = 0.005;

    private final JobStore jobs;
    private final WorkOrders workOrders;
    private final Factories factories;
    private final RunMaterial material;
    private final JobJournal journal;
    private final InstantSource time;
    private final ApplicationEventPublisher events;

    RunRecords(
            JobStore jobs,
            WorkOrders workOrders,
            Factories factories,
            RunMaterial material,
            JobJournal journal,
            InstantSource time,
            ApplicationEventPublisher events) {
        this.jobs = jobs;
        this.workOrders = workOrders;
        this.factories = factories;
        this.material = material;
        this.journal = journal;
        this.time = time;
        this.events = events;
    }

    /** The machine holds the program. */
    public boolean stored(JobId id) {
        return findActive(id)
                .filter(dispatch -> dispatch.job().state() == JobState.CREATED)
                .map(dispatch -> {
                    jobs.setStored(id);
                    journal.intent(
                            "JobStored",
                            dispatch,
                            workOrders.getBuild(dispatch.job().build()));
                    return true;
                })
                .orElse(false);
    }

    /** The machine runs. */
    public boolean running(JobId id, JobReport report) {
        return findActive(id)
                .filter(dispatch -> dispatch.job().state() != JobState.RUNNING)
                .map(dispatch -> {
                    begin(dispatch, report);
                    jobs.setProgress(id, report.progress(), report.consumed());
                    return true;
                })
                .orElse(false);
    }

    /** The machine is further on; small steps are not worth writing down. */
    public boolean follow(JobId id, JobReport report) {
        findActive(id)
                .filter(dispatch -> Math.abs(report.progress() - dispatch.job().progress()) >= LEAST_STEP)
                .ifPresent(dispatch -> jobs.setProgress(id, report.progress(), report.consumed()));
        return false;
    }

    /** The program ran to its end. */
    public boolean ended(JobId id, JobReport report) {
        return findActive(id)
                .map(dispatch -> {
                    if (dispatch.job().state() != JobState.RUNNING) {
                        begin(dispatch, report);
                    }
                    Dispatch over = settle(dispatch, report, JobState.ENDED, null, true);
                    Machine machine = machine(over);
                    journal.over("JobEnded", over, build(over), machine, JobJournal.actor(machine));
                    // The plan first, the stock second: everybody takes these locks in this order.
                    workOrders.finish(over.run(), time.instant(), JobJournal.actor(machine));
                    material.book(over.job(), build(over), machine);
                    events.publishEvent(new JobFinished(id));
                    return true;
                })
                .orElse(false);
    }

    /** A fault ended the run, or nobody can tell what became of it. */
    public boolean interrupted(JobId id, JobReport report, String fault) {
        return findActive(id)
                .map(dispatch ->
                        fail(dispatch, report, JobState.INTERRUPTED, "JobInterrupted", fault, dispatch.begun()))
                .orElse(false);
    }

    /** It was stopped, or the machine never took it. */
    public boolean aborted(JobId id, JobReport report, String reason) {
        return findActive(id)
                .map(dispatch -> {
                    boolean neverRan = dispatch.job().startedAt() == null
                            && (report.state() == JobReport.State.ALLOWED_TO_START
                                    || report.state() == JobReport.State.UNKNOWN);
                    return fail(
                            dispatch, report, JobState.ABORTED, "JobAborted", reason, dispatch.begun() && !neverRan);
                })
                .orElse(false);
    }

    private boolean fail(
            Dispatch dispatch, JobReport report, JobState state, String type, String fault, boolean onBed) {
        Dispatch over = settle(dispatch, report, state, fault, onBed);
        Machine machine = machine(over);
        Actor actor = dispatch.stopReason() == null ? JobJournal.actor(machine) : Actor.system();
        journal.over(type, over, build(over), machine, actor);
        if (workOrders.getOperation(over.run()).state().live()) {
            workOrders.fail(over.run(), fault, actor);
        }
        material.book(over.job(), build(over), machine);
        events.publishEvent(new JobInterrupted(over.job().id(), over.job().build(), over.factory()));
        return true;
    }

    private void begin(Dispatch dispatch, JobReport report) {
        Job job = dispatch.job();
        Machine machine = machine(dispatch);
        Instant now = time.instant();
        Instant began =
                now.minus(Duration.ofMillis((long) (1000 * report.consumed().getOrDefault("runS", 0.0))));
        Instant startedAt = began.isBefore(job.createdAt()) ? job.createdAt() : began;
        jobs.setRunning(job.id(), startedAt);
        journal.started(dispatch, build(dispatch), machine);
        if (workOrders.getOperation(dispatch.run()).state() == OperationState.PLANNED) {
            workOrders.start(dispatch.run(), null, machine.id(), startedAt, JobJournal.actor(machine));
        }
        events.publishEvent(new JobStarted(job.id()));
    }

    private Dispatch settle(
            Dispatch dispatch, JobReport report, JobState state, @Nullable String fault, boolean onBed) {
        JobId id = dispatch.job().id();
        boolean told = report.state() != JobReport.State.UNKNOWN;
        double progress = state == JobState.ENDED
                ? 1
                : told ? report.progress() : dispatch.job().progress();
        Map<String, Double> consumed = told ? report.consumed() : dispatch.job().consumed();
        jobs.setProgress(id, progress, consumed);
        jobs.setOver(id, state, time.instant(), fault, onBed);
        return jobs.find(id).orElseThrow();
    }

    private Optional<Dispatch> findActive(JobId id) {
        return jobs.findLocked(id).filter(dispatch -> dispatch.job().state().isActive());
    }

    private BuildPlan build(Dispatch dispatch) {
        return workOrders.getBuild(dispatch.job().build());
    }

    private Machine machine(Dispatch dispatch) {
        return factories.getMachine(dispatch.job().machine());
    }
}
