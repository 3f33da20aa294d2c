package org.millwright.factory.planning.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Downtime;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.Person;
import org.millwright.factory.facility.hours.Span;
import org.millwright.factory.facility.hours.WeeklyHours;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.board.Pin;
import org.millwright.factory.planning.board.Plans;
import org.millwright.factory.planning.board.ScenarioView;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.pass.OpenWork;
import org.millwright.factory.planning.store.BoardStore;
import org.millwright.factory.planning.store.BoardStore.BuildRow;
import org.millwright.factory.planning.store.BoardStore.OrderRow;
import org.millwright.factory.planning.store.OperationStore;
import org.millwright.factory.planning.store.TimetableStore;
import org.millwright.factory.planning.timetable.Floor;
import org.millwright.factory.planning.timetable.Phase;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.web.Pages;
import org.springframework.stereotype.Component;

/** Reads what the board draws. */
@Component
class BoardReader {
    private static final Duration PAST = Duration.ofHours(12);
    private static final Duration LEAST_AHEAD = Duration.ofDays(8);
    private static final Duration MOST_AHEAD = Duration.ofDays(62);
    private static final int COLOURS = 6;

    private final Plans plans;
    private final OperationStore operations;
    private final TimetableStore timetables;
    private final BoardStore store;
    private final Factories factories;
    private final FactoryClock clock;
    private final Pages pages;

    BoardReader(
            Plans plans,
            OperationStore operations,
            TimetableStore timetables,
            BoardStore store,
            Factories factories,
            FactoryClock clock,
            Pages pages) {
        this.plans = plans;
        this.operations = operations;
        this.timetables = timetables;
        this.store = store;
        this.factories = factories;
        this.clock = clock;
        this.pages = pages;
    }

    BoardData read(FactoryId factory, @Nullable ScenarioView scenario, Locale locale) {
        Instant now = clock.instant();
        List<PlannedOperation> all = operations.listSince(factory, now.minus(PAST)).stream()
                .map(Phase::operation)
                .toList();
        var reading = new Reading(factory, now, all, scenario, locale);
        return reading.data();
    }

    /** One reading of the board. */
    private final class Reading {
        private final FactoryId factory;
        private final Instant now;
        private final List<PlannedOperation> all;
        private final @Nullable ScenarioView scenario;
        private final Locale locale;
        private final List<Machine> machines;
        private final List<Person> people;
        private final Map<Object, Integer> rows = new HashMap<>();
        private final Map<BuildId, BuildRow> builds = new HashMap<>();
        private final Map<WorkOrderId, OrderRow> orders = new HashMap<>();
        private final Map<WorkOrderId, Instant> ends = new HashMap<>();
        private final Map<BarId, Pin> pins = new HashMap<>();
        private final Map<BarId, Integer> works = new LinkedHashMap<>();
        private final List<BoardData.Work> workList = new ArrayList<>();
        private final List<String> steps = new ArrayList<>();
        private final List<long[]> bars = new ArrayList<>();
        private final List<long[]> ghosts = new ArrayList<>();

        Reading(
                FactoryId factory,
                Instant now,
                List<PlannedOperation> all,
                @Nullable ScenarioView scenario,
                Locale locale) {
            this.factory = factory;
            this.now = now;
            this.all = all;
            this.scenario = scenario;
            this.locale = locale;
            machines = factories.listMachines(factory);
            people = factories.listPeople(factory);
            machines.forEach(machine -> rows.put(machine.id(), rows.size()));
            people.forEach(person -> rows.put(person.id(), rows.size()));
            readNames();
            plans.listPins(factory).forEach(pin -> pins.put(pin.bar(), pin));
        }

        private void readNames() {
            Set<BuildId> buildIds = all.stream()
                    .map(PlannedOperation::build)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            store.listBuilds(buildIds).forEach(build -> builds.put(build.id(), build));
            Set<WorkOrderId> orderIds = all.stream()
                    .map(PlannedOperation::workOrder)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(HashSet::new));
            builds.values().forEach(build -> orderIds.addAll(build.orders()));
            store.listOrders(factory, orderIds).forEach(order -> orders.put(order.id(), order));
            all.forEach(operation -> {
                WorkOrderId order = operation.workOrder();
                if (order != null && operation.state().live()) {
                    ends.merge(order, place(operation).end(), (a, b) -> a.isAfter(b) ? a : b);
                }
            });
        }

        BoardData data() {
            all.forEach(this::addBar);
            Instant last = all.stream()
                    .map(PlannedOperation::end)
                    .max(Instant::compareTo)
                    .orElse(now);
            return new BoardData(
                    timetables.findVersion(factory).orElse(0),
                    now.getEpochSecond(),
                    clock.speed(),
                    pages.zone().getId(),
                    Floor.FROZEN.toSeconds(),
                    listRows(last),
                    workList,
                    steps,
                    bars,
                    ghosts);
        }

        private ScenarioView.Times place(PlannedOperation operation) {
            var live =
                    new ScenarioView.Times(operation.machine(), operation.person(), operation.start(), operation.end());
            return scenario == null ? live : scenario.times().getOrDefault(operation.id(), live);
        }

        private void addBar(PlannedOperation operation) {
            ScenarioView.Times at = place(operation);
            int machine = at.machine() == null ? -1 : rows.getOrDefault(at.machine(), -1);
            int person = !operation.attended() || at.person() == null ? -1 : rows.getOrDefault(at.person(), -1);
            if (machine < 0 && person < 0) {
                return;
            }
            int work = work(operation, machine);
            int kind = switch (operation.kind()) {
                case PREPARE -> 0;
                case RUN -> 1;
                case REMOVE -> 2;
                default -> 3;
            };
            bars.add(new long[] {
                work,
                step(operation.step()),
                machine,
                person,
                at.start().getEpochSecond(),
                at.end().getEpochSecond(),
                state(operation),
                kind
            });
            boolean moved = !at.start().equals(operation.start()) || !Objects.equals(at.machine(), operation.machine());
            int from = operation.machine() == null
                    ? operation.person() == null ? -1 : rows.getOrDefault(operation.person(), -1)
                    : rows.getOrDefault(operation.machine(), -1);
            if (moved && from >= 0) {
                ghosts.add(new long[] {
                    work,
                    kind,
                    from,
                    operation.start().getEpochSecond(),
                    operation.end().getEpochSecond()
                });
            }
        }

        private static long state(PlannedOperation operation) {
            return switch (operation.state()) {
                case PLANNED -> 0;
                case STARTED -> 1;
                case FAILED -> 3;
                default -> 2;
            };
        }

        private int step(String step) {
            String word = pages.text("step." + step, locale);
            int at = steps.indexOf(word);
            if (at < 0) {
                steps.add(word);
                at = steps.size() - 1;
            }
            return at;
        }

        private int work(PlannedOperation operation, int machineRow) {
            BarId bar = BarId.of(operation);
            Integer known = works.get(bar);
            if (known != null) {
                return known;
            }
            int place = workList.size();
            works.put(bar, place);
            workList.add(
                    operation.build() == null
                            ? stepWork(bar, operation)
                            : buildWork(bar, operation.build(), operation, machineRow));
            return place;
        }

        private BoardData.Work stepWork(BarId bar, PlannedOperation operation) {
            OrderRow order = orders.get(operation.workOrder());
            String label = order == null ? "" : order.orderNumber();
            return new BoardData.Work(
                    bar.toString(),
                    label,
                    label.isEmpty() ? List.of() : List.of(label),
                    colour(label),
                    List.of(),
                    order == null ? 0 : order.dueAt().getEpochSecond(),
                    order == null ? 0 : lateS(order),
                    pin(bar, operation, -1),
                    order == null ? 0 : order.quantity(),
                    null);
        }

        private BoardData.Work buildWork(BarId bar, BuildId id, PlannedOperation operation, int machineRow) {
            BuildRow build = builds.get(id);
            List<OrderRow> its = build == null
                    ? List.of()
                    : build.orders().stream()
                            .map(orders::get)
                            .filter(Objects::nonNull)
                            .toList();
            List<String> numbers =
                    its.stream().map(OrderRow::orderNumber).distinct().sorted().toList();
            return new BoardData.Work(
                    bar.toString(),
                    build == null ? "" : build.number(),
                    numbers,
                    colour(numbers.isEmpty() ? "" : numbers.getFirst()),
                    build == null ? List.of() : able(build),
                    its.stream()
                            .mapToLong(order -> order.dueAt().getEpochSecond())
                            .min()
                            .orElse(0),
                    its.stream().mapToLong(this::lateS).max().orElse(0),
                    pin(bar, operation, machineRow),
                    build == null ? 0 : build.units(),
                    "/builds/" + id + "/plate.svg");
        }

        private long lateS(OrderRow order) {
            Instant end = ends.get(order.id());
            return end == null
                    ? 0
                    : Math.max(0, Duration.between(order.dueAt(), end).toSeconds());
        }

        private int pin(BarId bar, PlannedOperation operation, int machineRow) {
            Pin pin = pins.get(bar);
            if (pin == null || !operation.state().live()) {
                return 0;
            }
            Integer wished = pin.place().machine() == null
                    ? Integer.valueOf(-1)
                    : rows.get(pin.place().machine());
            return Objects.equals(wished, machineRow) ? 1 : 2;
        }

        private List<Integer> able(BuildRow build) {
            Machine plannedFor = machines.stream()
                    .filter(machine -> machine.id().equals(build.plannedFor()))
                    .findFirst()
                    .orElse(null);
            return plannedFor == null
                    ? List.of()
                    : machines.stream()
                            .filter(Machine::inService)
                            .filter(machine -> OpenWork.interchangeable(plannedFor, machine))
                            .map(machine -> rows.getOrDefault(machine.id(), -1))
                            .toList();
        }

        private List<BoardData.Row> listRows(Instant last) {
            Instant from = now.minus(PAST).minus(Duration.ofDays(1));
            Instant least = now.plus(LEAST_AHEAD);
            Instant most = now.plus(MOST_AHEAD);
            Instant until = last.plus(Duration.ofDays(2));
            until = until.isBefore(least) ? least : until.isAfter(most) ? most : until;
            List<BoardData.Row> list = new ArrayList<>();
            for (Machine machine : machines) {
                list.add(new BoardData.Row(
                        machine.id().toString(),
                        "machine",
                        machine.equipmentClass(),
                        machine.name(),
                        spans(machine.hours(), from, until),
                        down(machine, until)));
            }
            for (Person person : people) {
                list.add(new BoardData.Row(
                        person.id().toString(),
                        "person",
                        "people",
                        person.name(),
                        spans(person.hours(), from, until),
                        List.of()));
            }
            return list;
        }

        private List<long[]> spans(WeeklyHours hours, Instant from, Instant until) {
            return hours.spans(from, until, pages.zone()).stream()
                    .map((Span span) -> new long[] {
                        span.start().getEpochSecond(), span.end().getEpochSecond()
                    })
                    .toList();
        }

        private List<BoardData.Down> down(Machine machine, Instant horizon) {
            List<BoardData.Down> down = new ArrayList<>();
            for (Downtime downtime : factories.listDowntimes(factory)) {
                if (downtime.machine().equals(machine.id())) {
                    Instant until = downtime.until() == null ? horizon : downtime.until();
                    down.add(new BoardData.Down(
                            downtime.from().getEpochSecond(), until.getEpochSecond(), downtime.reason()));
                }
            }
            return down;
        }
    }

    /** Orders numbered one after the other differ. */
    private static int colour(String number) {
        String digits = number.replaceAll("\\D", "");
        int last = digits.isEmpty() ? 0 : Integer.parseInt(digits.substring(Math.max(0, digits.length() - 6)));
        return last % COLOURS + 1;
    }
}
