package org.millwright.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.machines.CommandOutcome.Accepted;
import org.millwright.machines.CommandOutcome.Rejected;
import org.millwright.machines.JobReport.State;
import org.millwright.machines.MachineState.Availability;
import org.millwright.machines.MachineState.Execution;
import org.millwright.machines.virtual.VirtualMachine;

/** What every driver must do, shown on a virtual printer whose time only passes when the test says so. */
public abstract class DriverContract {
    protected final LeapingClock clock = new LeapingClock();
    private final JobToken job = new JobToken("contract-1");
    private MachineDriver driver;

    /** Makes a printer with a clear bed and answers its address. */
    protected abstract URI makePrinter() throws Exception;

    /** The machine itself, to inject faults. */
    protected abstract VirtualMachine machine();

    protected abstract void removePrinter() throws Exception;

    @BeforeEach
    void open() throws Exception {
        driver = Drivers.open(makePrinter(), clock);
    }

    @AfterEach
    void close() throws Exception {
        driver.close();
        removePrinter();
    }

    @Test
    void saysWhatItIsAndThatItIsReady() {
        assertThat(driver.probe().model()).contains("printer");
        MachineState state = driver.state();
        assertThat(state.availability()).isEqualTo(Availability.AVAILABLE);
        assertThat(state.execution()).isEqualTo(Execution.READY);
        assertThat(state.bedClear()).isTrue();
        assertThat(state.job()).isNull();
        assertThat(state.readings().get("nozzleC")).isCloseTo(22, within(1e-9));
    }

    @Test
    void runsAJobFromStoreToClearedBed() {
        assertThat(driver.store(job, Programs.file(Programs.SQUARE))).isEqualTo(new Accepted());
        assertThat(report().state()).isEqualTo(State.ALLOWED_TO_START);
        assertThat(driver.start(job)).isEqualTo(new Accepted());
        clock.passS(95);
        assertThat(driver.state().job()).isEqualTo(job);
        assertThat(driver.state().execution()).isEqualTo(Execution.ACTIVE);
        assertThat(driver.state().progress()).isBetween(0.5, 0.95);
        assertThat(report().state()).isEqualTo(State.RUNNING);
        clock.passS(600);
        assertThat(driver.state().execution()).isEqualTo(Execution.PROGRAM_COMPLETED);
        assertThat(report().state()).isEqualTo(State.ENDED);
        assertThat(report().programSha256())
                .isEqualTo(Programs.file(Programs.SQUARE).sha256());
        assertThat(report().consumed().get("filamentMm")).isCloseTo(4, within(1e-6));
        assertThat(driver.bedCleared()).isEqualTo(new Accepted());
        assertThat(driver.state().execution()).isEqualTo(Execution.READY);
        assertThat(driver.state().job()).isNull();
    }

    @Test
    void rejectsASecondStartOfTheSameTokenWhileItRunsAndForEverAfter() {
        begin();
        assertThat(code(driver.start(job))).isEqualTo("already-started");
        clock.passS(600);
        assertThat(code(driver.start(job))).isEqualTo("already-started");
        driver.bedCleared();
        driver.store(job, Programs.file(Programs.SQUARE));
        assertThat(code(driver.start(job))).isEqualTo("already-started");
    }

    @Test
    void rejectsAStartOnABedThatIsNotClearAndWhilePaused() {
        begin();
        var next = new JobToken("contract-2");
        driver.store(next, Programs.file(Programs.SQUARE));
        assertThat(driver.pause(job)).isEqualTo(new Accepted());
        assertThat(code(driver.start(next))).isEqualTo("busy");
        assertThat(driver.resume(job)).isEqualTo(new Accepted());
        clock.passS(600);
        assertThat(code(driver.start(next))).isEqualTo("bed-not-clear");
    }

    @Test
    void rejectsAWrongHashAndUnknownTokens() {
        var wrong = new ProgramFile(
                "a.gcode", Programs.SQUARE, Programs.file(Programs.CUT).sha256());
        assertThat(code(driver.store(job, wrong))).isEqualTo("hash-mismatch");
        assertThat(code(driver.start(job))).isEqualTo("not-stored");
        assertThat(code(driver.cancel(job))).isEqualTo("unknown-token");
        assertThat(report().state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void acceptsTheSameProgramTwiceAndRejectsAnotherUnderItsToken() {
        driver.store(job, Programs.file(Programs.SQUARE));
        assertThat(driver.store(job, Programs.file(Programs.SQUARE))).isEqualTo(new Accepted());
        assertThat(code(driver.store(job, Programs.file(Programs.SQUARE + "; é\n"))))
                .isEqualTo("token-in-use");
    }

    @Test
    void reportsAFaultInTheMiddleOfAJobWithWhatWasUsed() {
        machine().fault("thermal runaway", "Nozzle 20 % too cold; heater off", 0.95);
        begin();
        clock.passS(600);
        MachineState state = driver.state();
        assertThat(state.execution()).isEqualTo(Execution.STOPPED);
        assertThat(state.alarm())
                .isEqualTo(new MachineState.Alarm("thermal runaway", "Nozzle 20 % too cold; heater off"));
        assertThat(report().state()).isEqualTo(State.ABORTED);
        assertThat(report().fault()).isEqualTo(state.alarm());
        assertThat(report().progress()).isCloseTo(0.95, within(1e-6));
        assertThat(report().consumed().get("filamentMm")).isBetween(0.1, 3.99);
    }

    @Test
    void cancelsAJob() {
        begin();
        clock.passS(50);
        assertThat(driver.cancel(job)).isEqualTo(new Accepted());
        assertThat(report().state()).isEqualTo(State.ABORTED);
        assertThat(report().consumed().get("runS")).isCloseTo(50, within(1e-6));
        assertThat(driver.state().bedClear()).isFalse();
    }

    @Test
    void reconcilesManyTokensInTheirOrder() {
        begin();
        var tokens = new ArrayList<JobToken>();
        for (int i = 0; i < 120; i++) {
            tokens.add(i == 77 ? job : new JobToken("never-" + i));
        }
        List<JobReport> reports = driver.reconcile(tokens);
        assertThat(reports).extracting(JobReport::token).isEqualTo(tokens);
        assertThat(reports.get(77).state()).isEqualTo(State.RUNNING);
        assertThat(reports.get(76).state()).isEqualTo(State.UNKNOWN);
    }

    private void begin() {
        assertThat(driver.store(job, Programs.file(Programs.SQUARE))).isEqualTo(new Accepted());
        assertThat(driver.start(job)).isEqualTo(new Accepted());
    }

    private JobReport report() {
        return driver.reconcile(List.of(job)).getFirst();
    }

    private static String code(CommandOutcome outcome) {
        return outcome instanceof Rejected rejected ? rejected.code() : outcome.toString();
    }
}
