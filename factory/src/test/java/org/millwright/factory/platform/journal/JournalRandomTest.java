package org.millwright.factory.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.Seeds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@FactoryTest
class JournalRandomTest {
    @Autowired
    Journal journal;

    @Autowired
    Ids ids;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whateverIsRecordedReadsBackAndVerifies() {
        Seeds.forEach(40, random -> {
            FactoryId factory = new FactoryId(ids.next());
            int expected = 0;
            for (int round = 0; round < 10; round++) {
                int entries = random.nextInt(4);
                boolean rolledBack = random.nextInt(4) == 0;
                transaction.executeWithoutResult(status -> {
                    for (int i = 0; i < entries; i++) {
                        journal.record(randomEntry(factory, random));
                    }
                    if (rolledBack) {
                        status.setRollbackOnly();
                    }
                });
                expected += rolledBack ? 0 : entries;
            }
            assertThat(journal.listAfter(factory, 0, 1000).stream().map(StoredEntry::sequence))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, expected).boxed().toList());
        });
        assertThat(journal.verify().firstBroken()).isNull();
    }

    @Test
    void manyTransactionsOverSeveralFactoriesNeitherBlockNorBreakTheChains() throws Exception {
        List<FactoryId> factories =
                IntStream.range(0, 3).mapToObj(i -> new FactoryId(ids.next())).toList();
        var tasks = new ArrayList<Callable<Void>>();
        for (int task = 0; task < 60; task++) {
            int first = task;
            tasks.add(() -> {
                transaction.executeWithoutResult(status -> IntStream.range(0, 3)
                        .forEach(i -> journal.record(plainEntry(factories.get((first + i) % 3), ids.next()))));
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
        for (FactoryId factory : factories) {
            assertThat(journal.listAfter(factory, 59, 10)).hasSize(1);
        }
        assertThat(journal.verify().firstBroken()).isNull();
    }

    @Test
    void anInnerTransactionKeepsItsEntriesWhenTheOuterOneRollsBack() {
        UUID inner = ids.next();
        UUID outer = ids.next();
        FactoryId factory = new FactoryId(ids.next());
        var independent = new TransactionTemplate(transaction.getTransactionManager());
        independent.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            journal.record(plainEntry(factory, outer));
            independent.executeWithoutResult(other -> journal.record(plainEntry(factory, inner)));
            status.setRollbackOnly();
        });
        assertThat(journal.listAbout(inner)).hasSize(1);
        assertThat(journal.listAbout(outer)).isEmpty();
    }

    @Test
    void entriesOfARolledBackSavepointAreNotKept() {
        UUID kept = ids.next();
        UUID undone = ids.next();
        FactoryId factory = new FactoryId(ids.next());
        var nested = new TransactionTemplate(transaction.getTransactionManager());
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        transaction.executeWithoutResult(status -> {
            journal.record(plainEntry(factory, kept));
            nested.executeWithoutResult(part -> {
                journal.record(plainEntry(factory, undone));
                part.setRollbackOnly();
            });
        });
        assertThat(journal.listAbout(kept)).hasSize(1);
        assertThat(journal.listAbout(undone)).isEmpty();
    }

    private static JournalEntry plainEntry(FactoryId factory, UUID subject) {
        return new JournalEntry(factory, Actor.system(), "ThingHappened", "thing", subject, null, Map.of());
    }

    private JournalEntry randomEntry(FactoryId factory, RandomGenerator random) {
        return new JournalEntry(
                factory,
                new Actor("Ada " + random.nextInt(9), "operator", random.nextBoolean()),
                "ThingHappened",
                "thing",
                ids.next(),
                random.nextBoolean() ? ids.next() : null,
                randomMap(random, 0),
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(i -> new Ref("unit", ids.next()))
                        .toList());
    }

    private Map<String, Object> randomMap(RandomGenerator random, int depth) {
        var map = new HashMap<String, Object>();
        for (int i = random.nextInt(5); i > 0; i--) {
            map.put(randomText(random), randomValue(random, depth));
        }
        return map;
    }

    private Object randomValue(RandomGenerator random, int depth) {
        return switch (random.nextInt(depth < 3 ? 9 : 7)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextDouble(-1e12, 1e12) * Math.pow(10, random.nextInt(-20, 20));
            case 2 -> random.nextBoolean();
            case 3 -> new BigDecimal(random.nextLong()).movePointLeft(random.nextInt(20));
            case 4 -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            case 5 -> new UUID(random.nextLong(), random.nextLong());
            case 6 -> randomText(random);
            case 7 -> List.of(randomText(random), randomMap(random, depth + 1));
            default -> randomMap(random, depth + 1);
        };
    }

    /** Any characters at all: control characters, quotes, lone surrogates, other scripts. */
    private static String randomText(RandomGenerator random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append((char) (random.nextBoolean() ? random.nextInt(1, 128) : random.nextInt(1, 0x10000)));
        }
        return text.toString();
    }
}
