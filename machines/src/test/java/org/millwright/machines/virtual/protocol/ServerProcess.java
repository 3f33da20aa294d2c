package org.millwright.machines.virtual.protocol;

import java.nio.file.Path;
import java.time.Clock;
import org.millwright.machines.virtual.VirtualProfile;

/** A virtual laser as a program of its own: {@code ServerProcess STATE_FILE SPEED}; prints its port. */
public final class ServerProcess {
    private ServerProcess() {}

    public static void main(String[] arguments) throws Exception {
        try (var server = VirtualMachineServer.start(
                VirtualProfile.laser(),
                0,
                Double.parseDouble(arguments[1]),
                Path.of(arguments[0]),
                Clock.systemUTC())) {
            System.out.println(server.port());
            server.await();
        }
    }
}
