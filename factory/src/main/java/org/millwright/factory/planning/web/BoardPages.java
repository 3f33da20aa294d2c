package org.millwright.factory.planning.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.Person;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.web.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The board: the timetable as rows of bars, late work orders, and what the last plan moved. */
@Controller
public class BoardPages {
    private static final int PIXELS_PER_HOUR = 40;
    private static final Duration SHOWN = Duration.ofDays(5);

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
    public record Bar(int x, int width, int colour, boolean attended, String label, PlannedOperation operation) {}

    /** A machine or a person with its bars. */
    public record Row(String name, List<Bar> bars) {}

    /** A labelled line across all rows. */
    public record Tick(int x, Instant at) {}

    @GetMapping("/board")
    ResponseEntity<String> board(Locale locale) {
        FactoryId factory = pages.factory();
        Instant now = time.instant();
        List<PlannedOperation> operations = workOrders.timetable(factory).stream()
                .filter(operation -> operation.state() != OperationState.CANCELLED)
                .filter(operation -> operation.end().isAfter(now.minus(Duration.ofHours(12))))
                .toList();
        Instant from = operations.stream()
                .map(PlannedOperation::start)
                .min(Instant::compareTo)
                .filter(now::isAfter)
                .map(start -> start.isBefore(now.minus(Duration.ofHours(12))) ? now.minus(Duration.ofHours(12)) : start)
                .orElse(now);
        var parameters = new HashMap<String, Object>();
        parameters.put("rows", rows(factory, operations, from));
        parameters.put("ticks", ticks(from));
        parameters.put("nowX", x(from, now));
        parameters.put("width", (int) (SHOWN.toHours() * PIXELS_PER_HOUR));
        parameters.put("late", late(factory, operations));
        parameters.put("moved", workOrders.lastDiff(factory).stream().limit(30).toList());
        parameters.put("machineNames", machineNames(factory));
        return pages.render("board/board.jte", "board", pages.text("section.board", locale), locale, parameters);
    }

    private List<Row> rows(FactoryId factory, List<PlannedOperation> operations, Instant from) {
        var rows = new ArrayList<Row>();
        for (Machine machine : factories.listMachines(factory)) {
            rows.add(new Row(
                    machine.name(),
                    bars(
                            operations.stream()
                                    .filter(operation -> machine.id().equals(operation.machine()))
                                    .toList(),
                            from)));
        }
        for (Person person : factories.listPeople(factory)) {
            rows.add(new Row(
                    person.name(),
                    bars(
                            operations.stream()
                                    .filter(operation ->
                                            operation.attended() && person.id().equals(operation.person()))
                                    .toList(),
                            from)));
        }
        return rows;
    }

    private List<Bar> bars(List<PlannedOperation> operations, Instant from) {
        int edge = (int) (SHOWN.toHours() * PIXELS_PER_HOUR);
        return operations.stream()
                .filter(operation -> operation.end().isAfter(from))
                .map(operation -> bar(operation, from))
                .filter(bar -> bar.x() < edge)
                .toList();
    }

    private Bar bar(PlannedOperation operation, Instant from) {
        int start = Math.max(0, x(from, operation.start()));
        Object owner = operation.build() != null ? operation.build() : operation.workOrder();
        int colour = Math.floorMod(Objects.hashCode(owner), 6) + 1;
        String label = operation.build() != null
                ? workOrders.getBuild(operation.build()).number()
                : operation.workOrder() == null
                        ? ""
                        : workOrders.getWorkOrder(operation.workOrder()).number();
        return new Bar(
                start, Math.max(2, x(from, operation.end()) - start), colour, operation.attended(), label, operation);
    }

    private static List<Tick> ticks(Instant from) {
        var ticks = new ArrayList<Tick>();
        Instant first = from.truncatedTo(java.time.temporal.ChronoUnit.HOURS).plus(Duration.ofHours(1));
        for (Instant at = first; at.isBefore(from.plus(SHOWN)); at = at.plus(Duration.ofHours(6))) {
            ticks.add(new Tick(x(from, at), at));
        }
        return ticks;
    }

    /** Work orders whose last operation ends after their promise. */
    private List<WorkOrder> late(FactoryId factory, List<PlannedOperation> operations) {
        var ends = new HashMap<Object, Instant>();
        operations.forEach(operation -> {
            if (operation.workOrder() != null) {
                ends.merge(operation.workOrder(), operation.end(), (a, b) -> a.isAfter(b) ? a : b);
            }
        });
        return workOrders.listWorkOrders(factory).stream()
                .filter(order -> ends.containsKey(order.id())
                        && Objects.requireNonNull(ends.get(order.id())).isAfter(order.dueAt()))
                .toList();
    }

    private Map<String, String> machineNames(FactoryId factory) {
        var names = new HashMap<String, String>();
        factories
                .listMachines(factory)
                .forEach(machine -> names.put(machine.id().toString(), machine.name()));
        return names;
    }

    private static int x(Instant from, Instant at) {
        return (int) (Duration.between(from, at).toSeconds() * PIXELS_PER_HOUR / 3600);
    }
}
