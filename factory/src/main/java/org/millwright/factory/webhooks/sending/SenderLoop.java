package org.millwright.factory.webhooks.sending;

import java.time.Duration;
import org.millwright.factory.platform.background.Rounds;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** While the application serves pages: looks every second for messages that are due. */
@Component
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "millwright.webhooks.sender", matchIfMissing = true)
class SenderLoop extends Rounds {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Sender sender;

    SenderLoop(Sender sender) {
        super(Thread.ofVirtual().name("webhooks"), PERIOD);
        this.sender = sender;
    }

    @Override
    protected boolean round() throws InterruptedException {
        return sender.round() > 0;
    }
}
