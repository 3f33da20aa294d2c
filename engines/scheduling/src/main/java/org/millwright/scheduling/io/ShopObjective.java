package org.millwright.scheduling.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.tardiness.shop.CostRule;

/**
 * An objective as it is written on the command line and in plans: levels parted by commas, the first decides; in a level
 * measures joined by {@code +}, each with a whole factor where it has one. {@code lateJobs,weightedTardiness+2*setup} asks
 * for few late jobs first and then for little tardiness, where a unit of setup costs two.
 */
final class ShopObjective {
    private static final long LARGEST_FACTOR = 1_000_000;

    /** What searches over sequences reckon themselves. */
    private static final List<String> OF_SEQUENCES = List.of("weightedTardiness", "lateJobs", "makespan", "setup");

    private static final List<String> FURTHER =
            List.of("missedDeadlines", "energyCost", "carbon", "slackShortfall", "movedOperations");

    private final List<List<Part>> levels;

    /** One summand: a measure and its factor. */
    record Part(long factor, String measure) {}

    private ShopObjective(List<List<Part>> levels) {
        this.levels = List.copyOf(levels);
    }

    /**
     * @param text null for what the instance asks for itself
     * @throws IllegalArgumentException when it is no objective, or asks for what the instance knows nothing of
     */
    static ShopObjective of(@Nullable String text, ShopRules instance) {
        ShopObjective wanted = parse(text == null ? instance.objective() : text);
        for (List<Part> level : wanted.levels) {
            for (Part part : level) {
                if (!instance.measures().contains(part.measure())) {
                    throw new IllegalArgumentException(
                            "This kind of instance has nothing to reckon %s from; it can be judged by %s."
                                    .formatted(part.measure(), String.join(", ", instance.measures())));
                }
            }
        }
        return wanted;
    }

    private static ShopObjective parse(String text) {
        List<List<Part>> levels = new ArrayList<>();
        for (String level : text.split(",", -1)) {
            List<Part> parts = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (String part : level.split("\\+", -1)) {
                parts.add(part(part.strip(), text));
                if (!seen.add(parts.getLast().measure())) {
                    throw new IllegalArgumentException("Level %d of the objective \"%s\" counts %s twice."
                            .formatted(levels.size() + 1, text, parts.getLast().measure()));
                }
            }
            levels.add(List.copyOf(parts));
        }
        return new ShopObjective(levels);
    }

    private static Part part(String text, String whole) {
        int star = text.indexOf('*');
        String name = text.substring(star + 1).strip();
        String factor = star < 0 ? "1" : text.substring(0, star).strip();
        if (!OF_SEQUENCES.contains(name) && !FURTHER.contains(name)) {
            throw new IllegalArgumentException(
                    "\"%s\" in the objective \"%s\" is no measure. There are %s, and where an instance has what they need %s."
                            .formatted(name, whole, String.join(", ", OF_SEQUENCES), String.join(", ", FURTHER)));
        }
        if (!factor.matches("[1-9][0-9]{0,6}") || Long.parseLong(factor) > LARGEST_FACTOR) {
            throw new IllegalArgumentException(
                    "The factor \"%s\" in the objective \"%s\" is no whole number from 1 to %d. Maybe multiply all factors?"
                            .formatted(factor, whole, LARGEST_FACTOR));
        }
        return new Part(Long.parseLong(factor), name);
    }

    /** Levels of named terms with whole factors. */
    List<List<Part>> levels() {
        return levels;
    }

    /** Whether something counts that searches over sequences know nothing of. */
    boolean asksFurther() {
        return levels.stream().flatMap(List::stream).anyMatch(part -> FURTHER.contains(part.measure()));
    }

    /** The same without what searches over sequences know nothing of; the instance's own where nothing is left. */
    ShopObjective ofSequences(ShopRules instance) {
        List<List<Part>> known = levels.stream()
                .map(level -> level.stream()
                        .filter(part -> OF_SEQUENCES.contains(part.measure()))
                        .toList())
                .filter(level -> !level.isEmpty())
                .toList();
        return known.isEmpty() ? parse(instance.objective()) : new ShopObjective(known);
    }

    /** As the search with setups reads it. */
    List<CostRule> rules() {
        List<CostRule> rules = new ArrayList<>();
        for (List<Part> level : levels) {
            rules.add(rule(level));
        }
        return rules;
    }

    /** Of a level as far as searches over sequences know it; null when nothing of it is left. */
    static @Nullable CostRule ruleOf(List<Part> level) {
        return level.stream().anyMatch(part -> OF_SEQUENCES.contains(part.measure())) ? rule(level) : null;
    }

    private static CostRule rule(List<Part> level) {
        return new CostRule(
                factor(level, "weightedTardiness"),
                factor(level, "lateJobs"),
                factor(level, "makespan"),
                factor(level, "setup"));
    }

    private static long factor(List<Part> level, String measure) {
        return level.stream()
                .filter(part -> part.measure().equals(measure))
                .mapToLong(Part::factor)
                .sum();
    }

    /** As it is written, without blanks. */
    @Override
    public String toString() {
        return levels.stream()
                .map(level -> level.stream()
                        .map(part -> part.factor() == 1 ? part.measure() : part.factor() + "*" + part.measure())
                        .collect(Collectors.joining("+")))
                .collect(Collectors.joining(","));
    }
}
