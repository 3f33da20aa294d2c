package org.millwright.nesting.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.nesting.model.Constraints;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.Layout.Reason;
import org.millwright.nesting.model.Layout.Unplaced;
import org.millwright.nesting.model.Layout.UsedStock;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.QuarterTurns;
import org.millwright.nesting.model.Stock;
import org.millwright.nesting.shape.Extras;

/** Builds complete layouts: copies in a given order, each into the first piece of stock that has room for it. */
public final class Packing {
    private static final double MM_PER_UM = 1e-3;

    private final NestingProblem problem;
    private final Part[] parts;
    private final List<Stock> stocks;
    /** For each copy the index of its item. */
    private final int[] itemOfCopy;
    /** For each item the one whose copies belong to its copies, or -1, and how far they may be apart. */
    private final int[] partnerOf;

    private final double[] withinUm;

    public Packing(NestingProblem problem) {
        this.problem = problem;
        double levelsUm = problem.constraints().levels().stream()
                .mapToDouble(level -> 2000 * level.growMm())
                .max()
                .orElse(0);
        parts = problem.items().stream()
                .map(item -> new Part(
                        item,
                        QuarterTurns.of(item, problem),
                        problem.clearanceUm(),
                        Extras.of(problem.constraints(), item.id()),
                        (long) Math.ceil(levelsUm)))
                .toArray(Part[]::new);
        stocks = problem.stocks().stream()
                .sorted(Comparator.comparingInt(Stock::priority)
                        .thenComparingDouble(
                                stock -> stock.costMinor() / stock.shape().areaMm2())
                        .thenComparing(Stock::id))
                .toList();
        int[] copies = new int[problem.items().stream().mapToInt(Item::quantity).sum()];
        int filled = 0;
        for (int item = 0; item < parts.length; item++) {
            Arrays.fill(copies, filled, filled += parts[item].item.quantity(), item);
        }
        itemOfCopy = copies;
        partnerOf = new int[parts.length];
        withinUm = new double[parts.length];
        Arrays.fill(partnerOf, -1);
        for (Constraints.Pair pair : problem.constraints().pairs()) {
            int first = indexOf(pair.firstId());
            int second = indexOf(pair.secondId());
            partnerOf[first] = second;
            partnerOf[second] = first;
            withinUm[first] = pair.withinMm() * 1000;
            withinUm[second] = withinUm[first];
        }
    }

    private int indexOf(String itemId) {
        for (int item = 0; item < parts.length; item++) {
            if (parts[item].item.id().equals(itemId)) {
                return item;
            }
        }
        throw new IllegalArgumentException("There is no item %s.".formatted(itemId));
    }

    public int copyCount() {
        return itemOfCopy.length;
    }

    /** The item that a copy belongs to. */
    public Item itemOf(int copy) {
        return parts[itemOfCopy[copy]].item;
    }

    /** Places copies in this order and tells what came of it. */
    public Layout build(int[] order) {
        var run = new Run();
        run.addPins();
        for (int copy : order) {
            run.add(itemOfCopy[copy]);
        }
        return run.layout();
    }

    /** The state of one layout under construction. */
    private final class Run {
        private final List<Piece> open = new ArrayList<>();
        private final List<BitSet> openedOfStock =
                stocks.stream().map(stock -> new BitSet()).toList();
        private final int[] asked = new int[parts.length];
        /** Copies that need no place any more: pinned, or placed with the one that they belong to. */
        private final List<BitSet> done =
                Arrays.stream(parts).map(part -> new BitSet()).toList();

        private final List<Placement> placements = new ArrayList<>();
        private final List<Unplaced> unplaced = new ArrayList<>();
        /** Per piece, item and rotation: space only shrinks, so nothing left of the last try has become free. */
        private final Map<Piece, long[][]> triedUpTo = new HashMap<>();

        private final Map<Piece, Double> areaMm2 = new HashMap<>();

        /** Puts down what is pinned. */
        void addPins() {
            for (Placement pin : problem.constraints().pins()) {
                int item = indexOf(pin.itemId());
                Part part = parts[item];
                done.get(item).set(pin.copyIndex());
                Piece piece = opened(pin.stockId(), pin.stockCopy());
                piece.place(
                        part.shape(pin.rotationDeg(), pin.mirrored(), problem.clearanceUm()),
                        part.grown(pin.rotationDeg(), pin.mirrored(), problem.clearanceUm()),
                        Math.round(pin.xMm() * 1000),
                        Math.round(pin.yMm() * 1000));
                areaMm2.merge(piece, part.item.shape().areaMm2(), Double::sum);
                placements.add(pin);
            }
        }

        private Piece opened(String stockId, int copy) {
            for (Piece piece : open) {
                if (piece.stock.id().equals(stockId) && piece.copy == copy) {
                    return piece;
                }
            }
            for (int s = 0; s < stocks.size(); s++) {
                if (stocks.get(s).id().equals(stockId)) {
                    var piece = new Piece(stocks.get(s), copy, problem.marginUm());
                    openedOfStock.get(s).set(copy);
                    open.add(piece);
                    return piece;
                }
            }
            throw new IllegalArgumentException("There is no stock %s.".formatted(stockId));
        }

        void add(int item) {
            int copy = asked[item]++;
            if (done.get(item).get(copy)) {
                return;
            }
            int partner = partnerOf[item];
            if (partner >= 0) {
                done.get(partner).set(copy);
            }
            for (Piece piece : open) {
                if (placeOn(piece, item, partner, copy)) {
                    return;
                }
            }
            boolean fitsSomewhere = !open.isEmpty()
                    && placements.stream()
                            .anyMatch(placement -> placement.itemId().equals(parts[item].item.id()));
            for (int s = 0; s < stocks.size(); s++) {
                int next = openedOfStock.get(s).nextClearBit(0);
                var fresh = new Piece(stocks.get(s), next, problem.marginUm());
                if (next < stocks.get(s).quantity()) {
                    if (placeOn(fresh, item, partner, copy)) {
                        open.add(fresh);
                        openedOfStock.get(s).set(next);
                        return;
                    }
                    fitsSomewhere |= partner >= 0;
                } else {
                    fitsSomewhere |= rotationOn(fresh, item) >= 0;
                }
            }
            Reason reason = fitsSomewhere ? Reason.NO_STOCK_LEFT : Reason.LARGER_THAN_ALL_STOCK;
            unplaced.add(new Unplaced(parts[item].item.id(), copy, reason));
            if (partner >= 0) {
                unplaced.add(new Unplaced(parts[partner].item.id(), copy, reason));
            }
        }

        /** Places a copy and the one that belongs to it, or none of both. */
        private boolean placeOn(Piece piece, int item, int partner, int copy) {
            int rotation = rotationOn(piece, item);
            if (rotation < 0) {
                return false;
            }
            long usedRight = piece.usedRightUm;
            place(piece, item, rotation, copy);
            if (partner < 0) {
                return true;
            }
            int other = rotationNear(piece, partner, boxOf(item, rotation, piece), withinUm[item]);
            if (other < 0) {
                piece.undo(usedRight);
                placements.removeLast();
                areaMm2.merge(piece, -parts[item].item.shape().areaMm2(), Double::sum);
                return false;
            }
            place(piece, partner, other, copy);
            return true;
        }

        private void place(Piece piece, int item, int rotation, int copy) {
            Part part = parts[item];
            piece.place(part.shapes[rotation], part.grown[rotation]);
            areaMm2.merge(piece, part.item.shape().areaMm2(), Double::sum);
            placements.add(new Placement(
                    part.item.id(),
                    copy,
                    piece.stock.id(),
                    piece.copy,
                    part.rotationsDeg[rotation],
                    piece.foundXUm / 1000.0,
                    piece.foundYUm / 1000.0));
        }

        private Wanted.Box boxOf(int item, int rotation, Piece piece) {
            Polygon turned = parts[item].item.shape().rotated(parts[item].rotationsDeg[rotation]);
            return Wanted.Box.of(turned, piece.foundXUm, piece.foundYUm);
        }

        /** A rotation with room near a box, or -1; leaves the place in the piece. */
        private int rotationNear(Piece piece, int item, Wanted.Box box, double within) {
            for (int r = 0; r < parts[item].shapes.length; r++) {
                // A way in would make the shape wider than the part that has to be near.
                if (piece.find(wanted(piece, item, r, box.grown(within)), Long.MIN_VALUE, Long.MAX_VALUE)
                        && box.apart(boxOf(item, r, piece)) <= within) {
                    return r;
                }
            }
            return -1;
        }

        private Wanted wanted(Piece piece, int item, int r, Wanted.Box near) {
            Part part = parts[item];
            double degrees = part.rotationsDeg[r];
            return new Wanted(
                    part.shapes[r],
                    part.item.quality(),
                    part.lattice(problem.constraints(), piece.stock, degrees, false, true),
                    part.lattice(problem.constraints(), piece.stock, degrees, false, false),
                    near);
        }

        /** The rotation whose right edge comes out furthest left, or -1; leaves the place in the piece. */
        private int rotationOn(Piece piece, int item) {
            Part part = parts[item];
            long[] tried = triedUpTo.computeIfAbsent(piece, any -> new long[parts.length][])[item];
            if (tried == null) {
                tried = new long[part.shapes.length];
                Arrays.fill(tried, Long.MIN_VALUE);
                triedUpTo.get(piece)[item] = tried;
            }
            int best = -1;
            long bestRight = Long.MAX_VALUE;
            long bestX = 0;
            long bestY = 0;
            for (int r = 0; r < part.shapes.length; r++) {
                if (tried[r] != Long.MAX_VALUE
                        && piece.find(wanted(piece, item, r, Wanted.Box.EVERYWHERE), tried[r], bestRight)) {
                    best = r;
                    bestX = piece.foundXUm;
                    bestY = piece.foundYUm;
                    bestRight = bestX + part.shapes[r].maxXUm();
                    tried[r] = bestX;
                } else if (bestRight == Long.MAX_VALUE) {
                    tried[r] = Long.MAX_VALUE;
                }
            }
            piece.foundXUm = bestX;
            piece.foundYUm = bestY;
            return best;
        }

        Layout layout() {
            List<UsedStock> used = new ArrayList<>();
            for (Piece piece : open) {
                used.add(new UsedStock(
                        piece.stock.id(),
                        piece.copy,
                        areaMm2.getOrDefault(piece, 0.0) / piece.stock.shape().areaMm2(),
                        (piece.usedRightUm - piece.stock.shape().minXUm()) * MM_PER_UM));
            }
            return new Layout(placements, unplaced, used);
        }
    }
}
