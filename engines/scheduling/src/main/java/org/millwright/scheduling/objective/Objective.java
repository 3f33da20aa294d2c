package org.millwright.scheduling.objective;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.objective.Measure.Figure;

/**
 * What makes a plan good, to be minimised: levels compared one after the other, each a weighted sum. A later level
 * decides only between plans that are equal by all levels before it. What a plan leaves out comes before the first level,
 * always.
 */
public record Objective(List<Level> levels) {
    /** First missed deadlines, then weighted tardiness, then length. */
    public static final Objective DEFAULT =
            minimise(Figure.MISSED_DEADLINES).then(Figure.WEIGHTED_TARDINESS_S).then(Figure.MAKESPAN_S);

    /** One summand of a level. */
    public record Term(double weight, Measure measure) {}

    /** A weighted sum. */
    public record Level(List<Term> terms) {
        public Level {
            terms = List.copyOf(terms);
        }
    }

    /**
     * @throws IllegalArgumentException naming everything that is wrong: no level, a level without terms, a measure twice
     *     in one level, a weight that is not a finite number above 0
     */
    public Objective {
        levels = List.copyOf(levels);
        List<String> violations = new ArrayList<>();
        if (levels.isEmpty()) {
            violations.add("it has no level");
        }
        for (int level = 0; level < levels.size(); level++) {
            Set<Measure> seen = new HashSet<>();
            if (levels.get(level).terms().isEmpty()) {
                violations.add("level %d has no terms".formatted(level + 1));
            }
            for (Term term : levels.get(level).terms()) {
                if (!(term.weight() > 0) || Double.isInfinite(term.weight())) {
                    violations.add("the weight %s in level %d is not a finite number above 0"
                            .formatted(term.weight(), level + 1));
                }
                if (!seen.add(term.measure())) {
                    violations.add("level %d counts %s twice".formatted(level + 1, nameOf(term.measure())));
                }
            }
        }
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException(
                    "The objective cannot be used: %s.".formatted(String.join("; ", violations)));
        }
    }

    /**
     * The default with a price for moving work against an earlier plan, which counts together with tardiness.
     *
     * @param pricePerMoveS for each moved operation, in weighted seconds of tardiness; 0 or more
     */
    public static Objective near(Timetable from, long pricePerMoveS) {
        return pricePerMoveS == 0
                ? DEFAULT
                : minimise(Figure.MISSED_DEADLINES)
                        .then(
                                new Term(1, Figure.WEIGHTED_TARDINESS_S),
                                new Term(pricePerMoveS, new Measure.MovedOperations(from)))
                        .then(Figure.MAKESPAN_S);
    }

    /** An objective of one level. */
    public static Objective minimise(Term... terms) {
        return new Objective(List.of(new Level(List.of(terms))));
    }

    /** An objective of one measure. */
    public static Objective minimise(Measure measure) {
        return minimise(new Term(1, measure));
    }

    /** The same with one more level, behind those that there are. */
    public Objective then(Term... terms) {
        List<Level> more = new ArrayList<>(levels);
        more.add(new Level(List.of(terms)));
        return new Objective(more);
    }

    /** The same with one more level, behind those that there are. */
    public Objective then(Measure measure) {
        return then(new Term(1, measure));
    }

    /** All measures, in the order of levels and terms. */
    public List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        levels.forEach(level -> level.terms().forEach(term -> measures.add(term.measure())));
        return measures;
    }

    private static String nameOf(Measure measure) {
        return measure instanceof Figure figure
                ? figure.name()
                : measure.getClass().getSimpleName();
    }
}
