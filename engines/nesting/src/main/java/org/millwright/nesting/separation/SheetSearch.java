package org.millwright.nesting.separation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.millwright.nesting.model.Constraints;
import org.millwright.nesting.model.Layout.Unplaced;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Stock;
import org.millwright.nesting.pacing.Pace;
import org.millwright.nesting.scene.Kinds;
import org.millwright.nesting.scene.Poses;
import org.millwright.nesting.scene.Scene;
import org.millwright.nesting.scene.Stage;
import org.millwright.nesting.scene.Stage.Copy;
import org.millwright.nesting.scene.Stage.Piece;
import org.millwright.nesting.shape.Figure;

/**
 * Improves a layout on several pieces of stock: forces copies in that found no place, then closes one piece after the
 * other, or exchanges it for a cheaper one, by spreading its parts over the others and separating them. What fails is
 * taken back.
 */
public final class SheetSearch {
    /** Share of the budget that one attempt may take. */
    private static final double SLICE = 0.12;

    private static final double FULL = 0.99;

    private final NestingProblem problem;
    private final Kinds kinds;
    private final Pace pace;
    private final SplittableRandom random;
    private final double until;
    private final Map<String, Integer> itemIndex = new HashMap<>();
    private final Map<String, Integer> stockIndex = new HashMap<>();
    private final double[] itemArea;
    private final Set<Set<Piece>> failed = new HashSet<>();
    private List<Placement> placements;
    private long evaluations;
    private @Nullable Lookups lookups;

    /**
     * A search that begins with a layout.
     *
     * @param until share of the pace that may be spent
     */
    public SheetSearch(
            NestingProblem problem, Kinds kinds, Pace pace, double until, long seed, List<Placement> placements) {
        this.problem = problem;
        this.kinds = kinds;
        this.pace = pace;
        this.until = until;
        random = new SplittableRandom(seed);
        this.placements = List.copyOf(placements);
        for (int i = 0; i < problem.items().size(); i++) {
            itemIndex.put(problem.items().get(i).id(), i);
        }
        for (int s = 0; s < problem.stocks().size(); s++) {
            stockIndex.put(problem.stocks().get(s).id(), s);
        }
        // Parts that pass under others take no area for certain.
        Set<String> levelled = new HashSet<>();
        problem.constraints().levels().forEach(level -> levelled.add(level.itemId()));
        itemArea = problem.items().stream()
                .mapToDouble(
                        item -> levelled.contains(item.id()) ? 0 : item.shape().areaMm2())
                .toArray();
    }

    public long evaluations() {
        return evaluations;
    }

    /**
     * Searches until nothing is left to try or the budget for it is spent.
     *
     * @param unplaced copies to be forced in, those first that matter most
     * @param onBetter told of each better layout, which is to be verified
     */
    public void run(List<Unplaced> unplaced, Consumer<List<Placement>> onBetter) {
        List<Unplaced> waiting = new ArrayList<>(unplaced);
        int idle = 0;
        while (!waiting.isEmpty() && idle < 3 * waiting.size() && pace.spent() < until) {
            Unplaced next = waiting.removeFirst();
            Copy copy = new Copy(itemIndex.getOrDefault(next.itemId(), 0), next.copyIndex());
            List<Copy> together = withPartner(copy, waiting);
            double area =
                    together.stream().mapToDouble(one -> itemArea[one.item()]).sum();
            if (placedArea() + area > FULL * area(pieces())) {
                continue;
            }
            if (attempt(pieces(), together)) {
                waiting.removeIf(left ->
                        together.contains(new Copy(itemIndex.getOrDefault(left.itemId(), 0), left.copyIndex())));
                onBetter.accept(placements);
                idle = 0;
            } else {
                waiting.add(next);
                idle++;
            }
        }
        if (waiting.isEmpty()) {
            closePieces(onBetter);
        }
    }

    /** A copy and the one that it belongs to: one may not be placed without the other. */
    private List<Copy> withPartner(Copy copy, List<Unplaced> waiting) {
        String id = problem.items().get(copy.item()).id();
        for (Constraints.Pair pair : problem.constraints().pairs()) {
            boolean first = pair.firstId().equals(id);
            if (first || pair.secondId().equals(id)) {
                String other = first ? pair.secondId() : pair.firstId();
                if (waiting.stream().anyMatch(left -> left.itemId().equals(other) && left.copyIndex() == copy.copy())) {
                    return List.of(copy, new Copy(itemIndex.getOrDefault(other, 0), copy.copy()));
                }
            }
        }
        return List.of(copy);
    }

    private List<Piece> pieces() {
        List<Piece> used = new ArrayList<>();
        for (Placement placement : placements) {
            Piece piece = pieceOf(placement);
            if (!used.contains(piece)) {
                used.add(piece);
            }
        }
        return used;
    }

    private Piece pieceOf(Placement placement) {
        return new Piece(stockIndex.getOrDefault(placement.stockId(), 0), placement.stockCopy());
    }

    private Copy copyOf(Placement placement) {
        return new Copy(itemIndex.getOrDefault(placement.itemId(), 0), placement.copyIndex());
    }

    /** Closes or exchanges pieces, and tries what failed again, until nothing is left that might be closed. */
    private void closePieces(Consumer<List<Placement>> onBetter) {
        while (pace.spent() < until && !candidates().isEmpty()) {
            if (closeOne()) {
                onBetter.accept(placements);
            }
        }
    }

    /** Tries sets of pieces that cost less, the cheapest first that might do. */
    private boolean closeOne() {
        for (List<Piece> pieces : candidates()) {
            if (pace.spent() >= until) {
                return false;
            }
            if (attempt(pieces, List.of())) {
                return true;
            }
            failed.add(Set.copyOf(pieces));
        }
        // With budget left, chance may still help where patience did not.
        failed.clear();
        return false;
    }

    private List<List<Piece>> candidates() {
        List<Piece> used = pieces();
        List<List<Piece>> candidates = new ArrayList<>();
        Set<Piece> kept = new HashSet<>();
        problem.constraints().pins().forEach(pin -> kept.add(pieceOf(pin)));
        for (Piece victim : used) {
            if (kept.contains(victim)) {
                continue;
            }
            List<Piece> rest = new ArrayList<>(used);
            rest.remove(victim);
            candidates.add(rest);
            for (Piece other : unused(used)) {
                if (isCheaper(other, victim)) {
                    List<Piece> exchanged = new ArrayList<>(rest);
                    exchanged.add(other);
                    candidates.add(exchanged);
                }
            }
        }
        double needed = placedArea();
        candidates.removeIf(
                pieces -> pieces.isEmpty() || area(pieces) * FULL < needed || failed.contains(Set.copyOf(pieces)));
        candidates.sort(Comparator.comparingLong(this::cost).thenComparingDouble(pieces -> -area(pieces)));
        return candidates;
    }

    private List<Piece> unused(List<Piece> used) {
        List<Piece> unused = new ArrayList<>();
        for (int s = 0; s < problem.stocks().size(); s++) {
            for (int copy = 0; copy < problem.stocks().get(s).quantity(); copy++) {
                Piece piece = new Piece(s, copy);
                if (!used.contains(piece)) {
                    unused.add(piece);
                    break;
                }
            }
        }
        return unused;
    }

    private double placedArea() {
        return placements.stream()
                .mapToDouble(placement -> itemArea[copyOf(placement).item()])
                .sum();
    }

    private boolean isCheaper(Piece a, Piece b) {
        Stock one = problem.stocks().get(a.stock());
        Stock other = problem.stocks().get(b.stock());
        return one.costMinor() != other.costMinor()
                ? one.costMinor() < other.costMinor()
                : one.shape().areaMm2() < other.shape().areaMm2();
    }

    private double area(List<Piece> pieces) {
        return pieces.stream()
                .mapToDouble(
                        piece -> problem.stocks().get(piece.stock()).shape().areaMm2())
                .sum();
    }

    private long cost(List<Piece> pieces) {
        return pieces.stream()
                .mapToLong(piece -> problem.stocks().get(piece.stock()).costMinor())
                .sum();
    }

    /** Lays everything out on the given pieces: what lies there stays to begin with, the rest starts anywhere. */
    private boolean attempt(List<Piece> pieces, List<Copy> added) {
        pace.step();
        List<Copy> copies = new ArrayList<>();
        placements.forEach(placement -> copies.add(copyOf(placement)));
        copies.addAll(added);
        var stage = new Stage(problem, kinds, copies, pieces);
        // What is drawn anew for each attempt has to pay within it.
        boolean repeated = lookups != null && lookups.serves(stage.scene);
        var arrangement = new Arrangement(stage.scene, lookupsFor(stage.scene));
        long before = evaluations;
        arrangement.evaluations = repeated ? before : 0;
        List<Integer> loose = new ArrayList<>();
        for (int i = 0; i < copies.size(); i++) {
            int b = i < placements.size() ? pieces.indexOf(pieceOf(placements.get(i))) : -1;
            if (b < 0) {
                loose.add(i);
            } else {
                arrangement.place(i, stage.poseOf(i, placements.get(i), b));
            }
        }
        for (int i : loose) {
            if (!drop(arrangement, i)) {
                return false;
            }
        }
        double end = Math.min(until, pace.spent() + SLICE);
        boolean done = new Separator(arrangement, new Compactor(arrangement), random, pace).separate(200, 3, end);
        evaluations = repeated ? arrangement.evaluations : before + arrangement.evaluations;
        if (done) {
            var poses = new Poses(arrangement.parts);
            arrangement.save(poses);
            placements = stage.placements(poses);
        }
        return done;
    }

    private Lookups lookupsFor(Scene scene) {
        Lookups known = lookups;
        if (known == null || !known.serves(scene)) {
            known = new Lookups(scene);
            lookups = known;
        }
        return known;
    }

    /** Puts a part anywhere in a bin that is large enough for it in some turn. */
    private boolean drop(Arrangement arrangement, int part) {
        Scene scene = arrangement.scene;
        for (int k = 0; k < 100 + 20 * scene.bins(); k++) {
            int b = random.nextInt(scene.bins());
            Figure f = scene.turns[part].anyTurn(random);
            if (arrangement.fits(f, b)) {
                double wishX =
                        arrangement.loX(f, b) + random.nextDouble() * (arrangement.hiX(f, b) - arrangement.loX(f, b));
                double wishY =
                        arrangement.loY(f, b) + random.nextDouble() * (arrangement.hiY(f, b) - arrangement.loY(f, b));
                double x = arrangement.nearestX(part, f, b, wishX);
                double y = arrangement.nearestY(part, f, b, wishY);
                if (!Double.isNaN(x + y)) {
                    arrangement.place(part, f, x, y, b);
                    return true;
                }
            }
        }
        return false;
    }
}
