package org.millwright.machines.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.millwright.machines.CommandOutcome;
import org.millwright.machines.CommandOutcome.Accepted;
import org.millwright.machines.JobReport;
import org.millwright.machines.JobReport.State;
import org.millwright.machines.JobToken;
import org.millwright.machines.MachineDriver.Identity;
import org.millwright.machines.MachineState;
import org.millwright.machines.MachineState.Alarm;
import org.millwright.machines.MachineState.Availability;
import org.millwright.machines.MachineState.Execution;
import org.millwright.machines.ProgramFile;
import org.millwright.machines.gcode.CompiledProgram;
import org.millwright.machines.gcode.ProgramTooLong;
import org.millwright.machines.gcode.model.Violation;

/**
 * A machine that executes the programs it is given, in the time of its source times its speed. It starts a job only when the
 * program is stored, the bed is clear, no other job is on it and no alarm stands; a token starts at most once in its life.
 * After a job the bed is not clear until {@link #bedCleared()}. It homes and switches its heaters off between jobs. Safe to
 * use from any thread.
 */
public final class VirtualMachine implements AutoCloseable {
    private static final int STORED_PROGRAMS = 8;
    /** How often a running job's consumption goes to the state file, in source seconds. */
    private static final double CHECKPOINT_S = 1;

    private final String name;
    private final VirtualProfile profile;
    private final InstantSource time;
    private final double speed;
    private final Heaters heaters;
    private final JobMemory memory = new JobMemory();
    private final Map<JobToken, StoredProgram> stored = new LinkedHashMap<>();
    private final @Nullable StateFile file;
    private Instant seen;
    private Instant checkpoint;
    private boolean bedClear;
    private @Nullable Alarm alarm;
    private @Nullable Job job;
    private @Nullable PlannedFault plannedFault;

    private record StoredProgram(String sha256, CompiledProgram program) {}

    private record PlannedFault(Alarm alarm, double atProgress) {}

    /**
     * A machine without a memory on disk, with a clear bed.
     *
     * @param name also its serial number
     * @param speed machine seconds per second of the source, above 0
     */
    public VirtualMachine(String name, VirtualProfile profile, InstantSource time, double speed) {
        this(name, profile, time, speed, null);
    }

    /**
     * A machine that remembers its jobs in a file: a job that was running when the file was left is aborted by power loss.
     *
     * @param stateFile null for none
     * @throws UncheckedIOException when the file cannot be used
     */
    public VirtualMachine(
            String name, VirtualProfile profile, InstantSource time, double speed, @Nullable Path stateFile) {
        if (!(speed > 0) || speed > 1e9) {
            throw new IllegalArgumentException("Speed must be above 0 and at most 1e9, got %s.".formatted(speed));
        }
        this.name = name;
        this.profile = profile;
        this.time = time;
        this.speed = speed;
        heaters = new Heaters(profile);
        seen = time.instant();
        checkpoint = seen;
        bedClear = true;
        if (stateFile == null) {
            file = null;
        } else {
            try {
                StateFile.Restored restored = StateFile.open(stateFile, memory);
                file = restored.file();
                bedClear = restored.bedClear();
                alarm = restored.alarm();
            } catch (IOException e) {
                throw new UncheckedIOException(
                        Rejections.text("state-file", stateFile, String.valueOf(e.getMessage())), e);
            }
        }
    }

    public String name() {
        return name;
    }

    public VirtualProfile profile() {
        return profile;
    }

    public Identity identity() {
        return new Identity("Millwright", "virtual " + profile.model(), name);
    }

    /** See {@link org.millwright.machines.MachineDriver#store}. The last eight stored programs are kept. */
    public CommandOutcome store(JobToken token, ProgramFile program) {
        String sha256 = sha256(program.text());
        if (!sha256.equals(program.sha256())) {
            return Rejections.because("hash-mismatch", sha256, program.sha256());
        }
        Optional<CommandOutcome> known = known(token, sha256);
        if (known.isPresent()) {
            return known.get();
        }
        CompiledProgram compiled;
        try {
            // Outside the lock: a long program takes seconds, and the state must be had meanwhile.
            compiled = CompiledProgram.compile(program.text(), profile);
        } catch (ProgramTooLong e) {
            return Rejections.because("program-too-long", String.valueOf(e.getMessage()));
        }
        for (Violation violation : compiled.violations()) {
            if (violation.kind() == Violation.Kind.OUTSIDE_ENVELOPE
                    || violation.kind() == Violation.Kind.HEATER_ABOVE_LIMIT) {
                return Rejections.because("program-refused", violation.line(), violation.message());
            }
        }
        if (compiled.moves() == 0) {
            return new CommandOutcome.Rejected(
                    "program-refused", Rejections.text("program-refused.empty", profile.dialect()));
        }
        return keep(token, new StoredProgram(sha256, compiled));
    }

    private synchronized Optional<CommandOutcome> known(JobToken token, String sha256) {
        String before = reportOf(token).programSha256();
        if (before == null) {
            return Optional.empty();
        }
        return Optional.of(
                before.equals(sha256) ? new Accepted() : Rejections.because("token-in-use", token.value(), before));
    }

    private synchronized CommandOutcome keep(JobToken token, StoredProgram program) {
        Optional<CommandOutcome> meanwhile = known(token, program.sha256());
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        stored.put(token, program);
        if (stored.size() > STORED_PROGRAMS) {
            stored.remove(stored.keySet().iterator().next());
        }
        return new Accepted();
    }

    /** See {@link org.millwright.machines.MachineDriver#start}. */
    public synchronized CommandOutcome start(JobToken token) {
        advance();
        StoredProgram program = stored.get(token);
        if (memory.wasStarted(token)) {
            return Rejections.because("already-started", token.value());
        } else if (program == null) {
            return Rejections.because("not-stored", token.value());
        } else if (job != null && job.active()) {
            return Rejections.because("busy", job.token().value());
        } else if (alarm != null) {
            return Rejections.because("alarm", alarm.code(), alarm.text());
        } else if (!bedClear) {
            return Rejections.because("bed-not-clear");
        }
        try {
            if (file != null) {
                file.started(token, program.sha256());
            }
        } catch (IOException e) {
            return Rejections.because("state-file", file.path(), String.valueOf(e.getMessage()));
        }
        stored.remove(token);
        memory.markStarted(token);
        bedClear = false;
        checkpoint = seen;
        job = new Job(token, program.sha256(), program.program(), heaters);
        return new Accepted();
    }

    /** Holds the job; heaters keep their targets. Holding a held job is accepted. */
    public synchronized CommandOutcome pause(JobToken token) {
        return withActive(token, Job::pause);
    }

    /** Goes on with a held job. Resuming a running job is accepted. */
    public synchronized CommandOutcome resume(JobToken token) {
        return withActive(token, Job::resume);
    }

    /** Ends a running or held job where it is, or forgets a stored program, whose token can then not be started. */
    public synchronized CommandOutcome cancel(JobToken token) {
        StoredProgram program = stored.remove(token);
        if (program != null) {
            memory.markStarted(token);
            remember(new JobReport(token, State.ABORTED, program.sha256(), 0, Map.of(), null));
            return new Accepted();
        }
        return withActive(token, active -> end(active, State.ABORTED, null));
    }

    private CommandOutcome withActive(JobToken token, Consumer<Job> action) {
        advance();
        if (job != null && job.active() && job.token().equals(token)) {
            action.accept(job);
            return new Accepted();
        }
        JobReport report = reportOf(token);
        return report.state() == State.UNKNOWN
                ? Rejections.because("unknown-token", token.value())
                : Rejections.because("not-running", token.value(), report.state());
    }

    /** A person emptied the bed; releases an alarm too. Refused while a job is on it. */
    public synchronized CommandOutcome bedCleared() {
        advance();
        if (job != null && job.active()) {
            return Rejections.because("job-running", job.token().value());
        }
        try {
            if (file != null) {
                file.bed(true);
            }
        } catch (IOException e) {
            return Rejections.because("state-file", file.path(), String.valueOf(e.getMessage()));
        }
        bedClear = true;
        alarm = null;
        job = null;
        return new Accepted();
    }

    /** Lets the machine stop with a fault when the job on it, or else the next one, has come so far; 0 to 1. */
    public synchronized void fault(String code, String text, double atProgress) {
        if (!(atProgress >= 0 && atProgress <= 1)) {
            throw new IllegalArgumentException("A fault comes at a progress of 0 to 1, got %s.".formatted(atProgress));
        }
        advance();
        plannedFault = new PlannedFault(new Alarm(code, text), atProgress);
        advanceJob(0);
    }

    /** How many jobs it has started in its life; each token counts once because it starts at most once. */
    public synchronized int startedJobs() {
        return memory.listStarted().size();
    }

    public synchronized MachineState state() {
        advance();
        JobToken token = job != null ? job.token() : stored.isEmpty() ? null : lastStored();
        return new MachineState(
                Availability.AVAILABLE,
                execution(),
                token,
                job == null ? 0 : job.progress(),
                job == null || !job.active() ? null : (Double) job.remainingS(),
                bedClear,
                readings(),
                alarm);
    }

    private JobToken lastStored() {
        return List.copyOf(stored.keySet()).getLast();
    }

    private Execution execution() {
        if (alarm != null) {
            return Execution.STOPPED;
        } else if (job == null) {
            return Execution.READY;
        }
        return switch (job.state()) {
            case RUNNING -> Execution.ACTIVE;
            case INTERRUPTED -> Execution.FEED_HOLD;
            case ENDED -> Execution.PROGRAM_COMPLETED;
            default -> Execution.STOPPED;
        };
    }

    private Map<String, Double> readings() {
        var readings = heaters.readings();
        if (job != null) {
            job.addPosition(readings);
        }
        return readings;
    }

    /** See {@link org.millwright.machines.MachineDriver#reconcile}. */
    public synchronized List<JobReport> reconcile(List<JobToken> tokens) {
        advance();
        var reports = new ArrayList<JobReport>(tokens.size());
        for (JobToken token : tokens) {
            reports.add(reportOf(token));
        }
        return reports;
    }

    private JobReport reportOf(JobToken token) {
        if (job != null && job.token().equals(token)) {
            return job.report();
        }
        StoredProgram program = stored.get(token);
        if (program != null) {
            return new JobReport(token, State.ALLOWED_TO_START, program.sha256(), 0, Map.of(), null);
        }
        return memory.find(token).orElseGet(() -> JobReport.unknown(token));
    }

    /** Brings the machine to the present of its source. A clock that goes back changes nothing. */
    private void advance() {
        Instant now = time.instant();
        Duration passed = Duration.between(seen, now);
        if (passed.isNegative() || passed.isZero()) {
            return;
        }
        seen = now;
        double seconds = (passed.getSeconds() + passed.getNano() / 1e9) * speed;
        heaters.advance(seconds - advanceJob(seconds));
        if (job != null && job.active() && secondsSince(checkpoint) >= CHECKPOINT_S) {
            checkpoint = seen;
            JobReport soFar = job.report();
            write(open -> open.progressed(soFar));
        }
    }

    private double secondsSince(Instant then) {
        return Duration.between(then, seen).toMillis() / 1e3;
    }

    /** Lets the job go on; answers how many of the seconds passed with it. */
    private double advanceJob(double seconds) {
        if (job == null || !job.active()) {
            return 0;
        }
        PlannedFault fault = plannedFault;
        double untilFault = fault == null ? Double.POSITIVE_INFINITY : job.secondsUntil(fault.atProgress());
        double used = job.advance(Math.min(seconds, untilFault));
        if (job.finished()) {
            end(job, State.ENDED, null);
        } else if (fault != null && job.secondsUntil(fault.atProgress()) <= 0) {
            alarm = fault.alarm();
            end(job, State.ABORTED, fault.alarm());
        }
        return used;
    }

    private void end(Job ended, State state, @Nullable Alarm fault) {
        ended.end(state, fault);
        heaters.off();
        plannedFault = null;
        remember(ended.report());
    }

    private void remember(JobReport report) {
        memory.put(report);
        write(open -> open.ended(report));
    }

    private interface Entry {
        void writeTo(StateFile file) throws IOException;
    }

    private void write(Entry entry) {
        if (file == null) {
            return;
        }
        try {
            entry.writeTo(file);
        } catch (IOException e) {
            // The machine goes on as a real one would with a full card; it stops being trusted for the next job.
            alarm = new Alarm("state-file", Rejections.text("state-file", file.path(), String.valueOf(e.getMessage())));
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Gives the state file free; a job on the machine counts as lost by power failure when the file is opened again. */
    @Override
    public synchronized void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
