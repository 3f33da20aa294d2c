package org.millwright.nesting.separation;

import java.util.concurrent.Phaser;
import org.jspecify.annotations.Nullable;
import org.millwright.nesting.scene.Poses;

/**
 * Where all threads of a search meet and leave with the best arrangement of any; ties go to the first thread. The threads
 * all work within the same budget, so none waits longer than that.
 */
final class Rendezvous {
    private final @Nullable Poses[] brought;
    private final Phaser phaser;
    private @Nullable Poses best;

    Rendezvous(int threads) {
        brought = new Poses[threads];
        phaser = new Phaser(threads) {
            @Override
            protected boolean onAdvance(int phase, int registeredParties) {
                choose();
                return registeredParties == 0;
            }
        };
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
        phaser.arriveAndAwaitAdvance();
        Poses shared = best;
        return shared == null ? mine : shared;
    }

    /** Lets the others go on without this thread; it may have come here before. */
    void abandon() {
        phaser.arriveAndDeregister();
    }
}
