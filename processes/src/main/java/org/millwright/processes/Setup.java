package org.millwright.processes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The material on the machine that a question is asked about.
 *
 * @param options what the buyer or planner chose, for instance {@code infillPercent=20}
 */
public record Setup(Material material, Equipment equipment, Map<String, Double> options) {
    public Setup {
        options = Map.copyOf(options);
    }

    public Setup(Material material, Equipment equipment) {
        this(material, equipment, Map.of());
    }

    /** The named value from the options, else the material, else the machine, else {@code otherwise}. */
    public double value(String name, double otherwise) {
        Double value = findValue(name);
        return value == null ? otherwise : value;
    }

    /** As {@link #value(String, double)}. Throws {@link IllegalArgumentException} naming what is missing. */
    public double value(String name) {
        Double value = findValue(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "Neither material %s nor machine %s gives %s.\nMaybe add it to the factory's data."
                            .formatted(material.id(), equipment.model(), name));
        }
        return value;
    }

    private @Nullable Double findValue(String name) {
        if (options.containsKey(name)) {
            return options.get(name);
        }
        return material.values().containsKey(name)
                ? material.values().get(name)
                : equipment.values().get(name);
    }
}
