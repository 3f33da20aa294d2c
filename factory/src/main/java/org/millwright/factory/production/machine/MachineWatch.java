package org.millwright.factory.production.machine;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.production.dispatch.Observation;
import org.millwright.machines.JobReport;
import org.millwright.machines.JobToken;
import org.millwright.machines.MachineDriver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks machines how they are, all at the same time; who does not answer in time counts as unavailable in this round. */
@Component
public class MachineWatch {
    private static final Logger LOG = LoggerFactory.getLogger(MachineWatch.class);

    private final Connections connections;
    private final Duration patience;
    private final ReadingsLog log;
    private final Map<MachineId, Observation> last = new ConcurrentHashMap<>();

    MachineWatch(
            Connections connections, ReadingsLog log, @Value("${millwright.machine-patience:2s}") Duration patience) {
        this.connections = connections;
        this.log = log;
        this.patience = patience;
    }

    /** How long a round waits for machines; a call that takes longer goes on without being waited for. */
    public Duration patience() {
        return patience;
    }

    /**
     * Asks all machines at once.
     *
     * @param active token of the job that is active on a machine
     */
    public Map<MachineId, Observation> observe(List<Machine> machines, Map<MachineId, JobToken> active) {
        var answers = new HashMap<MachineId, CompletableFuture<Observation>>();
        for (Machine machine : machines) {
            JobToken token = active.get(machine.id());
            answers.put(machine.id(), connections.begin(machine, driver -> ask(driver, token)));
        }
        long deadline = System.nanoTime() + patience.toNanos();
        var observations = new HashMap<MachineId, Observation>();
        answers.forEach((machine, answer) -> observations.put(machine, await(machine, answer, deadline)));
        last.putAll(observations);
        observations.forEach((machine, seen) -> log.add(machine, seen.state().readings()));
        return observations;
    }

    /** The machine as it was last seen; asks it when nobody did yet. */
    public Observation latest(Machine machine) {
        Observation known = last.get(machine.id());
        return known != null
                ? known
                : observe(List.of(machine), Map.of()).getOrDefault(machine.id(), Observation.none());
    }

    private static Observation ask(MachineDriver driver, @Nullable JobToken token) {
        // The report first: a job that ends between the two questions is then seen running once more, not lost.
        JobReport report =
                token == null ? null : driver.reconcile(List.of(token)).getFirst();
        return new Observation(driver.state(), report);
    }

    private static Observation await(MachineId machine, CompletableFuture<Observation> answer, long deadline) {
        try {
            return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return Observation.none();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Observation.none();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            if (!(failed.getCause() instanceof LineBusy)) {
                LOG.warn("Machine {} could not be asked", machine, failed.getCause());
            }
            return Observation.none();
        }
    }
}
