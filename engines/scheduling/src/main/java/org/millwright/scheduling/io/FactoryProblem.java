package org.millwright.scheduling.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.model.resource.Changeovers;
import org.millwright.scheduling.model.resource.EnergyTariff;
import org.millwright.scheduling.model.resource.Interval;
import org.millwright.scheduling.model.resource.Resource;
import org.millwright.scheduling.model.resource.WorkCalendar;
import org.millwright.scheduling.objective.Measure;
import org.millwright.scheduling.objective.Measure.Figure;
import org.millwright.scheduling.objective.Objective;

/** A micro-factory instance, and plans of it, in the words of the engine that knows every kind of constraint. */
final class FactoryProblem {
    private static final long MINUTE_S = 60;
    private static final long HOUR_S = 3600;
    private static final int DAY_MIN = 1440;
    private static final int WEEK_DAYS = 7;
    /** Hundredths of the currency for a kilowatt-hour in the price of a megawatt-hour. */
    private static final double PER_MWH = 10;

    private final MicroFactoryFormat factory;
    private final int days;
    final ScheduleProblem problem;

    /** @param plannedUntil minutes within which work must find room, with some to spare */
    FactoryProblem(MicroFactoryFormat factory, long plannedUntil) {
        this.factory = factory;
        days = Math.toIntExact(plannedUntil / DAY_MIN + 1);
        problem = new ScheduleProblem(0, resources(), jobs(), operations(), List.of());
    }

    private List<Resource> resources() {
        List<Interval> open = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            if (day % WEEK_DAYS < factory.daysPerWeek()) {
                open.add(new Interval(
                        (day * (long) DAY_MIN + factory.shiftStart()) * MINUTE_S,
                        (day * (long) DAY_MIN + factory.shiftEnd()) * MINUTE_S));
            }
        }
        WorkCalendar shift = WorkCalendar.of(open);
        Map<String, MicroFactoryFormat.Work> families = new HashMap<>();
        factory.orders().forEach(order -> order.works().forEach(work -> families.putIfAbsent(family(work), work)));
        List<Changeovers> changeovers = new ArrayList<>();
        for (int group = 0; group < factory.groups().size(); group++) {
            changeovers.add(changeovers(group, families));
        }
        List<Resource> machines = new ArrayList<>();
        for (int k = 0; k < factory.machineCount(); k++) {
            int group = factory.groupOf().get(k);
            boolean bound = factory.groups().get(group).shiftBound();
            machines.add(Resource.machine(machine(k), bound ? shift : WorkCalendar.always())
                    .withChangeovers(changeovers.get(group)));
        }
        return machines;
    }

    private Changeovers changeovers(int group, Map<String, MicroFactoryFormat.Work> families) {
        Map<String, Map<String, Long>> fromTo = new HashMap<>();
        families.forEach((before, earlier) -> {
            Map<String, Long> row = new HashMap<>();
            families.forEach((after, later) -> row.put(after, factory.setupBetween(group, earlier, later) * MINUTE_S));
            fromTo.put(before, row);
        });
        MicroFactoryFormat.Group kind = factory.groups().get(group);
        long otherwise = Math.max(kind.material(), Math.max(kind.colour(), kind.same()));
        return new Changeovers(null, otherwise * MINUTE_S, fromTo);
    }

    private List<Job> jobs() {
        List<Job> jobs = new ArrayList<>();
        for (int job = 0; job < factory.jobCount(); job++) {
            Long deadline = factory.deadline(job);
            jobs.add(new Job(
                    "j" + job,
                    factory.release(job) * MINUTE_S,
                    factory.due(job) * MINUTE_S,
                    Math.toIntExact(factory.weight(job)),
                    deadline == null ? null : Long.valueOf(deadline * MINUTE_S)));
        }
        return jobs;
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (int job = 0; job < factory.jobCount(); job++) {
            for (int i = 0; i < factory.operationsOf(job); i++) {
                MicroFactoryFormat.Work work = factory.orders().get(job).works().get(i);
                Operation.Builder builder = Operation.of(id(job, i), "j" + job).family(family(work));
                for (int c = 0; c < work.machines().size(); c++) {
                    builder.on(machine(work.machines().get(c)), work.durations().get(c) * MINUTE_S);
                }
                if (i > 0) {
                    builder.after(id(job, i - 1));
                }
                operations.add(builder.build());
            }
        }
        return operations;
    }

    /** The objective in seconds, where a level's sums keep their proportions. */
    Objective objective(ShopObjective wanted) {
        return new Objective(wanted.levels().stream()
                .map(level -> new Objective.Level(level.stream().map(this::term).toList()))
                .toList());
    }

    private Objective.Term term(ShopObjective.Part part) {
        double factor = part.factor();
        double ofTime = factor / MINUTE_S;
        return switch (part.measure()) {
            case "weightedTardiness" -> new Objective.Term(ofTime, Figure.WEIGHTED_TARDINESS_S);
            case "lateJobs" -> new Objective.Term(factor, Figure.LATE_JOBS);
            case "makespan" -> new Objective.Term(ofTime, Figure.MAKESPAN_S);
            case "setup" -> new Objective.Term(ofTime, Figure.SETUP_S);
            case "missedDeadlines" -> new Objective.Term(factor, Figure.MISSED_DEADLINES);
            case "energyCost", "carbon" -> new Objective.Term(factor, new Measure.Energy(tariff(part.measure())));
            case "slackShortfall" ->
                new Objective.Term(ofTime, new Measure.SlackShortfall(factory.wantedSlack() * MINUTE_S));
            case "movedOperations" -> new Objective.Term(factor, new Measure.MovedOperations(previous()));
            default -> throw new IllegalArgumentException("Unknown measure: " + part.measure());
        };
    }

    private EnergyTariff tariff(String measure) {
        List<Integer> byHour = factory.goals().byHour(measure);
        double unit = measure.equals("carbon") ? 1 : 1 / PER_MWH;
        List<EnergyTariff.Rate> rates = new ArrayList<>();
        int hours = days * 24;
        int from = 0;
        for (int hour = 1; hour <= hours; hour++) {
            int value = byHour.get(from % byHour.size());
            if (hour == hours || byHour.get(hour % byHour.size()) != value) {
                rates.add(new EnergyTariff.Rate(new Interval(from * HOUR_S, hour * HOUR_S), value * unit));
                from = hour;
            }
        }
        Map<String, Integer> watts = new HashMap<>();
        for (int k = 0; k < factory.machineCount(); k++) {
            watts.put(machine(k), factory.goals().watts().get(factory.groupOf().get(k)));
        }
        double mean = byHour.stream().mapToInt(Integer::intValue).average().orElse(0);
        return new EnergyTariff(mean * unit, rates, watts);
    }

    /** Where the instance says that work stood. */
    Timetable previous() {
        List<ShopPlan.Entry> known = factory.previous().stream()
                .filter(was -> was.job() < factory.jobCount()
                        && was.operation() < factory.operationsOf(was.job())
                        && was.machine() < factory.machineCount())
                .toList();
        return timetable(known);
    }

    Timetable timetable(List<ShopPlan.Entry> entries) {
        return new Timetable(entries.stream()
                .map(entry -> {
                    long startS = entry.start() * MINUTE_S;
                    long endS = entry.end() * MINUTE_S;
                    return new Assignment(
                            id(entry.job(), entry.operation()),
                            machine(entry.machine()),
                            null,
                            null,
                            startS,
                            startS,
                            endS,
                            endS,
                            endS);
                })
                .toList());
    }

    /** A complete plan in whole minutes; null when it is none. */
    @Nullable
    List<ShopPlan.Entry> entries(Timetable timetable) {
        List<ShopPlan.Entry> entries = new ArrayList<>();
        for (int job = 0; job < factory.jobCount(); job++) {
            for (int i = 0; i < factory.operationsOf(job); i++) {
                Assignment at = timetable.findAssignment(id(job, i)).orElse(null);
                if (at == null || at.runStartS() % MINUTE_S != 0 || at.runEndS() % MINUTE_S != 0) {
                    return null;
                }
                int machine =
                        Integer.parseInt(Objects.requireNonNull(at.machineId()).substring(1));
                entries.add(new ShopPlan.Entry(job, i, machine, at.runStartS() / MINUTE_S, at.runEndS() / MINUTE_S));
            }
        }
        return withSetups(entries);
    }

    private List<ShopPlan.Entry> withSetups(List<ShopPlan.Entry> entries) {
        List<ShopPlan.Entry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingInt(ShopPlan.Entry::machine)
                .thenComparingLong(ShopPlan.Entry::start)
                .thenComparingLong(ShopPlan.Entry::end));
        List<ShopPlan.Entry> complete = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            ShopPlan.Entry is = sorted.get(i);
            boolean follows = i > 0 && sorted.get(i - 1).machine() == is.machine();
            long setup = follows ? factory.setup(sorted.get(i - 1), is) : 0;
            complete.add(new ShopPlan.Entry(is.job(), is.operation(), is.machine(), is.start(), is.end(), setup));
        }
        complete.sort(Comparator.comparingInt(ShopPlan.Entry::job).thenComparingInt(ShopPlan.Entry::operation));
        return complete;
    }

    private static String id(int job, int operation) {
        return job + "." + operation;
    }

    private static String machine(int k) {
        return "m" + k;
    }

    private static String family(MicroFactoryFormat.Work work) {
        return work.material() + "/" + work.colour();
    }
}
