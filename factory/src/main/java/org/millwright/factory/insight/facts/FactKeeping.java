package org.millwright.factory.insight.facts;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderCompleted;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.ordering.line.OrderLine;
import org.millwright.factory.ordering.outcome.Outcome;
import org.millwright.factory.passport.Passport;
import org.millwright.factory.passport.PassportIssued;
import org.millwright.factory.passport.Passports;
import org.millwright.factory.planning.UnitChanged;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.production.Job;
import org.millwright.factory.production.JobFinished;
import org.millwright.factory.production.JobInterrupted;
import org.millwright.factory.production.Jobs;
import org.millwright.factory.quoting.Quote;
import org.millwright.factory.quoting.Quotes;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what happened as facts to count. Told twice is kept once. */
@Component
class FactKeeping {
    private final FactStore store;
    private final WorkOrders workOrders;
    private final Orders orders;
    private final Quotes quotes;
    private final Passports passports;
    private final Jobs jobs;
    private final Factories factories;
    private final JsonMapper json;
    private final InstantSource time;

    FactKeeping(
            FactStore store,
            WorkOrders workOrders,
            Orders orders,
            Quotes quotes,
            Passports passports,
            Jobs jobs,
            Factories factories,
            JsonMapper json,
            InstantSource time) {
        this.store = store;
        this.workOrders = workOrders;
        this.orders = orders;
        this.quotes = quotes;
        this.passports = passports;
        this.jobs = jobs;
        this.factories = factories;
        this.json = json;
        this.time = time;
    }

    @ApplicationModuleListener
    void on(UnitChanged changed) {
        if (changed.state() == UnitState.MADE || changed.state() == UnitState.SCRAPPED) {
            Fact.Kind kind = changed.state() == UnitState.MADE ? Fact.Kind.UNIT_MADE : Fact.Kind.UNIT_SCRAPPED;
            FactoryId factory = workOrders.getUnit(changed.unit()).factory();
            store.keep(new Fact(kind, changed.unit().value(), factory, time.instant(), 1, 0, changed.reference()));
        }
    }

    @ApplicationModuleListener
    void on(PassportIssued issued) {
        Passport passport = passports.findPassport(issued.unit()).orElse(null);
        JsonNode total = passport == null
                ? null
                : json.readTree(passport.json()).at("/credentialSubject/record/footprint/totalKgCo2e");
        if (passport != null && total != null && total.isNumber()) {
            for (Unit unit : workOrders.listUnitsById(List.of(issued.unit()))) {
                store.keep(new Fact(
                        Fact.Kind.PART_CARBON,
                        unit.id().value(),
                        unit.factory(),
                        passport.issuedAt(),
                        total.asDouble(),
                        quotedKg(issued.reference()),
                        issued.reference()));
            }
        }
    }

    @ApplicationModuleListener
    void on(OrderCompleted completed) {
        Order order = orders.getOrder(completed.order());
        if (order.completedAt() == null) {
            return;
        }
        store.keep(new Fact(
                Fact.Kind.ORDER_ON_TIME,
                order.id().value(),
                order.factory(),
                order.completedAt(),
                order.late(order.completedAt()) ? 0 : 1,
                1,
                null));
        Outcome outcome = orders.getOutcome(order);
        double overhead = 1 + factories.getFactory(order.factory()).rates().overheadPercent() / 100;
        store.keep(new Fact(
                Fact.Kind.ORDER_MARGIN,
                order.id().value(),
                order.factory(),
                order.completedAt(),
                order.price().minor() - outcome.cost().minor() * overhead,
                order.price().minor(),
                null));
    }

    @ApplicationModuleListener
    void on(JobFinished finished) {
        keep(jobs.getJob(finished.job()));
    }

    @ApplicationModuleListener
    void on(JobInterrupted interrupted) {
        keep(jobs.getJob(interrupted.job()));
    }

    private void keep(Job job) {
        if (job.startedAt() != null && job.endedAt() != null) {
            FactoryId factory = factories.getMachine(job.machine()).factory();
            double seconds = (job.endedAt().toEpochMilli() - job.startedAt().toEpochMilli()) / 1000.0;
            UUID machine = job.machine().value();
            store.keep(new Fact(Fact.Kind.RUN, job.id().value(), factory, job.endedAt(), seconds, 0, machine));
        }
    }

    /** What the quote said for one unit; 0 when it said nothing. */
    private double quotedKg(@Nullable UUID reference) {
        if (reference == null) {
            return 0;
        }
        return orders.findByLine(reference).stream()
                .flatMap(order -> order.lines().stream())
                .filter(line -> line.id().value().equals(reference))
                .findFirst()
                .map(OrderLine::quote)
                .map(quotes::getQuote)
                .map(FactKeeping::perUnit)
                .orElse(0.0);
    }

    private static double perUnit(Quote quote) {
        return quote.carbonKg() == null ? 0 : quote.carbonKg() / quote.quantity();
    }
}
