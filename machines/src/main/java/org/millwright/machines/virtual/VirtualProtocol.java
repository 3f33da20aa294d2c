package org.millwright.machines.virtual;

import java.net.URI;
import java.time.InstantSource;
import org.millwright.machines.DriverProtocol;
import org.millwright.machines.MachineDriver;

/** Scheme {@code virtual}: the virtual machines of this process. */
public final class VirtualProtocol implements DriverProtocol {
    @Override
    public String scheme() {
        return "virtual";
    }

    @Override
    public MachineDriver open(URI address, InstantSource time) {
        return new VirtualDriver(VirtualMachines.open(address, time));
    }
}
