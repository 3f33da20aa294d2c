package org.millwright.factory.production.crash;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.millwright.machines.CommandOutcome;
import org.millwright.machines.JobReport;
import org.millwright.machines.JobToken;
import org.millwright.machines.MachineDriver;
import org.millwright.machines.MachineState;
import org.millwright.machines.ProgramFile;

/** The driver of a virtual machine in a program that may be killed before and after each command; it counts real starts. */
final class MortalDriver implements MachineDriver {
    /** How often each token was really started, whatever the program heard of it. */
    static final Map<JobToken, Integer> STARTS = new ConcurrentHashMap<>();

    private final MachineDriver driver;

    MortalDriver(MachineDriver driver) {
        this.driver = driver;
    }

    @Override
    public Identity probe() {
        return driver.probe();
    }

    @Override
    public CommandOutcome store(JobToken token, ProgramFile program) {
        return mortal("store", () -> driver.store(token, program));
    }

    @Override
    public CommandOutcome start(JobToken token) {
        return mortal("start", () -> {
            CommandOutcome outcome = driver.start(token);
            if (outcome instanceof CommandOutcome.Accepted) {
                STARTS.merge(token, 1, Integer::sum);
            }
            return outcome;
        });
    }

    @Override
    public CommandOutcome pause(JobToken token) {
        return mortal("pause", () -> driver.pause(token));
    }

    @Override
    public CommandOutcome resume(JobToken token) {
        return mortal("resume", () -> driver.resume(token));
    }

    @Override
    public CommandOutcome cancel(JobToken token) {
        return mortal("cancel", () -> driver.cancel(token));
    }

    @Override
    public CommandOutcome bedCleared() {
        return mortal("bed cleared", driver::bedCleared);
    }

    @Override
    public MachineState state() {
        return driver.state();
    }

    @Override
    public List<JobReport> reconcile(List<JobToken> tokens) {
        return driver.reconcile(tokens);
    }

    @Override
    public void close() {
        driver.close();
    }

    private static CommandOutcome mortal(String command, Supplier<CommandOutcome> call) {
        Boundaries.pass("before " + command);
        CommandOutcome outcome = call.get();
        Boundaries.pass("after " + command);
        return outcome;
    }
}
