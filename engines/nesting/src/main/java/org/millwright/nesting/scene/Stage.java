package org.millwright.nesting.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;
import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Turns;

/** Some copies and some pieces of stock of a problem as a scene, and arrangements of it as placements. */
public final class Stage {
    private static final double UM_PER_MM = 1000;

    public final NestingProblem problem;
    public final List<Copy> copies;
    public final Scene scene;
    private final List<Piece> pieces;
    private final double[] offsetX;
    private final double[] offsetY;

    /** One copy of an item, both counted from 0. */
    public record Copy(int item, int copy) {}

    /** One piece of a stock, both counted from 0. */
    public record Piece(int stock, int copy) {}

    /** A part in one turn with its centre at (x, y), µm, in a bin. */
    public record Pose(Figure figure, double x, double y, int bin) {}

    /** The stage on which these copies are to be laid out on these pieces. */
    public Stage(NestingProblem problem, Kinds kinds, List<Copy> copies, List<Piece> pieces) {
        this.problem = problem;
        this.copies = List.copyOf(copies);
        this.pieces = List.copyOf(pieces);
        offsetX = new double[pieces.size()];
        offsetY = new double[pieces.size()];
        double[][] bins = new double[pieces.size()][];
        Turns[] turns = new Turns[copies.size()];
        Arrays.setAll(turns, i -> kinds.turnsOf(copies.get(i).item()));
        Numbers numbers = kinds.numbersOf(List.of(turns));
        List<Scene.Fixture> fixtures = new ArrayList<>();
        List<Integer> qualities = new ArrayList<>();
        double margin = problem.marginUm();
        double nextX = 0;
        for (int b = 0; b < bins.length; b++) {
            Stock stock = problem.stocks().get(pieces.get(b).stock());
            Polygon shape = stock.shape();
            offsetX[b] = nextX - shape.minXUm();
            offsetY[b] = -shape.minYUm();
            double width = shape.maxXUm() - shape.minXUm();
            double height = shape.maxYUm() - shape.minYUm();
            bins[b] = new double[] {nextX + margin, margin, nextX + width - margin, height - margin};
            nextX += Math.rint(2 * width + 1e6);
            List<Kinds.Obstacle> obstacles = kinds.obstaclesOf(pieces.get(b).stock());
            for (int o = 0; o < obstacles.size(); o++) {
                fixtures.add(new Scene.Fixture(
                        obstacles.get(o).figure(),
                        offsetX[b],
                        offsetY[b],
                        b,
                        kinds.obstacleMapsOf(pieces.get(b).stock(), numbers),
                        o));
                qualities.add(obstacles.get(o).quality());
            }
        }
        boolean[][] keepsOff = new boolean[copies.size()][fixtures.size()];
        for (int i = 0; i < turns.length; i++) {
            Item item = problem.items().get(copies.get(i).item());
            for (int o = 0; o < fixtures.size(); o++) {
                keepsOff[i][o] = Stock.Zone.isForbidden(qualities.get(o), item.quality());
            }
        }
        var duties = new Duties(problem, this.copies, this.pieces, bins);
        scene = new Scene(turns, numbers, bins, fixtures, keepsOff, duties);
    }

    /** The arrangement with positions rounded to the grid; parts in no bin are left out. */
    public List<Placement> placements(Poses poses) {
        List<Placement> placements = new ArrayList<>();
        for (int i = 0; i < scene.parts(); i++) {
            int b = poses.bin[i];
            if (b >= 0) {
                Figure f = poses.figure[i];
                if (!scene.turns[i].stepped) {
                    f = f.copy();
                    scene.turns[i].set(f, poses.turnDeg[i]);
                }
                Piece piece = pieces.get(b);
                placements.add(new Placement(
                        problem.items().get(copies.get(i).item()).id(),
                        copies.get(i).copy(),
                        problem.stocks().get(piece.stock()).id(),
                        piece.copy(),
                        poses.turnDeg[i],
                        Math.rint(poses.x[i] + f.originX - offsetX[b]) / UM_PER_MM,
                        Math.rint(poses.y[i] + f.originY - offsetY[b]) / UM_PER_MM,
                        f.mirrored));
            }
        }
        return placements;
    }

    /** Where a placement in a bin puts a part. */
    public Pose poseOf(int part, Placement placement, int b) {
        Figure f = scene.turns[part].findTurn(placement.rotationDeg(), placement.mirrored());
        return new Pose(
                f,
                Math.rint(placement.xMm() * UM_PER_MM) + offsetX[b] - f.originX,
                Math.rint(placement.yMm() * UM_PER_MM) + offsetY[b] - f.originY,
                b);
    }
}
