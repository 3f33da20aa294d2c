package org.millwright.factory.planning.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.Person;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.web.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The board: the timetable as rows of bars, late work orders, and what the last plan moved. */
@Controller
@AllowedFor({Role.PLANNER, Role.OPERATOR, Role.QUALITY})
public class BoardPages {
    static final int MOST_OPERATIONS = 600;
    private static final Duration PAST = Duration.ofHours(2);
    private static final Duration LEAST_SHOWN = Duration.ofHours(8);
    private static final Duration MOST_SHOWN = Duration.ofDays(10);

    private final Pages pages;
    private final WorkOrders workOrders;
    private final Factories factories;
    private final java.time.InstantSource time;

    BoardPages(Pages pages, WorkOrders workOrders, Factories factories, java.time.InstantSource time) {
        this.pages = pages;
        this.workOrders = workOrders;
        this.factories = factories;
        this.time = time;
    }

    /** A bar in pixels from the left edge; the colour is one of six. */
    public record Bar(int x, int width, int colour, boolean attended, String label, PlannedOperation operation) {
        /** Whether the label fits inside. */
        public boolean isWide() {
            return width >= 56;
        }
    }

    /** A machine or a person with its bars. */
    public record Row(String name, List<Bar> bars) {}

    /** A labelled line across all rows. */
    public record Tick(int x, Instant at) {}

    /** A work order that will be ready too late. */
    public record Late(WorkOrder order, Duration by) {}

    @GetMapping("/board")
    ResponseEntity<String> board(Locale locale) {
        FactoryId factory = pages.factory();
        Instant now = time.instant();
        List<PlannedOperation> operations = workOrders.timetable(factory).stream()
                .filter(operation -> operation.state() != OperationState.CANCELLED)
                .filter(operation -> operation.end().isAfter(now.minus(PAST)))
                .sorted(Comparator.comparing(PlannedOperation::start))
                .limit(MOST_OPERATIONS)
                .toList();
        Scale scale = scale(operations, now);
        var parameters = new HashMap<String, Object>();
        parameters.put("rows", rows(factory, operations, scale));
        parameters.put(
                "ticks",
                scale.ticks(pages.zone()).stream()
                        .map(at -> new Tick(scale.x(at), at))
                        .toList());
        parameters.put("nowX", scale.x(now));
        parameters.put("width", Scale.WIDTH);
        parameters.put("late", late(factory, operations));
        parameters.put("moved", workOrders.lastDiff(factory).stream().limit(30).toList());
        parameters.put("machineNames", machineNames(factory));
        return pages.render("board/board.jte", "board", pages.text("section.board", locale), locale, parameters);
    }

    /** From a little before now to the end of what is planned. */
    private static Scale scale(List<PlannedOperation> operations, Instant now) {
        Instant from = operations.stream()
                .map(PlannedOperation::start)
                .filter(now::isAfter)
                .map(start -> start.isBefore(now.minus(PAST)) ? now.minus(PAST) : start)
                .min(Instant::compareTo)
                .orElse(now);
        Instant end = operations.stream()
                .map(PlannedOperation::end)
                .max(Instant::compareTo)
                .orElse(now);
        Duration shown = Duration.between(from, end);
        shown = shown.compareTo(LEAST_SHOWN) < 0 ? LEAST_SHOWN : shown;
        return new Scale(from, shown.compareTo(MOST_SHOWN) > 0 ? MOST_SHOWN : shown);
    }

    private List<Row> rows(FactoryId factory, List<PlannedOperation> operations, Scale scale) {
        var labels = new Labels(workOrders);
        var rows = new ArrayList<Row>();
        for (Machine machine : factories.listMachines(factory)) {
            rows.add(new Row(
                    machine.name(),
                    bars(operations, operation -> machine.id().equals(operation.machine()), scale, labels)));
        }
        for (Person person : factories.listPeople(factory)) {
            rows.add(new Row(
                    person.name(),
                    bars(
                            operations,
                            operation -> operation.attended() && person.id().equals(operation.person()),
                            scale,
                            labels)));
        }
        return rows;
    }

    private static List<Bar> bars(
            List<PlannedOperation> operations, Predicate<PlannedOperation> own, Scale scale, Labels labels) {
        return operations.stream()
                .filter(own)
                .filter(operation -> operation.end().isAfter(scale.from()))
                .map(operation -> bar(operation, scale, labels.of(operation)))
                .filter(bar -> bar.x() < Scale.WIDTH)
                .toList();
    }

    private static Bar bar(PlannedOperation operation, Scale scale, Labels.Label label) {
        int start = Math.max(0, scale.x(operation.start()));
        int end = Math.min(Scale.WIDTH, scale.x(operation.end()));
        return new Bar(
                start,
                // A hair of the background stays between bars that follow each other.
                Math.max(2, end - start - 1),
                label.colour(),
                operation.attended(),
                label.text(),
                operation);
    }

    /** Work orders whose last operation ends after their promise. */
    private List<Late> late(FactoryId factory, List<PlannedOperation> operations) {
        var ends = new HashMap<Object, Instant>();
        operations.forEach(operation -> {
            if (operation.workOrder() != null) {
                ends.merge(operation.workOrder(), operation.end(), (a, b) -> a.isAfter(b) ? a : b);
            }
        });
        return workOrders.listWorkOrders(factory).stream()
                .filter(order -> ends.containsKey(order.id()))
                .map(order ->
                        new Late(order, Duration.between(order.dueAt(), Objects.requireNonNull(ends.get(order.id())))))
                .filter(late -> late.by().toMinutes() > 0)
                .sorted(Comparator.comparing(Late::by).reversed())
                .limit(20)
                .toList();
    }

    private Map<String, String> machineNames(FactoryId factory) {
        var names = new HashMap<String, String>();
        factories
                .listMachines(factory)
                .forEach(machine -> names.put(machine.id().toString(), machine.name()));
        return names;
    }
}
