package org.millwright.nesting.separation;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Stock;
import org.millwright.nesting.pacing.Crew;
import org.millwright.nesting.pacing.Paces;
import org.millwright.nesting.scene.Kinds;
import org.millwright.nesting.scene.Poses;
import org.millwright.nesting.scene.Stage;
import org.millwright.nesting.shape.Figure;

/** Lays all copies out on one piece of stock so that they use as little of its length as possible. */
public final class StripSolver {
    /** What is so many times as long as it is high is a strip. */
    private static final double STRIP_ASPECT = 5;

    private final NestingProblem problem;
    private final Kinds kinds;
    private final Paces paces;
    private final int threads;
    private final AtomicLong evaluations = new AtomicLong();

    public StripSolver(NestingProblem problem, Kinds kinds, Paces paces, int threads) {
        this.problem = problem;
        this.kinds = kinds;
        this.paces = paces;
        this.threads = threads;
    }

    public long evaluations() {
        return evaluations.get();
    }

    /**
     * Searches until the pace ends it.
     *
     * @param start a layout of all copies to begin with; empty to make one; when the strip is too short for that
     *     nothing is told of
     * @param onShorter told on the calling thread of layouts, which are to be verified; not each is shorter than those
     *     that other threads told of
     */
    public void solve(
            List<Stage.Copy> copies,
            Stage.Piece piece,
            List<Placement> start,
            long seed,
            Consumer<List<Placement>> onShorter) {
        var stage = new Stage(problem, kinds, copies, List.of(piece));
        var exchange = new Exchange(threads, paces.isTimed());
        new Crew<Poses>()
                .run(
                        threads,
                        (thread, onFound) -> {
                            try {
                                var search = new StripSearch(
                                        stage.scene,
                                        seed + 0x9E3779B97F4A7C15L * thread,
                                        paces.next(),
                                        onFound,
                                        exchange,
                                        thread);
                                search.run(arrangement -> place(stage, arrangement, start));
                                evaluations.addAndGet(search.evaluations());
                            } catch (RuntimeException | Error failed) {
                                exchange.abandon();
                                throw failed;
                            }
                        },
                        poses -> onShorter.accept(stage.placements(poses)));
        paces.settle();
    }

    private static boolean place(Stage stage, Arrangement arrangement, List<Placement> start) {
        for (Placement placement : start) {
            for (int i = 0; i < stage.copies.size(); i++) {
                Stage.Copy copy = stage.copies.get(i);
                if (copy.copy() == placement.copyIndex()
                        && stage.problem.items().get(copy.item()).id().equals(placement.itemId())) {
                    arrangement.place(i, stage.poseOf(i, placement, 0));
                }
            }
        }
        return !start.isEmpty();
    }

    /** Whether a strip is so long that all copies fit behind one another, or probably beside one another. */
    public static boolean isLong(NestingProblem problem) {
        if (problem.stocks().size() != 1) {
            return false;
        }
        Stock stock = problem.stocks().getFirst();
        double needed = problem.items().stream()
                .mapToDouble(item -> item.quantity()
                        * (Math.hypot(item.shape().widthMm(), item.shape().heightMm()) + problem.clearanceMm() + 0.1))
                .sum();
        return stock.quantity() == 1
                && stock.shape().isRectangle()
                && stock.zones().isEmpty()
                && stock.shape().widthMm() - 2 * problem.marginMm() >= Math.min(needed, roomyMm(problem, stock));
    }

    /** The length at which a strip is as large as the boxes of all copies; infinity for what is no strip. */
    private static double roomyMm(NestingProblem problem, Stock stock) {
        double heightMm = stock.shape().heightMm() - 2 * problem.marginMm();
        if (heightMm * STRIP_ASPECT > stock.shape().widthMm()) {
            return Double.POSITIVE_INFINITY;
        }
        double boxesMm2 = problem.items().stream()
                .mapToDouble(item -> item.quantity()
                        * (item.shape().widthMm() + problem.clearanceMm())
                        * (item.shape().heightMm() + problem.clearanceMm()))
                .sum();
        return boxesMm2 / heightMm;
    }

    /** Whether every item fits across the strip in some allowed turn; then strips that are long enough hold all. */
    public boolean fitAcross(Stage.Piece piece) {
        double height = problem.stocks().get(piece.stock()).shape().heightMm() * 1000 - 2 * problem.marginUm();
        return IntStream.range(0, problem.items().size()).allMatch(item -> {
            var turns = kinds.turnsOf(item);
            if (turns.stepped) {
                for (Figure step : turns.steps) {
                    if (step.ownMaxY - step.ownMinY <= height) {
                        return true;
                    }
                }
                return false;
            }
            return IntStream.range(0, 360)
                    .mapToObj(degrees -> turns.findTurn(turns.nearestDeg(degrees), false))
                    .anyMatch(figure -> figure.ownMaxY - figure.ownMinY <= height);
        });
    }
}
