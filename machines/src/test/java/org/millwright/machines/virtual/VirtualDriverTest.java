package org.millwright.machines.virtual;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.millwright.machines.DriverContract;
import org.millwright.machines.Drivers;

class VirtualDriverTest extends DriverContract {
    @Override
    protected URI makePrinter() {
        return URI.create("virtual:printer/contract?speed=1");
    }

    @Override
    protected VirtualMachine machine() {
        return VirtualMachines.find("printer/contract").orElseThrow();
    }

    @Override
    protected void removePrinter() {
        VirtualMachines.remove("printer/contract");
    }

    @Test
    void namesTheKnownSchemesWhenAnAddressHasAnother() {
        assertThatThrownBy(() -> Drivers.open(URI.create("telepathy:printer"), clock))
                .hasMessageContaining("telepathy:printer")
                .hasMessageContaining("virtual, virtual+tcp");
        assertThatThrownBy(() -> Drivers.open(URI.create("virtual:oven/O1"), clock))
                .hasMessageContaining("'oven'");
        assertThatThrownBy(() -> Drivers.open(URI.create("virtual:printer/O1?sped=3"), clock))
                .hasMessageContaining("sped");
    }
}
