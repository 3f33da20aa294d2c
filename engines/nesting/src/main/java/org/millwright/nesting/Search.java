package org.millwright.nesting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.millwright.nesting.model.Constraints;
import org.millwright.nesting.model.InvalidNesting;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.Layout.Reason;
import org.millwright.nesting.model.Layout.Unplaced;
import org.millwright.nesting.model.Layout.UsedStock;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.QuarterTurns;
import org.millwright.nesting.pacing.Paces;
import org.millwright.nesting.place.Packing;
import org.millwright.nesting.scene.Kinds;
import org.millwright.nesting.scene.Stage;
import org.millwright.nesting.separation.Sheets;
import org.millwright.nesting.separation.StripSolver;
import org.millwright.nesting.verification.LayoutVerifier;

/** A layout at once, part by part; then separation in ever less room. */
final class Search {
    private static final double NANOS = 1e-9;
    private static final List<ToDoubleFunction<Polygon>> SIZES = List.of(
            Polygon::areaMm2,
            shape -> Math.max(shape.widthMm(), shape.heightMm()),
            Polygon::heightMm,
            shape -> shape.widthMm() + shape.heightMm());

    /** Memory for separation grows with the square of the parts; more are only placed part by part. */
    private static final int MOST_PARTS = 2_000;

    /** Strips with so few corners are also filled part by part, which finds exact fits and hardly takes time. */
    private static final int FEW_CORNERS = 100;

    /** So many parts are laid out better part by part than a search does within seconds. */
    private static final int MANY_PARTS = 250;

    /** Where each has so few corners that it does not take long. */
    private static final int FEW_CORNERS_EACH = 8;

    /** Until then more orders are tried; separation improves more than another beginning does. */
    private static final double BUILD_UNTIL = 0.1;

    /** Until then stock is closed, after it the least filled piece is squeezed. */
    private static final double SHEETS_UNTIL = 0.7;

    /** Until then stock is closed with parts upright that may turn more freely. */
    private static final double UPRIGHT_UNTIL = 0.35;

    /** Layouts pushed down are rounded once more and may fail for that; so many are tried. */
    private static final int SIDEWAYS_TRIED = 3;

    private final NestingProblem problem;
    private final long seed;
    private final int threads;
    private final LongSupplier clockNs;
    /** A layout to begin with, if there is one. */
    private final List<Layout> start;

    private final Best best;
    private final Layouts layouts;
    private final Kinds kinds;
    private final Paces paces;
    private long evaluations;

    Search(
            NestingProblem problem,
            Budget budget,
            long seed,
            int threads,
            BooleanSupplier cancelled,
            LongSupplier clockNs,
            List<Layout> start,
            Best best) {
        this.problem = problem;
        this.start = start;
        this.seed = seed;
        this.threads = threads;
        this.clockNs = clockNs;
        this.best = best;
        layouts = new Layouts(problem);
        kinds = new Kinds(problem);
        paces = new Paces(budget.steps(), budget.seconds(), clockNs, cancelled);
    }

    long evaluations() {
        return evaluations;
    }

    Layout run() {
        refuseUntenablePins();
        var strip = new Stage.Piece(0, 0);
        if (!start.isEmpty()) {
            start.forEach(best::offer);
        }
        boolean free = problem.constraints().equals(Constraints.none()) && best.isEmpty();
        if (free
                && isSeparable()
                && StripSolver.isLong(problem)
                && stripSolver().fitAcross(strip)) {
            boolean many = parts() > MANY_PARTS && corners() <= FEW_CORNERS_EACH * parts();
            if (many || corners() <= FEW_CORNERS) {
                build();
            }
            squeeze(allCopies(problem), strip, many ? best.get().placements() : upright(strip));
            if (!best.isEmpty()) {
                return best.get();
            }
        }
        if (best.isEmpty()) {
            build();
        }
        if (isSeparable() && !paces.isOver()) {
            Optional<NestingProblem> upright = free ? QuarterTurns.of(problem) : Optional.empty();
            upright.ifPresent(stepped -> closeSheets(stepped, new Kinds(stepped), UPRIGHT_UNTIL));
            closeSheets(
                    problem,
                    kinds,
                    upright.isPresent() ? (SHEETS_UNTIL - UPRIGHT_UNTIL) / (1 - UPRIGHT_UNTIL) : SHEETS_UNTIL);
            squeezeLast();
        }
        return best.get();
    }

    /** Improves the best layout until a share of what is left of the budget is spent. */
    private void closeSheets(NestingProblem among, Kinds figures, double until) {
        List<Unplaced> unplaced = best.get().unplaced().stream()
                .filter(left -> left.reason() == Reason.NO_STOCK_LEFT)
                .toList();
        var sheets = new Sheets(among, figures, paces, threads, until);
        sheets.solve(best.get().placements(), unplaced, seed, placements -> best.offer(layouts.of(placements)));
        evaluations += sheets.evaluations();
    }

    /** What half of the time finds with parts upright, where they may turn more freely; empty where not. */
    private List<Placement> upright(Stage.Piece strip) {
        Optional<NestingProblem> upright = QuarterTurns.of(problem);
        if (upright.isEmpty()) {
            return List.of();
        }
        NestingProblem stepped = upright.get();
        var figures = new Kinds(stepped);
        if (!new StripSolver(stepped, figures, paces, threads).fitAcross(strip)) {
            return List.of();
        }
        var solver = new StripSolver(stepped, figures, paces.half(), threads);
        solver.solve(allCopies(stepped), strip, List.of(), seed, placements -> best.offer(layouts.of(placements)));
        evaluations += solver.evaluations();
        return best.isEmpty() || !best.get().unplaced().isEmpty()
                ? List.of()
                : best.get().placements();
    }

    /** Pins that overlap each other or lie off the stock can be kept by no layout. */
    private void refuseUntenablePins() {
        List<Placement> pins = problem.constraints().pins();
        if (!pins.isEmpty()) {
            List<String> violations = LayoutVerifier.violations(problem, layouts.of(pins));
            if (!violations.isEmpty()) {
                throw new InvalidNesting(violations);
            }
        }
    }

    /** Complete layouts part by part, in a few orders. */
    private void build() {
        var packing = new Packing(problem);
        for (ToDoubleFunction<Polygon> size : SIZES) {
            if (best.isEmpty() || !paces.isSpent(BUILD_UNTIL)) {
                long startedNs = clockNs.getAsLong();
                Layout layout = packing.build(bySize(packing, size));
                paces.take(1, (clockNs.getAsLong() - startedNs) * NANOS);
                layouts.learn(layout.unplaced());
                best.offer(layout);
                if (best.isEmpty()) {
                    throw new IllegalStateException("A layout was built that does not hold: %s"
                            .formatted(LayoutVerifier.violations(problem, layout)));
                }
            }
        }
    }

    private int[] bySize(Packing packing, ToDoubleFunction<Polygon> size) {
        double[] sizes = IntStream.range(0, packing.copyCount())
                .mapToDouble(copy -> size.applyAsDouble(packing.itemOf(copy).shape()))
                .toArray();
        return IntStream.range(0, packing.copyCount())
                .boxed()
                .sorted(Comparator.comparingInt(
                                (Integer copy) -> -packing.itemOf(copy).priority())
                        .thenComparingDouble(copy -> -sizes[copy])
                        .thenComparingInt(copy -> copy))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean isSeparable() {
        return parts() <= MOST_PARTS;
    }

    private int parts() {
        return problem.items().stream().mapToInt(Item::quantity).sum();
    }

    private int corners() {
        return problem.items().stream()
                .mapToInt(item -> item.quantity() * item.shape().ringUm(0).length / 2)
                .sum();
    }

    private StripSolver stripSolver() {
        return new StripSolver(problem, kinds, paces, threads);
    }

    /** Pushes the parts of the emptiest piece together, left or down, so that what is left of it is worth most. */
    private void squeezeLast() {
        Layout layout = best.get();
        UsedStock last = layout.used().stream()
                .min(Comparator.comparingDouble(UsedStock::density))
                .orElse(null);
        if (last == null || paces.isOver()) {
            return;
        }
        List<Placement> there = layout.listOn(last.stockId(), last.stockCopy());
        List<Placement> others = layout.placements().stream()
                .filter(placement -> !there.contains(placement))
                .toList();
        List<Stage.Copy> copies = there.stream()
                .map(placement -> new Stage.Copy(itemIndex(placement.itemId()), placement.copyIndex()))
                .toList();
        int stock = IntStream.range(0, problem.stocks().size())
                .filter(s -> problem.stocks().get(s).id().equals(last.stockId()))
                .findFirst()
                .orElseThrow();
        var piece = new Stage.Piece(stock, last.stockCopy());
        boolean alone = problem.constraints().equals(Constraints.none())
                && problem.stocks().get(stock).shape().isRectangle();
        Paces sideways = alone ? paces.half() : paces;
        StripSolver solver = stripSolver();
        solver.solve(copies, piece, there, seed, placements -> best.offer(layouts.of(joined(others, placements))));
        evaluations += solver.evaluations();
        if (alone) {
            squeezeDown(piece, there, others, sideways);
        }
    }

    /** Pushes the parts of one piece down instead of left, and takes that when it leaves a larger rectangle. */
    private void squeezeDown(Stage.Piece piece, List<Placement> there, List<Placement> others, Paces sideways) {
        Layout left = best.get();
        var turned = new Sideways(problem, piece, there);
        var packing = new Packing(turned.problem());
        Layout start = packing.build(bySize(packing, Polygon::areaMm2));
        List<List<Placement>> found = new ArrayList<>();
        found.add(start.placements());
        if (start.unplaced().isEmpty()) {
            var solver = new StripSolver(turned.problem(), new Kinds(turned.problem()), sideways, threads);
            solver.solve(allCopies(turned.problem()), new Stage.Piece(0, 0), start.placements(), seed, found::add);
            evaluations += solver.evaluations();
        }
        String stock = problem.stocks().get(piece.stock()).id();
        double most = remnantMm2(left, stock, piece.copy());
        for (int k = found.size() - 1; k >= Math.max(0, found.size() - SIDEWAYS_TRIED); k--) {
            Layout down = layouts.of(joined(others, turned.back(found.get(k))));
            if (remnantMm2(down, stock, piece.copy()) > most && best.prefer(down)) {
                return;
            }
        }
    }

    private double remnantMm2(Layout layout, String stock, int copy) {
        return Remnants.rectangleLeft(problem, layout, stock, copy)
                .map(Remnants.Strip::areaMm2)
                .orElse(0.0);
    }

    private static List<Placement> joined(List<Placement> first, List<Placement> second) {
        List<Placement> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private void squeeze(List<Stage.Copy> copies, Stage.Piece piece, List<Placement> start) {
        StripSolver solver = stripSolver();
        solver.solve(copies, piece, start, seed, placements -> best.offer(layouts.of(placements)));
        evaluations += solver.evaluations();
    }

    private int itemIndex(String id) {
        return IntStream.range(0, problem.items().size())
                .filter(i -> problem.items().get(i).id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Stage.Copy> allCopies(NestingProblem problem) {
        List<Stage.Copy> copies = new ArrayList<>();
        for (int i = 0; i < problem.items().size(); i++) {
            Item item = problem.items().get(i);
            for (int copy = 0; copy < item.quantity(); copy++) {
                copies.add(new Stage.Copy(i, copy));
            }
        }
        return copies;
    }
}
