package org.millwright.machines.virtual.protocol;

import java.net.URI;
import java.time.InstantSource;
import org.millwright.machines.DriverProtocol;
import org.millwright.machines.MachineDriver;

/** Scheme {@code virtual+tcp}: a virtual machine behind a port. */
public final class VirtualTcpProtocol implements DriverProtocol {
    @Override
    public String scheme() {
        return "virtual+tcp";
    }

    @Override
    public MachineDriver open(URI address, InstantSource time) {
        if (address.getHost() == null || address.getPort() < 1 || address.getPort() > 65_535) {
            throw new IllegalArgumentException(
                    "The address '%s' names no host and port. Maybe virtual+tcp://127.0.0.1:7070.".formatted(address));
        }
        return new VirtualTcpDriver(new Link(address.getHost(), address.getPort()));
    }
}
