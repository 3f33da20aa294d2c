package org.millwright.factory.webhooks.sending;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** While the application serves pages: looks every second for messages that are due. */
@Component
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "millwright.webhooks.sender", matchIfMissing = true)
class SenderLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SenderLoop.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Sender sender;
    private volatile @Nullable Thread thread;

    SenderLoop(Sender sender) {
        this.sender = sender;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("webhooks").start(this::run);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (round() == 0) {
                    Thread.sleep(PERIOD);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private int round() throws InterruptedException {
        try {
            return sender.round();
        } catch (RuntimeException failed) {
            LOG.warn("A round of webhooks failed; the next one tries again.", failed);
            return 0;
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
