package org.millwright.factory.production.machine;

import jakarta.annotation.PreDestroy;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineId;
import org.millwright.machines.Drivers;
import org.millwright.machines.MachineDriver;
import org.springframework.stereotype.Component;

/** The lines to all machines, opened once and kept while the machine's address stays the same. */
@Component
public class Connections {
    private final InstantSource time;
    private final Map<MachineId, MachineLine> lines = new ConcurrentHashMap<>();

    Connections(InstantSource time) {
        this.time = time;
    }

    /**
     * Does some work with a machine's driver on a thread of its own.
     *
     * @return fails with {@link LineBusy} at once while an earlier call to this machine hangs, and with what is wrong with
     *     its address
     */
    public <T> CompletableFuture<T> begin(Machine machine, Function<MachineDriver, T> work) {
        try {
            return line(machine).begin(work);
        } catch (IllegalArgumentException unreachable) {
            return CompletableFuture.failedFuture(unreachable);
        }
    }

    private MachineLine line(Machine machine) {
        return lines.compute(machine.id(), (id, known) -> {
            if (known != null && known.address().equals(machine.address())) {
                return known;
            }
            if (known != null) {
                known.close();
            }
            return new MachineLine(machine.address(), Drivers.open(machine.address(), time));
        });
    }

    /** Hangs up on all machines; the next call opens the line again. */
    @PreDestroy
    public void closeAll() {
        lines.keySet().forEach(id -> {
            MachineLine line = lines.remove(id);
            if (line != null) {
                line.close();
            }
        });
    }
}
