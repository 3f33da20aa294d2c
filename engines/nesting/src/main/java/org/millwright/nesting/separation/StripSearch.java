package org.millwright.nesting.separation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.millwright.nesting.pacing.Pace;
import org.millwright.nesting.scene.Poses;
import org.millwright.nesting.scene.Scene;
import org.millwright.nesting.shape.Figure;

/**
 * Shortens a strip: shrink it, separate what overlaps now, shrink again until that fails; do the same from other
 * beginnings. Then go on from the shortest of them: start from an earlier failure with two large parts swapped. The last
 * part of the budget only squeezes the best arrangement found; little is left to it where linear programs push parts
 * together after every gain.
 */
final class StripSearch {
    /** Until then other beginnings are tried: how short a strip gets before swaps are needed is much a matter of luck. */
    private static final double BEGIN_UNTIL = 0.4;

    /** So many beginnings in a row that lead to nothing shorter are enough: the next would be shorter ever more seldom. */
    private static final int IDLE_BEGINNINGS = 3;

    private static final double EXPLORE_UNTIL = 0.8;

    private static final double EXPLORE_COMPACT_UNTIL = 0.95;

    /** A descent takes so much of the longest before. */
    private static final double LIKELY = 0.7;

    /** How much the order of parts differs between beginnings. */
    private static final double DISORDER = 0.3;

    private static final double SHRINK_MOST = 0.02;
    private static final double SHRINK_LEAST = 0.001;
    private static final double RATE_CHANGE = 1.3;
    /** Where that is enough the next slice is thicker. */
    private static final int SWEEPS_EASY = 6;

    /** Where more are needed the next slice is thinner. */
    private static final int SWEEPS_HARD = 24;

    private static final int SWEEPS_HASTY = 40;
    private static final int SWEEPS = 200;
    private static final int STRIKES = 1;
    private static final int PATIENCE = 1;
    private static final int ATTEMPTS = 30;
    private static final double SQUEEZE_FIRST = 0.0005;
    private static final double SQUEEZE_LAST = 0.00001;
    /** Few parts are pushed together each time: that takes no time, and finds what fits exactly. */
    private static final int FEW_PARTS = 30;

    private static final int TURNS_TRIED = 64;
    private static final double POOL_SPREAD = 0.25;

    private final Arrangement arrangement;
    private final Compactor compactor;
    private final Separator separator;
    private final SplittableRandom random;
    private final Pace pace;
    private final Consumer<Poses> onFeasible;
    private final Exchange exchange;
    private final int thread;
    private final Poses best;
    private final List<Poses> pool = new ArrayList<>();
    private double smallestEnd;
    /** Share of the budget at which squeezing begins. */
    private final double exploreUntil;

    /** Share of the budget at which the current stage ends. */
    private double stageEnd;

    /** Whether the best of this thread is kept apart from those of others. */
    private boolean apart;

    private double told = Double.POSITIVE_INFINITY;

    StripSearch(Scene scene, long seed, Pace pace, Consumer<Poses> onFeasible, Exchange exchange, int thread) {
        arrangement = new Arrangement(scene, new Lookups(scene));
        compactor = new Compactor(arrangement);
        random = new SplittableRandom(seed);
        separator = new Separator(arrangement, compactor, random, pace);
        this.pace = pace;
        this.onFeasible = onFeasible;
        this.exchange = exchange;
        this.thread = thread;
        best = new Poses(scene.parts());
        smallestEnd = scene.binMinX[0] + widest(scene);
        exploreUntil = compactor.isUseful() ? EXPLORE_COMPACT_UNTIL : EXPLORE_UNTIL;
        stageEnd = exploreUntil;
    }

    /** No strip is shorter than its longest part in its shortest turn. */
    private static double widest(Scene scene) {
        double widest = 0;
        for (int i = 0; i < scene.parts(); i++) {
            double narrowest = Double.POSITIVE_INFINITY;
            Figure f = scene.turns[i].first();
            if (scene.turns[i].stepped) {
                for (Figure step : scene.turns[i].steps) {
                    if (step.ownMaxY - step.ownMinY <= scene.binMaxY[0] - scene.binMinY[0]) {
                        narrowest = Math.min(narrowest, step.ownMaxX - step.ownMinX);
                    }
                }
            } else {
                narrowest = f.narrowUm() / 2;
            }
            widest = Math.max(widest, narrowest);
        }
        return widest;
    }

    long evaluations() {
        return arrangement.evaluations;
    }

    /**
     * @param start places all parts and returns true, or leaves it to this search and returns false; then
     *     nothing is told when the strip turns out too short
     */
    void run(Predicate<Arrangement> start) {
        boolean given = start.test(arrangement);
        if (!given && !new Starter(arrangement, random).fillStrip(0)) {
            exchange.abandon();
            return;
        }
        for (int i = 0; i < arrangement.parts; i++) {
            if (arrangement.scene.duties.fixed[i]) {
                smallestEnd = Math.max(smallestEnd, arrangement.x[i] + arrangement.figure[i].ownMaxX);
            }
        }
        feasible();
        if (!given) {
            begin();
        }
        explore();
        exchange.meet(thread, best);
        squeeze();
    }

    private void feasible() {
        arrangement.endX[0] = arrangement.usedEnd(0);
        arrangement.save(best);
        if (best.endX < told) {
            told = best.endX;
            Poses found = best.copy();
            exchange.post(found);
            onFeasible.accept(found);
        }
    }

    /**
     * Descends from several beginnings and keeps the shortest strip, until chance has little more to give: after so many
     * beginnings that did not shorten it by what a descent can tell apart. Begins no descent that would probably not end.
     */
    private void begin() {
        apart = true;
        stageEnd = BEGIN_UNTIL;
        Poses shortest = best.copy();
        double longestDescent = 0;
        int idle = 0;
        do {
            double from = pace.spent();
            descend(SHRINK_MOST);
            compact();
            boolean shorter = best.endX < shortest.endX - SHRINK_LEAST * length(shortest);
            idle = shorter ? 0 : idle + 1;
            if (best.endX < shortest.endX) {
                shortest.copyFrom(best);
            }
            longestDescent = Math.max(longestDescent, pace.spent() - from);
        } while (idle < IDLE_BEGINNINGS
                && pace.spent() + LIKELY * longestDescent < BEGIN_UNTIL
                && !isShortest()
                && beginAnew());
        best.copyFrom(shortest);
        stageEnd = exploreUntil;
        apart = false;
    }

    private double length(Poses poses) {
        return poses.endX - arrangement.scene.binMinX[0];
    }

    private boolean beginAnew() {
        for (int i = 0; i < arrangement.parts; i++) {
            arrangement.banish(i);
        }
        arrangement.forgetWeights();
        arrangement.endX[0] = arrangement.scene.binMaxX[0];
        if (!new Starter(arrangement, random).fillStrip(DISORDER)) {
            return false;
        }
        feasible();
        return true;
    }

    /** Alternates between descending for as long as that works and starting afresh from disturbed attempts. */
    private void explore() {
        double rate = SHRINK_MOST;
        while (pace.spent() < exploreUntil && !isShortest()) {
            descend(rate);
            compact();
            diversify();
            rate = SHRINK_LEAST;
        }
    }

    /** Pushes the best arrangement together without changing what lies beside what. */
    private void compact() {
        arrangement.restore(best);
        if (compactor.shorten(smallestEnd)) {
            feasible();
        }
    }

    /** Shortens the best arrangement at random places, by steps that adapt to how hard it is. */
    private void descend(double from) {
        double rate = from;
        int failures = 0;
        while (failures < PATIENCE && pace.spent() < stageEnd && !isShortest()) {
            if (!apart) {
                exchange.adopt(best);
            }
            arrangement.restore(best);
            cut(rate, random.nextDouble());
            if (separator.separate(rate > SHRINK_LEAST ? SWEEPS_HASTY : SWEEPS, STRIKES, stageEnd)) {
                feasible();
                if (arrangement.parts <= FEW_PARTS) {
                    compact();
                }
                failures = 0;
                rate = next(rate);
            } else if (rate > SHRINK_LEAST) {
                rate = Math.max(SHRINK_LEAST, rate / 2);
            } else {
                failures++;
            }
        }
    }

    /** Slices stay so thin that parts yield a little at a time: who hurries gets stuck early. */
    private double next(double rate) {
        int sweeps = separator.swept();
        if (sweeps <= SWEEPS_EASY) {
            return Math.min(SHRINK_MOST, rate * RATE_CHANGE);
        }
        return sweeps > SWEEPS_HARD ? Math.max(SHRINK_LEAST, rate / RATE_CHANGE) : rate;
    }

    /** Swaps large parts in the best arrangement or an earlier failure, until one attempt succeeds or patience ends. */
    private void diversify() {
        pool.clear();
        for (int k = 0; k < ATTEMPTS && pace.spent() < exploreUntil && !isShortest(); k++) {
            if (exchange.isBeaten(best)) {
                return;
            }
            if (pool.isEmpty()) {
                arrangement.restore(best);
                cut(SHRINK_LEAST, random.nextDouble());
            } else {
                recall();
                arrangement.forgetWeights();
            }
            disrupt();
            if (separator.separate(SWEEPS, STRIKES, exploreUntil)) {
                feasible();
                return;
            }
            remember();
        }
    }

    private void remember() {
        var failed = new Poses(arrangement.parts);
        arrangement.save(failed);
        int at = 0;
        while (at < pool.size() && pool.get(at).loss <= failed.loss) {
            at++;
        }
        pool.add(at, failed);
    }

    private void recall() {
        double draw = Math.abs(random.nextGaussian() * POOL_SPREAD);
        int at = (int) (Math.min(draw, 0.999) * pool.size());
        arrangement.restore(pool.get(at));
    }

    /** Swaps two large parts that differ. */
    private void disrupt() {
        int n = arrangement.parts;
        if (n < 2) {
            return;
        }
        int a = large();
        int b = large();
        for (int k = 0; k < 10 && arrangement.scene.turns[a] == arrangement.scene.turns[b]; k++) {
            b = large();
        }
        if (a == b || arrangement.scene.duties.fixed[a] || arrangement.scene.duties.fixed[b]) {
            return;
        }
        double ax = arrangement.x[a];
        double ay = arrangement.y[a];
        moveTo(a, arrangement.x[b], arrangement.y[b]);
        moveTo(b, ax, ay);
    }

    private void moveTo(int i, double x, double y) {
        Figure f = arrangement.figure[i];
        double nearestX = arrangement.nearestX(i, f, 0, x);
        double nearestY = arrangement.nearestY(i, f, 0, y);
        // Where there is no place at all, the verifier will refuse what comes of it.
        arrangement.place(
                i,
                f,
                Double.isNaN(nearestX) ? arrangement.loX(f, 0) : nearestX,
                Double.isNaN(nearestY) ? arrangement.loY(f, 0) : nearestY,
                0);
    }

    /** Turns a part at random that is longer than the strip has become, until it fits. */
    private void turnToFit(int i) {
        for (int k = 0; k < TURNS_TRIED; k++) {
            Figure f = arrangement.scene.turns[i].anyTurn(random);
            double x = arrangement.nearestX(i, f, 0, arrangement.x[i]);
            double y = arrangement.nearestY(i, f, 0, arrangement.y[i]);
            if (!Double.isNaN(x + y)) {
                arrangement.place(i, f, x, y, 0);
                return;
            }
        }
    }

    /** A part drawn with the area of its hull as weight. */
    private int large() {
        double sum = 0;
        for (int i = 0; i < arrangement.parts; i++) {
            sum += arrangement.figure[i].hullSize * arrangement.figure[i].hullSize;
        }
        double draw = random.nextDouble() * sum;
        for (int i = 0; i < arrangement.parts; i++) {
            draw -= arrangement.figure[i].hullSize * arrangement.figure[i].hullSize;
            if (draw < 0) {
                return i;
            }
        }
        return arrangement.parts - 1;
    }

    private void squeeze() {
        double from = pace.spent();
        compact();
        while (pace.spent() < 1 && from < 1 && !isShortest()) {
            double done = (pace.spent() - from) / (1 - from);
            double rate = SQUEEZE_FIRST + (SQUEEZE_LAST - SQUEEZE_FIRST) * done;
            exchange.adopt(best);
            arrangement.restore(best);
            cut(rate, random.nextDouble());
            if (separator.separate(100, 1, 1)) {
                feasible();
                compact();
            }
        }
    }

    private boolean isShortest() {
        return best.endX <= smallestEnd;
    }

    /** Shortens the strip and moves everything right of the given place left by as much. */
    private void cut(double rate, double where) {
        pace.step();
        double start = arrangement.scene.binMinX[0];
        double end = Math.max(smallestEnd, arrangement.endX[0] - rate * (arrangement.endX[0] - start));
        double by = arrangement.endX[0] - end;
        double line = start + where * (arrangement.endX[0] - start);
        arrangement.endX[0] = end;
        for (int i = 0; i < arrangement.parts; i++) {
            if (!arrangement.fits(arrangement.figure[i], 0) && !arrangement.scene.duties.fixed[i]) {
                turnToFit(i);
            }
            Figure f = arrangement.figure[i];
            if (!arrangement.scene.duties.fixed[i] && arrangement.x[i] + (f.ownMinX + f.ownMaxX) / 2 > line) {
                moveTo(i, arrangement.x[i] - by, arrangement.y[i]);
            }
        }
        arrangement.setEnd(0, end);
        arrangement.forgetWeights();
    }
}
