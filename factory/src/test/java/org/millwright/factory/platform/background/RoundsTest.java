package org.millwright.factory.platform.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {
    @Test
    void aRoundThatFailsIsFollowedByTheNext() throws Exception {
        var third = new CountDownLatch(3);
        var rounds = rounds(Duration.ofMillis(1), () -> {
            third.countDown();
            throw new IllegalStateException("the database is away");
        });
        rounds.start();
        assertThat(third.await(10, TimeUnit.SECONDS)).isTrue();
        rounds.stop();
    }

    @Test
    void stoppingInterruptsTheRoundAndWaitsForItsEnd() throws Exception {
        var begun = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        var ended = new AtomicInteger();
        var rounds = rounds(Duration.ofHours(1), () -> {
            begun.countDown();
            try {
                never.await();
            } finally {
                ended.incrementAndGet();
            }
            return false;
        });
        rounds.start();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        rounds.stop();
        assertThat(ended).hasValue(1);
        assertThat(rounds.isRunning()).isFalse();
    }

    @Test
    void aRoundThatSwallowsTheInterruptIsTheLastOneAllTheSame() throws Exception {
        var begun = new CountDownLatch(1);
        var count = new AtomicInteger();
        var rounds = rounds(Duration.ZERO, () -> {
            count.incrementAndGet();
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException swallowed) {
                throw new IllegalStateException("interrupted", swallowed);
            }
            return true;
        });
        rounds.start();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        rounds.stop();
        assertThat(count).hasValue(1);
    }

    private interface Round {
        boolean go() throws InterruptedException;
    }

    private static Rounds rounds(Duration pause, Round round) {
        return new Rounds(Thread.ofVirtual(), pause) {
            @Override
            protected boolean round() throws InterruptedException {
                return round.go();
            }
        };
    }
}
