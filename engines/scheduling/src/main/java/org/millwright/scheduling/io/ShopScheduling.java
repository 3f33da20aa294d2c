package org.millwright.scheduling.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.Budget;

/** Plans classic shop instances from files and checks such plans. */
public final class ShopScheduling {
    private ShopScheduling() {}

    private static double wallClockS() {
        return System.nanoTime() * 1e-9;
    }

    /**
     * The best plan found in the given time, earlier when it is proven optimal.
     *
     * @param format {@code jsp}, {@code fjsp}, {@code fjsp-sdst} or {@code microfactory}, or null to recognise it
     * @param progress told of every better plan
     * @throws UnreadableFile when the file cannot be read or is not of that format
     * @throws IllegalArgumentException when there is no such format
     * @throws ImpossibleInstance when no plan can satisfy it
     */
    public static ShopPlan run(
            Path instance, @Nullable String format, double seconds, long seed, Consumer<ShopPlan.Better> progress) {
        return run(instance, format, Budget.ofSeconds(seconds), seed, progress);
    }

    /** The same with any budget; one of steps, which are iterations of local search, is reproducible. */
    public static ShopPlan run(
            Path instance, @Nullable String format, Budget budget, long seed, Consumer<ShopPlan.Better> progress) {
        return run(instance, format, budget, 1, seed, progress);
    }

    /** The same with several threads; {@code progress} may be told by any of them, but by one at a time. */
    public static ShopPlan run(
            Path instance,
            @Nullable String format,
            Budget budget,
            int threads,
            long seed,
            Consumer<ShopPlan.Better> progress) {
        return run(instance, format, budget, threads, seed, ShopScheduling::wallClockS, progress);
    }

    /**
     * The same by any clock.
     *
     * @param clockS seconds as the budget counts them, for instance of processor time where others use the machine too
     */
    public static ShopPlan run(
            Path instance,
            @Nullable String format,
            Budget budget,
            int threads,
            long seed,
            DoubleSupplier clockS,
            Consumer<ShopPlan.Better> progress) {
        return new ShopSearch(ShopFormat.read(instance, format), budget, threads, seed, clockS, progress).run();
    }

    /** What CP-SAT alone makes of the best dispatch rule's plan of a plain or flexible job shop, for comparison. */
    public static ShopPlan runExact(
            Path instance, @Nullable String format, Budget budget, int threads, long seed, DoubleSupplier clockS) {
        return new ShopSearch(ShopFormat.read(instance, format), budget, threads, seed, clockS, better -> {})
                .runExact();
    }

    private static @Nullable Object json(Path plan) {
        String text = ShopFormat.text(plan);
        try {
            return JsonReader.read(text);
        } catch (UnreadableFile unreadable) {
            throw ShopFormat.inFile(plan, unreadable);
        }
    }

    /** Everything that is wrong with a plan just made, in words; empty when it holds. */
    public static List<String> check(Path instance, @Nullable String format, ShopPlan plan) {
        return ShopPlanValidator.violations(ShopFormat.read(instance, format), plan.operations(), plan.value());
    }

    /** Everything that is wrong with a plan, in words; empty when it holds. The format is recognised. */
    public static List<String> check(Path instance, Path plan) {
        return check(instance, null, plan);
    }

    /** Everything that is wrong with a plan, in words; empty when it holds. */
    public static List<String> check(Path instance, @Nullable String format, Path plan) {
        ShopRules shop = ShopFormat.read(instance, format);
        JsonFields json = JsonFields.of("The plan", json(plan));
        if (!json.text("objective").equals(shop.objective())) {
            return List.of("The objective of this instance is %s, not %s."
                    .formatted(shop.objective(), json.text("objective")));
        }
        List<ShopPlan.Entry> entries = new ArrayList<>();
        for (JsonFields entry : json.objects("operations")) {
            entries.add(new ShopPlan.Entry(
                    Math.toIntExact(entry.whole("job")),
                    Math.toIntExact(entry.whole("operation")),
                    Math.toIntExact(entry.whole("machine")),
                    entry.whole("start"),
                    entry.whole("end")));
        }
        return ShopPlanValidator.violations(shop, entries, json.whole("value"));
    }
}
