package org.millwright.factory.testing;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Runs a test case for many seeds; a failure names the seed that brings it back. */
public final class Seeds {
    private Seeds() {}

    @FunctionalInterface
    public interface RandomCase {
        void run(RandomGenerator random) throws Exception;
    }

    /** Runs the case with the seeds 1 to {@code count}. */
    public static void forEach(int count, RandomCase check) {
        for (long seed = 1; seed <= count; seed++) {
            try {
                check.run(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
            } catch (Throwable failure) {
                throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
    }
}
