package org.millwright.factory.demo;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.task.TaskDecorator;
import org.springframework.stereotype.Component;

/** Counts what listeners still have to do in the background, so that waiting is skipped only when nothing is under way. */
@Component
public class BackgroundWork implements TaskDecorator {
    private final AtomicInteger underWay = new AtomicInteger();

    @Override
    public Runnable decorate(Runnable work) {
        underWay.incrementAndGet();
        return () -> {
            try {
                work.run();
            } finally {
                underWay.decrementAndGet();
            }
        };
    }

    /** Whether nothing is waiting or running. */
    public boolean isIdle() {
        return underWay.get() == 0;
    }
}
