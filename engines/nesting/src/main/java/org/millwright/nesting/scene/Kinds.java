package org.millwright.nesting.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.millwright.nesting.lookup.NoFitMaps;
import org.millwright.nesting.lookup.ObstacleMaps;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;
import org.millwright.nesting.shape.Extras;
import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Turns;

/** Figures of all items and stocks of one problem, made when first asked for. */
public final class Kinds {
    private static final double MM_PER_UM = 1e-3;

    private final NestingProblem problem;
    private final @Nullable Turns[] turns;
    private final @Nullable List<Obstacle>[] obstacles;
    private @Nullable Numbers all;

    /**
     * Something on a piece of stock that parts keep off.
     *
     * @param quality of the material there; 0 where there is none
     */
    record Obstacle(Figure figure, int quality) {}

    /** Knows no figure yet. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Kinds(NestingProblem problem) {
        this.problem = problem;
        turns = new Turns[problem.items().size()];
        obstacles = new List[problem.stocks().size()];
    }

    /** The figures of an item, by its index in the problem. */
    public synchronized Turns turnsOf(int item) {
        Turns known = turns[item];
        if (known == null) {
            known = Turns.of(
                    problem.items().get(item).shape(),
                    problem.items().get(item).orientations(),
                    problem.clearanceUm() / 2.0,
                    Extras.of(problem.constraints(), problem.items().get(item).id()));
            turns[item] = known;
        }
        return known;
    }

    synchronized List<Obstacle> obstaclesOf(int stock) {
        List<Obstacle> known = obstacles[stock];
        if (known == null) {
            known = obstaclesOn(problem.stocks().get(stock), (double) problem.marginUm());
            obstacles[stock] = known;
        }
        return known;
    }

    /** Numbers for the figures of some parts: those of all items where these are few, so that all searches share their maps. */
    synchronized Numbers numbersOf(List<Turns> parts) {
        if (problem.items().size() > NoFitMaps.MOST_FIGURES) {
            return new Numbers(parts);
        }
        Numbers known = all;
        if (known == null) {
            known = new Numbers(IntStream.range(0, problem.items().size())
                    .mapToObj(this::turnsOf)
                    .toList());
            all = known;
        }
        return known.figures.length > NoFitMaps.MOST_FIGURES ? new Numbers(parts) : known;
    }

    /** Where figures meet what is on a piece of stock, by the index of that in the problem. */
    synchronized ObstacleMaps obstacleMapsOf(int stock, Numbers numbers) {
        return numbers.ofStock.computeIfAbsent(stock, key -> {
            boolean tooMany = pairsUpTo(stock, numbers) > ObstacleMaps.MOST_PAIRS;
            Polygon shape = problem.stocks().get(stock).shape();
            double margin = problem.marginUm();
            return new ObstacleMaps(
                    tooMany ? new Figure[0] : numbers.figures,
                    obstaclesOf(stock).stream().map(Obstacle::figure).toArray(Figure[]::new),
                    new double[] {
                        shape.minXUm() + margin,
                        shape.minYUm() + margin,
                        shape.maxXUm() - margin,
                        shape.maxYUm() - margin
                    });
        });
    }

    /** How many pairs of a figure and something that does not move there are on this stock and those before it. */
    private long pairsUpTo(int stock, Numbers numbers) {
        long obstaclesThere = 0;
        for (int s = 0; s <= stock; s++) {
            Stock before = problem.stocks().get(s);
            obstaclesThere += before.zones().size()
                    + (before.shape().isRectangle()
                            ? 0
                            : 1 + before.shape().holesMm().size());
        }
        return obstaclesThere * numbers.figures.length;
    }

    private static List<Obstacle> obstaclesOn(Stock stock, double marginUm) {
        List<Obstacle> found = new ArrayList<>();
        Polygon shape = stock.shape();
        if (!shape.isRectangle()) {
            found.add(new Obstacle(Turns.unmoved(around(shape), marginUm), 0));
            for (double[] hole : shape.holesMm()) {
                found.add(new Obstacle(Turns.unmoved(Polygon.ofMm(hole), marginUm), 0));
            }
        }
        for (Stock.Zone zone : stock.zones()) {
            found.add(new Obstacle(Turns.unmoved(zone.shape(), 0), zone.quality()));
        }
        return found;
    }

    /** A frame with the outline of the stock as its opening. */
    private static Polygon around(Polygon shape) {
        double pad = 0.1 * Math.max(shape.widthMm(), shape.heightMm());
        double left = shape.minXUm() * MM_PER_UM - pad;
        double right = shape.maxXUm() * MM_PER_UM + pad;
        double low = shape.minYUm() * MM_PER_UM - pad;
        double high = shape.maxYUm() * MM_PER_UM + pad;
        return Polygon.ofMm(new double[] {left, low, right, low, right, high, left, high}, List.of(shape.outerMm()));
    }
}
