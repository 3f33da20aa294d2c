package org.millwright.scheduling.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.json.JsonFields;
import org.millwright.json.JsonReader;
import org.millwright.json.UnreadableFile;
import org.millwright.scheduling.tardiness.shop.SetupShop;
import org.millwright.scheduling.tardiness.shop.WeeklyShifts;

/**
 * Micro-factory instances in JSON: orders with releases, due dates and weights; operations of a group with a material
 * and a colour on alternative machines; setups by group when material or colour change; one shift a day, on the first
 * days of each week, for groups that need people. Times are minutes since a Monday, 00:00.
 */
record MicroFactoryFormat(
        String name,
        List<Group> groups,
        List<Integer> groupOf,
        List<Order> orders,
        int shiftStart,
        int shiftEnd,
        int daysPerWeek,
        FactoryGoals goals)
        implements ShopRules {
    private static final int DAY = 1440;
    private static final int DAYS_OF_WEEK = 7;

    /** A kind of machine and its setups in minutes. */
    record Group(String name, boolean shiftBound, int same, int colour, int material) {}

    /** A job with its operations. */
    record Order(int release, int due, int weight, List<Work> works) {}

    /** An operation; durations go with machines. */
    record Work(int group, int material, int colour, List<Integer> machines, List<Integer> durations) {}

    /** @throws UnreadableFile naming what is missing or wrong */
    static MicroFactoryFormat parse(String text) {
        JsonFields json = JsonFields.of("The instance", JsonReader.read(text));
        List<Group> groups = new ArrayList<>();
        for (JsonFields group : json.objects("groups")) {
            JsonFields setup = JsonFields.of("\"setup\" of " + group.where(), group.any("setup"));
            groups.add(new Group(
                    group.text("name"),
                    Boolean.TRUE.equals(group.any("shiftBound")),
                    minutes(setup, "same"),
                    minutes(setup, "colour"),
                    minutes(setup, "material")));
        }
        List<Integer> groupOf = machines(json, groups.size());
        List<Order> orders = new ArrayList<>();
        for (JsonFields job : json.objects("jobs")) {
            List<Work> works = new ArrayList<>();
            for (JsonFields op : job.objects("ops")) {
                works.add(work(op, groups.size(), groupOf));
            }
            if (works.isEmpty()) {
                throw new UnreadableFile(job.where() + " has no operations.");
            }
            orders.add(new Order(minutes(job, "release"), minutes(job, "due"), minutes(job, "weight"), works));
        }
        if (orders.isEmpty()) {
            throw new UnreadableFile("The instance has no jobs.");
        }
        JsonFields shift = JsonFields.of("\"shift\"", json.any("shift"));
        requireShift(minutes(shift, "startMinOfDay"), minutes(shift, "endMinOfDay"), minutes(shift, "daysPerWeek"));
        FactoryGoals goals = FactoryGoals.parse(json);
        requireDeadlinesAfterReleases(orders, goals);
        return new MicroFactoryFormat(
                json.has("name") ? json.text("name") : "",
                groups,
                groupOf,
                orders,
                minutes(shift, "startMinOfDay"),
                minutes(shift, "endMinOfDay"),
                minutes(shift, "daysPerWeek"),
                goals);
    }

    private static void requireShift(int start, int end, int days) {
        if (end <= start || end > DAY || days > DAYS_OF_WEEK) {
            throw new UnreadableFile(
                    "The shift lasts from minute %d to minute %d of the first %d days of a week. Maybe it ends before it begins, after the day, or on an eighth day?"
                            .formatted(start, end, days));
        }
    }

    private static void requireDeadlinesAfterReleases(List<Order> orders, FactoryGoals goals) {
        for (int job = 0; job < orders.size(); job++) {
            Long deadline = goals.deadlines().get(job);
            if (deadline != null && deadline <= orders.get(job).release()) {
                throw new ImpossibleInstance("Job %d has its deadline %d before it is released at %d."
                        .formatted(job, deadline, orders.get(job).release()));
            }
        }
    }

    private static List<Integer> machines(JsonFields json, int groups) {
        List<@Nullable Object> rows = json.list("machines");
        List<Integer> groupOf = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!(rows.get(i) instanceof List<?> pair)
                    || pair.size() != 2
                    || !Double.valueOf(i).equals(pair.get(0))
                    || !(pair.get(1) instanceof Double group)
                    || group < 0
                    || group >= groups) {
                throw new UnreadableFile("Machine %d should be a pair [%d, group below %d], got %s."
                        .formatted(i, i, groups, rows.get(i)));
            }
            groupOf.add(group.intValue());
        }
        return groupOf;
    }

    private static Work work(JsonFields op, int groups, List<Integer> groupOf) {
        List<@Nullable Object> alternatives = op.list("alts");
        List<Integer> machines = new ArrayList<>();
        List<Integer> durations = new ArrayList<>();
        int group = minutes(op, "group");
        for (int c = 0; c < alternatives.size(); c++) {
            if (!(alternatives.get(c) instanceof List<?> pair)
                    || pair.size() != 2
                    || !(pair.get(0) instanceof Double machine)
                    || !(pair.get(1) instanceof Double duration)
                    || machine < 0
                    || machine >= groupOf.size()
                    || duration < 0) {
                throw new UnreadableFile("%s should list pairs [machine below %d, minutes] in \"alts\", got %s."
                        .formatted(op.where(), groupOf.size(), alternatives.get(c)));
            }
            if (machines.contains(machine.intValue())) {
                throw new UnreadableFile(
                        "%s lists machine %d twice in \"alts\".".formatted(op.where(), machine.intValue()));
            }
            machines.add(machine.intValue());
            durations.add(duration.intValue());
        }
        if (machines.isEmpty()) {
            throw new UnreadableFile(op.where() + " has no machine that can do it.");
        }
        if (group >= groups) {
            throw new UnreadableFile("%s has the group %d, but there are %d.".formatted(op.where(), group, groups));
        }
        return new Work(group, minutes(op, "material"), minutes(op, "colour"), machines, durations);
    }

    private static int minutes(JsonFields fields, String name) {
        long value = fields.whole(name);
        if (value < 0 || value > 100_000_000) {
            throw new UnreadableFile("%s: \"%s\" is %d, which cannot be.".formatted(fields.where(), name, value));
        }
        return (int) value;
    }

    @Override
    public int jobCount() {
        return orders.size();
    }

    @Override
    public int operationsOf(int job) {
        return orders.get(job).works().size();
    }

    @Override
    public int machineCount() {
        return groupOf.size();
    }

    @Override
    public boolean allows(int job, int operation, int machine, long duration) {
        Work work = orders.get(job).works().get(operation);
        for (int c = 0; c < work.machines().size(); c++) {
            if (work.machines().get(c) == machine && work.durations().get(c) == duration) {
                return true;
            }
        }
        return false;
    }

    @Override
    public long setup(ShopPlan.Entry before, ShopPlan.Entry after) {
        return setupBetween(groupOf.get(before.machine()), work(before), work(after));
    }

    private Work work(ShopPlan.Entry entry) {
        return orders.get(entry.job()).works().get(entry.operation());
    }

    @Override
    public long release(int job) {
        return orders.get(job).release();
    }

    @Override
    public boolean isOpen(int machine, long start, long end) {
        if (!groups.get(groupOf.get(machine)).shiftBound()) {
            return true;
        }
        long day = start / DAY;
        return day % 7 < daysPerWeek && start >= day * DAY + shiftStart && end <= day * DAY + shiftEnd;
    }

    @Override
    public String objective() {
        return "weightedTardiness";
    }

    @Override
    public List<String> measures() {
        List<String> measures = new ArrayList<>(List.of("weightedTardiness", "lateJobs", "makespan", "setup"));
        measures.addAll(goals.measures());
        return measures;
    }

    @Override
    public long due(int job) {
        return orders.get(job).due();
    }

    @Override
    public long weight(int job) {
        return orders.get(job).weight();
    }

    @Override
    public @Nullable Long deadline(int job) {
        return goals.deadlines().get(job);
    }

    @Override
    public long wantedSlack() {
        return goals.wantedSlack();
    }

    @Override
    public List<ShopPlan.Entry> previous() {
        return goals.previous();
    }

    @Override
    public long energy(String measure, List<ShopPlan.Entry> plan) {
        return goals.energy(measure, plan, groupOf);
    }

    int setupBetween(int group, Work before, Work after) {
        Group kind = groups.get(group);
        if (before.material() != after.material()) {
            return kind.material();
        }
        return before.colour() != after.colour() ? kind.colour() : kind.same();
    }

    /** @throws ImpossibleInstance when an operation fits into no shift */
    SetupShop shop() {
        Map<Long, Integer> families = new HashMap<>();
        List<Work> example = new ArrayList<>();
        int[] opens = new int[daysPerWeek];
        int[] closes = new int[daysPerWeek];
        for (int day = 0; day < daysPerWeek; day++) {
            opens[day] = day * DAY + shiftStart;
            closes[day] = day * DAY + shiftEnd;
        }
        var weekly = new WeeklyShifts(7 * DAY, opens, closes);
        requireShiftsLongEnough(weekly);
        List<SetupShop.Order> converted = new ArrayList<>();
        for (Order order : orders) {
            List<SetupShop.Step> steps = new ArrayList<>();
            for (Work work : order.works()) {
                int family = families.computeIfAbsent((long) work.material() << 32 | work.colour(), key -> {
                    example.add(work);
                    return example.size() - 1;
                });
                steps.add(new SetupShop.Step(family, work.machines(), work.durations()));
            }
            converted.add(new SetupShop.Order(order.release(), order.due(), order.weight(), steps));
        }
        int[][] byGroup = new int[groups.size()][example.size() * example.size()];
        for (int group = 0; group < byGroup.length; group++) {
            for (int a = 0; a < example.size(); a++) {
                for (int b = 0; b < example.size(); b++) {
                    byGroup[group][a * example.size() + b] = setupBetween(group, example.get(a), example.get(b));
                }
            }
        }
        int[][] setup = new int[groupOf.size()][];
        @Nullable WeeklyShifts[] shifts = new WeeklyShifts[groupOf.size()];
        for (int k = 0; k < groupOf.size(); k++) {
            setup[k] = byGroup[groupOf.get(k)];
            shifts[k] = groups.get(groupOf.get(k)).shiftBound() ? weekly : null;
        }
        return new SetupShop(converted, example.size(), setup, shifts);
    }

    private void requireShiftsLongEnough(WeeklyShifts weekly) {
        for (int job = 0; job < orders.size(); job++) {
            for (int i = 0; i < operationsOf(job); i++) {
                Work work = orders.get(job).works().get(i);
                int shortest = Integer.MAX_VALUE;
                for (int c = 0; c < work.machines().size(); c++) {
                    boolean bound =
                            groups.get(groupOf.get(work.machines().get(c))).shiftBound();
                    if (!bound || work.durations().get(c) <= weekly.longest()) {
                        shortest = Math.min(shortest, work.durations().get(c));
                    }
                }
                if (shortest == Integer.MAX_VALUE) {
                    throw new ImpossibleInstance(
                            "Operation %d of job %d lasts longer than the longest shift, %d minutes, on every machine that can do it."
                                    .formatted(i, job, weekly.longest()));
                }
            }
        }
    }
}
