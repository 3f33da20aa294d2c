package org.millwright.machines.gcode.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.millwright.machines.gcode.model.Violation.Kind;

/** Collects violations; of each kind only the first hundred are kept one by one, the others are counted. */
public final class Violations {
    private static final int KEPT_PER_KIND = 100;

    private final List<Violation> kept = new ArrayList<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> lastLines = new EnumMap<>(Kind.class);

    /** Adds one; the message is the bundle's text of that kind, or of {@code KIND.variant}, with the arguments filled in. */
    public void add(Kind kind, int line, String variant, Object... arguments) {
        lastLines.put(kind, line);
        if (counts.merge(kind, 1, Integer::sum) <= KEPT_PER_KIND) {
            String key = variant.isEmpty() ? kind.name() : kind.name() + "." + variant;
            kept.add(new Violation(kind, line, text(key, arguments)));
        }
    }

    /** All so far in the order of the lines. */
    public List<Violation> list() {
        var all = new ArrayList<>(kept);
        counts.forEach((kind, count) -> {
            if (count > KEPT_PER_KIND) {
                all.add(new Violation(kind, lastLines.getOrDefault(kind, 1), text("more", count - KEPT_PER_KIND)));
            }
        });
        all.sort(Comparator.comparingInt(Violation::line));
        return List.copyOf(all);
    }

    public static String text(String key, Object... arguments) {
        var bundle = ResourceBundle.getBundle("org.millwright.machines.gcode.violations", Locale.ENGLISH);
        return String.format(Locale.ROOT, bundle.getString(key), arguments);
    }
}
