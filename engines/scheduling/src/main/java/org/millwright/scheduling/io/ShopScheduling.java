package org.millwright.scheduling.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.millwright.json.JsonFields;
import org.millwright.json.JsonReader;
import org.millwright.json.UnreadableFile;
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
        return run(instance, format, null, budget, threads, seed, clockS, progress);
    }

    /** The same by an objective, in elapsed time. */
    public static ShopPlan run(
            Path instance,
            @Nullable String format,
            @Nullable String objective,
            Budget budget,
            int threads,
            long seed,
            Consumer<ShopPlan.Better> progress) {
        return run(instance, format, objective, budget, threads, seed, ShopScheduling::wallClockS, progress);
    }

    /**
     * The same by an objective.
     *
     * @param objective levels parted by commas, the first decides; each is {@code weightedTardiness}, {@code lateJobs},
     *     {@code makespan} or {@code setup}, or several of them joined by {@code +}, with whole factors as in
     *     {@code 2*setup}. Null for what the instance asks for itself
     * @throws IllegalArgumentException when it is no objective, or the instance has nothing to reckon a measure from
     */
    public static ShopPlan run(
            Path instance,
            @Nullable String format,
            @Nullable String objective,
            Budget budget,
            int threads,
            long seed,
            DoubleSupplier clockS,
            Consumer<ShopPlan.Better> progress) {
        ShopRules rules = ShopFormat.read(instance, format);
        return new ShopSearch(rules, ShopObjective.of(objective, rules), budget, threads, seed, clockS, progress).run();
    }

    /**
     * What no plan of an instance with setups or due dates undercuts by its own objective's first level.
     *
     * @param budget all of which goes into the bound; its steps are rounds in which all jobs are priced
     * @throws IllegalArgumentException when it is a plain job shop
     */
    public static long bound(
            Path instance, @Nullable String format, Budget budget, int threads, long seed, DoubleSupplier clockS) {
        ShopRules rules = ShopFormat.read(instance, format);
        return new ShopSearch(rules, ShopObjective.of(null, rules), budget, threads, seed, clockS, better -> {})
                .runBound();
    }

    /** What CP-SAT alone makes of the best dispatch rule's plan of a plain or flexible job shop, for comparison. */
    public static ShopPlan runExact(
            Path instance, @Nullable String format, Budget budget, int threads, long seed, DoubleSupplier clockS) {
        ShopRules rules = ShopFormat.read(instance, format);
        return new ShopSearch(rules, ShopObjective.of(null, rules), budget, threads, seed, clockS, better -> {})
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
        ShopRules shop = ShopFormat.read(instance, format);
        ShopObjective objective = ShopObjective.of(plan.objective(), shop);
        return ShopPlanValidator.violations(shop, objective, plan.operations(), plan.values());
    }

    /** Everything that is wrong with a plan, in words; empty when it holds. The format is recognised. */
    public static List<String> check(Path instance, Path plan) {
        return check(instance, null, plan);
    }

    /** Everything that is wrong with a plan, in words; empty when it holds. */
    public static List<String> check(Path instance, @Nullable String format, Path plan) {
        ShopRules shop = ShopFormat.read(instance, format);
        JsonFields json = JsonFields.of("The plan", json(plan));
        ShopObjective objective;
        try {
            objective = ShopObjective.of(json.text("objective"), shop);
        } catch (IllegalArgumentException wrong) {
            return List.of(String.valueOf(wrong.getMessage()));
        }
        List<Long> values = json.has("values") ? json.wholes("values") : List.of(json.whole("value"));
        if (values.isEmpty() || values.getFirst() != json.whole("value")) {
            return List.of("\"value\" is %d, but the first of \"values\" is %s."
                    .formatted(json.whole("value"), values.isEmpty() ? "missing" : values.getFirst()));
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
        return ShopPlanValidator.violations(shop, objective, entries, values);
    }
}
