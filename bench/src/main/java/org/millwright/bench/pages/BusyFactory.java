package org.millwright.bench.pages;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.millwright.factory.FactoryApplication;
import org.millwright.factory.demo.BackgroundWork;
import org.millwright.factory.demo.DemoFactory;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.Designs;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.ordering.Customer;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.quoting.Quote;
import org.millwright.factory.quoting.QuoteRequest;
import org.millwright.factory.quoting.Quotes;
import org.millwright.geometry.LengthUnit;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The demo factory with many machines and many open orders, served on a free port of the loopback interface. */
final class BusyFactory implements AutoCloseable {
    static final Actor BENCH = new Actor("bench", "owner", true);

    private static final int DESIGNS = 12;

    private final ConfigurableApplicationContext context;
    private final Factory factory;

    private BusyFactory(ConfigurableApplicationContext context) {
        this.context = context;
        this.factory = context.getBean(DemoFactory.class).getOrSetUp();
    }

    static BusyFactory open(Path data, int machines, int orders) {
        var busy = new BusyFactory(new SpringApplicationBuilder(FactoryApplication.class)
                .web(WebApplicationType.SERVLET)
                .properties(Map.of(
                        "millwright.data",
                        data.toString(),
                        "millwright.time-lapse",
                        1,
                        "millwright.floor",
                        false,
                        "server.port",
                        0))
                .run());
        busy.addMachines(machines);
        busy.addOrders(orders);
        return busy;
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    Factory factory() {
        return factory;
    }

    String address() {
        var web = ((ServletWebServerApplicationContext) context).getWebServer();
        return "http://localhost:" + (web == null ? 0 : web.getPort());
    }

    private void addMachines(int count) {
        List<Machine> present = get(Factories.class).listMachines(factory.id());
        for (int i = present.size(); i < count; i++) {
            Machine like = present.get(i % present.size());
            var id = new MachineId(UUID.randomUUID());
            get(Factories.class)
                    .addMachine(
                            new Machine(
                                    id,
                                    factory.id(),
                                    i + 1,
                                    like.equipmentClass() + " " + (i + 1),
                                    like.equipmentClass(),
                                    like.equipment(),
                                    URI.create(like.address()
                                            .toString()
                                            .replace(like.id().toString(), id.toString())),
                                    like.costs(),
                                    like.hours(),
                                    true),
                            BENCH);
        }
    }

    private void addOrders(int count) {
        var designs = new Design[DESIGNS];
        for (int i = 0; i < DESIGNS; i++) {
            designs[i] = upload(i);
        }
        List<Quote> quotes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            quotes.add(get(Quotes.class)
                    .quote(new QuoteRequest(
                            factory.id(), designs[i % DESIGNS].id(), "printing", "pla", 1 + i % 3, Map.of(), BENCH)));
        }
        for (int i = 0; i < count; i++) {
            get(Orders.class).accept(quotes.get(i).id(), new Customer("Buyer " + i, ""), BENCH);
        }
        get(BackgroundWork.class).awaitIdle(Duration.ofMinutes(10));
    }

    private Design upload(int number) {
        String stl = Boxes.stl(12 + number, 10, 4 + number % 5);
        return get(Designs.class)
                .upload(
                        factory.id(),
                        "box-%d.stl".formatted(number),
                        new ByteArrayInputStream(stl.getBytes(StandardCharsets.US_ASCII)),
                        LengthUnit.MILLIMETRE,
                        BENCH);
    }

    @Override
    public void close() {
        context.close();
    }
}
