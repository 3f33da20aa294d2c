package org.millwright.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.millwright.factory.FactoryApplication;
import org.millwright.factory.demo.BackgroundWork;
import org.millwright.factory.demo.DemoFactory;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.Designs;
import org.millwright.factory.ordering.Customer;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.quoting.Quote;
import org.millwright.factory.quoting.QuoteRequest;
import org.millwright.factory.quoting.Quotes;
import org.millwright.geometry.LengthUnit;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Quotes of a part nobody has seen before, and orders through accept and plan, inside one running program. */
final class PathFigures {
    private static final Actor BENCH = new Actor("bench", "buyer", true);
    private static final int WARM = 20;
    private static final int QUOTES = 60;
    private static final int ORDERS = 60;

    private final Path work;

    PathFigures(Path work) {
        this.work = work;
    }

    List<Row> measure() {
        Map<String, Object> settings = Map.of(
                "millwright.data",
                work.resolve("path").toString(),
                "millwright.time-lapse",
                1,
                "millwright.floor",
                false);
        try (var context = new SpringApplicationBuilder(FactoryApplication.class)
                .web(WebApplicationType.NONE)
                .properties(settings)
                .run()) {
            FactoryId factory = context.getBean(DemoFactory.class).getOrSetUp().id();
            return List.of(quotes(context, factory), orders(context, factory));
        }
    }

    private static Row quotes(ConfigurableApplicationContext context, FactoryId factory) {
        var times = new double[QUOTES];
        for (int i = -WARM; i < QUOTES; i++) {
            Design design = upload(context, factory, 12 + (i + WARM) * 0.05, 144, 72);
            long started = System.nanoTime();
            context.getBean(Quotes.class)
                    .quote(new QuoteRequest(factory, design.id(), "printing", "pla", 3, Map.of(), BENCH));
            if (i >= 0) {
                times[i] = (System.nanoTime() - started) / 1e6;
            }
        }
        Arrays.sort(times);
        return new Row(
                "quote of a new part of 20,736 triangles",
                "p95 ≤ 300 ms",
                "p50 %.0f ms, p95 %.0f ms".formatted(times[QUOTES / 2], times[(int) (QUOTES * 0.95)]));
    }

    private static Row orders(ConfigurableApplicationContext context, FactoryId factory) {
        List<Quote> quotes = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            Design design = upload(context, factory, 5 + i * 0.02, 24, 12);
            quotes.add(context.getBean(Quotes.class)
                    .quote(new QuoteRequest(factory, design.id(), "printing", "pla", 1, Map.of(), BENCH)));
        }
        BackgroundWork background = context.getBean(BackgroundWork.class);
        long started = System.nanoTime();
        for (Quote quote : quotes) {
            context.getBean(Orders.class).accept(quote.id(), new Customer("Bench", ""), BENCH);
        }
        double acceptedS = (System.nanoTime() - started) / 1e9;
        background.awaitIdle(Duration.ofMinutes(10));
        double plannedS = (System.nanoTime() - started) / 1e9;
        return new Row(
                "orders through accept and plan",
                "–",
                "%.1f orders/s accepted, %.1f orders/s planned".formatted(ORDERS / acceptedS, ORDERS / plannedS));
    }

    private static Design upload(
            ConfigurableApplicationContext context, FactoryId factory, double radius, int around, int across) {
        String stl = Parts.stl(Parts.torus(radius, radius / 4, around, across));
        return context.getBean(Designs.class)
                .upload(
                        factory,
                        "ring.stl",
                        new ByteArrayInputStream(stl.getBytes(StandardCharsets.US_ASCII)),
                        LengthUnit.MILLIMETRE,
                        BENCH);
    }
}
