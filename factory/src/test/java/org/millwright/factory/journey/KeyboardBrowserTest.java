package org.millwright.factory.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.factory.demo.DemoFactory;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.Designs;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.facility.Person;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.facility.hours.WeeklyHours;
import org.millwright.factory.ordering.Customer;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderState;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.quoting.QuoteRequest;
import org.millwright.factory.quoting.Quotes;
import org.millwright.factory.testing.browser.DemoInBrowser;
import org.millwright.factory.testing.browser.Keyboard;
import org.millwright.factory.testing.browser.Look;
import org.millwright.factory.testing.browser.Visitor;
import org.millwright.geometry.LengthUnit;

/** A buyer and an operator who have no mouse: Tab, Enter, the space bar and typing are enough. */
@Tag("browser")
class KeyboardBrowserTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int MOST_TASKS = 20;
    private static final Actor BUYER = new Actor("buyer", "buyer", false);

    @TempDir
    static Path data;

    private static DemoInBrowser demo;
    private static Factory factory;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoInBrowser.start(data, 300, "--millwright.demo=false");
        factory = demo.get(DemoFactory.class).getOrSetUp();
        demo.get(FactoryClock.class).leapTo(nextMondayMorning());
    }

    /** The beginning of a shift, so that nobody goes home while there is work. */
    private static Instant nextMondayMorning() {
        return demo.get(FactoryClock.class)
                .instant()
                .atZone(factory.zone())
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .with(LocalTime.of(8, 0))
                .toInstant();
    }

    @AfterAll
    static void stop() {
        if (demo != null) {
            demo.close();
        }
    }

    @Test
    void aBuyerGoesFromFileToTrackingLink() {
        try (Visitor visitor = demo.visitor(Look.DESK).open("/shop")) {
            Page page = visitor.page();
            var keys = new Keyboard(page);
            keys.press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            keys.press("Enter");
            FileChooser chooser = page.waitForFileChooser(
                    () -> keys.tabTo(page.getByLabel("File")).press("Enter"));
            chooser.setFiles(Visitor.file("lid.stl", TestParts.box(24, 16, 3)));
            assertThat(visitor.heading()).hasText("lid.stl");

            keys.tabTo(visitor.button("millimetres")).press("Enter");
            assertThat(page.locator(".head")).containsText("24 × 16 × 3 mm");
            keys.tabTo(page.locator("#ways input[name=choice]")).press("ArrowDown");
            assertThat(page.locator("#ways .way").nth(1).locator("input")).isChecked();
            keys.tabTo(page.getByLabel("How many?")).type("3");
            assertThat(page.locator("#summary")).containsText("for 3");
            assertThat(keys.focused()).as("the focus stays in the field").contains("quantity");
            keys.tabTo(page.locator("#order button")).press("Enter");

            assertThat(visitor.heading()).containsText("Quote");
            keys.tabTo(page.locator("#why summary")).press("Enter");
            assertThat(page.locator("#why")).containsText("Machine time");
            keys.tabTo(page.getByLabel("Name"))
                    .press("Control+a")
                    .press("Delete")
                    .press("Enter");
            assertThat(page.getByLabel("Name")).isFocused();
            keys.type("No Mouse").press("Enter");
            assertThat(visitor.heading()).containsText("Order");
            assertThat(page.url()).contains("/track/");

            keys.tabTo(page.locator("#words")).type("Please pack them flat.");
            keys.tabTo(visitor.button("Send")).press("Enter");
            assertThat(page.locator("#messages .talk")).containsText("Please pack them flat.");
            visitor.picture("keyboard-tracking");
            visitor.assertSound();
        }
    }

    @Test
    void anOperatorTakesAnOrderFromTheFirstTaskToItsParcel() {
        Order order = order();
        Person trained = person("Keyboard", Set.of("printing", "finishing", "packing", "inspection"));
        Person untrained = person("Trainee", Set.of());
        try (Visitor visitor =
                demo.visitor(Look.TABLET, untrained.id().value(), Role.OPERATOR).open("/tasks")) {
            var keys = new Keyboard(visitor.page());
            openFirstTask(visitor, keys);
            keys.tabTo(startButton(visitor)).press("Enter");
            assertThat(visitor.page().locator(".refused")).containsText("cannot be started yet");
            assertThat(keys.focused()).as("the refusal has the focus").isNotNull();
            assertThat(visitor.page().locator(".conditions")).containsText("has not the skill");
        }
        try (Visitor visitor = demo.visitor(Look.TABLET, trained.id().value(), Role.OPERATOR, Role.QUALITY)
                .open("/tasks")) {
            var keys = new Keyboard(visitor.page());
            startAndGiveBack(visitor, keys);
            int done = 0;
            while (hasNextTask(visitor, order)) {
                assertThat(++done).as("tasks done").isLessThan(MOST_TASKS);
                doNextTask(visitor, keys);
            }
            visitor.open("/orders/" + order.id());
            assertThat(visitor.page().locator("a[href^='/passport/']")).hasCount(2);
        }
    }

    /** Looks at the list until there is something to do, or nothing will come any more. */
    private static boolean hasNextTask(Visitor visitor, Order order) {
        visitor.open("/tasks");
        Locator tasks = visitor.page().locator(".task-list a");
        visitor.page()
                .waitForCondition(
                        () -> tasks.count() > 0 || !accepted(order),
                        new Page.WaitForConditionOptions().setTimeout(PATIENCE.toMillis()));
        return accepted(order);
    }

    private static boolean accepted(Order order) {
        return demo.get(Orders.class).getOrder(order.id()).state() == OrderState.ACCEPTED;
    }

    private static void openFirstTask(Visitor visitor, Keyboard keys) {
        Locator first = visitor.page().locator(".task-list a").first();
        first.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE.toMillis()));
        keys.tabTo(first).press("Enter");
        visitor.page().locator(".task-page").waitFor();
        Locator scan = visitor.page().locator("#scan");
        if (scan.count() == 0) {
            // The plan has changed, and with it what is to be done.
            visitor.open("/tasks");
            openFirstTask(visitor, keys);
            return;
        }
        assertThat(scan).isFocused();
    }

    private static void startAndGiveBack(Visitor visitor, Keyboard keys) {
        openFirstTask(visitor, keys);
        keys.tabTo(startButton(visitor)).press("Enter");
        keys.tabTo(visitor.button("Undo the start")).press("Enter");
        assertThat(startButton(visitor)).isVisible();
        visitor.picture("task");
        visitor.assertSound();
    }

    private static Locator startButton(Visitor visitor) {
        return visitor.page().locator("form[action$='/start'] button");
    }

    private static void doNextTask(Visitor visitor, Keyboard keys) {
        Page page = visitor.page();
        openFirstTask(visitor, keys);
        if (startButton(visitor).count() > 0) {
            keys.tabTo(startButton(visitor)).press("Enter");
        }
        Locator work = page.locator("form.finish button.big, a.button.big[href='/quality']");
        work.first().waitFor();
        visitor.picture("task-started");
        if (page.locator("a.button.big[href='/quality']").count() > 0) {
            inspect(visitor, keys);
            return;
        }
        Locator empty = page.locator("form.finish input[type=checkbox]");
        if (empty.count() > 0) {
            keys.tabTo(empty).press("Space");
        }
        keys.tabTo(page.locator("form.finish button.big")).press("Enter");
        assertThat(page.locator(".done-note")).isVisible();
    }

    private static void inspect(Visitor visitor, Keyboard keys) {
        Page page = visitor.page();
        keys.tabTo(page.locator("a.button.big[href='/quality']")).press("Enter");
        page.waitForURL("**/quality");
        // Units of others wait here too.
        Locator next = page.locator("section.batch a.button[href^='/quality/units/']");
        while (next.count() > 0) {
            keys.tabTo(next).press("Enter");
            page.locator("#measure").waitFor();
            for (Locator characteristic :
                    page.locator("fieldset.characteristic").all()) {
                String nominal = characteristic.getAttribute("data-nominal");
                if (nominal == null) {
                    keys.tabTo(characteristic.locator("input[type=radio]")).press("Space");
                } else {
                    keys.tabTo(characteristic.locator("input")).type(nominal);
                    assertThat(characteristic.locator(".verdict")).hasText("Good");
                }
            }
            visitor.picture("measuring");
            keys.tabTo(visitor.button("Record"));
            // What follows is the next unit of the batch, or this one as it was recorded.
            String here = page.url();
            loseTheConnection(page, keys);
            page.waitForURL(url -> !url.equals(here));
            visitor.open("/quality");
        }
    }

    /** Nothing that was typed is lost, not even over a reload, and it is sent by itself when the connection is back. */
    private static void loseTheConnection(Page page, Keyboard keys) {
        String typed = page.locator("#measure input[inputmode=decimal]").first().inputValue();
        page.context().setOffline(true);
        keys.press("Enter");
        assertThat(page.locator("#measure .wrong")).containsText("No connection");
        assertThat(page.locator("#measure input[inputmode=decimal]").first()).hasValue(typed);
        page.context().setOffline(false);
    }

    private static Order order() {
        Design design = demo.get(Designs.class)
                .upload(
                        factory.id(),
                        "key.stl",
                        new ByteArrayInputStream(TestParts.box(14, 9, 3).getBytes(StandardCharsets.US_ASCII)),
                        LengthUnit.MILLIMETRE,
                        BUYER);
        var quote = demo.get(Quotes.class)
                .quote(new QuoteRequest(factory.id(), design.id(), "printing", "pla", 2, Map.of(), BUYER));
        return demo.get(Orders.class).accept(quote.id(), new Customer("Ada", "ada@example.org"), BUYER);
    }

    private static Person person(String name, Set<String> skills) {
        return demo.get(Factories.class)
                .addPerson(
                        new Person(
                                new PersonId(demo.get(Ids.class).next()),
                                factory.id(),
                                name,
                                "operator",
                                skills,
                                WeeklyHours.always(),
                                false),
                        Actor.system());
    }
}
