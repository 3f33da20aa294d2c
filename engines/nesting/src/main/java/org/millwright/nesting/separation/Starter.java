package org.millwright.nesting.separation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.millwright.nesting.scene.Scene;
import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Turns;

/** A first arrangement on one strip: large parts first, each as far left as samples find room for it. */
final class Starter {
    private static final int SAMPLES = 120;

    private final Arrangement arrangement;
    private final SplittableRandom random;

    Starter(Arrangement arrangement, SplittableRandom random) {
        this.arrangement = arrangement;
        this.random = random;
    }

    /**
     * Places all parts without overlap and closes the strip behind the last; returns whether it was long enough.
     *
     * @param disorder how much chance changes the order of parts; 0 for strictly by size
     */
    boolean fillStrip(double disorder) {
        Scene scene = arrangement.scene;
        Integer[] order = IntStream.range(0, scene.parts()).boxed().toArray(Integer[]::new);
        double[] size = new double[order.length];
        for (int i = 0; i < size.length; i++) {
            size[i] = size(scene.turns[i]) * Math.exp(disorder * random.nextGaussian());
        }
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -size[i]));
        double used = scene.binMinX[0];
        for (int i : order) {
            arrangement.endX[0] = used + 2 * scene.turns[i].first().diameter;
            used = Math.max(used, place(i, used));
        }
        arrangement.setEnd(0, used);
        return used <= scene.binMaxX[0];
    }

    private static double size(Turns turns) {
        Figure figure = turns.stepped ? turns.steps[0] : turns.bases[0];
        return figure.hullSize * figure.hullSize * figure.diameter;
    }

    /** Returns the right edge of the part. */
    private double place(int i, double used) {
        Turns turns = arrangement.scene.turns[i];
        Figure best = null;
        double bestX = 0;
        double bestY = 0;
        double bestRight = Double.POSITIVE_INFINITY;
        double bestDeg = 0;
        Figure f = turns.first();
        for (int k = 0; k < SAMPLES || best == null; k++) {
            if (turns.stepped) {
                f = turns.steps[random.nextInt(turns.steps.length)];
            } else {
                turns.set(f, k < SAMPLES ? turns.anyDeg(random) : turns.nearestDeg(90.0 * random.nextInt(4)));
            }
            double loX = arrangement.loX(f, 0);
            double loY = arrangement.loY(f, 0);
            double hiY = arrangement.hiY(f, 0);
            // Behind everything there is always room.
            double hiX = k < SAMPLES ? Math.min(used, bestRight) - f.ownMinX : used - f.ownMinX + 1e4;
            if (loY > hiY || loX > hiX) {
                continue;
            }
            double px = k < SAMPLES ? loX + (hiX - loX) * random.nextDouble() : hiX;
            double py = loY + (hiY - loY) * random.nextDouble();
            if (px + f.ownMaxX < bestRight && isFree(i, f, px, py)) {
                double step = f.narrowUm() / 2;
                while (step > f.narrowUm() / 100) {
                    if (px - step >= loX && isFree(i, f, px - step, py)) {
                        px -= step;
                    } else if (py - step >= loY && isFree(i, f, px, py - step)) {
                        py -= step;
                    } else {
                        step /= 2;
                    }
                }
                if (px + f.ownMaxX < bestRight) {
                    best = f;
                    bestX = px;
                    bestY = py;
                    bestDeg = f.turnDeg;
                    bestRight = px + f.ownMaxX;
                }
            }
        }
        if (!turns.stepped) {
            turns.set(best, bestDeg);
        }
        arrangement.endX[0] = Math.max(arrangement.endX[0], bestRight);
        arrangement.place(i, best, bestX, bestY, 0);
        return bestRight;
    }

    private boolean isFree(int i, Figure f, double px, double py) {
        return arrangement.evaluate(i, f, px, py, Double.MIN_VALUE) == 0;
    }
}
