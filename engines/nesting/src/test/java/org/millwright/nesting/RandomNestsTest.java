package org.millwright.nesting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;
import org.millwright.nesting.verification.LayoutVerifier;

/** Whatever is asked for, what is placed never overlaps, and nothing gets lost. */
class RandomNestsTest {
    private static final int NESTS = 120;

    /** Every so many nests get enough steps for parts to be separated and squeezed. */
    private static final int SEPARATED = 8;

    @Test
    void neverOverlapsAndNeverLosesAPart() {
        for (long seed = 1; seed <= NESTS; seed++) {
            NestingProblem problem = RandomNests.problem(new SplittableRandom(seed));
            long steps = seed % SEPARATED == 0 ? 400 : 2;
            Layout layout = Nesting.of(problem).solve(Budget.ofSteps(steps), seed);
            assertThat(LayoutVerifier.violations(problem, layout))
                    .as("seed %d", seed)
                    .isEmpty();
            int copies = problem.items().stream().mapToInt(Item::quantity).sum();
            assertThat(layout.placements().size() + layout.unplaced().size())
                    .as("seed %d", seed)
                    .isEqualTo(copies);
        }
    }

    @Test
    void givesTheSameLayoutForTheSameSeedAndSteps() {
        for (long seed = 1; seed <= 20; seed++) {
            NestingProblem problem = RandomNests.problem(new SplittableRandom(seed));
            assertThat(Nesting.of(problem).solve(Budget.ofSteps(12), seed))
                    .as("seed %d", seed)
                    .isEqualTo(Nesting.of(problem).solve(Budget.ofSteps(12), seed));
        }
    }

    /** Many more, with enough steps to separate; {@code -Dnests=100000} for a night. */
    @Test
    @Tag("slow")
    void separatedNestsHoldAsWell() {
        long nests = Long.getLong("nests", 300);
        for (long seed = 1_000; seed < 1_000 + nests; seed++) {
            NestingProblem problem = RandomNests.problem(new SplittableRandom(seed));
            Layout layout = Nesting.of(problem).solve(Budget.ofSteps(150), seed);
            assertThat(LayoutVerifier.violations(problem, layout))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    /** Random parts, some with holes, on random sheets and remnants. */
    private static final class RandomNests {
        private RandomNests() {}

        static NestingProblem problem(SplittableRandom random) {
            List<Item> items = new ArrayList<>();
            int kinds = 1 + random.nextInt(5);
            for (int kind = 0; kind < kinds; kind++) {
                List<Integer> rotations = switch (random.nextInt(4)) {
                    case 0 -> List.of(0);
                    case 1 -> List.of(0, 180);
                    case 2 -> List.of(0, 37, 90, 211);
                    default -> List.<Integer>of();
                };
                items.add(new Item("p" + kind, part(random), 1 + random.nextInt(4), rotations, random.nextInt(2)));
            }
            List<Stock> stocks = new ArrayList<>();
            stocks.add(Stock.sheet(
                    "sheet", 60 + random.nextInt(100), 60 + random.nextInt(100), 1 + random.nextInt(2), 100));
            if (random.nextBoolean()) {
                stocks.add(Stock.remnant("remnant", star(random, 60 + random.nextInt(40), true)));
            }
            double clearance = new double[] {0, 0, 0.5, 1.234}[random.nextInt(4)];
            double margin = new double[] {0, 2, 0.1}[random.nextInt(3)];
            return new NestingProblem(items, stocks, clearance, margin);
        }

        private static Polygon part(SplittableRandom random) {
            return switch (random.nextInt(4)) {
                case 0 -> Polygon.rectangleMm(5 + random.nextInt(40), 5 + random.nextInt(40));
                case 1 -> ring(20 + random.nextInt(30), 3 + random.nextInt(6));
                case 2 -> Polygon.ofMm(0, 0, 30, 0, 30, 10, 10, 10, 10, 30, 0, 30);
                default -> star(random, 5 + random.nextInt(30), random.nextBoolean());
            };
        }

        private static Polygon ring(double size, double wall) {
            double in = size - wall;
            return Polygon.ofMm(
                    new double[] {0, 0, size, 0, size, size, 0, size},
                    List.of(new double[] {wall, wall, in, wall, in, in, wall, in}));
        }

        private static Polygon star(SplittableRandom random, double radius, boolean hollow) {
            int corners = 3 + random.nextInt(9);
            double[] outer = new double[2 * corners];
            double[] hole = new double[2 * corners];
            for (int i = 0; i < corners; i++) {
                double angle = 2 * Math.PI * i / corners;
                double r = radius * (0.4 + 0.6 * random.nextDouble());
                outer[2 * i] = r * Math.cos(angle);
                outer[2 * i + 1] = r * Math.sin(angle);
                hole[2 * i] = 0.3 * radius * 0.4 * Math.cos(angle);
                hole[2 * i + 1] = 0.3 * radius * 0.4 * Math.sin(angle);
            }
            return Polygon.ofMm(outer, hollow && corners > 4 ? List.of(hole) : List.of());
        }
    }
}
