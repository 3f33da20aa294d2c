package org.millwright.scheduling.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.json.JsonFields;
import org.millwright.json.UnreadableFile;

/**
 * What a micro-factory instance may say beyond due dates and setups, all of it optional.
 *
 * @param watts by group, what a machine draws while it runs; 0 where nothing is said
 * @param pricePerMwh of electricity, by hour of the day (24) or of the week from Monday 00:00 (168); empty when unknown
 * @param carbonGPerKwh of electricity, likewise
 * @param deadlines by job, when it must be complete; null where there is none
 * @param wantedSlack minutes by which every operation should be able to end later; 0 when nothing is wanted
 * @param previous where work stood in an earlier plan
 */
record FactoryGoals(
        List<Integer> watts,
        List<Integer> pricePerMwh,
        List<Integer> carbonGPerKwh,
        List<@Nullable Long> deadlines,
        int wantedSlack,
        List<ShopPlan.Entry> previous) {
    private static final int MINUTES_OF_HOUR = 60;
    private static final long LARGEST = 1_000_000;

    /** Watts by minutes by money for a MWh in a hundredth of the money. */
    private static final long HUNDREDTH = 600_000;

    /** Watts by minutes by grams for a kWh in a gram. */
    private static final long GRAM = 60_000;

    /** @throws UnreadableFile naming what is wrong */
    static FactoryGoals parse(JsonFields json) {
        List<Integer> watts = new ArrayList<>();
        for (JsonFields group : json.objects("groups")) {
            watts.add(group.has("watts") ? whole(group, "watts") : 0);
        }
        List<@Nullable Long> deadlines = new ArrayList<>();
        for (JsonFields job : json.objects("jobs")) {
            deadlines.add(job.has("deadline") ? Long.valueOf(whole(job, "deadline")) : null);
        }
        List<ShopPlan.Entry> previous = new ArrayList<>();
        for (JsonFields was : json.has("previous") ? json.objects("previous") : List.<JsonFields>of()) {
            previous.add(new ShopPlan.Entry(
                    whole(was, "job"),
                    whole(was, "operation"),
                    whole(was, "machine"),
                    was.whole("start"),
                    was.whole("end")));
        }
        return new FactoryGoals(
                watts,
                byHour(json, "pricePerMwh"),
                byHour(json, "carbonGPerKwh"),
                deadlines,
                json.has("wantedSlack") ? whole(json, "wantedSlack") : 0,
                previous);
    }

    private static List<Integer> byHour(JsonFields json, String name) {
        if (!json.has(name)) {
            return List.of();
        }
        List<Integer> values = new ArrayList<>();
        for (long value : json.wholes(name)) {
            if (value < 0 || value > LARGEST) {
                throw new UnreadableFile(
                        "%s: \"%s\" holds %d; it must be from 0 to %d.".formatted(json.where(), name, value, LARGEST));
            }
            values.add((int) value);
        }
        if (values.size() != 24 && values.size() != 168) {
            throw new UnreadableFile(
                    "%s: \"%s\" has %d values. Maybe give one for each hour of a day (24) or of a week (168)?"
                            .formatted(json.where(), name, values.size()));
        }
        return values;
    }

    private static int whole(JsonFields fields, String name) {
        long value = fields.whole(name);
        if (value < 0 || value > 100 * LARGEST) {
            throw new UnreadableFile("%s: \"%s\" is %d, which cannot be.".formatted(fields.where(), name, value));
        }
        return (int) value;
    }

    /** Names of what plans can be judged by because of this. */
    List<String> measures() {
        List<String> measures = new ArrayList<>();
        if (deadlines.stream().anyMatch(deadline -> deadline != null)) {
            measures.add("missedDeadlines");
        }
        if (!pricePerMwh.isEmpty()) {
            measures.add("energyCost");
        }
        if (!carbonGPerKwh.isEmpty()) {
            measures.add("carbon");
        }
        if (wantedSlack > 0) {
            measures.add("slackShortfall");
        }
        if (!previous.isEmpty()) {
            measures.add("movedOperations");
        }
        return measures;
    }

    /** Prices or grams by hour. */
    List<Integer> byHour(String measure) {
        return measure.equals("carbon") ? carbonGPerKwh : pricePerMwh;
    }

    /**
     * What runs cost together, in hundredths of the currency for {@code energyCost} and in grams for {@code carbon}, to the
     * nearest whole.
     *
     * @param groupOf by machine
     */
    long energy(String measure, List<ShopPlan.Entry> plan, List<Integer> groupOf) {
        List<Integer> values = byHour(measure);
        Map<Long, Long> before = new HashMap<>();
        long sum = 0;
        for (ShopPlan.Entry entry : plan) {
            boolean isKnown = entry.machine() >= 0 && entry.machine() < groupOf.size() && entry.start() >= 0;
            long drawn = isKnown ? watts.get(groupOf.get(entry.machine())) : 0;
            if (drawn > 0) {
                sum += drawn * (until(entry.end(), values, before) - until(entry.start(), values, before));
            }
        }
        long unit = measure.equals("carbon") ? GRAM : HUNDREDTH;
        return Math.floorDiv(sum + unit / 2, unit);
    }

    /** Sum of the values of all minutes before a time. */
    private static long until(long time, List<Integer> values, Map<Long, Long> known) {
        long hours = time / MINUTES_OF_HOUR;
        long whole = known.computeIfAbsent(hours, any -> {
            long round = values.stream().mapToLong(Integer::longValue).sum();
            long rest = values.stream()
                    .limit(hours % values.size())
                    .mapToLong(Integer::longValue)
                    .sum();
            return MINUTES_OF_HOUR * (hours / values.size() * round + rest);
        });
        return whole + time % MINUTES_OF_HOUR * values.get((int) (hours % values.size()));
    }
}
