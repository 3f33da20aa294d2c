package org.millwright.factory.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.millwright.factory.testing.FactoryTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@FactoryTest
class NumbersTest {
    @Autowired
    Numbers numbers;

    @Autowired
    Ids ids;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void eachFactoryAndSeriesCountsForItself() {
        FactoryId one = new FactoryId(ids.next());
        FactoryId other = new FactoryId(ids.next());
        assertThat(numbers.next(one, "O")).isEqualTo("O-1001");
        assertThat(numbers.next(one, "O")).isEqualTo("O-1002");
        assertThat(numbers.next(one, "Q")).isEqualTo("Q-1001");
        assertThat(numbers.next(other, "O")).isEqualTo("O-1001");
    }

    @Test
    void aNumberOfARolledBackTransactionIsGivenAgain() {
        FactoryId factory = new FactoryId(ids.next());
        transaction.executeWithoutResult(status -> {
            numbers.next(factory, "O");
            status.setRollbackOnly();
        });
        assertThat(numbers.next(factory, "O")).isEqualTo("O-1001");
    }

    @Test
    void manyAtOnceGetDifferentNumbersWithoutGaps() throws Exception {
        FactoryId factory = new FactoryId(ids.next());
        var all = new HashSet<String>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<String> taking = () -> numbers.next(factory, "O");
            for (var number : threads.invokeAll(new ArrayList<>(Collections.nCopies(100, taking)))) {
                all.add(number.get());
            }
        }
        assertThat(all).hasSize(100).contains("O-1001", "O-1100");
    }

    @Test
    void anUnreadableSeriesIsRefused() {
        assertThatThrownBy(() -> numbers.next(new FactoryId(ids.next()), "order 1"))
                .hasMessageContaining("\"order 1\"");
    }
}
