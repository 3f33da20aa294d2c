package org.millwright.processes.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.millwright.processes.learning.CorrectionFactor.Outcome;

class CorrectionFactorTest {
    @Test
    void withoutJobsNothingIsCorrectedAndLittleIsSure() {
        CorrectionFactor none = CorrectionFactor.from(List.of());
        assertThat(none.factor()).isEqualTo(1);
        assertThat(none.low()).isLessThan(0.8);
        assertThat(none.high()).isGreaterThan(1.25);
    }

    @Test
    void oneJobMovesTheFactorOnlyPartOfTheWay() {
        CorrectionFactor one = CorrectionFactor.from(List.of(new Outcome(100, 150)));
        assertThat(one.factor()).isBetween(1.05, 1.25);
    }

    @Test
    void manyJobsAreBelievedAndTheIntervalHoldsTheTruth() {
        int held = 0;
        for (int seed = 0; seed < 200; seed++) {
            CorrectionFactor learned = CorrectionFactor.from(jobs(seed, 25, 1.2, 0.1));
            assertThat(learned.factor()).as("seed %d", seed).isCloseTo(1.19, within(0.09));
            held += learned.low() < 1.2 && 1.2 < learned.high() ? 1 : 0;
        }
        assertThat(held).isBetween(165, 200);
        CorrectionFactor sure = CorrectionFactor.from(jobs(1, 400, 1.2, 0.1));
        assertThat(sure.high() - sure.low()).isLessThan(0.04);
        assertThat(sure.spread()).isCloseTo(0.1, within(0.02));
    }

    @Test
    void anInterruptedJobDoesNotRuinWhatWasLearned() {
        var jobs = new ArrayList<>(jobs(7, 20, 1.0, 0.05));
        jobs.add(new Outcome(100, 100_000));
        assertThat(CorrectionFactor.from(jobs).factor()).isLessThan(1.1);
    }

    @Test
    void impossibleOutcomesAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Outcome(10, 0))
                .withMessageContaining("actual 0");
    }

    private static List<Outcome> jobs(long seed, int count, double factor, double spread) {
        var random = new SplittableRandom(seed);
        var jobs = new ArrayList<Outcome>();
        for (int i = 0; i < count; i++) {
            double estimated = 100 + random.nextInt(1000);
            jobs.add(new Outcome(estimated, estimated * factor * Math.exp(spread * random.nextGaussian())));
        }
        return jobs;
    }
}
