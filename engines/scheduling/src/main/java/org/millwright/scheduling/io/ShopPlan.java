package org.millwright.scheduling.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.json.JsonText;

/**
 * A plan of a shop instance. Jobs, operations and machines are numbered from 0.
 *
 * @param objective what it was made for: {@code makespan}, {@code weightedTardiness}, or levels parted by commas of measures
 *     joined by {@code +}
 * @param values what it is worth, level by level; at least one
 * @param lowerBound no plan has a smaller first value
 */
public record ShopPlan(
        String instance,
        String objective,
        long seed,
        List<Long> values,
        long lowerBound,
        double seconds,
        double cpuSeconds,
        List<Entry> operations,
        List<Better> improvements) {
    public ShopPlan {
        values = List.copyOf(values);
        operations = List.copyOf(operations);
        improvements = List.copyOf(improvements);
    }

    /**
     * One operation of a plan.
     *
     * @param setup time of the setup that lies between the operation before on the machine and the start
     */
    public record Entry(int job, int operation, int machine, long start, long end, long setup) {
        public Entry(int job, int operation, int machine, long start, long end) {
            this(job, operation, machine, start, end, 0);
        }
    }

    /** A better value found after so many seconds. */
    public record Better(double atS, long value) {}

    /** The value of the first level. */
    public long value() {
        return values.getFirst();
    }

    /** Whether nothing better exists: the value equals the bound, and no further level could still become better. */
    public boolean isProvenOptimal() {
        return value() == lowerBound && values.stream().skip(1).allMatch(further -> further == 0);
    }

    public String toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("instance", instance);
        json.put("seed", seed);
        json.put("objective", objective);
        json.put("value", value());
        if (values.size() > 1) {
            json.put("values", values);
        }
        json.put("lowerBound", lowerBound);
        json.put("status", isProvenOptimal() ? "optimal" : "feasible");
        json.put("seconds", seconds);
        json.put("cpuSeconds", cpuSeconds);
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Entry entry : operations) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("job", entry.job());
            fields.put("operation", entry.operation());
            fields.put("machine", entry.machine());
            fields.put("start", entry.start());
            fields.put("end", entry.end());
            if (entry.setup() > 0) {
                fields.put("setup", entry.setup());
            }
            entries.add(fields);
        }
        json.put("operations", entries);
        json.put(
                "improvements",
                improvements.stream()
                        .map(better -> {
                            Map<String, Object> fields = new LinkedHashMap<>();
                            fields.put("atS", better.atS());
                            fields.put("value", better.value());
                            return fields;
                        })
                        .toList());
        return JsonText.of(json);
    }
}
