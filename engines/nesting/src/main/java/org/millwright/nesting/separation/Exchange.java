package org.millwright.nesting.separation;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.millwright.nesting.scene.Poses;

/**
 * How the threads of one search learn of each other's best arrangements. When time ends the search, each thread picks up
 * whatever is best at the moment, so that all of them work on it. When steps end it, they only meet once, because what a
 * thread does must not depend on how fast another is.
 */
final class Exchange {
    private final boolean timed;
    private final AtomicReference<@Nullable Poses> best = new AtomicReference<>();
    private final Rendezvous rendezvous;

    Exchange(int threads, boolean timed) {
        this.timed = timed && threads > 1;
        rendezvous = new Rendezvous(threads);
    }

    /** Tells the others of an arrangement that will not change any more. */
    void post(Poses poses) {
        Poses known = best.get();
        while (timed && (known == null || poses.endX < known.endX)) {
            if (best.compareAndSet(known, poses)) {
                return;
            }
            known = best.get();
        }
    }

    /** Takes over what another thread found if it is shorter. */
    void adopt(Poses mine) {
        Poses known = best.get();
        if (timed && known != null && known.endX < mine.endX) {
            mine.copyFrom(known);
        }
    }

    /** Whether another thread found what {@link #adopt} would take over. */
    boolean isBeaten(Poses mine) {
        Poses known = best.get();
        return timed && known != null && known.endX < mine.endX;
    }

    /** Waits for all other threads and takes over the best arrangement of any. */
    void meet(int thread, Poses mine) {
        mine.copyFrom(rendezvous.meet(thread, mine.copy()));
    }

    /** Lets the others go on without a thread that failed. */
    void abandon() {
        rendezvous.abandon();
    }
}
