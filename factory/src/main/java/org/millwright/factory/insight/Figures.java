package org.millwright.factory.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.insight.facts.Fact;
import org.millwright.factory.insight.facts.Fact.Kind;
import org.millwright.factory.insight.facts.FactStore;
import org.millwright.factory.insight.facts.FactStore.Day;
import org.millwright.factory.insight.facts.FactStore.Days;
import org.millwright.factory.insight.needs.Needs;
import org.millwright.factory.ordering.OrderState;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.production.Job;
import org.millwright.factory.production.JobState;
import org.millwright.factory.production.Jobs;
import org.springframework.stereotype.Service;

/** How a factory does, what needs somebody, and what the coming days ask of it. */
@Service
public class Figures {
    /** Days that shares and means are counted over. */
    public static final int WINDOW_DAYS = 28;

    private static final int MOST_FACTS = 500;
    private static final double ON_TIME_TARGET = 0.95;
    private static final double SCRAP_TARGET = 0.03;

    private final FactStore facts;
    private final Needs needs;
    private final LoadOutlook outlook;
    private final Factories factories;
    private final Orders orders;
    private final WorkOrders workOrders;
    private final Jobs jobs;
    private final InstantSource time;

    Figures(
            FactStore facts,
            Needs needs,
            LoadOutlook outlook,
            Factories factories,
            Orders orders,
            WorkOrders workOrders,
            Jobs jobs,
            InstantSource time) {
        this.facts = facts;
        this.needs = needs;
        this.outlook = outlook;
        this.factories = factories;
        this.orders = orders;
        this.workOrders = workOrders;
        this.jobs = jobs;
        this.time = time;
    }

    /** All figures as they are now, in the order of {@link Figure.Name}. */
    public List<Figure> list(FactoryId id) {
        Factory factory = factories.getFactory(id);
        Instant now = time.instant();
        ZoneId zone = factory.zone();
        Instant since = now.minus(Duration.ofDays(WINDOW_DAYS));
        Map<Kind, Days> days = facts.days(id, since, zone);
        return List.of(
                onTime(id, days(days, Kind.ORDER_ON_TIME), now),
                making(id, now),
                margin(factory, days(days, Kind.ORDER_MARGIN), now.atZone(zone).toLocalDate()),
                scrap(days(days, Kind.UNIT_MADE), days(days, Kind.UNIT_SCRAPPED)),
                carbon(days(days, Kind.PART_CARBON)));
    }

    /** What waits for somebody, what waiting costs most first. */
    public List<Need> listNeeds(FactoryId factory) {
        return needs.list(factory);
    }

    /** What the coming days ask of machines and people, by day. */
    public List<Load> listLoad(FactoryId factory, int days) {
        return outlook.list(factory, days);
    }

    /** The facts that figures of this kind are counted from, newest first, at most 500. */
    public List<Fact> listFacts(FactoryId factory, Kind kind) {
        return facts.list(factory, kind, time.instant().minus(Duration.ofDays(WINDOW_DAYS)), MOST_FACTS);
    }

    private Figure onTime(FactoryId factory, Days days, Instant now) {
        Day total = days.total();
        long lateNow = orders.listOpenOrCompletedSince(factory, now).stream()
                .filter(order -> order.state() == OrderState.ACCEPTED && order.late(now))
                .count();
        double all = total.count() + lateNow;
        Double value = all == 0 ? null : total.quantity() / all;
        return new Figure(
                Figure.Name.ON_TIME,
                value,
                ON_TIME_TARGET,
                value == null || value >= ON_TIME_TARGET,
                course(days, day -> day.quantity() / day.count()),
                Map.of(
                        "onTime", total.quantity(),
                        "complete", (double) total.count(),
                        "lateNow", (double) lateNow));
    }

    private Figure making(FactoryId factory, Instant now) {
        List<Machine> machines = factories.listMachines(factory).stream()
                .filter(Machine::inService)
                .toList();
        List<Job> running = jobs.listActiveJobs(factory).stream()
                .filter(job -> job.state() == JobState.RUNNING)
                .toList();
        double units = running.stream()
                .mapToInt(job -> workOrders.getBuild(job.build()).units().size())
                .sum();
        return new Figure(
                Figure.Name.MAKING,
                units,
                null,
                true,
                machinesRunning(factory, running, now),
                Map.of("running", (double) running.size(), "machines", (double) machines.size()));
    }

    /** How many machines ran in each of the last 24 hours, on average. */
    private List<Double> machinesRunning(FactoryId factory, List<Job> running, Instant now) {
        double[] hours = new double[24];
        Instant from = now.minus(Duration.ofHours(hours.length));
        for (Fact run : facts.list(factory, Kind.RUN, from, MOST_FACTS)) {
            Instant start = run.at().minusMillis(Math.round(run.quantity() * 1000));
            add(hours, from, start, run.at());
        }
        for (Job job : running) {
            add(hours, from, job.startedAt() == null ? now : job.startedAt(), now);
        }
        List<Double> course = new ArrayList<>();
        for (double hour : hours) {
            course.add(hour);
        }
        return course;
    }

    private static void add(double[] hours, Instant from, Instant start, Instant end) {
        double startH = Duration.between(from, start).toMillis() / 3_600_000.0;
        double endH = Duration.between(from, end).toMillis() / 3_600_000.0;
        for (int i = 0; i < hours.length; i++) {
            hours[i] += Math.max(0, Math.min(endH, i + 1.0) - Math.max(startH, i));
        }
    }

    private static Figure margin(Factory factory, Days days, LocalDate today) {
        Day now = days.on(today);
        double percent = factory.rates().marginPercent();
        Double target = now.count() == 0 ? null : now.base() * percent / (100 + percent);
        return new Figure(
                Figure.Name.MARGIN,
                now.quantity(),
                target,
                target == null || now.quantity() >= target,
                course(days, Day::quantity),
                Map.of(
                        "orders",
                        (double) now.count(),
                        "price",
                        now.base(),
                        "cost",
                        now.base() - now.quantity(),
                        "percent",
                        percent,
                        "overhead",
                        factory.rates().overheadPercent()));
    }

    private static Figure scrap(Days made, Days scrapped) {
        double all = made.total().quantity();
        double lost = scrapped.total().quantity();
        Double value = all == 0 ? null : lost / all;
        return new Figure(
                Figure.Name.SCRAP,
                value,
                SCRAP_TARGET,
                value == null || value <= SCRAP_TARGET,
                course(made, (date, day) -> scrapped.on(date).quantity() / day.quantity()),
                Map.of("made", all, "scrapped", lost));
    }

    private static Figure carbon(Days days) {
        Day total = days.total();
        Double value = total.count() == 0 ? null : total.quantity() / total.count();
        Double target = total.count() == 0 || total.base() == 0 ? null : total.base() / total.count();
        return new Figure(
                Figure.Name.CARBON,
                value,
                target,
                value == null || target == null || value <= target,
                course(days, day -> day.quantity() / day.count()),
                Map.of("kg", total.quantity(), "units", (double) total.count()));
    }

    private interface OfDay {
        double value(LocalDate date, Day day);
    }

    private static List<Double> course(Days days, ToDoubleFunction<Day> value) {
        return course(days, (date, day) -> value.applyAsDouble(day));
    }

    private static List<Double> course(Days days, OfDay value) {
        List<Double> course = new ArrayList<>();
        days.byDate().forEach((date, day) -> course.add(value.value(date, day)));
        return course;
    }

    private static Days days(Map<Kind, Days> days, Kind kind) {
        return days.getOrDefault(kind, new Days(new TreeMap<>()));
    }
}
