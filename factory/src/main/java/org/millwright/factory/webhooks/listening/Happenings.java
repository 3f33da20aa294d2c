package org.millwright.factory.webhooks.listening;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderAccepted;
import org.millwright.factory.ordering.OrderCompleted;
import org.millwright.factory.ordering.OrderId;
import org.millwright.factory.ordering.OrderShipped;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.passport.PassportIssued;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.production.Job;
import org.millwright.factory.production.JobFinished;
import org.millwright.factory.production.JobId;
import org.millwright.factory.production.JobInterrupted;
import org.millwright.factory.production.JobStarted;
import org.millwright.factory.production.Jobs;
import org.millwright.factory.quality.UnitRejected;
import org.millwright.factory.quality.UnitReleased;
import org.millwright.factory.quoting.Quote;
import org.millwright.factory.quoting.QuoteMade;
import org.millwright.factory.quoting.Quotes;
import org.millwright.factory.webhooks.HookType;
import org.millwright.factory.webhooks.Webhooks;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Turns what the stages tell of into messages. They carry ids and numbers; who wants more asks the API. */
@Component
class Happenings {
    private final Webhooks webhooks;
    private final Orders orders;
    private final Quotes quotes;
    private final Jobs jobs;
    private final WorkOrders workOrders;
    private final InstantSource time;

    Happenings(Webhooks webhooks, Orders orders, Quotes quotes, Jobs jobs, WorkOrders workOrders, InstantSource time) {
        this.webhooks = webhooks;
        this.orders = orders;
        this.quotes = quotes;
        this.jobs = jobs;
        this.workOrders = workOrders;
        this.time = time;
    }

    /** Within the quote's own transaction: quotes are many, and a stored event for each would cost more than this. */
    @EventListener
    void on(QuoteMade made) {
        webhooks.tell(made.factory(), HookType.QUOTE_MADE, made.quote().value(), time.instant(), () -> {
            Quote quote = quotes.getQuote(made.quote());
            return Map.of("quote", quote.id().value(), "number", quote.number(), "makeable", quote.makeable());
        });
    }

    @ApplicationModuleListener
    void on(OrderAccepted accepted) {
        tell(HookType.ORDER_ACCEPTED, accepted.order());
    }

    @ApplicationModuleListener
    void on(OrderCompleted completed) {
        tell(HookType.ORDER_COMPLETED, completed.order());
    }

    @ApplicationModuleListener
    void on(OrderShipped shipped) {
        tell(HookType.ORDER_SHIPPED, shipped.order());
    }

    @ApplicationModuleListener
    void on(JobStarted started) {
        tell(HookType.JOB_STARTED, started.job());
    }

    @ApplicationModuleListener
    void on(JobFinished finished) {
        tell(HookType.JOB_FINISHED, finished.job());
    }

    @ApplicationModuleListener
    void on(JobInterrupted interrupted) {
        tell(HookType.JOB_INTERRUPTED, interrupted.job());
    }

    @ApplicationModuleListener
    void on(UnitReleased released) {
        tell(HookType.UNIT_RELEASED, released.unit(), released.reference());
    }

    @ApplicationModuleListener
    void on(UnitRejected rejected) {
        tell(HookType.UNIT_REJECTED, rejected.unit(), rejected.reference());
    }

    @ApplicationModuleListener
    void on(PassportIssued issued) {
        tell(HookType.PASSPORT_ISSUED, issued.unit(), issued.reference());
    }

    private void tell(HookType type, OrderId id) {
        Order order = orders.getOrder(id);
        webhooks.tell(
                order.factory(),
                type,
                id.value(),
                time.instant(),
                () -> Map.of("order", id.value(), "number", order.number()));
    }

    private void tell(HookType type, JobId id) {
        Job job = jobs.getJob(id);
        BuildPlan build = workOrders.getBuild(job.build());
        webhooks.tell(
                build.factory(),
                type,
                id.value(),
                time.instant(),
                () -> Map.of(
                        "job", id.value(),
                        "build", build.id().value(),
                        "number", build.number(),
                        "machine", job.machine().value()));
    }

    private void tell(HookType type, UnitId id, UUID orderLine) {
        Unit unit = workOrders.getUnit(id);
        webhooks.tell(
                unit.factory(),
                type,
                id.value(),
                time.instant(),
                () -> Map.of("unit", id.value(), "serial", unit.serial(), "orderLine", orderLine));
    }
}
