package org.millwright.factory.production.machine;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.millwright.machines.MachineDriver;

/** The line to one machine. It carries one call at a time; while one hangs, nobody else waits for it. */
final class MachineLine implements AutoCloseable {
    private final URI address;
    private final MachineDriver driver;
    private final AtomicBoolean busy = new AtomicBoolean();

    MachineLine(URI address, MachineDriver driver) {
        this.address = address;
        this.driver = driver;
    }

    URI address() {
        return address;
    }

    /** Does the work on a thread of its own. Fails at once with {@link LineBusy} while an earlier call hangs. */
    <T> CompletableFuture<T> begin(Function<MachineDriver, T> work) {
        if (!busy.compareAndSet(false, true)) {
            return CompletableFuture.failedFuture(new LineBusy(address));
        }
        var answer = new CompletableFuture<T>();
        Thread.ofVirtual().name("machine " + address).start(() -> run(work, answer));
        return answer;
    }

    private <T> void run(Function<MachineDriver, T> work, CompletableFuture<T> answer) {
        try {
            T value = work.apply(driver);
            busy.set(false);
            answer.complete(value);
        } catch (RuntimeException | Error failed) {
            busy.set(false);
            answer.completeExceptionally(failed);
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
