package org.millwright.factory.journey;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.factory.demo.DemoFactory;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.Designs;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.ordering.Customer;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.quoting.Quote;
import org.millwright.factory.quoting.QuoteRequest;
import org.millwright.factory.quoting.Quotes;
import org.millwright.factory.testing.browser.DemoInBrowser;
import org.millwright.factory.testing.browser.LivedInDemo;
import org.millwright.factory.testing.browser.Look;
import org.millwright.geometry.LengthUnit;

/** Every page, empty, typical and overfull: fits its window, is accessible, and its browser complains of nothing. */
@Tag("browser")
@Tag("slow")
class EveryPageTest {
    private static final Actor BUYER = new Actor("buyer", "buyer", true);
    private static final int CROWD = 60;

    /** Long, right to left, with signs outside of the basic plane: as people are called. */
    private static final List<String> NAMES = List.of(
            "Anna",
            "Wolfeschlegelsteinhausenbergerdorff & Söhne Präzisionswerkstätten GmbH",
            "شركة النور",
            "🦊 Fox 工房");

    @TempDir
    Path data;

    @Test
    void aFactoryWithoutOrdersTeachesWhatToDo() throws Exception {
        try (var demo = DemoInBrowser.start(data, 1, "--millwright.demo=false")) {
            demo.get(DemoFactory.class).getOrSetUp();
            new PageTour(demo, "empty").main(Look.DESK, Look.PHONE).assertSound();
        }
    }

    @Test
    @ExtendWith(LivedInDemo.class)
    void aWeekOfWorkReadsAtAGlance(DemoInBrowser demo) {
        new PageTour(demo, "typical")
                .main(Look.DESK, Look.TABLET, Look.PHONE, Look.DESK.inTheDark(), Look.DESK.in("de-DE"))
                .rest(Look.DESK.inTheDark(), Look.PHONE, Look.TABLET.in("de-DE"))
                .assertSound();
    }

    @Test
    void aCrowdOfOrdersWithUnusualNamesStaysReadable() throws Exception {
        try (var demo = DemoInBrowser.start(data, 1, "--millwright.demo=false")) {
            order(demo, demo.get(DemoFactory.class).getOrSetUp());
            new PageTour(demo, "overfull").main(Look.DESK, Look.PHONE).assertSound();
        }
    }

    private static void order(DemoInBrowser demo, Factory factory) {
        Design design = demo.get(Designs.class)
                .upload(
                        factory.id(),
                        "a part with a name that somebody typed on a long afternoon – rev. 12 (final) (really).stl",
                        new ByteArrayInputStream(TestParts.box(30, 12, 6).getBytes(StandardCharsets.US_ASCII)),
                        LengthUnit.MILLIMETRE,
                        BUYER);
        for (int i = 0; i < CROWD; i++) {
            Quote quote = demo.get(Quotes.class)
                    .quote(new QuoteRequest(factory.id(), design.id(), "printing", "pla", 1 + i % 7, Map.of(), BUYER));
            demo.get(Orders.class)
                    .accept(quote.id(), new Customer(NAMES.get(i % NAMES.size()), "someone@example.org"), BUYER);
        }
    }
}
