package org.millwright.machines.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.machines.CommandOutcome;
import org.millwright.machines.CommandOutcome.Accepted;
import org.millwright.machines.CommandOutcome.Rejected;
import org.millwright.machines.JobReport;
import org.millwright.machines.JobReport.State;
import org.millwright.machines.JobToken;
import org.millwright.machines.LeapingClock;
import org.millwright.machines.MachineState.Execution;
import org.millwright.machines.Programs;
import org.millwright.machines.gcode.ProgramExecution;

class VirtualMachineTest {
    private static final JobToken JOB = new JobToken("job-1");

    private final LeapingClock clock = new LeapingClock();
    private final VirtualMachine printer = new VirtualMachine("printer/P1", VirtualProfile.printer(), clock, 1);

    @Test
    void runsAStoredProgramToItsEndAndKnowsWhatItUsed() {
        var alone = ProgramExecution.run(Programs.SQUARE, VirtualProfile.printer());
        assertThat(printer.store(JOB, Programs.file(Programs.SQUARE))).isEqualTo(new Accepted());
        assertThat(printer.start(JOB)).isEqualTo(new Accepted());
        clock.passS(alone.timeS() / 2);
        assertThat(printer.state().execution()).isEqualTo(Execution.ACTIVE);
        assertThat(printer.state().progress()).isCloseTo(0.5, within(1e-6));
        assertThat(printer.state().remainingS()).isCloseTo(alone.timeS() / 2, within(1e-3));
        clock.passS(alone.timeS());
        assertThat(printer.state().execution()).isEqualTo(Execution.PROGRAM_COMPLETED);
        assertThat(printer.state().bedClear()).isFalse();
        JobReport report = report(printer, JOB);
        assertThat(report.state()).isEqualTo(State.ENDED);
        assertThat(report.consumed().get("filamentMm")).isCloseTo(4, within(1e-6));
        assertThat(report.consumed().get("runS")).isCloseTo(alone.timeS(), within(1e-6));
        assertThat(report.consumed().get("energyWh")).isCloseTo(alone.energyWh(), within(1e-6));
    }

    @Test
    void seesTheSameWhetherAskedOftenOrOnce() {
        var other = new VirtualMachine("printer/P2", VirtualProfile.printer(), clock, 1);
        for (VirtualMachine machine : List.of(printer, other)) {
            machine.store(JOB, Programs.file(Programs.SQUARE));
            machine.start(JOB);
        }
        for (int i = 0; i < 1000; i++) {
            clock.passS(0.11);
            printer.state();
        }
        assertThat(printer.state().readings().get("nozzleC"))
                .isCloseTo(other.state().readings().get("nozzleC"), within(1e-6));
        assertThat(report(printer, JOB).consumed().get("filamentMm"))
                .isCloseTo(report(other, JOB).consumed().get("filamentMm"), within(1e-6));
        assertThat(report(printer, JOB).consumed().get("energyWh"))
                .isCloseTo(report(other, JOB).consumed().get("energyWh"), within(1e-6));
    }

    @Test
    void heatsByTheLawOfItsHeaterAndCoolsAfterTheJob() {
        printer.store(JOB, Programs.file(Programs.SQUARE));
        printer.start(JOB);
        // Homing takes no time from home. 40 W against 0.1 W/K: 422 °C at last; after one time constant of 150 s
        // 422 - 400 / e = 274.8 °C, so 200 °C is reached after 150 ln(400 / 222) = 88.3 s.
        clock.passS(60);
        assertThat(printer.state().readings().get("nozzleC"))
                .isCloseTo(422 - 400 * Math.exp(-60 / 150.0), within(1e-6));
        clock.passS(40);
        assertThat(printer.state().readings().get("nozzleC")).isCloseTo(200, within(1e-6));
        clock.passS(600);
        assertThat(printer.state().readings().get("nozzleC")).isBetween(22.0, 40.0);
        assertThat(printer.state().readings().get("nozzleTargetC")).isZero();
    }

    @Test
    void startsATokenOnlyOnceEvenWhenEverythingElseIsReady() {
        runWhole(printer, JOB);
        printer.bedCleared();
        assertThat(printer.store(JOB, Programs.file(Programs.SQUARE))).isEqualTo(new Accepted());
        assertThat(code(printer.start(JOB))).isEqualTo("already-started");
    }

    @Test
    void refusesToStartOnABedThatIsNotClear() {
        runWhole(printer, JOB);
        var next = new JobToken("job-2");
        printer.store(next, Programs.file(Programs.SQUARE));
        assertThat(code(printer.start(next))).isEqualTo("bed-not-clear");
        assertThat(printer.bedCleared()).isEqualTo(new Accepted());
        assertThat(printer.start(next)).isEqualTo(new Accepted());
        assertThat(code(printer.bedCleared())).isEqualTo("job-running");
        var third = new JobToken("job-3");
        printer.store(third, Programs.file(Programs.SQUARE));
        assertThat(code(printer.start(third))).isEqualTo("busy");
    }

    @Test
    void stopsWithAnAlarmAtTheProgressOfAFaultAndReportsWhatReallyRan() {
        printer.fault("E7", "filament ran out", 0.9);
        printer.store(JOB, Programs.file(Programs.SQUARE));
        printer.start(JOB);
        clock.passS(10_000);
        assertThat(printer.state().execution()).isEqualTo(Execution.STOPPED);
        assertThat(printer.state().alarm()).isNotNull();
        JobReport report = report(printer, JOB);
        assertThat(report.state()).isEqualTo(State.ABORTED);
        assertThat(report.progress()).isCloseTo(0.9, within(1e-6));
        assertThat(report.fault()).isNotNull();
        assertThat(report.consumed().get("filamentMm")).isBetween(0.5, 3.9);
        var next = new JobToken("job-2");
        printer.store(next, Programs.file(Programs.SQUARE));
        assertThat(code(printer.start(next))).isEqualTo("alarm");
        printer.bedCleared();
        assertThat(printer.start(next)).isEqualTo(new Accepted());
        clock.passS(10_000);
        assertThat(report(printer, next).state()).isEqualTo(State.ENDED);
    }

    @Test
    void holdsAndGoesOnWithoutLosingTime() {
        var alone = ProgramExecution.run(Programs.CUT, VirtualProfile.laser());
        var laser = new VirtualMachine("laser/L1", VirtualProfile.laser(), clock, 10);
        laser.store(JOB, Programs.file(Programs.CUT));
        laser.start(JOB);
        clock.passS(alone.timeS() / 20);
        assertThat(laser.pause(JOB)).isEqualTo(new Accepted());
        double halfway = report(laser, JOB).consumed().get("cutLengthMm");
        clock.passS(500);
        assertThat(laser.state().execution()).isEqualTo(Execution.FEED_HOLD);
        assertThat(report(laser, JOB).state()).isEqualTo(State.INTERRUPTED);
        assertThat(report(laser, JOB).consumed().get("cutLengthMm")).isEqualTo(halfway);
        laser.resume(JOB);
        clock.passS(alone.timeS() / 20 + 1e-6);
        assertThat(report(laser, JOB).state()).isEqualTo(State.ENDED);
        assertThat(report(laser, JOB).consumed().get("cutLengthMm")).isCloseTo(200, within(1e-3));
    }

    @Test
    void cancelledJobIsAbortedWithoutFaultAndLeavesTheBedUsed() {
        printer.store(JOB, Programs.file(Programs.SQUARE));
        printer.start(JOB);
        clock.passS(5);
        assertThat(printer.cancel(JOB)).isEqualTo(new Accepted());
        assertThat(printer.state().execution()).isEqualTo(Execution.STOPPED);
        assertThat(printer.state().alarm()).isNull();
        assertThat(printer.state().bedClear()).isFalse();
        assertThat(report(printer, JOB).state()).isEqualTo(State.ABORTED);
        assertThat(code(printer.cancel(JOB))).isEqualTo("not-running");
        assertThat(code(printer.cancel(new JobToken("nobody")))).isEqualTo("unknown-token");
    }

    @Test
    void refusesProgramsItCannotRun() {
        var good = Programs.file(Programs.SQUARE);
        assertThat(code(printer.store(
                        JOB, new org.millwright.machines.ProgramFile("a", good.text() + " ", good.sha256()))))
                .isEqualTo("hash-mismatch");
        assertThat(code(printer.store(JOB, Programs.file("G21\nG28\nG1 X999 F600\nM84\n"))))
                .isEqualTo("program-refused");
        assertThat(code(printer.store(JOB, Programs.file("M84\n")))).isEqualTo("program-refused");
        assertThat(report(printer, JOB).state()).isEqualTo(State.UNKNOWN);
        assertThat(code(printer.start(JOB))).isEqualTo("not-stored");
        printer.store(JOB, good);
        assertThat(code(printer.store(JOB, Programs.file(Programs.SQUARE + "\n"))))
                .isEqualTo("token-in-use");
    }

    @Test
    void remembersItsTokensAcrossARestartAndAbortsTheJobThatWasRunning(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("p1.state");
        var running = new JobToken("job-2");
        var cancelled = new JobToken("job-3");
        try (var machine = new VirtualMachine("p1", VirtualProfile.printer(), clock, 1, file)) {
            runWhole(machine, JOB);
            machine.bedCleared();
            machine.store(cancelled, Programs.file(Programs.SQUARE));
            machine.cancel(cancelled);
            machine.store(running, Programs.file(Programs.SQUARE));
            machine.start(running);
            clock.passS(100);
            machine.state();
            Assertions.assertThatThrownBy(() -> new VirtualMachine("p2", VirtualProfile.printer(), clock, 1, file))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("Another virtual machine");
        }
        // A line cut short by the power failure.
        Files.writeString(file, "progress\tjob-2\tRUN", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        for (int restart = 0; restart < 2; restart++) {
            try (var machine = new VirtualMachine("p1", VirtualProfile.printer(), clock, 1, file)) {
                assertThat(report(machine, JOB).state()).isEqualTo(State.ENDED);
                assertThat(report(machine, running).state()).isEqualTo(State.ABORTED);
                assertThat(report(machine, running).fault()).isNotNull();
                assertThat(report(machine, running).consumed().get("runS")).isCloseTo(100, within(1e-6));
                assertThat(machine.state().bedClear()).isFalse();
                for (JobToken token : List.of(JOB, running, cancelled)) {
                    machine.store(token, Programs.file(Programs.SQUARE));
                    assertThat(code(machine.start(token))).isEqualTo("already-started");
                }
            }
        }
    }

    private void runWhole(VirtualMachine machine, JobToken token) {
        assertThat(machine.store(token, Programs.file(Programs.SQUARE))).isEqualTo(new Accepted());
        assertThat(machine.start(token)).isEqualTo(new Accepted());
        clock.passS(10_000);
        assertThat(report(machine, token).state()).isEqualTo(State.ENDED);
    }

    private static JobReport report(VirtualMachine machine, JobToken token) {
        return machine.reconcile(List.of(token)).getFirst();
    }

    private static String code(CommandOutcome outcome) {
        return outcome instanceof Rejected rejected ? rejected.code() : outcome.toString();
    }
}
