package org.millwright.nesting.separation;

import java.util.SplittableRandom;
import org.millwright.nesting.scene.Scene;
import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Turns;

/**
 * Looks for a better place for one part while all others stay: random places near by, and everywhere else those that a
 * look over the bin names or chance does; the best are improved by coordinate descent. Every evaluation stops as soon as it cannot win any more.
 */
final class Mover {
    private static final int NEAR_SAMPLES = 25;
    private static final int FAR_SAMPLES = 50;
    /** Near places when the whole bin is looked over. */
    private static final int BESIDE_PROSPECT = 8;

    private static final int KEPT = 3;
    /** Fewer need a descent when they are the best of all. */
    private static final int KEPT_OF_PROSPECT = 2;

    private static final double DISTINCT = 0.05;
    private static final double GROW = 1.1;
    private static final double SHRINK = 0.5;
    private static final double DIAGONAL = Math.sqrt(0.5);
    private static final double[] COARSE = {0.25, 0.02, 5, 1};
    private static final double[] FINE = {0.01, 0.0005, 0.5, 0.02};

    private final Arrangement arrangement;
    private final Scene scene;
    private final SplittableRandom random;
    private final Prospect prospect;
    /** For parts that turn freely: figures to try turns on. */
    private final Figure[][] trial;

    private final double[] keptX = new double[KEPT];
    private final double[] keptY = new double[KEPT];
    private final double[] keptDeg = new double[KEPT];
    private final double[] keptLoss = new double[KEPT];
    private final int[] keptBin = new int[KEPT];
    private final Figure[] keptFigure = new Figure[KEPT];
    private int kept;
    /** How many are kept in this move. */
    private int most = KEPT;

    private Figure figure;
    private double x;
    private double y;
    private double deg;
    private int bin;
    private double loss;

    Mover(Arrangement arrangement, SplittableRandom random) {
        this.arrangement = arrangement;
        scene = arrangement.scene;
        this.random = random;
        prospect = new Prospect(arrangement, random);
        trial = new Figure[scene.parts()][];
        Turns last = null;
        for (int i = 0; i < trial.length; i++) {
            Turns turns = scene.turns[i];
            if (turns == last && i > 0) {
                trial[i] = trial[i - 1];
            } else {
                trial[i] = new Figure[turns.bases.length];
                for (int m = 0; m < trial[i].length; m++) {
                    trial[i][m] = turns.bases[m].copy();
                }
            }
            last = turns;
        }
        figure = arrangement.figure[0];
    }

    /** Moves a part to the best place found if that weighs less than where it lies. */
    boolean move(int i) {
        double before = arrangement.weightedLoss(i);
        Figure f = arrangement.figure[i];
        int bins = scene.bins();
        int far = bins == 1 ? 0 : random.nextInt(bins);
        boolean lookingOver = arrangement.lookups.isWarm() && prospect.covers(i, far);
        most = lookingOver ? KEPT_OF_PROSPECT : KEPT;
        kept = 0;
        keep(f, f.turnDeg, arrangement.x[i], arrangement.y[i], arrangement.bin[i], before, f);
        double halfX = (f.ownMaxX - f.ownMinX) / 2;
        double halfY = (f.ownMaxY - f.ownMinY) / 2;
        for (int k = 0; k < (lookingOver ? BESIDE_PROSPECT : NEAR_SAMPLES) && best() > 0; k++) {
            double px = arrangement.x[i] + halfX * (2 * random.nextDouble() - 1);
            double py = arrangement.y[i] + halfY * (2 * random.nextDouble() - 1);
            sample(i, arrangement.bin[i], px, py);
        }
        if (lookingOver) {
            lookOver(i, far, before);
        } else {
            for (int k = 0; k < FAR_SAMPLES && best() > 0; k++) {
                sample(i, bins == 1 ? 0 : random.nextInt(bins), Double.NaN, Double.NaN);
            }
        }
        int winner = 0;
        for (int k = 0; k < kept && best() > 0; k++) {
            load(k);
            descend(i, COARSE);
            store(k);
        }
        for (int k = 1; k < kept; k++) {
            if (keptLoss[k] < keptLoss[winner]) {
                winner = k;
            }
        }
        load(winner);
        if (loss > 0) {
            descend(i, FINE);
        }
        if (figure.step >= 0 && arrangement.isEstimating()) {
            loss = arrangement.evaluate(i, figure, x, y, before);
        }
        if (loss < before) {
            arrangement.place(i, at(i, deg), x, y, bin);
            return true;
        }
        return false;
    }

    /** Tries where a look over a bin finds little in the way. */
    private void lookOver(int i, int b, double before) {
        for (Figure f : scene.turns[i].steps) {
            int found = prospect.find(i, f, b, before);
            for (int k = 0; k < found && best() > 0; k++) {
                tryPlace(i, f, b, prospect.x[k], prospect.y[k]);
            }
        }
    }

    private double best() {
        return kept == 0 ? Double.POSITIVE_INFINITY : keptLoss[0];
    }

    /** Tries a place; without coordinates any in the bin. */
    private void sample(int i, int b, double px, double py) {
        Turns turns = scene.turns[i];
        Figure f;
        if (turns.stepped) {
            f = turns.steps[turns.steps.length == 1 ? 0 : random.nextInt(turns.steps.length)];
        } else {
            f = trial[i][trial[i].length == 1 ? 0 : random.nextInt(2)];
            turns.set(f, turns.anyDeg(random));
        }
        double loX = arrangement.loX(f, b);
        double hiX = arrangement.hiX(f, b);
        double loY = arrangement.loY(f, b);
        double hiY = arrangement.hiY(f, b);
        if (loX > hiX || loY > hiY) {
            return;
        }
        boolean any = Double.isNaN(px);
        double sx = arrangement.nearestX(i, f, b, any ? loX + (hiX - loX) * random.nextDouble() : px);
        double sy = arrangement.nearestY(i, f, b, any ? loY + (hiY - loY) * random.nextDouble() : py);
        if (Double.isNaN(sx + sy)) {
            return;
        }
        tryPlace(i, f, b, sx, sy);
    }

    private void tryPlace(int i, Figure f, int b, double px, double py) {
        double bound = kept < most ? Double.POSITIVE_INFINITY : keptLoss[kept - 1];
        double value = arrangement.estimate(i, f, px, py, bound);
        if (value < bound) {
            keep(f, f.turnDeg, px, py, b, value, f);
        }
    }

    /** Keeps a place among the best, sorted; of places close together only the best. */
    private void keep(Figure f, double turn, double px, double py, int b, double value, Figure like) {
        double near = DISTINCT * like.narrowUm();
        for (int k = 0; k < kept; k++) {
            if (keptBin[k] == b
                    && Math.abs(keptX[k] - px) < near
                    && Math.abs(keptY[k] - py) < near
                    && keptDeg[k] == turn
                    && keptFigure[k].mirrored == f.mirrored) {
                if (value >= keptLoss[k]) {
                    return;
                }
                kept--;
                for (int m = k; m < kept; m++) {
                    copyKept(m + 1, m);
                }
            }
        }
        int at = kept < most ? kept++ : most - 1;
        while (at > 0 && keptLoss[at - 1] > value) {
            copyKept(at - 1, at);
            at--;
        }
        keptX[at] = px;
        keptY[at] = py;
        keptDeg[at] = turn;
        keptBin[at] = b;
        keptLoss[at] = value;
        keptFigure[at] = f;
    }

    private void copyKept(int from, int to) {
        keptX[to] = keptX[from];
        keptY[to] = keptY[from];
        keptDeg[to] = keptDeg[from];
        keptBin[to] = keptBin[from];
        keptLoss[to] = keptLoss[from];
        keptFigure[to] = keptFigure[from];
    }

    private void load(int k) {
        figure = keptFigure[k];
        x = keptX[k];
        y = keptY[k];
        deg = keptDeg[k];
        bin = keptBin[k];
        loss = keptLoss[k];
    }

    private void store(int k) {
        keptX[k] = x;
        keptY[k] = y;
        keptDeg[k] = deg;
        keptLoss[k] = loss;
    }

    /** The current figure turned by so much. */
    private Figure at(int i, double degrees) {
        Turns turns = scene.turns[i];
        if (turns.stepped) {
            return figure;
        }
        Figure f = trial[i][figure.mirrored ? 1 : 0];
        if (f.turnDeg != degrees) {
            turns.set(f, degrees);
        }
        return f;
    }

    private void descend(int i, double[] rates) {
        double narrow = figure.narrowUm();
        double stepX = rates[0] * narrow;
        double stepY = stepX;
        double end = rates[1] * narrow;
        double stepDeg = rates[2];
        boolean turning = !scene.turns[i].stepped;
        while ((stepX > end || stepY > end || (turning && stepDeg > rates[3])) && loss > 0) {
            int axis = random.nextInt(turning ? 5 : 4);
            boolean better = switch (axis) {
                case 0 -> stepX > end && tryBoth(i, stepX, 0, 0);
                case 1 -> stepY > end && tryBoth(i, 0, stepY, 0);
                case 2 -> tryBoth(i, stepX * DIAGONAL, stepY * DIAGONAL, 0);
                case 3 -> tryBoth(i, stepX * DIAGONAL, -stepY * DIAGONAL, 0);
                default -> stepDeg > rates[3] && tryBoth(i, 0, 0, stepDeg);
            };
            double factor = better ? GROW : SHRINK;
            if (axis == 0 || axis == 2 || axis == 3) {
                stepX *= factor;
            }
            if (axis == 1 || axis == 2 || axis == 3) {
                stepY *= factor;
            }
            if (axis == 4) {
                stepDeg *= factor;
            }
        }
    }

    private boolean tryBoth(int i, double dx, double dy, double turn) {
        double x0 = x;
        double y0 = y;
        double deg0 = deg;
        boolean ahead = tryAt(i, x0 + dx, y0 + dy, deg0 + turn);
        boolean back = tryAt(i, x0 - dx, y0 - dy, deg0 - turn);
        return ahead || back;
    }

    private boolean tryAt(int i, double px, double py, double turn) {
        double allowed = turn == deg ? deg : scene.turns[i].nearestDeg(turn);
        Figure f = at(i, allowed);
        double cx = arrangement.nearestX(i, f, bin, px);
        double cy = arrangement.nearestY(i, f, bin, py);
        if (Double.isNaN(cx + cy) || (cx == x && cy == y && allowed == deg)) {
            return false;
        }
        double value = arrangement.estimate(i, f, cx, cy, loss);
        if (value < loss) {
            loss = value;
            x = cx;
            y = cy;
            deg = allowed;
            return true;
        }
        return false;
    }
}
