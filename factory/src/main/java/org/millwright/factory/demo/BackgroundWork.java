package org.millwright.factory.demo;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.core.task.TaskDecorator;
import org.springframework.stereotype.Component;

/** Counts what listeners still have to do in the background, so that waiting is skipped only when nothing is under way. */
@Component
public class BackgroundWork implements TaskDecorator {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private int underWay;

    @Override
    public Runnable decorate(Runnable work) {
        count(1);
        return () -> {
            try {
                work.run();
            } finally {
                count(-1);
            }
        };
    }

    private void count(int more) {
        lock.lock();
        try {
            underWay += more;
            if (underWay == 0) {
                idle.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing is waiting or running. */
    public boolean isIdle() {
        lock.lock();
        try {
            return underWay == 0;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing is waiting or running, but no longer than this; whether it came to that. */
    public boolean awaitIdle(Duration longest) {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (underWay > 0 && left > 0) {
                left = idle.awaitNanos(left);
            }
            return underWay == 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
