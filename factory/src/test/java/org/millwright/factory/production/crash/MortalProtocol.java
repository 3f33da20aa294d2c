package org.millwright.factory.production.crash;

import java.net.URI;
import java.time.InstantSource;
import org.millwright.machines.DriverProtocol;
import org.millwright.machines.Drivers;
import org.millwright.machines.MachineDriver;

/** Scheme {@code mortal}: the virtual machine of that name, reached by a program that may be killed. */
public final class MortalProtocol implements DriverProtocol {
    @Override
    public String scheme() {
        return "mortal";
    }

    @Override
    public MachineDriver open(URI address, InstantSource time) {
        return new MortalDriver(Drivers.open(URI.create("virtual:" + address.getSchemeSpecificPart()), time));
    }
}
