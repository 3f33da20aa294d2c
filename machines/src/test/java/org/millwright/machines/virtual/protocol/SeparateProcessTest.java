package org.millwright.machines.virtual.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.machines.CommandOutcome.Accepted;
import org.millwright.machines.CommandOutcome.Rejected;
import org.millwright.machines.Drivers;
import org.millwright.machines.JobReport;
import org.millwright.machines.JobReport.State;
import org.millwright.machines.JobToken;
import org.millwright.machines.MachineDriver;
import org.millwright.machines.Programs;

/** The machine as a program of its own, killed and started again; its client comes and goes. */
class SeparateProcessTest {
    private final JobToken job = new JobToken("apart-1");

    @Test
    void jobOutlivesItsClientAndTheTokenOutlivesTheMachine(@TempDir Path folder) throws Exception {
        Path state = folder.resolve("laser.state");
        try (var machine = new Machine(state)) {
            try (MachineDriver first = machine.connect()) {
                assertThat(first.store(job, Programs.file(Programs.CUT))).isEqualTo(new Accepted());
                assertThat(first.start(job)).isEqualTo(new Accepted());
            }
            try (MachineDriver second = machine.connect()) {
                assertThat(report(second).state()).isEqualTo(State.RUNNING);
                assertThat(second.start(job)).isInstanceOf(Rejected.class);
            }
            machine.kill();
        }
        try (var machine = new Machine(state);
                MachineDriver driver = machine.connect()) {
            assertThat(report(driver).state()).isEqualTo(State.ABORTED);
            assertThat(report(driver).fault()).isNotNull();
            assertThat(driver.state().bedClear()).isFalse();
            assertThat(driver.bedCleared()).isEqualTo(new Accepted());
            driver.store(job, Programs.file(Programs.CUT));
            assertThat(driver.start(job)).isInstanceOf(Rejected.class);
        }
    }

    private JobReport report(MachineDriver driver) {
        return driver.reconcile(List.of(job)).getFirst();
    }

    /** A machine in a JVM of its own at real speed: its job of 20 s outlasts the test. */
    private static final class Machine implements AutoCloseable {
        private final Process process;
        private final int port;

        Machine(Path state) throws Exception {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            ServerProcess.class.getName(),
                            state.toString(),
                            "1")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            port = Integer.parseInt(process.inputReader().readLine());
        }

        MachineDriver connect() {
            return Drivers.open(VirtualTcpDriverTest.address(port), Clock.systemUTC());
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
            process.waitFor();
        }

        @Override
        public void close() throws InterruptedException {
            kill();
        }
    }
}
