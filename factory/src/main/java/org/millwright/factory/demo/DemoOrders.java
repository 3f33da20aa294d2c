package org.millwright.factory.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.millwright.factory.demo.SampleDesigns.Sample;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.Designs;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.ordering.Customer;
import org.millwright.factory.ordering.OrderState;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.quoting.Quote;
import org.millwright.factory.quoting.QuoteRequest;
import org.millwright.factory.quoting.Quotes;
import org.millwright.geometry.LengthUnit;
import org.springframework.stereotype.Component;

/** Places the sample orders through the same doors as a buyer. */
@Component
class DemoOrders {
    private static final Actor BUYER = new Actor("demo buyer", "buyer", true);

    private final Designs designs;
    private final Quotes quotes;
    private final Orders orders;

    DemoOrders(Designs designs, Quotes quotes, Orders orders) {
        this.designs = designs;
        this.quotes = quotes;
        this.orders = orders;
    }

    /** Does nothing when the factory has orders already. */
    void placeOnce(Factory factory) {
        if (orders.listOrders(factory.id()).isEmpty()) {
            SampleDesigns.all().forEach(sample -> place(factory, sample));
        }
    }

    /** Whether no order waits for anything to be made. */
    boolean allDone(Factory factory) {
        return orders.listOrders(factory.id()).stream().noneMatch(order -> order.state() == OrderState.ACCEPTED);
    }

    private void place(Factory factory, Sample sample) {
        Design design = designs.upload(
                factory.id(),
                sample.fileName(),
                new ByteArrayInputStream(sample.content().getBytes(StandardCharsets.UTF_8)),
                LengthUnit.MILLIMETRE,
                BUYER);
        Quote quote = quotes.quote(new QuoteRequest(
                factory.id(), design.id(), sample.process(), sample.materialId(), sample.quantity(), Map.of(), BUYER));
        if (quote.makeable() && quote.promisedAt() != null) {
            orders.accept(quote.id(), new Customer(sample.customer(), "demo@example.org"), BUYER);
        }
    }
}
