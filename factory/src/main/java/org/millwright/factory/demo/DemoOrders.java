package org.millwright.factory.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.millwright.factory.demo.SampleDesigns.Sample;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.Designs;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.ordering.Customer;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderState;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.people.Accounts;
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

    private final Accounts accounts;
    private final Designs designs;
    private final Quotes quotes;
    private final Orders orders;

    DemoOrders(Accounts accounts, Designs designs, Quotes quotes, Orders orders) {
        this.accounts = accounts;
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

    /** Orders a sample; the same file is uploaded once. Empty when it cannot be made or no date can be promised. */
    Optional<Order> place(Factory factory, Sample sample) {
        Design design = designs.listDesigns(factory.id()).stream()
                .filter(known -> known.fileName().equals(sample.fileName()))
                .findFirst()
                .orElseGet(() -> designs.upload(
                        factory.id(),
                        sample.fileName(),
                        new ByteArrayInputStream(sample.content().getBytes(StandardCharsets.UTF_8)),
                        LengthUnit.MILLIMETRE,
                        BUYER));
        Quote quote = quotes.quote(new QuoteRequest(
                factory.id(), design.id(), sample.process(), sample.materialId(), sample.quantity(), Map.of(), BUYER));
        return quote.makeable() && quote.promisedAt() != null
                ? Optional.of(orders.accept(quote.id(), customer(sample.customer()), BUYER))
                : Optional.empty();
    }

    /** Orders of the demo's own buyer belong to the account that visitors try. */
    private Customer customer(String name) {
        return accounts.findByLogin("demo-buyer")
                .filter(account -> account.name().equals(name))
                .map(account ->
                        new Customer(name, "demo@example.org", account.id().value()))
                .orElseGet(() -> new Customer(name, "demo@example.org"));
    }
}
