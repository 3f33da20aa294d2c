package org.millwright.factory.production.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.platform.files.FileStore;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.production.Job;
import org.millwright.factory.production.JobId;
import org.millwright.factory.production.JobState;
import org.millwright.factory.production.Permit;
import org.millwright.factory.production.dispatch.Dispatch;
import org.millwright.factory.production.dispatch.FloorCommand;
import org.millwright.factory.production.permit.Permits;
import org.millwright.factory.production.store.JobStore;
import org.millwright.factory.production.store.Preparation;
import org.millwright.factory.production.store.PreparationStore;
import org.millwright.machines.CommandOutcome;
import org.millwright.machines.JobToken;
import org.millwright.machines.MachineDriver;
import org.millwright.machines.MachineState;
import org.millwright.machines.ProgramFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Speaks to machines about jobs. What is intended is committed before the machine hears of it, so that after a crash the
 * job's token tells what to ask the machine; an answer that does not come changes nothing.
 */
@Component
public class RunControl {
    private static final Logger log = LoggerFactory.getLogger(RunControl.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private final JobStore jobs;
    private final PreparationStore preparations;
    private final WorkOrders workOrders;
    private final Factories factories;
    private final Permits permits;
    private final RunRecords records;
    private final JobJournal journal;
    private final FileStore files;
    private final Ids ids;
    private final InstantSource time;
    private final TransactionTemplate transaction;

    RunControl(
            JobStore jobs,
            PreparationStore preparations,
            WorkOrders workOrders,
            Factories factories,
            Permits permits,
            RunRecords records,
            JobJournal journal,
            FileStore files,
            Ids ids,
            InstantSource time,
            TransactionTemplate transaction) {
        this.jobs = jobs;
        this.preparations = preparations;
        this.workOrders = workOrders;
        this.factories = factories;
        this.permits = permits;
        this.records = records;
        this.journal = journal;
        this.files = files;
        this.ids = ids;
        this.time = time;
        this.transaction = transaction;
    }

    /** Stores the intent to run a build, when its permit is granted. False when it is not, or when it was dispatched before. */
    public boolean create(FloorCommand.CreateJob command, MachineState state) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            BuildPlan build = workOrders.getBuild(command.build());
            Machine machine = factories.getMachine(command.machine());
            PlannedOperation run = workOrders.getOperation(command.run());
            if (!permitted(run, build, machine, state)) {
                return false;
            }
            JobId id = new JobId(ids.next());
            Instant now = time.instant();
            var job = new Job(
                    id,
                    build.id(),
                    machine.id(),
                    token(build, id),
                    JobState.CREATED,
                    now,
                    null,
                    null,
                    0,
                    Map.of(),
                    null);
            var person = preparations.find(build.id()).map(Preparation::person).orElse(null);
            var dispatch = new Dispatch(
                    job, build.factory(), run.id(), person, build.program().sha256(), 0, now, null, false, false);
            if (!jobs.insert(dispatch)) {
                return false;
            }
            journal.intent("JobCreated", dispatch, build);
            return true;
        }));
    }

    /** Hands the program to the machine. Safe to repeat: the same token with the same program is taken again. */
    public boolean store(JobId id, MachineDriver driver) {
        Dispatch dispatch = jobs.find(id).orElseThrow();
        CommandOutcome outcome = driver.store(dispatch.job().token(), program(dispatch));
        return switch (outcome) {
            case CommandOutcome.Accepted accepted -> records.stored(id);
            case CommandOutcome.Rejected rejected -> refused(dispatch, "store", rejected);
            case CommandOutcome.Indeterminate unknown -> unanswered(dispatch, "store", unknown);
        };
    }

    /** Starts the stored program, when its permit is still granted. The machine is known to run only once it says so. */
    public boolean start(JobId id, MachineDriver driver, MachineState state) {
        boolean intended = Boolean.TRUE.equals(transaction.execute(status -> intendStart(id, state)));
        if (!intended) {
            return false;
        }
        Dispatch dispatch = jobs.find(id).orElseThrow();
        CommandOutcome outcome = driver.start(dispatch.job().token());
        return switch (outcome) {
            case CommandOutcome.Accepted accepted -> true;
            case CommandOutcome.Rejected rejected -> refused(dispatch, "start", rejected);
            case CommandOutcome.Indeterminate unknown -> unanswered(dispatch, "start", unknown);
        };
    }

    private boolean intendStart(JobId id, MachineState state) {
        Dispatch dispatch = jobs.findLocked(id).orElseThrow();
        JobState now = dispatch.job().state();
        if (now == JobState.STARTING) {
            return true;
        }
        BuildPlan build = workOrders.getBuild(dispatch.job().build());
        Machine machine = factories.getMachine(dispatch.job().machine());
        if (now != JobState.STORED || !permitted(workOrders.getOperation(dispatch.run()), build, machine, state)) {
            return false;
        }
        jobs.setStarting(id);
        journal.intent("JobStarting", dispatch, build);
        return true;
    }

    /** Tells the machine to end the job; what became of it is seen in a later round. */
    public boolean cancel(JobId id, MachineDriver driver) {
        Dispatch dispatch = jobs.find(id).orElseThrow();
        CommandOutcome outcome = driver.cancel(dispatch.job().token());
        if (!(outcome instanceof CommandOutcome.Accepted)) {
            log.warn(
                    "Machine {} did not take the stop of job {}: {}",
                    dispatch.job().machine(),
                    id,
                    outcome);
        }
        return outcome instanceof CommandOutcome.Accepted;
    }

    private boolean permitted(PlannedOperation run, BuildPlan build, Machine machine, MachineState state) {
        Permit permit = permits.forRun(run, build, machine, state);
        var unmet = permit.listUnmet().stream().map(Permit.Unmet::condition).toList();
        if (preparations.setUnmet(build.id(), unmet) && !unmet.isEmpty()) {
            journal.refused(build, machine, run.id().value(), permit);
        }
        return permit.isGranted();
    }

    private boolean refused(Dispatch dispatch, String what, CommandOutcome.Rejected rejected) {
        log.warn(
                "Machine {} refused to {} job {}: {} {}",
                dispatch.job().machine(),
                what,
                dispatch.job().token().value(),
                rejected.code(),
                rejected.text());
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(dispatch.refusals(), 5));
        transaction.executeWithoutResult(
                status -> jobs.setRefused(dispatch.job().id(), time.instant().plus(pause)));
        return false;
    }

    private static boolean unanswered(Dispatch dispatch, String what, CommandOutcome.Indeterminate unknown) {
        log.warn(
                "Machine {} did not say whether it took the {} of job {}: {}",
                dispatch.job().machine(),
                what,
                dispatch.job().token().value(),
                unknown.text());
        return false;
    }

    private ProgramFile program(Dispatch dispatch) {
        BuildPlan build = workOrders.getBuild(dispatch.job().build());
        try (var content = files.open(build.program())) {
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            return new ProgramFile(build.number(), text, dispatch.programSha256());
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "The program %s of build %s could not be read.".formatted(build.program(), build.number()), failed);
        }
    }

    /** Readable, and unique in the world: a machine may remember tokens of installations that are long gone. */
    private static JobToken token(BuildPlan build, JobId id) {
        String number = build.number().replaceAll("[^A-Za-z0-9-]", "");
        String prefix = number.substring(0, Math.min(24, number.length()));
        return new JobToken(prefix + "-" + id.value().toString().replace("-", ""));
    }
}
