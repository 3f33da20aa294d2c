package org.millwright.nesting.io;

import java.util.ArrayList;
import java.util.List;
import org.millwright.json.JsonFields;
import org.millwright.json.UnreadableFile;
import org.millwright.nesting.model.Constraints;
import org.millwright.nesting.model.Orientations;

/**
 * What an instance may say beyond shapes and quantities: how items turn, which belong together
 * ({@code "pairs": [{"first", "second", "within"}]}), what pattern stock has ({@code "pattern": {"repeat_x",
 * "repeat_y"}}) and which point of an item sits on it ({@code "match": {"x", "y", "phase_x", "phase_y",
 * "tolerance"}}). All lengths in millimetres.
 */
final class InstanceConstraints {
    private static final double MOST_DEG = 3600;

    private final List<Constraints.Pair> pairs = new ArrayList<>();
    private final List<Constraints.Pattern> patterns = new ArrayList<>();
    private final List<Constraints.Match> matches = new ArrayList<>();

    /** Reads what an item says of patterns. */
    void addItem(String id, JsonFields item) {
        if (item.has("match")) {
            JsonFields match = JsonFields.of("The match of " + item.where(), item.any("match"));
            matches.add(new Constraints.Match(
                    id,
                    numberOr(match, "x", 0),
                    numberOr(match, "y", 0),
                    numberOr(match, "phase_x", 0),
                    numberOr(match, "phase_y", 0),
                    numberOr(match, "tolerance", Constraints.Match.LEAST_TOLERANCE_MM)));
        }
    }

    /** Reads the pattern of stock, if it has one. */
    void addStock(String id, JsonFields stock) {
        if (stock.has("pattern")) {
            JsonFields pattern = JsonFields.of("The pattern of " + stock.where(), stock.any("pattern"));
            patterns.add(
                    new Constraints.Pattern(id, numberOr(pattern, "repeat_x", 0), numberOr(pattern, "repeat_y", 0)));
        }
    }

    /** Reads which items belong together. */
    void addPairs(JsonFields instance) {
        for (JsonFields pair : instance.has("pairs") ? instance.objects("pairs") : List.<JsonFields>of()) {
            pairs.add(new Constraints.Pair(
                    StripInstance.idOf(pair.any("first")),
                    StripInstance.idOf(pair.any("second")),
                    numberOr(pair, "within", Double.POSITIVE_INFINITY)));
        }
    }

    /** All that was read. */
    Constraints constraints() {
        return Constraints.none().withPairs(pairs).withPatterns(patterns, matches);
    }

    private static double numberOr(JsonFields fields, String name, double otherwise) {
        return fields.has(name) ? fields.number(name) : otherwise;
    }

    /**
     * How an item may be turned: {@code "allowed_orientations"} lists angles and ranges {@code [from, to]} in degrees;
     * without it any turn will do, an empty list allows none. {@code "mirror": true} allows the mirror image too.
     */
    static Orientations turns(JsonFields item) {
        Orientations turns = item.has("allowed_orientations") ? listed(item) : Orientations.any();
        return Boolean.TRUE.equals(item.any("mirror")) ? turns.mirrored() : turns;
    }

    private static Orientations listed(JsonFields item) {
        List<Orientations.Range> ranges = new ArrayList<>();
        for (Object allowed : item.list("allowed_orientations")) {
            if (allowed instanceof Double step && Math.abs(step) <= MOST_DEG) {
                ranges.add(new Orientations.Range(step, step));
            } else if (allowed instanceof List<?> range
                    && range.size() == 2
                    && range.getFirst() instanceof Double from
                    && range.getLast() instanceof Double to
                    && Math.abs(from) <= MOST_DEG
                    && to >= from
                    && to - from <= 360) {
                ranges.add(new Orientations.Range(from, to));
            } else {
                throw new UnreadableFile(
                        "%s allows the orientation %s, which is neither an angle in degrees nor a range [from, to] of at most a full turn."
                                .formatted(item.where(), allowed));
            }
        }
        return ranges.isEmpty() ? Orientations.of(0) : new Orientations(ranges, false);
    }
}
