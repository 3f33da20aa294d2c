package org.millwright.factory.production.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.JournalEntry;
import org.millwright.factory.platform.journal.Ref;
import org.millwright.factory.production.Job;
import org.millwright.factory.production.Permit;
import org.millwright.factory.production.dispatch.Dispatch;
import org.springframework.stereotype.Component;

/** Writes what happens to jobs, with the payloads of docs/journal.md. */
@Component
class JobJournal {
    private final Journal journal;

    JobJournal(Journal journal) {
        this.journal = journal;
    }

    /** {@code JobCreated}, {@code JobStored} and {@code JobStarting}. */
    void intent(String type, Dispatch dispatch, BuildPlan build) {
        Job job = dispatch.job();
        record(
                type,
                dispatch,
                build,
                Actor.system(),
                Map.of(
                        "token", job.token().value(),
                        "build", job.build().value(),
                        "machine", job.machine().value(),
                        "programSha256", dispatch.programSha256()));
    }

    /** {@code JobStarted}. */
    void started(Dispatch dispatch, BuildPlan build, Machine machine) {
        record("JobStarted", dispatch, build, actor(machine), running(dispatch, build, machine));
    }

    /** {@code JobEnded}, {@code JobInterrupted} and {@code JobAborted}: the job as it is now. */
    void over(String type, Dispatch dispatch, BuildPlan build, Machine machine, Actor actor) {
        Map<String, Object> payload = running(dispatch, build, machine);
        payload.putAll(new TreeMap<>(dispatch.job().consumed()));
        payload.putIfAbsent("runS", 0.0);
        if (dispatch.job().startedAt() != null) {
            payload.put("startedAt", dispatch.job().startedAt());
        }
        if (dispatch.job().fault() != null) {
            payload.put("fault", dispatch.job().fault());
        }
        record(type, dispatch, build, actor, payload);
    }

    /** {@code JobStopAsked}: a person wants the job to end. */
    void stopAsked(Dispatch dispatch, BuildPlan build, String reason, Actor actor) {
        Map<String, Object> payload = Map.of("token", dispatch.job().token().value(), "reason", reason);
        record("JobStopAsked", dispatch, build, actor, payload);
    }

    /** {@code StartRefused} of a run that its permit keeps from starting. */
    void refused(BuildPlan build, Machine machine, UUID run, Permit permit) {
        Map<String, Object> payload = Map.of(
                "build", build.id().value(),
                "machine", machine.id().value(),
                "unmet",
                        permit.listUnmet().stream().map(Permit.Unmet::condition).toList());
        journal.record(new JournalEntry(
                build.factory(),
                Actor.system(),
                "StartRefused",
                "operation",
                run,
                null,
                payload,
                refs(build, machine.id().value())));
    }

    static Actor actor(Machine machine) {
        return new Actor(machine.name(), "machine", machine.simulated());
    }

    static List<Ref> refs(BuildPlan build, UUID machine) {
        var refs = new ArrayList<Ref>();
        refs.add(new Ref("build", build.id().value()));
        refs.add(new Ref("machine", machine));
        build.units().forEach(placed -> refs.add(new Ref("unit", placed.unit().value())));
        return refs;
    }

    private static Map<String, Object> running(Dispatch dispatch, BuildPlan build, Machine machine) {
        var payload = new HashMap<String, Object>();
        payload.put("token", dispatch.job().token().value());
        payload.put("build", build.id().value());
        payload.put("buildNumber", build.number());
        payload.put("programSha256", dispatch.programSha256());
        payload.put("machine", machine.id().value());
        payload.put("machineName", machine.name());
        payload.put("machineModel", machine.equipment().model());
        payload.put("equipmentClass", machine.equipmentClass());
        payload.put("simulated", machine.simulated());
        return payload;
    }

    private void record(String type, Dispatch dispatch, BuildPlan build, Actor actor, Map<String, Object> payload) {
        Job job = dispatch.job();
        journal.record(new JournalEntry(
                dispatch.factory(),
                actor,
                type,
                "job",
                job.id().value(),
                null,
                payload,
                refs(build, job.machine().value())));
    }
}
