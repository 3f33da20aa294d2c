package org.millwright.factory.production.run;

import java.util.Map;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.production.JobId;
import org.millwright.factory.production.dispatch.Dispatch;
import org.millwright.factory.production.dispatch.Observation;
import org.millwright.factory.production.machine.MachineWatch;
import org.millwright.factory.production.store.JobStore;
import org.millwright.machines.JobReport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People ending jobs. */
@Component
public class RunStop {
    private final JobStore jobs;
    private final WorkOrders workOrders;
    private final Factories factories;
    private final MachineWatch watch;
    private final RunRecords records;
    private final JobJournal journal;

    RunStop(
            JobStore jobs,
            WorkOrders workOrders,
            Factories factories,
            MachineWatch watch,
            RunRecords records,
            JobJournal journal) {
        this.jobs = jobs;
        this.workOrders = workOrders;
        this.factories = factories;
        this.watch = watch;
        this.records = records;
        this.journal = journal;
    }

    /** Stores the wish; the next rounds carry it to the machine. */
    @Transactional
    public void stop(JobId id, String reason, Actor actor) {
        Dispatch dispatch = getActive(id);
        jobs.setStopReason(id, "STOPPED: " + reason);
        journal.stopAsked(dispatch, workOrders.getBuild(dispatch.job().build()), reason, actor);
    }

    /** Gives up a job whose machine stays silent. */
    @Transactional
    public void declareLost(JobId id, String reason, Actor actor) {
        Dispatch dispatch = getActive(id);
        Observation seen = watch.latest(factories.getMachine(dispatch.job().machine()));
        if (seen.isAvailable()) {
            throw Problem.of(
                    Problem.Kind.REFUSED,
                    "job-not-lost",
                    Map.of("job", id, "state", seen.state().execution()));
        }
        journal.stopAsked(dispatch, workOrders.getBuild(dispatch.job().build()), reason, actor);
        records.interrupted(id, JobReport.unknown(dispatch.job().token()), "LOST: " + reason);
    }

    public FactoryId factory(JobId id) {
        return get(id).factory();
    }

    private Dispatch getActive(JobId id) {
        Dispatch dispatch = get(id);
        if (!dispatch.job().state().isActive()) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "job-over",
                    Map.of("job", id, "state", dispatch.job().state()));
        }
        return dispatch;
    }

    private Dispatch get(JobId id) {
        return jobs.findLocked(id)
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "job-missing", Map.of("job", id)));
    }
}
