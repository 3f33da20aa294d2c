package org.millwright.nesting.compaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LinearProgramTest {
    private final LinearProgram program = new LinearProgram();

    @Test
    void findsTheCornerWhereTheCostIsLeast() {
        begin(2, 0);
        program.setCost(0, 1);
        program.setCost(1, 2);
        row(1, 0, 1, 1);
        assertThat(program.solve(1e-8, Double.POSITIVE_INFINITY)).isTrue();
        assertThat(program.value(0)).isCloseTo(1, within(1e-6));
        assertThat(program.value(1)).isCloseTo(0, within(1e-6));
    }

    @Test
    void givesUpOnlyWhenTheCostIsCertainToStayAboveWhatIsEnough() {
        begin(2, 0);
        program.setCost(0, 1);
        program.setCost(1, 1);
        row(0.8, 0, 1, 1);
        assertThat(program.solve(1e-8, 0.7)).isFalse();
        begin(2, 0);
        program.setCost(0, 1);
        program.setCost(1, 1);
        row(0.8, 0, 1, 1);
        assertThat(program.solve(1e-8, 0.9)).isTrue();
    }

    /** One variable after the other kept apart by chance distances: the last cannot be nearer than their sum. */
    @Test
    void aChainOfDistancesIsAsLongAsTheirSum() {
        long seed = 31;
        var random = new SplittableRandom(seed);
        for (int k = 0; k < 200; k++) {
            int count = 2 + random.nextInt(20);
            begin(count, -1);
            program.setCost(count - 1, 1);
            double sum = -1;
            for (int i = 0; i + 1 < count; i++) {
                double distance = random.nextDouble() / count;
                sum += distance;
                program.addRow(distance);
                program.add(i, -1);
                program.add(i + 1, 1);
            }
            assertThat(program.solve(1e-8, Double.POSITIVE_INFINITY))
                    .as("seed %d, chain %d", seed, k)
                    .isTrue();
            assertThat(program.value(count - 1))
                    .as("seed %d, chain %d", seed, k)
                    .isCloseTo(sum, within(1e-6));
        }
    }

    private void begin(int variables, double least) {
        program.begin(variables);
        for (int i = 0; i < variables; i++) {
            row(least, i, 1, 0);
            row(-1, i, -1, 0);
        }
    }

    private void row(double atLeast, int variable, double coefficient, double next) {
        program.addRow(atLeast);
        program.add(variable, coefficient);
        if (next != 0) {
            program.add(variable + 1, next);
        }
    }
}
