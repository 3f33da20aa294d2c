package org.millwright.factory.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderMessage;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.testing.browser.DemoInBrowser;
import org.millwright.factory.testing.browser.LivedInDemo;
import org.millwright.factory.testing.browser.Look;
import org.millwright.factory.testing.browser.Visitor;

/** What goes wrong between a person and a program: files too large, clicks too many, connections that are gone. */
@Tag("browser")
@ExtendWith(LivedInDemo.class)
class MishapsBrowserTest {
    private static final long LARGE_BYTES = 300L << 20;

    @Test
    void aFileOf300MegabytesIsRefusedBeforeItIsSentAndTheNextOneIsTaken(DemoInBrowser demo, @TempDir Path folder)
            throws IOException {
        Path large = folder.resolve("dragon.stl");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(LARGE_BYTES);
        }
        try (Visitor visitor = demo.visitor(Look.PHONE).open("/shop")) {
            Page page = visitor.page();
            page.getByLabel("File").setInputFiles(large);
            assertThat(page.locator("#upload-wrong")).containsText("dragon.stl");
            assertThat(page.locator("#upload-wrong")).containsText("MB");
            visitor.picture("mishap-large-file");
            visitor.assertSound();
            page.getByLabel("File").setInputFiles(Visitor.file("knob.stl", TestParts.box(18, 18, 9)));
            assertThat(visitor.heading()).hasText("knob.stl");
        }
    }

    @Test
    void goingBackAfterAnOrderAndOrderingAgainGivesTheSameOrder(DemoInBrowser demo) {
        try (Visitor visitor = demo.visitor(Look.DESK).open("/shop")) {
            Page page = visitor.page();
            page.getByLabel("File").setInputFiles(Visitor.file("فنجان ☕ cup.stl", TestParts.box(21, 11, 4)));
            visitor.button("millimetres").click();
            page.locator("#order button").click();
            page.getByLabel("Name").fill("مريم 🦊");
            page.locator("form[action='/orders'] button").dblclick();
            assertThat(visitor.heading()).containsText("Order");
            String order = page.url();
            page.goBack();
            assertThat(visitor.heading()).containsText("Quote");
            page.getByLabel("Name").fill("مريم 🦊");
            page.locator("form[action='/orders'] button").click();
            assertThat(page).hasURL(order);
            assertThat(orders(demo).stream().filter(one -> one.customer().name().equals("مريم 🦊")))
                    .hasSize(1);
            visitor.picture("mishap-right-to-left");
            visitor.assertSound();
        }
    }

    @Test
    void aMessageIsKeptWhileTheConnectionIsGoneAndArrivesOnceHoweverOftenItIsSent(DemoInBrowser demo) {
        Order order = orders(demo).getFirst();
        try (Visitor buyer = demo.visitor(Look.PHONE).open("/track/" + order.trackingKey())) {
            Page page = buyer.page();
            Locator words = page.locator("#words");
            words.fill("Is it blue?");
            page.context().setOffline(true);
            buyer.button("Send").click();
            assertThat(page.locator("#write .wrong")).containsText("What you typed is still here");
            assertThat(words).hasValue("Is it blue?");
            page.context().setOffline(false);

            // The factory takes it, and its answer is lost on the way.
            page.route("**/messages", route -> {
                route.fetch();
                route.abort();
            });
            buyer.button("Send").click();
            page.waitForCondition(() -> messages(demo, order, "Is it blue?") == 1);
            assertThat(words).hasValue("Is it blue?");
            page.unroute("**/messages");
            assertThat(buyer.button("Send")).not().hasAttribute("aria-busy", "true");
            buyer.button("Send").dblclick();
            assertThat(page.locator(".talk")).containsText("Is it blue?");
            assertThat(words).hasValue("");
            assertThat(messages(demo, order, "Is it blue?")).isEqualTo(1);
        }
    }

    @Test
    void aSignInThatEndedMeanwhileLosesNothingThatWasTyped(DemoInBrowser demo) {
        try (Visitor owner = demo.visitor(Look.DESK, Role.OWNER).open("/settings")) {
            Page page = owner.page();
            page.locator("input[name=city]").fill("Żółw");
            page.context().clearCookies();
            owner.button("Save").first().click();
            Locator sentence = page.locator("form[action='/settings'] .wrong");
            assertThat(sentence).isVisible();
            assertThat(page.locator("input[name=city]")).hasValue("Żółw");
        }
    }

    @Test
    void whoeverMayNotIsToldWhoMay(DemoInBrowser demo) {
        try (Visitor operator = demo.visitor(Look.TABLET, Role.OPERATOR).open("/settings")) {
            assertThat(operator.page().locator("[data-problem]")).containsText("Owner");
            operator.picture("mishap-wrong-role");
            assertThat(operator.accessibilityViolations()).isEmpty();
        }
        try (Visitor buyer = demo.visitor(Look.PHONE, Role.BUYER).open("/floor")) {
            assertThat(buyer.page().locator("[data-problem]")).containsText("Operator");
            assertThat(buyer.page().locator(".rail a[href='/floor']")).hasCount(0);
        }
    }

    /** A window of 720 px that shows everything twice as large. */
    @Test
    void everyPageFitsAtTwiceTheSize(DemoInBrowser demo) {
        var pages = new java.util.LinkedHashMap<>(SitePages.main(demo));
        pages.putAll(SitePages.rest(demo));
        try (Visitor owner = demo.visitor(Look.ZOOMED, Role.OWNER)) {
            List<String> wide = pages.entrySet().stream()
                    .filter(page -> {
                        owner.open(page.getValue());
                        owner.heading().waitFor();
                        return owner.sideways();
                    })
                    .map(page -> page.getKey() + " " + page.getValue())
                    .toList();
            assertThat(wide).isEmpty();
            owner.open("/floor").picture("floor");
        }
    }

    private static List<Order> orders(DemoInBrowser demo) {
        return demo.get(Orders.class)
                .listOrders(demo.get(Factories.class).listFactories().getFirst().id());
    }

    private static long messages(DemoInBrowser demo, Order order, String words) {
        return demo.get(Orders.class).listMessages(order.id()).stream()
                .map(OrderMessage::words)
                .filter(words::equals)
                .count();
    }
}
