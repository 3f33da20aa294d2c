package org.millwright.factory.platform.background;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Something done in rounds on a thread of its own for as long as the program runs. A round that fails is logged, and the
 * next one tries again. Stopping interrupts the round and waits until it has ended, ten seconds at most.
 */
public abstract class Rounds implements SmartLifecycle {
    private static final Duration LEAVING = Duration.ofSeconds(10);

    private final Thread.Builder threads;
    private final Duration pause;
    private volatile @Nullable Thread thread;
    private volatile boolean wanted;

    /** @param pause between the end of one round and the next, unless a round asks to go on at once */
    protected Rounds(Thread.Builder threads, Duration pause) {
        this.threads = threads;
        this.pause = pause;
    }

    /** Does one round and answers whether there is more to do at once. */
    protected abstract boolean round() throws InterruptedException;

    @Override
    public final synchronized void start() {
        if (thread == null) {
            wanted = true;
            thread = threads.start(this::run);
        }
    }

    @Override
    public final synchronized void stop() {
        Thread running = thread;
        thread = null;
        wanted = false;
        if (running != null) {
            running.interrupt();
            try {
                running.join(LEAVING);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public final boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            while (wanted) {
                if (!goesOn()) {
                    Thread.sleep(pause);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean goesOn() throws InterruptedException {
        try {
            return round();
        } catch (RuntimeException failed) {
            LoggerFactory.getLogger(getClass()).error("A round failed; the next one tries again", failed);
            return false;
        }
    }
}
