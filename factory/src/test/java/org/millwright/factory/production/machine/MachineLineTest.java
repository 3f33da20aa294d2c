package org.millwright.factory.production.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.millwright.machines.Drivers;

/** One hanging machine keeps nobody waiting. */
class MachineLineTest {
    private static final URI ADDRESS = URI.create("virtual:printer/line-test");

    private final MachineLine line = new MachineLine(ADDRESS, Drivers.open(ADDRESS, () -> Instant.EPOCH));

    @Test
    void whileACallHangsTheNextIsTurnedAwayAtOnceAndAfterwardsTheLineIsFree() throws Exception {
        var answer = new CountDownLatch(1);
        var hanging = line.begin(driver -> {
            awaitQuietly(answer);
            return driver.probe().model();
        });

        var second = line.begin(driver -> "never asked");
        assertThat(second).isCompletedExceptionally();
        assertThatThrownBy(second::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(LineBusy.class);

        answer.countDown();
        assertThat(hanging.get(20, TimeUnit.SECONDS)).isNotBlank();
        assertThat(line.begin(driver -> "asked").get(20, TimeUnit.SECONDS)).isEqualTo("asked");
    }

    @Test
    void aFailedCallFreesTheLine() throws Exception {
        var failing = line.begin(driver -> {
            throw new IllegalStateException("cable pulled");
        });
        assertThatThrownBy(() -> failing.get(20, TimeUnit.SECONDS)).hasRootCauseMessage("cable pulled");
        assertThat(line.begin(driver -> "asked").get(20, TimeUnit.SECONDS)).isEqualTo("asked");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
