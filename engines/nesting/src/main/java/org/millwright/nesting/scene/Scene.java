package org.millwright.nesting.scene;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.millwright.nesting.lookup.NoFitMaps;
import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Turns;

/**
 * What is to be arranged, shared by all threads: parts, bins side by side in one plane so far apart that parts in
 * different bins never meet, and obstacles that do not move.
 */
public final class Scene {
    /** For each part its figures; copies of one item share them. */
    public final Turns[] turns;
    /** Inner box of each bin, margin taken off, µm. */
    public final double[] binMinX;

    public final double[] binMinY;
    public final double[] binMaxX;
    public final double[] binMaxY;
    public final Figure[] obstacles;
    /** Where obstacles lie, µm. */
    public final double[] obstacleX;

    public final double[] obstacleY;
    /** For each part and obstacle whether they may not overlap. */
    public final boolean[][] keepsOff;
    /** For each part the number of its first step among all figures that turn in steps. */
    private final int[] firstNumber;

    /** All figures that turn in steps, by their numbers. */
    public final Figure[] numbered;

    /** Where they overlap one another. */
    public final NoFitMaps maps;

    /** What parts owe beyond that. */
    public final Duties duties;

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
        maps = new NoFitMaps(numbered);
    }

    /** The number of a figure of a part among all figures that turn in steps, or -1. */
    public int numberOf(int part, Figure figure) {
        return figure.step < 0 ? -1 : firstNumber[part] + figure.step;
    }

    /** How many parts there are. */
    public int parts() {
        return turns.length;
    }

    /** How large a part is in the mean, as the root of its hull's area, µm. */
    public double meanSizeUm() {
        double sum = 0;
        for (Turns part : turns) {
            sum += part.first().hullSize;
        }
        return sum / parts();
    }

    /** Lesser extent of a part in the mean, µm. */
    public double meanNarrowUm() {
        double sum = 0;
        for (Turns part : turns) {
            sum += part.first().narrowUm();
        }
        return sum / parts();
    }

    /** How many bins there are. */
    public int bins() {
        return binMinX.length;
    }
}
