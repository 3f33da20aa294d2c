package org.millwright.factory.quoting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.planning.Promise;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.examination.Examination;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.identity.Numbers;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.JournalEntry;
import org.millwright.factory.platform.journal.Ref;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.quoting.calculation.QuoteCalculation;
import org.millwright.factory.quoting.calculation.QuoteInputs;
import org.millwright.factory.quoting.calculation.Snapshot;
import org.millwright.processes.Estimate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The quotes of all factories: price, date and carbon, each explained and kept as it was given. */
@Service
public class Quotes {
    private final QuoteStore store;
    private final InputsReader reader;
    private final Snapshot snapshot;
    private final WorkOrders workOrders;
    private final Factories factories;
    private final Ids ids;
    private final Numbers numbers;
    private final Journal journal;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Quotes(
            QuoteStore store,
            InputsReader reader,
            Snapshot snapshot,
            WorkOrders workOrders,
            Factories factories,
            Ids ids,
            Numbers numbers,
            Journal journal,
            InstantSource clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.store = store;
        this.reader = reader;
        this.snapshot = snapshot;
        this.workOrders = workOrders;
        this.factories = factories;
        this.ids = ids;
        this.numbers = numbers;
        this.journal = journal;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * Checks, prices, dates and stores. What cannot be made gets a quote without a price whose findings say why. Asked the
     * same again, it answers with the next version under the same number.
     *
     * @throws Problem when design, process or material do not exist, or data needed for a price are missing
     */
    public Quote quote(QuoteRequest request) {
        Examination examination = workOrders.examine(
                request.factory(), request.design(), request.process(), request.materialId(), request.options());
        Promise promise = workOrders.promise(
                request.factory(),
                request.design(),
                request.process(),
                request.materialId(),
                request.quantity(),
                request.options());
        Estimate estimate = examination.estimate();
        QuoteInputs inputs =
                examination.makeable() && estimate != null ? reader.read(request, examination, estimate) : null;
        Factory factory = factories.getFactory(request.factory());
        return Objects.requireNonNull(
                transaction.execute(status -> store(request, factory, examination, promise, inputs)));
    }

    private Quote store(
            QuoteRequest request,
            Factory factory,
            Examination examination,
            Promise promise,
            @Nullable QuoteInputs inputs) {
        Optional<QuoteStore.Last> last = store.lockLast(request);
        // Nothing is computed for what cannot be made.
        String text = inputs == null ? "{}" : snapshot.write(inputs);
        QuoteCalculation.Result result = inputs == null ? null : QuoteCalculation.calculate(snapshot.read(text));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var quote = new Quote(
                new QuoteId(ids.next()),
                last.map(QuoteStore.Last::number).orElseGet(() -> numbers.next(request.factory(), "Q")),
                last.map(QuoteStore.Last::version).orElse(0) + 1,
                request.factory(),
                request.design(),
                request.process(),
                request.materialId(),
                request.quantity(),
                request.options(),
                inputs != null,
                examination.findings(),
                result == null ? null : result.price(),
                inputs == null ? List.of() : QuoteCalculation.breaks(inputs),
                inputs == null ? null : promise.at(),
                promise.bindingReason(),
                result == null ? null : result.carbonKg(),
                result == null ? List.of() : result.breakdown(),
                now,
                now.plus(Duration.ofDays(factory.rates().quoteValidDays())),
                Snapshot.sha256(text));
        store.insert(quote, factory.currency().getCurrencyCode(), text);
        events.publishEvent(new QuoteMade(quote.id(), quote.factory()));
        record(quote, request);
        return quote;
    }

    /** Throws a {@link Problem} when there is none. */
    public Quote getQuote(QuoteId id) {
        return store.find(id)
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "quote-missing", Map.of("id", id.toString())));
    }

    /**
     * Price, price breaks and carbon computed once more from the stored inputs; everything else as stored.
     *
     * @throws Problem when the stored inputs were altered
     */
    @Transactional(readOnly = true)
    public Quote reproduce(QuoteId id) {
        Quote quote = getQuote(id);
        String text = store.inputs(id);
        if (!Snapshot.sha256(text).equals(quote.inputsSha256())) {
            throw Problem.of(Problem.Kind.CONFLICT, "quote-altered", Map.of("number", quote.number()));
        }
        if (!quote.makeable()) {
            return quote;
        }
        QuoteInputs inputs = snapshot.read(text);
        QuoteCalculation.Result result = QuoteCalculation.calculate(inputs);
        return new Quote(
                quote.id(),
                quote.number(),
                quote.version(),
                quote.factory(),
                quote.design(),
                quote.process(),
                quote.materialId(),
                quote.quantity(),
                quote.options(),
                true,
                quote.findings(),
                result.price(),
                QuoteCalculation.breaks(inputs),
                quote.promisedAt(),
                quote.promiseReason(),
                result.carbonKg(),
                result.breakdown(),
                quote.createdAt(),
                quote.expiresAt(),
                quote.inputsSha256());
    }

    /** What a quote was computed from; null when it cannot be made. */
    @Nullable
    QuoteInputs inputs(Quote quote) {
        return quote.makeable() ? snapshot.read(store.inputs(quote.id())) : null;
    }

    /** Newest first, at most 1000. */
    public List<Quote> listQuotes(FactoryId factory) {
        return store.list(factory);
    }

    private void record(Quote quote, QuoteRequest request) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("number", quote.number());
        payload.put("version", quote.version());
        payload.put("design", quote.design().value());
        payload.put("process", quote.process());
        payload.put("materialId", quote.materialId());
        payload.put("quantity", quote.quantity());
        payload.put("options", quote.options());
        payload.put("makeable", quote.makeable());
        payload.put("inputsSha256", quote.inputsSha256());
        if (quote.price() != null) {
            payload.put("price", quote.price().toString());
        }
        if (quote.carbonKg() != null) {
            payload.put("carbonKg", quote.carbonKg());
        }
        if (quote.promisedAt() != null) {
            payload.put("promisedAt", quote.promisedAt());
        }
        journal.record(new JournalEntry(
                quote.factory(),
                request.actor(),
                "QuoteGiven",
                "quote",
                quote.id().value(),
                null,
                payload,
                List.of(new Ref("design", quote.design().value()))));
    }
}
