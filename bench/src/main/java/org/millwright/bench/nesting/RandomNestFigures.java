package org.millwright.bench.nesting;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.millwright.nesting.Budget;
import org.millwright.nesting.Nesting;
import org.millwright.nesting.cutting.LeadIns;
import org.millwright.nesting.model.Constraints;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;
import org.millwright.nesting.verification.LayoutVerifier;

/** Random nests with holes, clearance, remnants, defects, mixed rotations and mirroring, and plates: none may be invalid. */
final class RandomNestFigures {
    /** Enough to try a few exchanges; every twentieth nest gets enough to separate and squeeze, and is done twice. */
    private static final int FEW_STEPS = 5;

    private static final int STEPS = 60;
    private static final int THOROUGH = 20;

    /** So often plates are planned as well. */
    private static final int PLATES = 10;

    private final AtomicLong next;
    private final AtomicInteger invalid = new AtomicInteger();
    private final AtomicInteger different = new AtomicInteger();
    private final AtomicInteger invalidPlates = new AtomicInteger();

    private RandomNestFigures(long firstSeed) {
        next = new AtomicLong(firstSeed);
    }

    /** Checks the nests of so many seeds, one after another. */
    static void print(long firstSeed, int nests) {
        new RandomNestFigures(firstSeed).run(firstSeed, nests);
    }

    private void run(long firstSeed, int nests) {
        long startedNs = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < Runtime.getRuntime().availableProcessors(); t++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (long seed = next.getAndIncrement(); seed < firstSeed + nests; seed = next.getAndIncrement()) {
                    nest(seed);
                }
            }));
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        System.out.printf(
                "| %,d random nests from seed %d: invalid; different on repetition (every 20th); invalid plates (every 10th) | 0; 0; 0 | %d; %d; %d (%.0f s) |%n",
                nests,
                firstSeed,
                invalid.get(),
                different.get(),
                invalidPlates.get(),
                (System.nanoTime() - startedNs) / 1e9);
    }

    private void nest(long seed) {
        NestingProblem problem = problem(new SplittableRandom(seed));
        Budget budget = Budget.ofSteps(seed % THOROUGH == 0 ? STEPS : FEW_STEPS);
        Layout layout = Nesting.of(problem).solve(budget, seed);
        if (!LayoutVerifier.violations(problem, layout).isEmpty()) {
            invalid.incrementAndGet();
            System.out.printf("seed %d: %s%n", seed, LayoutVerifier.violations(problem, layout));
        }
        if (seed % THOROUGH == 0 && !layout.equals(Nesting.of(problem).solve(budget, seed))) {
            different.incrementAndGet();
            System.out.printf("seed %d: another layout on repetition%n", seed);
        }
        if (seed % PLATES == 1) {
            List<String> violations = RandomPlates.violations(seed);
            if (!violations.isEmpty()) {
                invalidPlates.incrementAndGet();
                System.out.printf("plates of seed %d: %s%n", seed, violations);
            }
        }
    }

    private static NestingProblem problem(SplittableRandom random) {
        List<Item> items = new ArrayList<>();
        int kinds = 1 + random.nextInt(4);
        for (int kind = 0; kind < kinds; kind++) {
            Orientations turns = switch (random.nextInt(5)) {
                case 0 -> Orientations.of(0);
                case 1 -> Orientations.of(0, 90, 180, 270);
                case 2 -> Orientations.of(0, 37, 211).mirrored();
                case 3 -> Orientations.grain(3, random.nextBoolean());
                default -> Orientations.any();
            };
            items.add(new Item("p" + kind, part(random), 1 + random.nextInt(5), turns, 0, random.nextInt(2)));
        }
        List<Stock> stocks = new ArrayList<>();
        Polygon defect = star(random, 5 + random.nextInt(8), 30, 30, false);
        stocks.add(new Stock(
                "sheet",
                Polygon.rectangleMm(70 + random.nextInt(80), 70 + random.nextInt(80)),
                1 + random.nextInt(2),
                100,
                1,
                random.nextBoolean() ? List.of(new Stock.Zone(defect, 0)) : List.of()));
        if (random.nextBoolean()) {
            stocks.add(Stock.remnant("remnant", star(random, 50 + random.nextInt(40), 0, 0, true)));
        }
        double clearance = new double[] {0, 0, 0.5, 1.234, 3}[random.nextInt(5)];
        double margin = new double[] {0, 2, 0.1}[random.nextInt(3)];
        return new NestingProblem(items, stocks, clearance, margin, constraints(random, items));
    }

    /** Nothing beyond the usual in half of all cases; otherwise a pattern, ways in for the cutter, or a pair. */
    private static Constraints constraints(SplittableRandom random, List<Item> items) {
        Item first = items.getFirst();
        return switch (random.nextInt(6)) {
            case 0 ->
                Constraints.none()
                        .withPatterns(
                                List.of(new Constraints.Pattern("sheet", 0, 8 + random.nextInt(9))),
                                List.of(new Constraints.Match(first.id(), 1, 2, 0, 3, 0.3)));
            case 1 -> Constraints.none().withLeadIns(LeadIns.of(first, 3, 1));
            case 2 -> {
                Item last = items.getLast();
                yield items.size() > 1 && first.quantity() == last.quantity()
                        ? Constraints.none().withPairs(List.of(new Constraints.Pair(first.id(), last.id(), 25)))
                        : Constraints.none();
            }
            default -> Constraints.none();
        };
    }

    private static Polygon part(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> Polygon.rectangleMm(5 + random.nextInt(40), 5 + random.nextInt(40));
            case 1 -> star(random, 15 + random.nextInt(20), 0, 0, true);
            case 2 -> Polygon.ofMm(0, 0, 30, 0, 30, 10, 10, 10, 10, 30, 0, 30);
            default -> star(random, 5 + random.nextInt(30), 7, -3, false);
        };
    }

    private static Polygon star(SplittableRandom random, double radius, double x, double y, boolean hollow) {
        int corners = 5 + random.nextInt(16);
        double[] outer = new double[2 * corners];
        double[] hole = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double r = radius * (0.6 + 0.4 * random.nextDouble());
            outer[2 * i] = x + r * Math.cos(angle);
            outer[2 * i + 1] = y + r * Math.sin(angle);
            hole[2 * i] = x + 0.4 * radius * Math.cos(angle);
            hole[2 * i + 1] = y + 0.4 * radius * Math.sin(angle);
        }
        return Polygon.ofMm(outer, hollow ? List.of(hole) : List.of());
    }
}
