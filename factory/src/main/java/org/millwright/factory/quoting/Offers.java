package org.millwright.factory.quoting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.planning.Promise;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.examination.Examination;
import org.millwright.factory.platform.text.Saying;
import org.millwright.factory.quoting.calculation.QuoteCalculation;
import org.millwright.factory.quoting.calculation.QuoteInputs;
import org.millwright.processes.Estimate;
import org.springframework.stereotype.Service;

/** Offers while somebody is still choosing: computed like quotes, and forgotten. */
@Service
public class Offers {
    private final WorkOrders workOrders;
    private final InputsReader reader;
    private final Factories factories;
    private final LongWays longWays;
    private final Quotes quotes;

    Offers(WorkOrders workOrders, InputsReader reader, Factories factories, LongWays longWays, Quotes quotes) {
        this.workOrders = workOrders;
        this.reader = reader;
        this.factories = factories;
        this.longWays = longWays;
        this.quotes = quotes;
    }

    /**
     * Checks, prices and dates as {@link Quotes#quote} would.
     *
     * @throws org.millwright.factory.platform.problem.Problem when design, process or material do not exist, or data
     *     needed for a price are missing
     */
    public Offer offer(QuoteRequest request) {
        Examination examination = workOrders.examine(
                request.factory(), request.design(), request.process(), request.materialId(), request.options());
        Estimate estimate = examination.estimate();
        if (!examination.makeable() || estimate == null) {
            return refused(request, examination);
        }
        Promise promise = workOrders.promise(
                request.factory(),
                request.design(),
                request.process(),
                request.materialId(),
                request.quantity(),
                request.options());
        QuoteInputs inputs = reader.read(request, examination, estimate);
        QuoteCalculation.Result result = QuoteCalculation.calculate(inputs);
        return new Offer(
                request,
                true,
                examination.findings(),
                result.price(),
                QuoteCalculation.breaks(inputs),
                promise.at(),
                promise.bindingReason(),
                result.carbonKg(),
                result.breakdown(),
                longWays.compare(factories.getFactory(request.factory()).place(), inputs));
    }

    /** The carbon of what was quoted, made far away; empty when it cannot be made. */
    public List<FarAwayCarbon> farAway(Quote quote) {
        @Nullable QuoteInputs inputs = quotes.inputs(quote);
        return inputs == null
                ? List.of()
                : longWays.compare(factories.getFactory(quote.factory()).place(), inputs);
    }

    private static Offer refused(QuoteRequest request, Examination examination) {
        return new Offer(
                request,
                false,
                examination.findings(),
                null,
                List.of(),
                null,
                Saying.NOTHING,
                null,
                List.of(),
                List.of());
    }
}
