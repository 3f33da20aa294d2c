package org.millwright.nesting.io;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.millwright.json.JsonFields;
import org.millwright.json.JsonReader;
import org.millwright.json.UnreadableFile;
import org.millwright.nesting.Budget;
import org.millwright.nesting.Nesting;
import org.millwright.nesting.cutting.CommonLines;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Stock;
import org.millwright.nesting.verification.LayoutVerifier;

/** Nests instances from files, strips or bins, and checks such layouts. */
public final class StripNesting {
    private static final double NANOS = 1e-9;

    /** Parts are pushed over gaps of so many clearances to lie one clearance apart. */
    private static final double SNAPPING = 5;

    private StripNesting() {}

    /**
     * The shortest verified layout found in the given time.
     *
     * @param progress told of every denser layout
     * @throws UnreadableFile when the file cannot be read or an item does not fit the strip
     */
    public static StripLayout run(Path instance, double seconds, long seed, Consumer<StripLayout.Better> progress) {
        return run(instance, Budget.ofSeconds(seconds), seed, 1, progress);
    }

    /** The same with any budget; one of steps is reproducible. */
    public static StripLayout run(Path instance, Budget budget, long seed, Consumer<StripLayout.Better> progress) {
        return run(instance, budget, seed, 1, progress);
    }

    /** The same with several threads. */
    public static StripLayout run(
            Path instance, Budget budget, long seed, int threads, Consumer<StripLayout.Better> progress) {
        return run(instance, budget, seed, nesting -> nesting.withThreads(threads), progress);
    }

    /** The same with any options of the search. */
    public static StripLayout run(
            Path instance,
            Budget budget,
            long seed,
            UnaryOperator<Nesting> options,
            Consumer<StripLayout.Better> progress) {
        return run(instance, Rules.none(), budget, seed, options, progress);
    }

    /** The same with clearance, margin and drawings. */
    public static StripLayout run(
            Path instance,
            Rules rules,
            Budget budget,
            long seed,
            UnaryOperator<Nesting> options,
            Consumer<StripLayout.Better> progress) {
        long startedNs = System.nanoTime();
        long startedCpuNs = cpuNs();
        StripInstance strip = StripInstance.read(instance, rules);
        List<Item> tooLarge = strip.problem().listLargerThanAllStock();
        if (strip.isStrip() && !tooLarge.isEmpty()) {
            throw tooHigh(tooLarge.getFirst().id(), instance, strip);
        }
        List<StripLayout.Better> improvements = new ArrayList<>();
        var evaluations = new AtomicLong();
        Layout layout = options.apply(Nesting.of(strip.problem()))
                .solve(
                        budget,
                        seed,
                        improvement -> {
                            var better = new StripLayout.Better(
                                    improvement.atS(), StripLayout.densityOf(strip, improvement.layout()));
                            improvements.add(better);
                            progress.accept(better);
                        },
                        evaluations::set);
        if (strip.isStrip() && !layout.unplaced().isEmpty()) {
            throw tooHigh(layout.unplaced().getFirst().itemId(), instance, strip);
        }
        if (rules.cutting().sharesLines()) {
            double reachMm = SNAPPING * rules.clearanceMm();
            layout = CommonLines.snapped(strip.problem(), layout, rules.clearanceMm(), reachMm);
        }
        return new StripLayout(
                strip,
                layout,
                CutWork.of(strip.problem(), layout, strip.isStrip(), rules),
                seed,
                (System.nanoTime() - startedNs) * NANOS,
                (cpuNs() - startedCpuNs) * NANOS,
                evaluations.get(),
                improvements);
    }

    /** Items that no stock of an instance can hold, in words; to be told before a search. */
    public static List<String> listTooLarge(Path instance, Rules rules) {
        return StripInstance.read(instance, rules).problem().listLargerThanAllStock().stream()
                .map(item -> "Item %s, %.1f x %.1f mm, is larger than all stock in every allowed turn and stays out."
                        .formatted(
                                item.id(), item.shape().widthMm(), item.shape().heightMm()))
                .toList();
    }

    private static UnreadableFile tooHigh(String item, Path instance, StripInstance strip) {
        return new UnreadableFile("Item %s of %s does not fit a strip of height %s in any allowed rotation."
                .formatted(item, instance, strip.stripHeight()));
    }

    /** Everything that is wrong with a layout, in words; empty when it holds. */
    public static List<String> check(Path instance, Path layout) {
        return check(instance, Rules.none(), layout);
    }

    /** The same with clearance, margin and drawings. */
    public static List<String> check(Path instance, Rules rules, Path layout) {
        StripInstance strip = StripInstance.read(instance, rules);
        JsonFields json = JsonFields.of("The layout", JsonReader.read(StripInstance.text(layout)));
        Map<String, Integer> copies = new HashMap<>();
        List<Placement> placements = new ArrayList<>();
        List<String> violations = new ArrayList<>();
        for (JsonFields fields : json.objects("placements")) {
            String id = StripInstance.idOf(fields.any("item"));
            Sheet piece = strip.isStrip()
                    ? new Sheet(StripInstance.STRIP, 0)
                    : sheet(strip, Math.toIntExact(fields.whole("sheet")));
            placements.add(new Placement(
                    id,
                    copies.merge(id, 1, Integer::sum) - 1,
                    piece.stock(),
                    piece.copy(),
                    fields.number("rotation"),
                    fields.number("x"),
                    fields.number("y"),
                    Boolean.TRUE.equals(fields.any("mirrored"))));
        }
        if (!strip.isStrip()) {
            List<Layout.Unplaced> unplaced = new ArrayList<>();
            for (Object left : json.has("unplaced") ? json.list("unplaced") : List.of()) {
                String id = StripInstance.idOf(left);
                unplaced.add(
                        new Layout.Unplaced(id, copies.merge(id, 1, Integer::sum) - 1, Layout.Reason.NO_STOCK_LEFT));
            }
            return LayoutVerifier.violations(strip.problem(), new Layout(placements, unplaced, List.of()));
        }
        double length = json.number("stripLength");
        if (!(length > 0) || length > 2e5) {
            violations.add("The strip length %s cannot be.".formatted(length));
            return violations;
        }
        // Everything must lie within the length that is claimed; half a grid step is the rounding of the file.
        NestingProblem problem = strip.problem(Math.ceil(length * 1000 - 0.5) / 1000);
        violations.addAll(LayoutVerifier.violations(problem, new Layout(placements, List.of(), List.of())));
        double density = strip.itemArea() / (strip.stripHeight() * length);
        if (json.has("density") && Math.abs(json.number("density") - density) > 1e-4) {
            violations.add("The density is %s, not %s.".formatted(density, json.number("density")));
        }
        return violations;
    }

    private record Sheet(String stock, int copy) {}

    private static Sheet sheet(StripInstance instance, int number) {
        int copy = number;
        for (Stock bin : instance.bins()) {
            if (copy < bin.quantity()) {
                return new Sheet(bin.id(), copy);
            }
            copy -= bin.quantity();
        }
        return new Sheet("sheet " + number, 0);
    }

    private static long cpuNs() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean process
                ? process.getProcessCpuTime()
                : ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
