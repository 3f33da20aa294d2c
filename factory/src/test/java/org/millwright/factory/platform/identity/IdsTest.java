package org.millwright.factory.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.millwright.factory.testing.Seeds;

class IdsTest {
    private static final long START = Instant.parse("2026-01-05T08:00:00Z").toEpochMilli();

    @Test
    void anIdIsAVersion7UuidThatBeginsWithTheTime() {
        UUID id = new Ids(() -> Instant.ofEpochMilli(START)).next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(START);
    }

    @Test
    void idsIncreaseWhileTheClockStandsStillForMoreThanTheCounterHolds() {
        assertIncreasing(take(new Ids(() -> Instant.ofEpochMilli(START)), 20_000));
    }

    @Test
    void idsIncreaseWhateverTheClockDoes() {
        Seeds.forEach(50, random -> {
            var now = new AtomicLong(START);
            var ids = new Ids(() -> Instant.ofEpochMilli(now.addAndGet(random.nextInt(-3, 5))));
            assertIncreasing(take(ids, 2_000));
        });
    }

    @Test
    void idsOfManyThreadsAreAllDifferent() throws Exception {
        var ids = new Ids(() -> Instant.ofEpochMilli(START));
        var all = new HashSet<UUID>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<List<UUID>> taking = () -> take(ids, 5_000);
            for (var taken : threads.invokeAll(List.of(taking, taking, taking, taking))) {
                all.addAll(taken.get());
            }
        }
        assertThat(all).hasSize(20_000);
    }

    private static List<UUID> take(Ids ids, int count) {
        var taken = new ArrayList<UUID>(count);
        for (int i = 0; i < count; i++) {
            taken.add(ids.next());
        }
        return taken;
    }

    private static void assertIncreasing(List<UUID> ids) {
        for (int i = 1; i < ids.size(); i++) {
            // The texts sort as the database sorts; UUID.compareTo compares signed halves and does not.
            assertThat(ids.get(i).toString()).isGreaterThan(ids.get(i - 1).toString());
        }
    }
}
