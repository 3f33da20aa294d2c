package org.millwright.scheduling.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a job: an attended setup, a run, an attended unload.
 *
 * <p>The machine stays occupied from the start of the setup until the end of the unload, also while a finished run waits
 * for somebody. The run follows the setup at once. Unless the operation is resumable its run is never interrupted: setup
 * and run lie within one opening of the machine. A resumable run rests while the machine is closed or down and goes on
 * when it opens again. An unattended run may last into hours in which nobody is there; an attended one needs the person
 * of the setup throughout and so fits into one shift.
 *
 * @param modes the alternatives, at least one
 * @param setupS attended time before the run
 * @param runAttended whether somebody must stay for the whole run
 * @param unloadS attended time after the run; it may begin later than the run ends
 * @param skill what the people of the attended phases must be qualified for, or null when nobody is needed
 * @param family what runs alike without refitting, for instance a material; or null
 * @param earliestStartS when its material is there
 * @param after what must be finished before
 * @param needs what else it holds from the start of the setup to the end
 * @param resumable whether the run may rest while the machine is closed; only for unattended runs on machines that do
 *     not batch
 */
public record Operation(
        String id,
        String jobId,
        List<Mode> modes,
        long setupS,
        boolean runAttended,
        long unloadS,
        @Nullable String skill,
        @Nullable String family,
        long earliestStartS,
        List<Precedence> after,
        Lock lock,
        List<Need> needs,
        boolean resumable) {
    public Operation {
        needs = List.copyOf(needs);
        modes = List.copyOf(modes);
        after = List.copyOf(after);
    }

    public static Builder of(String id, String jobId) {
        return new Builder(id, jobId);
    }

    /** Whether somebody is needed before or during the run. */
    public boolean needsPersonToStart(Mode mode) {
        return skill != null && (setupS > 0 || (runAttended && mode.runS() > 0));
    }

    public boolean needsPersonToUnload() {
        return skill != null && unloadS > 0;
    }

    /** Collects what differs from the plain case: no setup, unattended, no skill, no family, nothing before. */
    public static final class Builder {
        private final String id;
        private final String jobId;
        private final List<Mode> modes = new ArrayList<>();
        private final List<Precedence> after = new ArrayList<>();
        private final List<Need> needs = new ArrayList<>();
        private long setupS;
        private boolean runAttended;
        private long unloadS;
        private @Nullable String skill;
        private @Nullable String family;
        private long earliestStartS = Long.MIN_VALUE / 4;
        private Lock lock = Lock.FREE;
        private boolean resumable;

        private Builder(String id, String jobId) {
            this.id = id;
            this.jobId = jobId;
        }

        public Builder on(String machineId, long runS) {
            modes.add(Mode.on(machineId, runS));
            return this;
        }

        /** A mode on a batching machine, of whose capacity it takes {@code load}. */
        public Builder on(String machineId, long runS, int load) {
            modes.add(new Mode(machineId, runS, load));
            return this;
        }

        public Builder bench(long runS) {
            modes.add(Mode.bench(runS));
            return this;
        }

        public Builder setupS(long seconds) {
            setupS = seconds;
            return this;
        }

        public Builder runAttended() {
            runAttended = true;
            return this;
        }

        /** The run may rest while the machine is closed. */
        public Builder resumable() {
            resumable = true;
            return this;
        }

        public Builder unloadS(long seconds) {
            unloadS = seconds;
            return this;
        }

        public Builder skill(@Nullable String required) {
            skill = required;
            return this;
        }

        public Builder family(@Nullable String name) {
            family = name;
            return this;
        }

        public Builder earliestStartS(long timeS) {
            earliestStartS = timeS;
            return this;
        }

        public Builder after(String operationId) {
            after.add(Precedence.after(operationId));
            return this;
        }

        public Builder after(String operationId, long minLagS, long maxLagS) {
            after.add(new Precedence(operationId, minLagS, maxLagS));
            return this;
        }

        public Builder needs(String resourceId, int amount) {
            needs.add(new Need(resourceId, amount));
            return this;
        }

        public Builder lock(Lock state) {
            lock = state;
            return this;
        }

        public Operation build() {
            return new Operation(
                    id,
                    jobId,
                    modes,
                    setupS,
                    runAttended,
                    unloadS,
                    skill,
                    family,
                    earliestStartS,
                    after,
                    lock,
                    needs,
                    resumable);
        }
    }
}
