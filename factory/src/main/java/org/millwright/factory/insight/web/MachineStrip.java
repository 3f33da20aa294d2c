package org.millwright.factory.insight.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.production.Job;
import org.millwright.factory.production.Jobs;
import org.millwright.machines.MachineState;
import org.springframework.stereotype.Component;

/** The machines of a factory as small tiles. */
@Component
public class MachineStrip {
    private final Factories factories;
    private final Jobs jobs;

    MachineStrip(Factories factories, Jobs jobs) {
        this.factories = factories;
        this.jobs = jobs;
    }

    /**
     * One machine.
     *
     * @param kind one of the five states of the pages
     * @param word text key of what it does
     * @param progress 0 to 1 of what runs on it
     */
    public record Tile(
            Machine machine,
            String kind,
            String word,
            double progress,
            @Nullable Long remainingS) {
        public boolean running() {
            return kind.equals("running");
        }

        public String icon() {
            return machine.equipmentClass().equals("laser") ? "laser" : "printer";
        }
    }

    List<Tile> list(FactoryId factory) {
        Set<MachineId> down = new HashSet<>();
        factories.listDowntimes(factory).forEach(downtime -> down.add(downtime.machine()));
        Map<MachineId, Job> active = new HashMap<>();
        jobs.listActiveJobs(factory).forEach(job -> active.put(job.machine(), job));
        return factories.listMachines(factory).stream()
                .filter(Machine::inService)
                .map(machine -> tile(machine, down.contains(machine.id()), active.get(machine.id())))
                .toList();
    }

    private Tile tile(Machine machine, boolean down, @Nullable Job job) {
        MachineState state = jobs.machineState(machine.id());
        double progress = job == null ? 0 : Math.max(job.progress(), state.progress());
        Double left = state.remainingS();
        Long remainingS = left == null ? null : Math.round(left);
        if (down) {
            return new Tile(machine, "stopped", "machine.down", progress, null);
        }
        if (state.availability() == MachineState.Availability.UNAVAILABLE) {
            return new Tile(machine, "stopped", "machine.unavailable", progress, null);
        }
        return switch (state.execution()) {
            case ACTIVE -> new Tile(machine, "running", "machine.running", progress, remainingS);
            case STOPPED, INTERRUPTED -> new Tile(machine, "stopped", "machine.stopped", progress, null);
            case FEED_HOLD -> new Tile(machine, "attention", "machine.paused", progress, remainingS);
            case READY, PROGRAM_COMPLETED ->
                state.bedClear()
                        ? new Tile(machine, "waiting", "machine.free", 0, null)
                        : new Tile(machine, "attention", "machine.clear", 0, null);
        };
    }
}
