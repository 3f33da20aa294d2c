package org.millwright.factory.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderState;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.testing.browser.DemoInBrowser;
import org.millwright.factory.testing.browser.LivedInDemo;
import org.millwright.factory.testing.browser.Look;
import org.millwright.factory.testing.browser.Visitor;
import org.millwright.factory.webhooks.sending.Sender;

/** What those who do not stand at machines do all day: owner, quality lead, whoever receives material, the public. */
@Tag("browser")
@ExtendWith(LivedInDemo.class)
class OfficeBrowserTest {
    @Test
    void aQuestionOfABuyerWaitsOnTheHomePageUntilItIsAnswered(DemoInBrowser demo) {
        Order order = demo.get(Orders.class).listOrders(factory(demo)).stream()
                .max(Comparator.comparing(Order::acceptedAt))
                .orElseThrow();
        try (Visitor buyer = demo.visitor(Look.PHONE).open("/track/" + order.trackingKey());
                Visitor owner = demo.visitor(Look.DESK, Role.OWNER).open("/")) {
            buyer.page().locator("#words").fill("Can it come in green?");
            buyer.button("Send").click();
            assertThat(buyer.page().locator(".talk")).containsText("green");

            Locator need = owner.page()
                    .locator(".need-list a", new Page.LocatorOptions().setHasText("wrote about " + order.number()));
            assertThat(need).hasCount(1);
            if (!need.isVisible()) {
                owner.page().locator("#more-needs summary").click();
            }
            need.click();
            owner.page().locator("#words").fill("It can.");
            owner.button("Send").click();
            assertThat(owner.page().locator(".talk")).containsText("It can.");
            assertThat(buyer.page().locator(".talk")).containsText("It can.");
            owner.open("/");
            assertThat(need).hasCount(0);
            owner.picture("home-answered");
        }
    }

    @Test
    void ordersAreFilteredFoundCancelledAndTakenBack(DemoInBrowser demo) {
        try (Visitor planner = demo.visitor(Look.DESK, Role.PLANNER).open("/orders?view=ALL")) {
            Page page = planner.page();
            page.locator("#find").fill("harbour");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*q=harbour.*"));
            assertThat(page.locator("tbody tr td[data-label='Customer']").first())
                    .hasText("Harbour Books");
            planner.link("Late").first().click();
            assertThat(page).hasURL(Pattern.compile(".*view=LATE.*q=harbour.*"));

            planner.open("/shop");
            page.getByLabel("File").setInputFiles(Visitor.file("spare.stl", TestParts.box(31, 9, 4)));
            planner.button("millimetres").click();
            page.locator("#order button").click();
            page.getByLabel("Name").fill("Second Thoughts");
            page.locator("form[action='/orders'] button").click();
            assertThat(planner.heading()).containsText("Order");
            planner.page().locator("[popovertarget=cancel-order].danger").click();
            page.locator("#cancel-order button.danger").click();
            planner.button("Undo").click();
            assertThat(page.locator(".notice")).containsText("being made again");
            planner.page().locator("[popovertarget=cancel-order].danger").click();
            page.locator("#cancel-order button.danger").click();
            assertThat(planner.button("Undo")).isVisible();
            planner.open("/orders?view=CANCELLED&q=second");
            assertThat(page.locator("main")).containsText("spare.stl");
        }
    }

    @Test
    void aSpoolIsReceivedAndWeighedWithAScanner(DemoInBrowser demo) {
        String lot = "SPOOL-" + System.nanoTime();
        try (Visitor operator = demo.visitor(Look.TABLET, Role.OPERATOR).open("/materials")) {
            Page page = operator.page();
            operator.link("Receive").first().click();
            page.locator("label.choice", new Page.LocatorOptions().setHasText("PLA"))
                    .first()
                    .click();
            page.getByLabel("Filament on it in grams").fill("1e9");
            page.locator("#lot").fill(lot);
            page.keyboard().press("Enter");
            assertThat(page.locator("#receive .wrong")).containsText("1e9");
            assertThat(page.locator("#lot")).hasValue(lot);
            page.getByLabel("Filament on it in grams").fill("750");
            page.locator("#lot").press("Enter");
            assertThat(page.locator(".notice")).containsText(lot);
            page.locator("#lot").fill(lot);
            page.getByLabel("Filament on it in grams").fill("750");
            page.locator("#lot").press("Enter");
            assertThat(page.locator("#receive .wrong")).containsText(lot);
            operator.picture("receive");

            operator.open("/materials/weigh");
            assertThat(page.locator("#scan")).isFocused();
            page.keyboard().type(lot);
            page.keyboard().press("Enter");
            assertThat(page.locator("#grossG")).isFocused();
            page.locator("#grossG").fill("690");
            page.locator("#tareG").fill("190");
            page.keyboard().press("Enter");
            assertThat(page.locator(".notice")).containsText("500");
            operator.picture("weigh");
            operator.assertSound();

            operator.open("/search?q=" + lot);
            page.locator("main a", new Page.LocatorOptions().setHasText(lot))
                    .first()
                    .click();
            assertThat(page.locator("table.rows tr")).hasCount(3);
            assertThat(page.locator("main")).containsText("500");
        }
    }

    @Test
    void aControlChartHasItsLimitsAndItsMovingRanges(DemoInBrowser demo) {
        Unit unit = measured(demo);
        try (Visitor lead = demo.visitor(Look.DESK, Role.QUALITY).open("/quality/units/" + unit.serial())) {
            Page page = lead.page();
            assertThat(page.locator("figure[id^='chart-'] canvas").first()).isVisible();
            assertThat(page.locator("figure[id^='ranges-'] canvas").first()).isVisible();
            String option = page.locator("figure[id^='chart-'] script").first().textContent();
            assertThat(option).contains("dashed");
            lead.picture("unit");
            lead.assertSound();
        }
    }

    @Test
    void whatIsWrongWithAUnitIsSaidInThreeTapsAndDecided(DemoInBrowser demo) {
        Unit unit = packed(demo, false);
        try (Visitor lead = demo.visitor(Look.PHONE, Role.QUALITY).open("/quality/units/" + unit.serial())) {
            Page page = lead.page();
            lead.button("Something is wrong").click();
            page.locator("#sight .sights button").first().click();
            assertThat(lead.heading()).containsText("NC-");
            lead.picture("nonconformance");
            lead.assertSound();
            page.getByLabel("Use as is").check();
            page.locator("#reason").fill("Only the label was scratched");
            lead.button("Decide").click();
            assertThat(page.locator("main")).containsText("Only the label was scratched");
        }
    }

    @Test
    void aPassportShowsItsPartIn3dOnAPhone(DemoInBrowser demo) {
        try (Visitor anybody = demo.visitor(Look.PHONE)) {
            anybody.open("/passport/21/" + packed(demo, true).serial());
            anybody.page().locator("#model.is-shown").waitFor();
            assertThat(anybody.page().locator("main")).containsText("As its maker signed it");
            anybody.picture("passport-solid");
            anybody.assertSound();
            anybody.open("/passport/21/" + packed(demo, false).serial());
            assertThat(anybody.page().locator("img.portrait")).isVisible();
            anybody.page().locator("#words").fill("The edge is sharp.");
            anybody.button("Send").click();
            assertThat(anybody.page().locator("#report")).containsText("✓");
        }
    }

    @Test
    void somebodyIsInvitedAndComesIn(DemoInBrowser demo) {
        try (Visitor owner = demo.visitor(Look.DESK, Role.OWNER).open("/accounts");
                Visitor invited = demo.visitor(Look.PHONE)) {
            Page page = owner.page();
            page.locator("#name").fill("Zoë Ünal 🦊");
            page.locator("form[action='/accounts/invitations'] input[value=OPERATOR]")
                    .check();
            owner.button("Make a link").click();
            String link = page.locator(".once code").textContent();
            assertThat(page.locator(".once")).isFocused();
            assertThat(page.locator("#name")).hasValue("");
            owner.picture("accounts-invited");

            invited.open(URI.create(link).getPath());
            invited.picture("invitation");
            invited.assertSound();
            invited.page().locator("input[name=login]").fill("zoe-" + System.nanoTime());
            invited.page().locator("input[name=password]").fill("a long enough password");
            invited.page().locator("main form button").first().click();
            assertThat(invited.page().locator(".rail a[href='/floor']")).isVisible();
            invited.open("/settings");
            assertThat(invited.page().locator("[data-problem]")).isVisible();
        }
    }

    @Test
    void aTokenIsShownOnceAndOpensTheApi(DemoInBrowser demo) throws Exception {
        try (Visitor owner = demo.visitor(Look.DESK, Role.OWNER).open("/account");
                HttpClient http = HttpClient.newHttpClient()) {
            Page page = owner.page();
            page.locator("#token-name").fill("shop robot");
            page.locator("form[action='/account/tokens'] input[value=PLANNER]").check();
            owner.button("Make a token").click();
            String token = page.locator(".once code").textContent();
            owner.picture("account-token");
            owner.assertSound();
            var request = HttpRequest.newBuilder(URI.create(demo.address() + "/api/v1/orders"))
                    .header("Authorization", "Bearer " + token);
            assertThat(http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            page.reload();
            assertThat(page.locator("main")).not().containsText(token);
            owner.button("Revoke").first().click();
            assertThat(page.locator("main")).not().containsText("shop robot");
            assertThat(http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aWebhookTellsOfAQuoteAndOfWhatIsSentAndIsReplayed(DemoInBrowser demo) throws IOException {
        var knocks = new AtomicInteger();
        HttpServer shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/", exchange -> {
            knocks.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        shop.start();
        List<Order> orders = demo.get(Orders.class).listOrders(factory(demo));
        try (Visitor owner = demo.visitor(Look.DESK, Role.OWNER).open("/webhooks")) {
            Page page = owner.page();
            page.locator("#address")
                    .fill("http://localhost:" + shop.getAddress().getPort() + "/millwright");
            page.locator("input[name=types]").all().forEach(Locator::check);
            page.locator("form[action='/webhooks'] button").click();
            assertThat(page.locator(".once code")).isVisible();
            press(owner, orders.getFirst(), "again");
            page.waitForCondition(() -> sent(demo) && knocks.get() > 0);
            // Which order is complete by now, and whether any is, depends on the day of the week.
            orders.stream()
                    .filter(order -> order.state() == OrderState.COMPLETE)
                    .findFirst()
                    .ifPresent(complete -> {
                        int before = knocks.get();
                        press(owner, complete, "ship");
                        page.waitForCondition(() -> sent(demo) && knocks.get() > before);
                    });
            owner.open("/webhooks");
            int before = knocks.get();
            owner.button("Send again").first().click();
            page.waitForCondition(() -> sent(demo) && knocks.get() > before);
            owner.picture("webhooks");
            owner.assertSound();
            owner.button("Remove").first().click();
            assertThat(page.locator("main")).not().containsText("/millwright");
        } finally {
            shop.stop(0);
        }
    }

    @Test
    void anythingIsFoundFromAnywhereAndAScannedCodeOpensIt(DemoInBrowser demo) {
        Unit unit = packed(demo, true);
        try (Visitor owner = demo.visitor(Look.DESK, Role.OWNER).open("/board")) {
            Page page = owner.page();
            page.keyboard().press("Control+k");
            assertThat(page.locator("#search-field")).isFocused();
            page.keyboard().type(unit.serial());
            assertThat(page.locator("#search-hits a").first()).containsText(unit.serial());
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*#unit-" + unit.serial()));
            page.waitForLoadState();
            page.keyboard().press("Control+k");
            assertThat(page.locator("#search-field")).isFocused();
            page.keyboard().type("zzzz-nothing");
            assertThat(page.locator("#search-hits")).containsText("zzzz-nothing");
            owner.picture("search-nothing");
            page.keyboard().press("Escape");
            owner.open("/tasks");
            assertThat(page.locator("#scan")).isFocused();
            page.keyboard().type("nobody-knows-this");
            page.keyboard().press("Enter");
            assertThat(page.locator(".scan .wrong")).containsText("nobody-knows-this");
        }
    }

    @Test
    void timeRunsFasterFromTheTopBar(DemoInBrowser demo) {
        var clock = demo.get(FactoryClock.class);
        try (Visitor planner = demo.visitor(Look.DESK, Role.PLANNER).open("/materials")) {
            planner.page().locator("#time-lapse summary").click();
            planner.page().locator("#time-lapse button[value='60']").click();
            assertThat(planner.page().locator("#time-lapse summary")).containsText("60");
            assertThat(planner.page()).hasURL(Pattern.compile(".*/materials$"));
            assertThat(clock.speed()).isEqualTo(60);
        } finally {
            clock.setSpeed(1);
        }
    }

    /** Sends what is due, as the loop does that stands still in tests. */
    private static void press(Visitor owner, Order order, String way) {
        owner.open("/orders/" + order.id());
        owner.page()
                .locator("form[action='/orders/" + order.id() + "/" + way + "'] button")
                .first()
                .click();
    }

    private static boolean sent(DemoInBrowser demo) {
        try {
            demo.get(Sender.class).round();
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static FactoryId factory(DemoInBrowser demo) {
        return demo.get(Factories.class).listFactories().getFirst().id();
    }

    private static Unit packed(DemoInBrowser demo, boolean printed) {
        return unit(demo, printed ? "printing" : "cutting");
    }

    private static Unit measured(DemoInBrowser demo) {
        return unit(demo, "cutting");
    }

    private static Unit unit(DemoInBrowser demo, String process) {
        WorkOrders workOrders = demo.get(WorkOrders.class);
        return workOrders.listWorkOrders(factory(demo)).stream()
                .filter(order -> order.process().equals(process))
                .map(WorkOrder::id)
                .flatMap(order -> workOrders.listUnits(order).stream())
                .filter(unit -> unit.state() == UnitState.PACKED)
                .findFirst()
                .orElseThrow();
    }
}
