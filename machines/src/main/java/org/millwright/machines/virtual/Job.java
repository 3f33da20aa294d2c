package org.millwright.machines.virtual;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.machines.JobReport;
import org.millwright.machines.JobReport.State;
import org.millwright.machines.JobToken;
import org.millwright.machines.MachineState.Alarm;
import org.millwright.machines.gcode.CompiledProgram;
import org.millwright.machines.gcode.ProgramRun;

/** The job on a machine, from its start until the bed is cleared. */
final class Job {
    private final JobToken token;
    private final String sha256;
    private final ProgramRun run;
    private double totalS;
    private State state = State.RUNNING;
    private @Nullable Alarm fault;

    Job(JobToken token, String sha256, CompiledProgram program, Heaters heaters) {
        this.token = token;
        this.sha256 = sha256;
        run = new ProgramRun(program, heaters.nozzle, heaters.bed);
        totalS = run.remainingS();
    }

    JobToken token() {
        return token;
    }

    State state() {
        return state;
    }

    /** Whether it is running or held. */
    boolean active() {
        return state == State.RUNNING || state == State.INTERRUPTED;
    }

    void pause() {
        state = State.INTERRUPTED;
    }

    /** Goes on; what is left is reckoned anew, since heaters may have come to temperature meanwhile. */
    void resume() {
        state = State.RUNNING;
        totalS = run.runS() + run.remainingS();
    }

    void end(State newState, @Nullable Alarm newFault) {
        state = newState;
        fault = newFault;
    }

    /** Lets time pass with the job on the machine; answers how much of it. */
    double advance(double seconds) {
        if (state == State.INTERRUPTED) {
            run.hold(seconds);
            return seconds;
        }
        return run.advance(seconds);
    }

    boolean finished() {
        return run.ended();
    }

    /** Running seconds until the job has come so far; infinite while it is held before that point. */
    double secondsUntil(double progress) {
        double left = progress * totalS - run.runS();
        // A step to just that point may end a rounding short of it.
        boolean reached = left <= 1e-9 * Math.max(1, totalS);
        return reached ? 0 : state == State.INTERRUPTED ? Double.POSITIVE_INFINITY : left;
    }

    double progress() {
        return state == State.ENDED || totalS <= 0 ? 1 : Math.min(1, run.runS() / totalS);
    }

    double remainingS() {
        return Math.max(0, totalS - run.runS());
    }

    void addPosition(Map<String, Double> readings) {
        readings.put("xMm", run.xMm());
        readings.put("yMm", run.yMm());
        readings.put("zMm", run.zMm());
        readings.put("line", (double) run.line());
    }

    JobReport report() {
        var consumed = new HashMap<String, Double>();
        consumed.put("runS", run.runS());
        consumed.put("heatingS", run.heatingS());
        consumed.put("filamentMm", run.filamentMm());
        consumed.put("cutLengthMm", run.cutLengthMm());
        consumed.put("pierces", (double) run.pierces());
        consumed.put("energyWh", run.energyWh());
        return new JobReport(token, state, sha256, progress(), consumed, fault);
    }
}
