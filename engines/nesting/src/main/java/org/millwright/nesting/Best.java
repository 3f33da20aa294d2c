package org.millwright.nesting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.verification.LayoutVerifier;

/**
 * The best layout so far. Nothing is told or returned that the verifier has not passed; when layouts come faster than it
 * pays to verify them, they wait. The answer is always the best of all offered that passes, whenever it was verified, so
 * that it does not depend on how fast the machine is.
 */
final class Best {
    private static final double NANOS = 1e-9;

    /** Verifying may take so large a part of the time. */
    private static final double VERIFYING = 0.05;

    private static final int WAITING = 12;

    private final NestingProblem problem;
    private final Consumer<Improvement> onImprovement;
    private final LongSupplier clockNs;
    private final long startedNs;
    /** Not verified yet, the best last. */
    private final List<Candidate> waiting = new ArrayList<>();

    private @Nullable Candidate verified;
    private long number;
    private long rejected;
    private double verifyingS;

    /** Of layouts of equal quality the one further left is better, so that it does not matter which comes first. */
    private record Candidate(Layout layout, Quality quality) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            int byQuality = quality.compareTo(other.quality);
            int byX = Double.compare(sum(Placement::xMm), other.sum(Placement::xMm));
            return byQuality != 0
                    ? byQuality
                    : byX != 0 ? byX : Double.compare(sum(Placement::yMm), other.sum(Placement::yMm));
        }

        private double sum(ToDoubleFunction<Placement> coordinate) {
            double sum = 0;
            for (Placement placement : layout.placements()) {
                sum += coordinate.applyAsDouble(placement);
            }
            return sum;
        }
    }

    Best(NestingProblem problem, Consumer<Improvement> onImprovement, LongSupplier clockNs) {
        this.problem = problem;
        this.onImprovement = onImprovement;
        this.clockNs = clockNs;
        startedNs = clockNs.getAsLong();
    }

    private double elapsedS() {
        return (clockNs.getAsLong() - startedNs) * NANOS;
    }

    /** Considers a layout. The first that holds is verified at once. */
    void offer(Layout layout) {
        var offered = new Candidate(layout, Quality.of(problem, layout));
        if (verified == null) {
            accept(offered);
        } else if (offered.compareTo(verified) < 0) {
            await(offered);
            // Whoever waits is as good and came before, or better.
            if (!waiting.isEmpty() && verifyingS <= VERIFYING * elapsedS()) {
                accept(waiting.removeLast());
            }
        }
    }

    /** Of equals the first comes last, so that it is taken first, as it would be without waiting. */
    private void await(Candidate candidate) {
        int at = waiting.size();
        while (at > 0 && waiting.get(at - 1).compareTo(candidate) <= 0) {
            at--;
        }
        waiting.add(at, candidate);
        while (waiting.size() > WAITING) {
            accept(waiting.removeLast());
        }
    }

    private boolean accept(Candidate offered) {
        double begun = elapsedS();
        List<String> violations = LayoutVerifier.violations(problem, offered.layout);
        verifyingS += elapsedS() - begun;
        if (!violations.isEmpty()) {
            rejected++;
            return false;
        }
        verified = offered;
        waiting.removeIf(candidate -> candidate.compareTo(offered) >= 0);
        onImprovement.accept(new Improvement(++number, elapsedS(), offered.layout));
        return true;
    }

    /** Takes a layout that is no better by its figures but preferred for another reason; returns whether it holds. */
    boolean prefer(Layout layout) {
        return accept(new Candidate(layout, Quality.of(problem, layout)));
    }

    /** How many layouts the verifier refused. */
    long rejected() {
        return rejected;
    }

    boolean isEmpty() {
        return verified == null;
    }

    /** The best verified layout. */
    Layout get() {
        while (!waiting.isEmpty()) {
            accept(waiting.removeLast());
        }
        if (verified == null) {
            throw new IllegalStateException("No layout passed the verifier.");
        }
        return verified.layout;
    }
}
