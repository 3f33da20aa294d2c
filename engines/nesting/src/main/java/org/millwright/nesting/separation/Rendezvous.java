package org.millwright.nesting.separation;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.jspecify.annotations.Nullable;

/** Where all threads of a search meet and leave with the best arrangement of any; ties go to the first thread. */
final class Rendezvous {
    private final @Nullable Poses[] brought;
    private final CyclicBarrier barrier;
    private @Nullable Poses best;

    Rendezvous(int threads) {
        brought = new Poses[threads];
        barrier = new CyclicBarrier(threads, this::choose);
    }

    private void choose() {
        best = null;
        for (Poses poses : brought) {
            if (poses != null && (best == null || poses.endX < best.endX)) {
                best = poses;
            }
        }
    }

    /** Waits for all other threads. */
    Poses meet(int thread, Poses mine) {
        brought[thread] = mine;
        try {
            barrier.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return mine;
        } catch (BrokenBarrierException broken) {
            return mine;
        }
        Poses shared = best;
        return shared == null ? mine : shared;
    }

    /** Lets the others go on without a thread that failed. */
    void abandon() {
        barrier.reset();
    }
}
