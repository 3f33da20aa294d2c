package org.millwright.scheduling.tardiness.bound;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for work of other threads. */
final class Waiting {
    private Waiting() {}

    /** @throws IllegalStateException when one failed, or this thread was interrupted, which it stays */
    static void forAll(List<Future<?>> running) {
        try {
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while machine time was priced.", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Pricing of machine time failed.", failed.getCause());
        }
    }
}
