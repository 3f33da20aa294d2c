package org.millwright.nesting.scene;

import java.util.Arrays;
import java.util.List;
import org.millwright.nesting.lookup.NoFitMaps;
import org.millwright.nesting.lookup.ObstacleMaps;
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
    /** For each obstacle the bin it is in. */
    public final int[] obstacleBin;

    /** Where obstacles lie, µm. */
    public final double[] obstacleX;

    public final double[] obstacleY;
    /** For each part and obstacle whether they may not overlap. */
    public final boolean[][] keepsOff;
    /** For each part the number of its first step. */
    private final int[] firstNumber;

    /** Figures that turn in steps, by their numbers; maybe also of parts that are not here. */
    public final Figure[] numbered;

    /** Where they overlap one another. */
    public final NoFitMaps maps;

    /** For each obstacle where they meet what is on such a piece of stock. */
    public final ObstacleMaps[] obstacleMaps;

    /** For each obstacle its number there. */
    public final int[] obstacleNumber;

    /** What parts owe beyond that. */
    public final Duties duties;

    /**
     * Something on a bin that does not move.
     *
     * @param x where it lies, µm
     * @param maps of what is on such a piece of stock
     * @param number of it there
     */
    record Fixture(Figure figure, double x, double y, int bin, ObstacleMaps maps, int number) {}

    Scene(
            Turns[] turns,
            Numbers numbers,
            double[][] bins,
            List<Fixture> fixtures,
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
        obstacles = fixtures.stream().map(Fixture::figure).toArray(Figure[]::new);
        obstacleX = fixtures.stream().mapToDouble(Fixture::x).toArray();
        obstacleY = fixtures.stream().mapToDouble(Fixture::y).toArray();
        obstacleBin = fixtures.stream().mapToInt(Fixture::bin).toArray();
        obstacleMaps = fixtures.stream().map(Fixture::maps).toArray(ObstacleMaps[]::new);
        obstacleNumber = fixtures.stream().mapToInt(Fixture::number).toArray();
        this.keepsOff = keepsOff;
        firstNumber = Arrays.stream(turns).mapToInt(numbers::firstOf).toArray();
        numbered = numbers.figures;
        maps = numbers.maps;
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
