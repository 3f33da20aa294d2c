package org.millwright.machines;

import java.net.URI;
import java.time.InstantSource;

/** One way to reach machines; found through {@link java.util.ServiceLoader}, so that a new protocol is one new package. */
public interface DriverProtocol {
    /** Scheme of the addresses it serves, for instance {@code virtual} or {@code virtual+tcp}. */
    String scheme();

    /** Opens a driver for the address; does not fail when the machine is off, its state is then unavailable. */
    MachineDriver open(URI address, InstantSource time);
}
