package org.millwright.factory.ordering.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.Designs;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderMessage;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.ordering.line.LineAccount;
import org.millwright.factory.ordering.line.OrderLine;
import org.millwright.factory.ordering.outcome.Outcome;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.BuildState;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.StoredEntry;
import org.millwright.factory.platform.text.Saying;
import org.millwright.factory.quoting.Quote;
import org.millwright.factory.quoting.Quotes;
import org.springframework.stereotype.Component;

/** Puts together everything that a page tells of one order. */
@Component
public class OrderStory {
    static final int MOST_UNITS = 200;
    static final int MOST_ENTRIES = 400;

    /** What everybody wants to know; the rest is for those who look closer. */
    private static final Map<String, String> MILESTONES = Map.ofEntries(
            Map.entry("OrderAccepted", "orders"),
            Map.entry("OrderCompleted", "done"),
            Map.entry("OrderShipped", "truck"),
            Map.entry("OrderCancelled", "stopped"),
            Map.entry("OrderResumed", "orders"),
            Map.entry("OrderMessageWritten", "edit"),
            Map.entry("JobStarted", "running"),
            Map.entry("JobEnded", "done"),
            Map.entry("JobInterrupted", "stopped"),
            Map.entry("JobAborted", "stopped"),
            Map.entry("NonconformanceOpened", "attention"),
            Map.entry("NonconformanceDisposed", "quality"),
            Map.entry("UnitReleased", "quality"),
            Map.entry("WorkOrderPacked", "box"),
            Map.entry("PassportIssued", "tag"));

    private static final Set<String> FOR_BUYERS = Set.of(
            "OrderAccepted",
            "OrderCompleted",
            "OrderShipped",
            "OrderCancelled",
            "OrderResumed",
            "JobStarted",
            "JobEnded",
            "UnitReleased",
            "WorkOrderPacked",
            "PassportIssued");

    private final Orders orders;
    private final Designs designs;
    private final Quotes quotes;
    private final WorkOrders workOrders;
    private final Journal journal;

    OrderStory(Orders orders, Designs designs, Quotes quotes, WorkOrders workOrders, Journal journal) {
        this.orders = orders;
        this.designs = designs;
        this.quotes = quotes;
        this.workOrders = workOrders;
        this.journal = journal;
    }

    /** Something that happened, and how many times in a row. */
    public record Happening(StoredEntry entry, int count) {
        /** Whether everybody wants to know. */
        public boolean milestone() {
            return MILESTONES.containsKey(entry.type());
        }

        public String icon() {
            return MILESTONES.getOrDefault(entry.type(), "clock");
        }

        /** The machine that it happened on, if the entry names one. */
        public @Nullable String machine() {
            return entry.payload().get("machineName") instanceof String name ? name : null;
        }
    }

    /** One line of an order with everything that was and will be done for it. */
    public record LineView(
            OrderLine line,
            Design design,
            Quote quote,
            LineAccount account,
            List<Unit> units,
            Map<BuildId, BuildState> builds,
            List<PlannedOperation> operations,
            List<WorkOrder> workOrders) {
        /** The units that the page names; an order may have thousands. */
        public List<Unit> shownUnits() {
            return units.stream().limit(MOST_UNITS).toList();
        }

        /** How far the build is that a unit is planned on; null when it is on none, or has left it. */
        public @Nullable BuildState making(Unit unit) {
            return unit.state() == UnitState.PLANNED && unit.build() != null ? builds.get(unit.build()) : null;
        }

        /** What is done now or, when nothing is, what comes next. */
        public @Nullable PlannedOperation current() {
            return operations.stream()
                    .filter(operation -> operation.state() == OperationState.STARTED)
                    .findFirst()
                    .or(() -> operations.stream()
                            .filter(operation -> operation.state() == OperationState.PLANNED)
                            .findFirst())
                    .orElse(null);
        }

        /** Why it cannot be planned, if it cannot. */
        public @Nullable Saying waitingFor() {
            return workOrders.stream()
                    .map(WorkOrder::waitingFor)
                    .filter(Objects::nonNull)
                    .map(WorkOrder.Waiting::detail)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** All that a page tells. */
    public record Told(
            Order order,
            List<LineView> lines,
            List<Happening> happenings,
            List<OrderMessage> messages,
            Outcome outcome,
            Comparison comparison) {
        /** What is planned to happen last, over all lines; null when nothing is planned. */
        public @Nullable PlannedOperation last() {
            return lines.stream()
                    .flatMap(line -> line.operations().stream())
                    .filter(operation ->
                            operation.state() == OperationState.PLANNED || operation.state() == OperationState.STARTED)
                    .max(Comparator.comparing(PlannedOperation::end))
                    .orElse(null);
        }
    }

    Told tell(Order order, boolean forBuyer) {
        List<LineView> lines = order.lines().stream().map(this::view).toList();
        Outcome outcome = orders.getOutcome(order);
        return new Told(
                order,
                lines,
                happenings(order, lines, forBuyer),
                orders.listMessages(order.id()),
                outcome,
                Comparison.of(lines, builds(lines), outcome, order));
    }

    private LineView view(OrderLine line) {
        UUID reference = line.id().value();
        List<WorkOrder> made = workOrders.listWorkOrdersFor(reference);
        var operations = made.stream()
                .flatMap(workOrder -> Stream.concat(
                        workOrders.listBuildsOf(workOrder.id()).stream()
                                .flatMap(build -> workOrders.listOperationsOf(build.id()).stream()),
                        workOrders.listOperationsOf(workOrder.id()).stream()))
                .distinct()
                .sorted(Comparator.comparing(PlannedOperation::start))
                .toList();
        return new LineView(
                line,
                designs.getDesign(line.design()),
                quotes.getQuote(line.quote()),
                orders.account(line),
                workOrders.listUnitsFor(reference),
                made.stream()
                        .flatMap(workOrder -> workOrders.listBuildsOf(workOrder.id()).stream())
                        .distinct()
                        .collect(Collectors.toMap(BuildPlan::id, BuildPlan::state)),
                operations,
                made);
    }

    private List<BuildPlan> builds(List<LineView> lines) {
        return lines.stream()
                .flatMap(line -> line.workOrders().stream())
                .flatMap(workOrder -> workOrders.listBuildsOf(workOrder.id()).stream())
                .distinct()
                .toList();
    }

    /** Everything the journal says about the order, its lines and their units, newest first. */
    private List<Happening> happenings(Order order, List<LineView> lines, boolean forBuyer) {
        var about = new ArrayList<>(List.of(order.id().value()));
        lines.forEach(line -> line.units().forEach(unit -> about.add(unit.id().value())));
        return journal.listLatestAbout(about, MOST_ENTRIES).stream()
                .filter(entry -> !forBuyer || FOR_BUYERS.contains(entry.type()))
                .collect(ArrayList::new, OrderStory::append, List::addAll);
    }

    /** Entries of one kind by one person that follow each other are told once. */
    private static void append(List<Happening> story, StoredEntry entry) {
        Happening last = story.isEmpty() ? null : story.getLast();
        if (last != null
                && last.entry().type().equals(entry.type())
                && last.entry().actor().equals(entry.actor())) {
            story.set(story.size() - 1, new Happening(last.entry(), last.count() + 1));
        } else {
            story.add(new Happening(entry, 1));
        }
    }
}
