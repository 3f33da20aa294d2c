package org.millwright.processes.manufacturability;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millwright.processes.Setup;

/** The limits of one process, from {@code limits.csv}, with a factory's own values in their place. Immutable. */
public final class Limits {
    private static final List<Limit> ALL = read();

    private final Making making;
    private final Map<String, Double> own;

    /**
     * One limit.
     *
     * @param recommended up to here nothing needs to be said
     * @param possible beyond here it cannot be made or will fail
     * @param source where the figures come from
     */
    public record Limit(String process, String name, double recommended, double possible, String unit, String source) {}

    /**
     * Limits of a process.
     *
     * @param own values of the machine, the material or the order; those named like a limit replace the recommended value
     */
    public Limits(Making making, Map<String, Double> own) {
        this.making = making;
        this.own = Map.copyOf(own);
    }

    /** Every limit of every process, for people who want to read or check them. */
    public static List<Limit> listAll() {
        return ALL;
    }

    /** The limits of one process, in the order people read them. */
    public static List<Limit> list(Making making) {
        return ALL.stream().filter(limit -> limit.process().equals(making.id())).toList();
    }

    /**
     * What a set-up says about limits: own values by the names of the limits, and thickness and kerf of sheets. Set-ups that
     * differ only in other things, such as colour, give equal maps.
     */
    public static Map<String, Double> valuesOf(Making making, Setup setup) {
        var values = new HashMap<String, Double>();
        for (Limit limit : list(making)) {
            put(values, limit.name(), setup);
        }
        Double thickness = setup.material().thicknessMm();
        if (making.flat() && thickness != null) {
            values.put("thicknessMm", thickness);
            put(values, "kerfMm", setup);
        }
        return Map.copyOf(values);
    }

    private static void put(Map<String, Double> values, String name, Setup setup) {
        double value = setup.value(name, Double.NaN);
        if (!Double.isNaN(value)) {
            values.put(name, value);
        }
    }

    public Optional<Limit> find(String name) {
        return ALL.stream()
                .filter(limit ->
                        limit.process().equals(making.id()) && limit.name().equals(name))
                .findFirst()
                .map(this::replaced);
    }

    private Limit replaced(Limit limit) {
        Double value = own.get(limit.name());
        if (value == null) {
            return limit;
        }
        // A machine that can do more than usual moves what is possible too; one that can do less leaves it alone.
        boolean upper = limit.name().startsWith("max");
        double possible = upper ? Math.max(limit.possible(), value) : Math.min(limit.possible(), value);
        return new Limit(limit.process(), limit.name(), value, possible, limit.unit(), "the factory's own value");
    }

    private static List<Limit> read() {
        try (InputStream in = Limits.class.getResourceAsStream("limits.csv")) {
            if (in == null) {
                throw new IllegalStateException("limits.csv is missing from the class path.");
            }
            var limits = new ArrayList<Limit>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] parts = line.split(",", 6);
                if (parts.length == 6 && !line.startsWith("#") && !parts[0].equals("process")) {
                    limits.add(new Limit(
                            parts[0],
                            parts[1],
                            Double.parseDouble(parts[2]),
                            Double.parseDouble(parts[3]),
                            parts[4],
                            parts[5]));
                }
            }
            return List.copyOf(limits);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
