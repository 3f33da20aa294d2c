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
 * pays to verify them, they wait, and at the end the best of those that pass is taken.
 */
final class Best {
    private static final double NANOS = 1e-9;

    /** Verifying may take so large a part of the time. */
    private static final double VERIFYING = 0.05;

    private static final int WAITING = 12;

    private final NestingProblem problem;
    private final Consumer<Improvement> onImprovement;
    private final long startedNs = System.nanoTime();
    private final List<Layout> waiting = new ArrayList<>();
    private @Nullable Layout verified;
    private @Nullable Quality quality;
    private long number;
    private long rejected;
    private double verifyingS;

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
            if (waiting.isEmpty() || offered.compareTo(Quality.of(problem, waiting.getLast())) < 0) {
                waiting.add(layout);
                if (waiting.size() > WAITING) {
                    // Old ones are worth least, but some should stay in case that all new ones fail.
                    waiting.remove(WAITING / 2);
                }
                return true;
            }
            return false;
        }
        return accept(layout, offered);
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
        waiting.clear();
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
        for (int i = waiting.size() - 1; i >= 0; i--) {
            if (accept(waiting.get(i), Quality.of(problem, waiting.get(i)))) {
                break;
            }
        }
        waiting.clear();
        if (verified == null) {
            throw new IllegalStateException("No layout passed the verifier.");
        }
        return verified;
    }
}
