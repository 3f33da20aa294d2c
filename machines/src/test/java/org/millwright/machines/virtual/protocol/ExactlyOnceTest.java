package org.millwright.machines.virtual.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.millwright.machines.CommandOutcome;
import org.millwright.machines.CommandOutcome.Accepted;
import org.millwright.machines.CommandOutcome.Indeterminate;
import org.millwright.machines.CommandOutcome.Rejected;
import org.millwright.machines.Drivers;
import org.millwright.machines.JobReport.State;
import org.millwright.machines.JobToken;
import org.millwright.machines.LeapingClock;
import org.millwright.machines.MachineDriver;
import org.millwright.machines.Programs;
import org.millwright.machines.virtual.VirtualProfile;
import org.millwright.machines.virtual.protocol.CuttingProxy.Cut;

/** A job starts once or not at all, wherever the connection is cut. */
class ExactlyOnceTest {
    private static final double LONGER_THAN_THE_JOB_S = 60;

    private final LeapingClock clock = new LeapingClock();

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void lostStartIsIndeterminateAndReconcilingTellsWhetherItHappened(Cut cut) throws Exception {
        try (var server = VirtualMachineServer.start(VirtualProfile.laser(), 0, 1, null, clock);
                var proxy = new CuttingProxy(server.port());
                var driver = Drivers.open(VirtualTcpDriverTest.address(proxy.port()), clock)) {
            var token = new JobToken("cut-1");
            assertThat(driver.store(token, Programs.file(Programs.CUT))).isEqualTo(new Accepted());
            proxy.cut("start", cut);
            assertThat(driver.start(token)).isInstanceOf(Indeterminate.class);
            boolean happened = cut == Cut.BEFORE_ANSWER || cut == Cut.INSIDE_ANSWER;
            assertThat(driver.reconcile(List.of(token)).getFirst().state())
                    .isEqualTo(happened ? State.RUNNING : State.ALLOWED_TO_START);
            CommandOutcome again = driver.start(token);
            assertThat(again).isInstanceOf(happened ? Rejected.class : Accepted.class);
            clock.passS(LONGER_THAN_THE_JOB_S);
            assertThat(server.machine().reconcile(List.of(token)).getFirst().state())
                    .isEqualTo(State.ENDED);
        }
    }

    @Test
    void chaosNeverStartsAJobTwiceNorLosesOne() throws Exception {
        long seed = 20260101;
        int dispatches = 250;
        var random = new Random(seed);
        try (var server = VirtualMachineServer.start(VirtualProfile.laser(), 0, 1, null, clock);
                var proxy = new CuttingProxy(server.port());
                var driver = Drivers.open(VirtualTcpDriverTest.address(proxy.port()), clock)) {
            int starts = 0;
            for (int i = 0; i < dispatches; i++) {
                starts += dispatch(new JobToken("chaos-" + i), driver, proxy, random);
                double cutMm = server.machine()
                        .reconcile(List.of(new JobToken("chaos-" + i)))
                        .getFirst()
                        .consumed()
                        .getOrDefault("cutLengthMm", 0.0);
                // Each program cuts 200 mm: had it run twice, twice as much would be on the bed.
                assertThat(cutMm).as("seed %d, dispatch %d", seed, i).isBetween(199.99, 200.01);
            }
            assertThat(starts).as("seed %d", seed).isEqualTo(dispatches);
        }
    }

    /** One dispatch as a careful dispatcher does it; answers how many starts the machine took. */
    private int dispatch(JobToken token, MachineDriver driver, CuttingProxy proxy, Random random) {
        int accepted = 0;
        boolean unknown = false;
        for (int attempt = 0; attempt < 50; attempt++) {
            State state = driver.reconcile(List.of(token)).getFirst().state();
            switch (state) {
                case UNKNOWN -> {
                    proxy.cut("store", randomCut(random));
                    driver.store(token, Programs.file(Programs.CUT));
                }
                case ALLOWED_TO_START -> {
                    proxy.cut("start", randomCut(random));
                    CommandOutcome outcome = driver.start(token);
                    accepted += outcome instanceof Accepted ? 1 : 0;
                    unknown |= outcome instanceof Indeterminate;
                }
                case RUNNING -> {
                    proxy.cut("start", randomCut(random));
                    // A dispatcher gone wrong sends it again.
                    accepted += driver.start(token) instanceof Accepted ? 1 : 0;
                    clock.passS(LONGER_THAN_THE_JOB_S);
                }
                case ENDED -> {
                    proxy.cut("start", randomCut(random));
                    accepted += driver.start(token) instanceof Accepted ? 1 : 0;
                    proxy.cut("bed", randomCut(random));
                    driver.bedCleared();
                    if (driver.state().bedClear()) {
                        return accepted == 0 && unknown ? 1 : accepted;
                    }
                }
                default -> throw new AssertionError(state);
            }
        }
        throw new AssertionError("Job " + token + " never ended");
    }

    private static Cut randomCut(Random random) {
        return random.nextInt(3) > 0 ? Cut.values()[random.nextInt(Cut.values().length)] : Cut.NONE;
    }
}
