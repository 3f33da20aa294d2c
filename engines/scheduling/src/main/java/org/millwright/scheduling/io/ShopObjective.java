package org.millwright.scheduling.io;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.objective.Measure.Figure;
import org.millwright.scheduling.objective.Objective;
import org.millwright.scheduling.objective.Objective.Level;
import org.millwright.scheduling.objective.Objective.Term;
import org.millwright.scheduling.tardiness.shop.CostRule;

/**
 * An objective as it is written on the command line and in plans: levels parted by commas, the first decides; in a level
 * measures joined by {@code +}, each with a whole factor where it has one. {@code lateJobs,weightedTardiness+2*setup} asks
 * for few late jobs first and then for little tardiness, where a unit of setup costs two.
 */
final class ShopObjective {
    private static final long LARGEST_WEIGHT = 1_000_000;

    private final Objective objective;

    private ShopObjective(Objective objective) {
        this.objective = objective;
    }

    /**
     * @param text null for what the instance asks for itself
     * @throws IllegalArgumentException when it is no objective, or asks for what the instance knows nothing of
     */
    static ShopObjective of(@Nullable String text, ShopRules instance) {
        var wanted = new ShopObjective(parse(text == null ? instance.objective() : text));
        for (String measure : wanted.names()) {
            if (!instance.measures().contains(measure)) {
                throw new IllegalArgumentException(
                        "This kind of instance has nothing to reckon %s from; it can be judged by %s."
                                .formatted(measure, String.join(", ", instance.measures())));
            }
        }
        return wanted;
    }

    private static Objective parse(String text) {
        List<Level> levels = new ArrayList<>();
        for (String level : text.split(",", -1)) {
            List<Term> terms = new ArrayList<>();
            for (String term : level.split("\\+", -1)) {
                terms.add(term(term.strip(), text));
            }
            levels.add(new Level(terms));
        }
        return new Objective(levels);
    }

    private static Term term(String text, String whole) {
        int star = text.indexOf('*');
        String name = text.substring(star + 1).strip();
        String factor = star < 0 ? "1" : text.substring(0, star).strip();
        Figure figure = figure(name);
        if (figure == null) {
            throw new IllegalArgumentException(
                    "\"%s\" in the objective \"%s\" is no measure. There are weightedTardiness, lateJobs, makespan and setup."
                            .formatted(name, whole));
        }
        if (!factor.matches("[1-9][0-9]{0,6}") || Long.parseLong(factor) > LARGEST_WEIGHT) {
            throw new IllegalArgumentException(
                    "The factor \"%s\" in the objective \"%s\" is no whole number from 1 to %d. Maybe multiply all factors?"
                            .formatted(factor, whole, LARGEST_WEIGHT));
        }
        return new Term(Long.parseLong(factor), figure);
    }

    private static @Nullable Figure figure(String name) {
        return switch (name) {
            case "weightedTardiness" -> Figure.WEIGHTED_TARDINESS_S;
            case "lateJobs" -> Figure.LATE_JOBS;
            case "makespan" -> Figure.MAKESPAN_S;
            case "setup" -> Figure.SETUP_S;
            default -> null;
        };
    }

    private static String name(Term term) {
        if (!(term.measure() instanceof Figure figure)) {
            throw new IllegalArgumentException("Instances in files know nothing of " + term.measure());
        }
        return switch (figure) {
            case WEIGHTED_TARDINESS_S -> "weightedTardiness";
            case LATE_JOBS -> "lateJobs";
            case MAKESPAN_S -> "makespan";
            case SETUP_S -> "setup";
            case MISSED_DEADLINES ->
                throw new IllegalArgumentException("Instances in files have no deadlines that could be missed.");
        };
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        objective.levels().forEach(level -> level.terms().forEach(term -> names.add(name(term))));
        return names;
    }

    /** Levels of named terms with whole factors. */
    List<List<Part>> levels() {
        return objective.levels().stream()
                .map(level -> level.terms().stream()
                        .map(term -> new Part((long) term.weight(), name(term)))
                        .toList())
                .toList();
    }

    /** One summand: a measure and its factor. */
    record Part(long factor, String measure) {}

    /** As the search with setups reads it. */
    List<CostRule> rules() {
        List<CostRule> rules = new ArrayList<>();
        for (List<Part> level : levels()) {
            rules.add(new CostRule(
                    factor(level, "weightedTardiness"),
                    factor(level, "lateJobs"),
                    factor(level, "makespan"),
                    factor(level, "setup")));
        }
        return rules;
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
        return levels().stream()
                .map(level -> level.stream()
                        .map(part -> part.factor() == 1 ? part.measure() : part.factor() + "*" + part.measure())
                        .collect(Collectors.joining("+")))
                .collect(Collectors.joining(","));
    }
}
