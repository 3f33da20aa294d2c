package org.millwright.nesting.separation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Turns;

/**
 * What is to be arranged, shared by all threads: parts, bins side by side in one plane so far apart that parts in
 * different bins never meet, and obstacles that do not move.
 */
final class Scene {
    /** For each part its figures; copies of one item share them. */
    final Turns[] turns;
    /** Inner box of each bin, margin taken off. */
    final double[] binMinX;

    final double[] binMinY;
    final double[] binMaxX;
    final double[] binMaxY;
    final Figure[] obstacles;
    final double[] obstacleX;
    final double[] obstacleY;
    /** For each part and obstacle whether they may not overlap. */
    final boolean[][] keepsOff;
    /** For each part the number of its first step among all figures that turn in steps. */
    final int[] firstNumber;

    /** All figures that turn in steps, by their numbers. */
    final Figure[] numbered;

    /** What parts owe beyond that. */
    final Duties duties;

    Scene(
            Turns[] turns,
            double[][] bins,
            Figure[] obstacles,
            double[][] obstacleAt,
            boolean[][] keepsOff,
            Duties duties) {
        this.turns = turns;
        this.duties = duties;
        binMinX = new double[bins.length];
        binMinY = new double[bins.length];
        binMaxX = new double[bins.length];
        binMaxY = new double[bins.length];
        for (int b = 0; b < bins.length; b++) {
            binMinX[b] = bins[b][0];
            binMinY[b] = bins[b][1];
            binMaxX[b] = bins[b][2];
            binMaxY[b] = bins[b][3];
        }
        this.obstacles = obstacles;
        obstacleX = new double[obstacles.length];
        obstacleY = new double[obstacles.length];
        for (int o = 0; o < obstacles.length; o++) {
            obstacleX[o] = obstacleAt[o][0];
            obstacleY[o] = obstacleAt[o][1];
        }
        this.keepsOff = keepsOff;
        firstNumber = new int[turns.length];
        IdentityHashMap<Turns, Integer> known = new IdentityHashMap<>();
        List<Figure> steps = new ArrayList<>();
        for (int i = 0; i < turns.length; i++) {
            Integer first = known.putIfAbsent(turns[i], steps.size());
            firstNumber[i] = first == null ? steps.size() : first;
            if (first == null) {
                steps.addAll(List.of(turns[i].steps));
            }
        }
        numbered = steps.toArray(Figure[]::new);
    }

    /** The number of a figure of a part among all figures that turn in steps, or -1. */
    int numberOf(int part, Figure figure) {
        return figure.step < 0 ? -1 : firstNumber[part] + figure.step;
    }

    int parts() {
        return turns.length;
    }

    int bins() {
        return binMinX.length;
    }
}
