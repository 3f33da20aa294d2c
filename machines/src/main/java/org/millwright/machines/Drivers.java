package org.millwright.machines;

import java.net.URI;
import java.time.InstantSource;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Opens the driver for a machine's address. */
public final class Drivers {
    private Drivers() {}

    /**
     * Opens a driver; does not fail when the machine is off, its state is then unavailable.
     *
     * @param address for instance {@code virtual:printer/P1?speed=1000} or {@code virtual+tcp://127.0.0.1:7070}
     * @throws IllegalArgumentException when no driver serves the scheme, or the address makes no sense to it
     */
    public static MachineDriver open(URI address, InstantSource time) {
        var known = new TreeMap<String, DriverProtocol>();
        for (DriverProtocol protocol : ServiceLoader.load(DriverProtocol.class, Drivers.class.getClassLoader())) {
            known.put(protocol.scheme(), protocol);
        }
        DriverProtocol protocol = address.getScheme() == null ? null : known.get(address.getScheme());
        if (protocol == null) {
            throw new IllegalArgumentException("No driver for the machine address '%s'. Maybe one of the schemes %s."
                    .formatted(address, String.join(", ", known.keySet())));
        }
        return protocol.open(address, time);
    }
}
