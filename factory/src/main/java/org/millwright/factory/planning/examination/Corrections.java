package org.millwright.factory.planning.examination;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.store.RunOutcomeStore;
import org.millwright.factory.planning.store.RunOutcomeStore.Finished;
import org.millwright.processes.learning.CorrectionFactor;
import org.millwright.processes.learning.CorrectionFactor.Outcome;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Learns from finished runs how long runs really take, for each machine and material. */
@Service
public class Corrections {
    /** Machines change; what was long ago teaches little about today. */
    private static final int MOST_RUNS = 100;
    /** Named among the terms of builds whose time was corrected. */
    public static final String FACTOR = "correctionFactor";

    private final RunOutcomeStore store;
    private final Map<Runs, Correction> known = new ConcurrentHashMap<>();

    public Corrections(RunOutcomeStore store) {
        this.store = store;
    }

    private record Runs(List<MachineId> machines, String materialId) {}

    /** Of machines that are alike: their runs count together. */
    public Correction get(List<MachineId> machines, String materialId) {
        return known.computeIfAbsent(new Runs(List.copyOf(machines), materialId), runs -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (MachineId machine : runs.machines()) {
                outcomes.addAll(store.list(machine, runs.materialId(), MOST_RUNS));
            }
            return new Correction(runs.materialId(), CorrectionFactor.from(outcomes));
        });
    }

    /** Of one machine, one for each material that it has run. */
    public List<Correction> list(MachineId machine) {
        return store.listMaterials(machine).stream()
                .map(material -> get(List.of(machine), material))
                .toList();
    }

    /** Takes in a run that ended well. Runs that were broken off teach nothing about how long whole ones take. */
    public void learn(PlannedOperation run, BuildPlan build, Instant endedAt) {
        Duration actual = Duration.between(run.start(), endedAt);
        double estimatedS =
                build.expectedTime().toMillis() / 1000.0 / build.terms().getOrDefault(FACTOR, 1.0);
        MachineId machine = run.machine();
        if (machine == null || !(estimatedS > 0) || !actual.isPositive()) {
            return;
        }
        store.insert(new Finished(
                run.id(),
                run.factory(),
                machine,
                build.materialId(),
                Duration.ofMillis(Math.round(estimatedS * 1000)),
                actual,
                endedAt));
        forgetAfterwards(machine);
    }

    /** Not before others can read the new run. */
    private void forgetAfterwards(MachineId machine) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            forget(machine);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                forget(machine);
            }
        });
    }

    private void forget(MachineId machine) {
        known.keySet().removeIf(runs -> runs.machines().contains(machine));
    }
}
