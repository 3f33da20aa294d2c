package org.millwright.nesting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
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
    private final long startedNs = System.nanoTime();
    /** Not verified yet, the best last. */
    private final List<Candidate> waiting = new ArrayList<>();

    private @Nullable Layout verified;
    private @Nullable Quality quality;
    private long number;
    private long rejected;
    private double verifyingS;

    private record Candidate(Layout layout, Quality quality) {}

    Best(NestingProblem problem, Consumer<Improvement> onImprovement) {
        this.problem = problem;
        this.onImprovement = onImprovement;
    }

    private double elapsedS() {
        return (System.nanoTime() - startedNs) * NANOS;
    }

    /** Considers a layout; returns whether it is better than all before. */
    boolean offer(Layout layout) {
        Quality offered = Quality.of(problem, layout);
        if (quality != null && offered.compareTo(quality) >= 0) {
            return false;
        }
        if (verified != null && verifyingS > VERIFYING * elapsedS()) {
            await(new Candidate(layout, offered));
            return true;
        }
        return accept(layout, offered);
    }

    /** Of equals the first comes last, so that it is taken first, as it would be without waiting. */
    private void await(Candidate candidate) {
        int at = waiting.size();
        while (at > 0 && waiting.get(at - 1).quality.compareTo(candidate.quality) <= 0) {
            at--;
        }
        waiting.add(at, candidate);
        while (waiting.size() > WAITING) {
            Candidate last = waiting.removeLast();
            accept(last.layout, last.quality);
        }
    }

    private boolean accept(Layout layout, Quality offered) {
        double begun = elapsedS();
        List<String> violations = LayoutVerifier.violations(problem, layout);
        verifyingS += elapsedS() - begun;
        if (!violations.isEmpty()) {
            rejected++;
            return false;
        }
        verified = layout;
        quality = offered;
        waiting.removeIf(candidate -> candidate.quality.compareTo(offered) >= 0);
        onImprovement.accept(new Improvement(++number, elapsedS(), layout));
        return true;
    }

    /** Takes a layout that is no better by its figures but preferred for another reason; returns whether it holds. */
    boolean prefer(Layout layout) {
        return accept(layout, Quality.of(problem, layout));
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
            Candidate last = waiting.removeLast();
            accept(last.layout, last.quality);
        }
        if (verified == null) {
            throw new IllegalStateException("No layout passed the verifier.");
        }
        return verified;
    }
}
