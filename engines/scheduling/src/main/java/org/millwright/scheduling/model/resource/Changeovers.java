package org.millwright.scheduling.model.resource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Time that must pass on a machine between two operations of different families: cleaning, refitting, another material.
 * It begins at the end of the one before at the earliest and needs nobody.
 *
 * @param initialFamily what the machine is set up for now; null when for nothing in particular, which costs nothing
 * @param otherwiseS between two families for which nothing else is said; between equal ones it is 0
 * @param fromToS from family to family, where it differs
 */
public record Changeovers(@Nullable String initialFamily, long otherwiseS, Map<String, Map<String, Long>> fromToS) {
    /** No time at all. */
    public static final Changeovers NONE = new Changeovers(null, 0, Map.of());

    public Changeovers {
        Map<String, Map<String, Long>> copy = new HashMap<>();
        fromToS.forEach((from, row) -> copy.put(from, Map.copyOf(row)));
        fromToS = Map.copyOf(copy);
    }

    public static Changeovers uniform(long seconds) {
        return new Changeovers(null, seconds, Map.of());
    }

    public boolean isNone() {
        return otherwiseS == 0 && fromToS.isEmpty();
    }

    /** Seconds between operations of two families; an operation without a family is a family of its own. */
    public long betweenS(@Nullable String before, @Nullable String after) {
        if (before == null || after == null) {
            return otherwiseS;
        }
        Long said = fromToS.getOrDefault(before, Map.of()).get(after);
        if (said != null) {
            return said;
        }
        return before.equals(after) ? 0 : otherwiseS;
    }

    /** Seconds before the first operation. */
    public long initialS(@Nullable String after) {
        return initialFamily == null ? 0 : betweenS(initialFamily, after);
    }

    /**
     * What is wrong, in words. Going through a third family must never be quicker than going directly: then taking an
     * operation out of a plan never breaks it.
     */
    public List<String> violations() {
        List<String> violations = new ArrayList<>();
        var families = new TreeSet<String>(fromToS.keySet());
        fromToS.values().forEach(row -> families.addAll(row.keySet()));
        families.add("any other family");
        for (String a : families) {
            for (String b : families) {
                if (betweenS(a, b) < 0) {
                    violations.add("the changeover from %s to %s is negative".formatted(a, b));
                }
                for (String c : families) {
                    if (betweenS(a, c) > betweenS(a, b) + betweenS(b, c) && !Objects.equals(a, c)) {
                        violations.add(
                                "the changeover from %s to %s takes longer than by way of %s".formatted(a, c, b));
                    }
                }
            }
        }
        return violations;
    }
}
