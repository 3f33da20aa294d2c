package org.millwright.processes.printing.toolpaths.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Point;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;

/** Areas of cells against the same said cell by cell. */
final class MaskTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 12, 31, 40})
    void growsByASquareAndADiamondOneAfterTheOther(int reach) {
        for (long seed = 1; seed <= 8; seed++) {
            Mask mask = random(seed, 150, 90, 0.002);
            int squares = ((int) Math.round(reach * 0.586) + 1) / 2;
            Mask expected = mask;
            for (int step = 0; step < reach; step++) {
                expected = stepByStep(expected, step < squares);
            }
            assertThat(cells(mask.grown(reach * mask.grid().cellMm())))
                    .as("seed %d", seed)
                    .isEqualTo(cells(expected));
        }
    }

    @Test
    void veryManyMasksHaveLargerCells() {
        var bounds = new Bounds(new Point(0, 0, 0), new Point(800, 600, 1000));
        assertThat(new Grid(bounds, 0).columns()).isEqualTo(new Grid(bounds, 0, 2500).columns());
        Grid many = new Grid(bounds, 0, 5000);
        assertThat((double) many.columns() * many.rows() * 5000)
                .isLessThan(1.1 * 2500 * new Grid(bounds, 0).columns() * new Grid(bounds, 0).rows());
    }

    @Test
    void shrinksWhatGrowingTheRestWouldTake() {
        for (long seed = 1; seed <= 8; seed++) {
            Mask mask = random(seed, 150, 90, 0.02).grown(0.5);
            Mask rest = Mask.empty(mask.grid());
            for (int row = 0; row < mask.grid().rows(); row++) {
                for (int column = 0; column < mask.grid().columns(); column++) {
                    if (!mask.has(column, row)) {
                        rest.set(column, row);
                    }
                }
            }
            assertThat(cells(mask.shrunk(0.3)))
                    .as("seed %d", seed)
                    .isEqualTo(cells(mask.minus(rest.grown(0.3)).minus(rim(mask.grid(), 3))));
        }
    }

    @Test
    void piecesAddUpToTheAreaAndDoNotTouch() {
        for (long seed = 1; seed <= 8; seed++) {
            Mask mask = random(seed, 140, 60, 0.4);
            Mask together = Mask.empty(mask.grid());
            Mask small = Mask.empty(mask.grid());
            for (Mask piece : mask.pieces()) {
                assertThat(stepByStep(piece, false).and(mask.minus(piece)).isEmpty())
                        .as("seed %d", seed)
                        .isTrue();
                assertThat(together.and(piece).isEmpty()).isTrue();
                together = together.or(piece);
                small = piece.areaMm2() < 0.1 - 1e-9 ? small.or(piece) : small;
            }
            assertThat(cells(together)).as("seed %d", seed).isEqualTo(cells(mask));
            assertThat(cells(mask.piecesBelow(0.1))).as("seed %d", seed).isEqualTo(cells(small));
        }
    }

    @Test
    void holdsTheCellsWhoseMiddlesAreInside() {
        var grid = new Grid(new Bounds(new Point(0, 0, 0), new Point(20, 12, 5)), 30);
        var outer = new Ring(new double[] {0, 0, 20, 0, 20, 12, 0, 12});
        var hole = new Ring(new double[] {5, 3, 5, 9, 12, 9});
        Mask mask = grid.mask(List.of(new Region(outer, List.of(hole))));
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                double x = grid.x(column + 0.5, row + 0.5), y = grid.y(column + 0.5, row + 0.5);
                boolean inHole = x > 5 && y < 9 && (y - 3) * 7 > (x - 5) * 6;
                assertThat(mask.has(column, row)).isEqualTo(x > 0 && x < 20 && y > 0 && y < 12 && !inHole);
            }
        }
    }

    private static Mask random(long seed, int columns, int rows, double share) {
        var random = new SplittableRandom(seed);
        var bounds = new Bounds(new Point(0, 0, 0), new Point(0.1 * columns, 0.1 * rows, 1));
        Mask mask = Mask.empty(new Grid(bounds, 0));
        for (int row = 0; row < mask.grid().rows(); row++) {
            for (int column = 0; column < mask.grid().columns(); column++) {
                if (random.nextDouble() < share) {
                    mask.set(column, row);
                }
            }
        }
        return mask;
    }

    private static Mask rim(Grid grid, int wide) {
        Mask rim = Mask.empty(grid);
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                int edge =
                        Math.min(Math.min(column, grid.columns() - 1 - column), Math.min(row, grid.rows() - 1 - row));
                if (edge < wide) {
                    rim.set(column, row);
                }
            }
        }
        return rim;
    }

    private static Mask stepByStep(Mask mask, boolean square) {
        Mask grown = Mask.empty(mask.grid());
        for (int row = 0; row < mask.grid().rows(); row++) {
            for (int column = 0; column < mask.grid().columns(); column++) {
                for (int dr = -1; mask.has(column, row) && dr <= 1; dr++) {
                    for (int dc = -1; dc <= 1; dc++) {
                        if (square || dr == 0 || dc == 0) {
                            grown.set(column + dc, row + dr);
                        }
                    }
                }
            }
        }
        return grown;
    }

    private static String cells(Mask mask) {
        var text = new StringBuilder();
        IntStream.range(0, mask.grid().rows()).forEach(row -> {
            IntStream.range(0, mask.grid().columns()).forEach(column -> text.append(mask.has(column, row) ? '#' : '.'));
            text.append('\n');
        });
        return text.toString();
    }
}
