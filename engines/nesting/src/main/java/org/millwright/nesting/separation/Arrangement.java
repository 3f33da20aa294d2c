package org.millwright.nesting.separation;

import java.util.Arrays;
import org.millwright.nesting.lookup.ObstacleGrids;
import org.millwright.nesting.lookup.OverlapGrids;
import org.millwright.nesting.lookup.OverlapPlanes;
import org.millwright.nesting.scene.Poses;
import org.millwright.nesting.scene.Scene;
import org.millwright.nesting.scene.Stage;
import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Overlap;

/**
 * Where all parts lie, how much each pair overlaps, and how much each pair weighs in the search. Pair losses are kept up to
 * date with every move. For one thread.
 */
final class Arrangement {
    private static final double WEIGHT_UP_LEAST = 1.2;
    private static final double WEIGHT_UP_MORE = 0.8;
    private static final double WEIGHT_DOWN = 0.95;
    private static final double MOST_WEIGHT = 1e15;
    final Scene scene;
    final int parts;
    final int bodies;
    /** Parts first, then obstacles. */
    final Figure[] figure;

    final double[] x;
    final double[] y;
    final int[] bin;
    final double[] endX;
    private final Figure[][] own;
    private final double[] minX;
    private final double[] minY;
    private final double[] maxX;
    private final double[] maxY;
    /** For each part a row with all bodies. */
    private final float[] loss;

    private final float[] weight;
    private final Overlap overlap;
    /** For each part the number of its figure. */
    private final int[] number;

    final Lookups lookups;
    private final OverlapGrids grids;
    /** For each obstacle those of its stock. */
    private final ObstacleGrids[] obstacles;

    private final Vicinity vicinity;

    /** Whether losses are depths. */
    private boolean deep;

    long evaluations;

    /** @param lookups of the same figures */
    Arrangement(Scene scene, Lookups lookups) {
        this.scene = scene;
        this.lookups = lookups;
        overlap = lookups.overlap;
        grids = lookups.grids;
        deep = lookups.isDeep();
        parts = scene.parts();
        bodies = parts + scene.obstacles.length;
        figure = new Figure[bodies];
        x = new double[bodies];
        y = new double[bodies];
        bin = new int[parts];
        endX = scene.binMaxX.clone();
        own = new Figure[parts][];
        minX = new double[bodies];
        minY = new double[bodies];
        maxX = new double[bodies];
        maxY = new double[bodies];
        loss = new float[parts * bodies];
        weight = new float[parts * bodies];
        number = new int[parts];
        vicinity = new Vicinity(bodies, scene.meanSizeUm());
        obstacles = new ObstacleGrids[scene.obstacles.length];
        Arrays.setAll(obstacles, o -> lookups.obstaclesOf(scene.obstacleMaps[o]));
        for (int i = 0; i < parts; i++) {
            Figure[] bases = scene.turns[i].bases;
            own[i] = new Figure[bases.length];
            for (int m = 0; m < bases.length; m++) {
                own[i][m] = bases[m].copy();
            }
            figure[i] = scene.turns[i].stepped ? scene.turns[i].steps[0] : own[i][0];
            number[i] = -1;
            bin[i] = -1;
            banish(i);
        }
        for (int o = 0; o < scene.obstacles.length; o++) {
            int j = parts + o;
            figure[j] = scene.obstacles[o];
            x[j] = scene.obstacleX[o];
            y[j] = scene.obstacleY[o];
            box(j);
        }
        forgetWeights();
    }

    void forgetWeights() {
        Arrays.fill(weight, 1);
    }

    private void box(int j) {
        minX[j] = x[j] + figure[j].minX;
        minY[j] = y[j] + figure[j].minY;
        maxX[j] = x[j] + figure[j].maxX;
        maxY[j] = y[j] + figure[j].maxY;
        vicinity.put(j, minX[j], minY[j], maxX[j], maxY[j]);
    }

    /** Takes a part out: it meets nothing any more. */
    void banish(int i) {
        bin[i] = -1;
        minX[i] = Double.POSITIVE_INFINITY;
        maxX[i] = Double.NEGATIVE_INFINITY;
        minY[i] = Double.POSITIVE_INFINITY;
        maxY[i] = Double.NEGATIVE_INFINITY;
        vicinity.remove(i);
        clearLosses(i);
    }

    private void clearLosses(int i) {
        int row = i * bodies;
        for (int j = 0; j < bodies; j++) {
            setLoss(i, j, row, 0f);
        }
    }

    private void setLoss(int i, int j, int row, float value) {
        loss[row + j] = value;
        if (j < parts) {
            loss[j * bodies + i] = value;
        }
    }

    /** Where the centre of a figure may lie in a bin. */
    double loX(Figure f, int b) {
        return scene.binMinX[b] - f.ownMinX;
    }

    double hiX(Figure f, int b) {
        return endX[b] - f.ownMaxX;
    }

    double loY(Figure f, int b) {
        return scene.binMinY[b] - f.ownMinY;
    }

    double hiY(Figure f, int b) {
        return scene.binMaxY[b] - f.ownMaxY;
    }

    /** The x nearest to a wish at which a part may lie in a bin, or NaN when there is none. */
    double nearestX(int i, Figure f, int b, double wish) {
        double lo = loX(f, b);
        double hi = hiX(f, b);
        return lo > hi
                ? Double.NaN
                : scene.duties.latticed
                        ? scene.duties.latticeX[i][b].before(f.matchX).nearest(wish, lo, hi)
                        : Math.clamp(wish, lo, hi);
    }

    /** The y nearest to a wish at which a part may lie in a bin, or NaN when there is none. */
    double nearestY(int i, Figure f, int b, double wish) {
        double lo = loY(f, b);
        double hi = hiY(f, b);
        return lo > hi
                ? Double.NaN
                : scene.duties.latticed
                        ? scene.duties.latticeY[i][b].before(f.matchY).nearest(wish, lo, hi)
                        : Math.clamp(wish, lo, hi);
    }

    boolean fits(Figure f, int b) {
        return loX(f, b) <= hiX(f, b) && loY(f, b) <= hiY(f, b);
    }

    /** Puts a part somewhere and brings its losses up to date. */
    void place(int i, Figure f, double px, double py, int b) {
        put(i, f, px, py, b);
        updateLosses(i);
    }

    /** Puts a part somewhere and brings its losses up to date. */
    void place(int i, Stage.Pose pose) {
        place(i, pose.figure(), pose.x(), pose.y(), pose.bin());
    }

    private void put(int i, Figure f, double px, double py, int b) {
        if (scene.turns[i].stepped) {
            figure[i] = f;
            number[i] = scene.numberOf(i, f);
        } else {
            Figure mine = own[i][f.mirrored ? 1 : 0];
            if (mine != f) {
                mine.copyFrom(f);
            }
            figure[i] = mine;
        }
        x[i] = px;
        y[i] = py;
        bin[i] = b;
        box(i);
    }

    /** Moves a part; losses are out of date until they are updated. */
    void shift(int i, double px, double py) {
        x[i] = px;
        y[i] = py;
        box(i);
    }

    void updateAllLosses() {
        for (int i = 0; i < parts; i++) {
            if (bin[i] >= 0) {
                updateLosses(i);
            }
        }
    }

    /** Whether the boxes of two bodies are apart by less than so much. */
    boolean areNear(int i, int j, double by) {
        return minX[i] - by <= maxX[j] && maxX[i] + by >= minX[j] && minY[i] - by <= maxY[j] && maxY[i] + by >= minY[j];
    }

    private void updateLosses(int i) {
        int row = i * bodies;
        for (int j = 0; j < bodies; j++) {
            if (j == i) {
                continue;
            }
            boolean apart = minX[i] > maxX[j] || maxX[i] < minX[j] || minY[i] > maxY[j] || maxY[i] < minY[j];
            setLoss(i, j, row, apart ? 0 : (float) pairLoss(i, figure[i], x[i], y[i], j, Double.POSITIVE_INFINITY));
        }
        int partner = scene.duties.partner[i];
        if (partner >= 0) {
            setLoss(i, partner, row, loss[row + partner] + (float) partingLoss(i, partner, figure[i], x[i], y[i]));
        }
    }

    private double pairLoss(int i, Figure f, double px, double py, int j, double limit) {
        if (j < parts) {
            Figure g = figure[j];
            if (f.levels.length > 0 && g.levels.length > 0) {
                return levelLoss(f, g, x[j] - px, y[j] - py, limit);
            }
            int own = deep && number[j] >= 0 ? scene.numberOf(i, f) : -1;
            return own >= 0
                    ? grids.measured(own, number[j], x[j] - px, y[j] - py, limit)
                    : overlap.loss(f, g, x[j] - px, y[j] - py, limit);
        }
        int o = j - parts;
        if (!scene.keepsOff[i][o]) {
            return 0;
        }
        int own = deep && obstacles[o].areUsed() ? scene.numberOf(i, f) : -1;
        return own >= 0
                ? obstacles[o].measured(own, scene.obstacleNumber[o], px - x[j], py - y[j], limit)
                : overlap.loss(f.bare, figure[j], x[j] - px, y[j] - py, limit);
    }

    private double levelLoss(Figure f, Figure g, double dx, double dy, double limit) {
        double sum = 0;
        for (int a = 0; a < f.levels.length; a++) {
            for (int b = 0; b < g.levels.length; b++) {
                if (f.levelNumber[a] == g.levelNumber[b]) {
                    sum += overlap.loss(f.levels[a], g.levels[b], dx, dy, limit - sum);
                }
            }
        }
        return sum;
    }

    /** What it costs to lie too far from the part that belongs to it. */
    private double partingLoss(int i, int j, Figure f, double px, double py) {
        if (bin[j] < 0) {
            return 0;
        }
        Figure g = figure[j];
        boolean here = px >= scene.binMinX[bin[j]] - g.diameter - f.diameter
                && px <= scene.binMaxX[bin[j]] + g.diameter + f.diameter;
        double apartX = Math.max(px + f.ownMinX - x[j] - g.ownMaxX, x[j] + g.ownMinX - px - f.ownMaxX);
        double apartY = Math.max(py + f.ownMinY - y[j] - g.ownMaxY, y[j] + g.ownMinY - py - f.ownMaxY);
        double excess = here ? Math.max(apartX, apartY) - scene.duties.withinUm[i] : apartX;
        return excess > 0 ? (excess + 0.1 * f.diameter) * f.hullRoot * g.hullRoot : 0;
    }

    /** Weighted loss that a part would have there; infinity as soon as it is known to reach the bound. */
    double evaluate(int i, Figure f, double px, double py, double bound) {
        return weigh(i, f, -1, px, py, bound);
    }

    /**
     * About what {@link #evaluate} says, looked up where that is quicker. A place that this says is free is free.
     */
    double estimate(int i, Figure f, double px, double py, double bound) {
        int own = isEstimating() ? scene.numberOf(i, f) : -1;
        double estimated = weigh(i, f, own, px, py, bound);
        return estimated == 0 && own >= 0 ? weigh(i, f, -1, px, py, bound) : estimated;
    }

    /** Losses with other parts are looked up when the figure has a number, 0 or more. */
    private double weigh(int i, Figure f, int own, double px, double py, double bound) {
        evaluations++;
        double x0 = px + f.minX;
        double x1 = px + f.maxX;
        double y0 = py + f.minY;
        double y1 = py + f.maxY;
        int left = vicinity.slice(x0);
        int right = vicinity.slice(x1);
        int low = vicinity.slice(y0);
        int high = vicinity.slice(y1);
        int row = i * bodies;
        double total = 0;
        for (int word = 0; word < vicinity.words; word++) {
            for (long near = vicinity.near(word, left, low, right, high); near != 0; near &= near - 1) {
                int j = word * Long.SIZE + Long.numberOfTrailingZeros(near);
                if (minX[j] > x1 || maxX[j] < x0 || minY[j] > y1 || maxY[j] < y0 || j == i) {
                    continue;
                }
                double w = weight[row + j];
                double limit = (bound - total) / w;
                total += w * (own >= 0 ? lookedUp(i, f, own, px, py, j, limit) : pairLoss(i, f, px, py, j, limit));
                if (total >= bound) {
                    return Double.POSITIVE_INFINITY;
                }
            }
        }
        int partner = scene.duties.partner[i];
        if (partner >= 0) {
            total += weight[row + partner] * partingLoss(i, partner, f, px, py);
        }
        return total < bound ? total : Double.POSITIVE_INFINITY;
    }

    private double lookedUp(int i, Figure f, int own, double px, double py, int j, double limit) {
        if (j >= parts) {
            int o = j - parts;
            return obstacles[o].areUsed() && scene.keepsOff[i][o]
                    ? obstacles[o].loss(own, scene.obstacleNumber[o], px - x[j], py - y[j], limit)
                    : pairLoss(i, f, px, py, j, limit);
        }
        return number[j] >= 0 && (f.levels.length == 0 || figure[j].levels.length == 0)
                ? grids.loss(own, number[j], x[j] - px, y[j] - py, limit)
                : pairLoss(i, f, px, py, j, limit);
    }

    /** Looks losses up from now on if that pays, see {@link Lookups#deepen}. */
    void deepen(double spent) {
        if (lookups.deepen(evaluations, spent)) {
            deep = lookups.isDeep();
            updateAllLosses();
        }
    }

    /** The number of the figure that a part has now, or -1. */
    int number(int j) {
        return number[j];
    }

    /** How much a pair of parts weighs. */
    float weight(int i, int j) {
        return weight[i * bodies + j];
    }

    /** Whether all obstacles are looked up. */
    boolean knowsObstacles() {
        for (ObstacleGrids known : obstacles) {
            if (!known.areUsed()) {
                return false;
            }
        }
        return deep;
    }

    /** Where a figure with a number overlaps an obstacle; only where obstacles are looked up. */
    OverlapPlanes planes(int own, int o) {
        return obstacles[o].planes(own, scene.obstacleNumber[o]);
    }

    /** Whether estimates may differ from evaluations. */
    boolean isEstimating() {
        return deep;
    }

    /** Loss of one part with all others, unweighted. */
    boolean isOverlapping(int i) {
        int row = i * bodies;
        for (int j = 0; j < bodies; j++) {
            if (loss[row + j] > 0) {
                return true;
            }
        }
        return false;
    }

    double weightedLoss(int i) {
        int row = i * bodies;
        double total = 0;
        for (int j = 0; j < bodies; j++) {
            float l = loss[row + j];
            if (l > 0) {
                total += l * weight[row + j];
            }
        }
        return total;
    }

    /** Sum over all pairs, unweighted; exactly 0 when nothing overlaps. */
    double totalLoss() {
        double total = 0;
        for (int i = 0; i < parts; i++) {
            int row = i * bodies;
            for (int j = i + 1; j < bodies; j++) {
                total += loss[row + j];
            }
        }
        return total;
    }

    /** Overlapping pairs grow heavier, the worst most; the others fade. */
    void updateWeights() {
        float most = 0;
        for (float l : loss) {
            most = Math.max(most, l);
        }
        for (int k = 0; k < loss.length; k++) {
            float l = loss[k];
            if (l > 0) {
                weight[k] = (float) Math.min(MOST_WEIGHT, weight[k] * (WEIGHT_UP_LEAST + WEIGHT_UP_MORE * l / most));
            } else if (weight[k] > 1) {
                weight[k] = Math.max(1, (float) (weight[k] * WEIGHT_DOWN));
            }
        }
    }

    void save(Poses poses) {
        for (int i = 0; i < parts; i++) {
            poses.x[i] = x[i];
            poses.y[i] = y[i];
            poses.bin[i] = bin[i];
            poses.figure[i] = figure[i];
            poses.turnDeg[i] = figure[i].turnDeg;
        }
        poses.endX = endX[0];
        poses.loss = totalLoss();
    }

    void restore(Poses poses) {
        endX[0] = poses.endX;
        for (int i = 0; i < parts; i++) {
            if (poses.bin[i] < 0) {
                banish(i);
                continue;
            }
            Figure f = poses.figure[i];
            if (!scene.turns[i].stepped) {
                f = own[i][f.mirrored ? 1 : 0];
                if (f.turnDeg != poses.turnDeg[i]) {
                    scene.turns[i].set(f, poses.turnDeg[i]);
                }
            }
            put(i, f, poses.x[i], poses.y[i], poses.bin[i]);
        }
        updateAllLosses();
    }

    /** Gives a bin another right end; parts beyond it are pushed in. */
    void setEnd(int b, double end) {
        endX[b] = end;
        for (int i = 0; i < parts; i++) {
            if (bin[i] == b && !scene.duties.fixed[i] && x[i] > hiX(figure[i], b)) {
                double nearest = nearestX(i, figure[i], b, x[i]);
                place(i, figure[i], Double.isNaN(nearest) ? hiX(figure[i], b) : nearest, y[i], b);
            }
        }
    }

    /** Right edge of the rightmost part in a bin. */
    double usedEnd(int b) {
        double used = scene.binMinX[b];
        for (int i = 0; i < parts; i++) {
            if (bin[i] == b) {
                used = Math.max(used, x[i] + figure[i].ownMaxX);
            }
        }
        return used;
    }
}
