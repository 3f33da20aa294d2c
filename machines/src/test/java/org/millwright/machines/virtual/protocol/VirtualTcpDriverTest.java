package org.millwright.machines.virtual.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.machines.CommandOutcome.Indeterminate;
import org.millwright.machines.DriverContract;
import org.millwright.machines.Drivers;
import org.millwright.machines.JobToken;
import org.millwright.machines.MachineState;
import org.millwright.machines.MachineUnavailable;
import org.millwright.machines.virtual.VirtualMachine;
import org.millwright.machines.virtual.VirtualProfile;

class VirtualTcpDriverTest extends DriverContract {
    private VirtualMachineServer server;

    @Override
    protected URI makePrinter() throws Exception {
        server = VirtualMachineServer.start(VirtualProfile.printer(), 0, 1, null, clock);
        return address(server.port());
    }

    @Override
    protected VirtualMachine machine() {
        return server.machine();
    }

    @Override
    protected void removePrinter() {
        server.close();
    }

    @Test
    void isUnavailableWhileNobodyListensAndComesBackByItself() throws Exception {
        int port = server.port();
        var driver = Drivers.open(address(port), clock);
        assertThat(driver.state().availability()).isEqualTo(MachineState.Availability.AVAILABLE);
        server.close();
        // A question that was on its way when the server closed may still be answered.
        Instant closed = Instant.now().plus(Duration.ofSeconds(10));
        while (driver.state().availability() == MachineState.Availability.AVAILABLE) {
            assertThat(Instant.now()).isBefore(closed);
        }
        assertThat(driver.state()).isEqualTo(MachineState.unavailable());
        assertThat(driver.start(new JobToken("t"))).isInstanceOf(Indeterminate.class);
        assertThatThrownBy(() -> driver.reconcile(List.of(new JobToken("t"))))
                .isInstanceOf(MachineUnavailable.class)
                .hasMessageContaining(String.valueOf(port));
        server = VirtualMachineServer.start(VirtualProfile.printer(), port, 1, null, clock);
        Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
        while (driver.state().availability() == MachineState.Availability.UNAVAILABLE) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.onSpinWait();
        }
        driver.close();
    }

    @Test
    void givesUpOnAMachineThatTakesTheConnectionAndSaysNothing() throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var driver = Drivers.open(address(silent.getLocalPort()), clock)) {
            assertThat(driver.state()).isEqualTo(MachineState.unavailable());
            assertThat(driver.start(new JobToken("t"))).isInstanceOf(Indeterminate.class);
        }
    }

    @Test
    void answersNonsenseWithAnErrorAndGoesOn() throws Exception {
        assertThat(talk("jump%20high")).startsWith("error unknown-request jump%20high");
        assertThat(talk("start")).startsWith("error wrong-request");
        assertThat(talk("start %zz")).startsWith("error protocol");
        assertThat(talk("start %2")).startsWith("error protocol");
        assertThat(talk("start under_score!")).startsWith("error wrong-request");
        assertThat(talk("store t name 999999999999 00")).startsWith("error protocol");
        assertThat(talk("hello 2")).startsWith("error version");
        assertThat(talk("fault E1 text 7")).startsWith("error wrong-request");
        assertThat(talk("x".repeat(70_000))).startsWith("error protocol");
        assertThat(talk("hello 1")).startsWith("ok version:1 maker:Millwright");
    }

    private String talk(String line) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            return Wire.readLine(socket.getInputStream());
        }
    }

    static URI address(int port) {
        return URI.create("virtual+tcp://127.0.0.1:" + port);
    }
}
