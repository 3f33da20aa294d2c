package org.millwright.cli.engines;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.millwright.cli.ExitCode;
import org.millwright.machines.virtual.VirtualProfile;
import org.millwright.machines.virtual.protocol.VirtualMachineServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code virtual}: a virtual machine as a process of its own, spoken to over the line protocol. */
@Command(name = "virtual", description = "Runs a virtual machine as a process of its own (machines/PROTOCOL.md).")
final class VirtualCommand implements Callable<Integer> {
    @Option(names = "--kind", required = true, description = "printer or laser")
    @SuppressWarnings("NullAway.Init")
    private String kind;

    @Option(
            names = "--port",
            defaultValue = "0",
            description = "port on the loopback interface (default: any free one)")
    private int port;

    @Option(
            names = "--speed",
            defaultValue = "1",
            description = "machine seconds per real second (default: ${DEFAULT-VALUE})")
    private double speed;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "keeps what was started over a restart of this process")
    private @Nullable Path state;

    @Override
    public Integer call() throws Exception {
        var profile = VirtualProfile.of(VirtualProfile.Kind.of(kind));
        try (var server = VirtualMachineServer.start(profile, port, speed, state, InstantSource.system())) {
            System.out.printf("virtual+tcp://127.0.0.1:%d%n", server.port());
            server.await();
        }
        return ExitCode.DONE;
    }
}
