package org.millwright.factory.planning.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.planning.board.Pin;
import org.millwright.factory.planning.board.Plans;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.testing.browser.DemoInBrowser;
import org.millwright.factory.testing.browser.Look;
import org.millwright.factory.testing.browser.Visitor;

/** A planner at the board of the demo, in a real browser; time hardly moves, so bars stay where they are. */
@Tag("browser")
class BoardBrowserTest {
    private static final String FREE_BARS = ".gantt .bar:not(.setup):not(.hands):not(.running):not(.over)";

    @TempDir
    static Path data;

    private static DemoInBrowser demo;

    @BeforeAll
    static void startDemo() throws IOException {
        demo = DemoInBrowser.start(data, 1);
        try (Visitor planner = demo.visitor(Look.DESK, Role.PLANNER).open("/board?zoom=shift")) {
            planner.page().locator(".gantt .bar").first().waitFor(new Locator.WaitForOptions().setTimeout(60_000));
            demo.awaitWork(planner);
        }
        UnbegunOrders.plan(demo, factory(), "T-", 3, 4, due -> due.plus(Duration.ofDays(2)));
    }

    @AfterAll
    static void stopDemo() {
        if (demo != null) {
            demo.close();
        }
    }

    @Test
    void aBarIsDraggedWithTheMouseAndPutBack() {
        try (Visitor planner = planner(Look.DESK)) {
            Locator bar = freeBar(planner);
            BoundingBox from = bar.boundingBox();
            Page page = planner.page();
            page.mouse().move(from.x + from.width / 2, from.y + from.height / 2);
            page.mouse().down();
            page.mouse().move(from.x + from.width / 2 + 90, from.y + from.height / 2, steps());
            assertThat(page.locator(".gantt .note")).containsText("late");
            page.mouse().up();

            assertThat(page.locator(".toast")).containsText("moved to");
            assertThat(pins()).hasSize(1);
            page.locator(".toast button").click();
            assertThat(page.locator(".gantt .pin")).hasCount(0);
            page.waitForCondition(() -> pins().isEmpty());
            assertThat(planner.complaints()).isEmpty();
        }
    }

    @Test
    void aBoardThatHadHardlyAnyRoomIsWholeWhenThereIsRoomAgain() {
        try (Visitor planner = planner(Look.DESK)) {
            freeBar(planner);
            Page page = planner.page();
            page.evaluate("() => { document.querySelector('#gantt').style.width = '54px'; }");
            page.evaluate("() => new Promise(seen => requestAnimationFrame(() =>"
                    + " requestAnimationFrame(() => requestAnimationFrame(seen))))");
            page.evaluate("() => { document.querySelector('#gantt').style.width = ''; }");

            assertThat(page.locator(".gantt .bar").first()).isVisible();
            planner.assertSound();
        }
    }

    @Test
    void aBarIsMovedWithTheKeyboardAlone() {
        try (Visitor planner = planner(Look.DESK)) {
            Page page = planner.page();
            freeBar(planner).click();
            page.keyboard().press("Escape");
            page.locator("#gantt").focus();
            page.keyboard().press("m");
            for (int i = 0; i < 6; i++) {
                page.keyboard().press("ArrowRight");
            }
            assertThat(page.locator("#board-says")).containsText(":");
            page.keyboard().press("Escape");
            assertThat(page.locator("#board-says")).containsText("stays where it was");
            assertThat(pins()).isEmpty();

            page.keyboard().press("m");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Enter");
            assertThat(page.locator(".toast")).containsText("moved to");
            Pin pin = pins().getFirst();
            demo.get(Plans.class).unpin(factory(), pin.bar(), Actor.system());
        }
    }

    @Test
    void twoPlannersWhoDragTheSameBarLoseNothing() {
        try (Visitor one = planner(Look.DESK);
                Visitor other = planner(Look.DESK)) {
            Locator mine = freeBar(one);
            Locator theirs = freeBar(other);
            BoundingBox place = theirs.boundingBox();
            Page page = other.page();
            page.mouse().move(place.x + place.width / 2, place.y + place.height / 2);
            page.mouse().down();
            page.mouse().move(place.x + place.width / 2 + 40, place.y + place.height / 2, steps());

            drag(one, mine, 120);
            assertThat(one.page().locator(".toast")).containsText("moved to");
            page.mouse().up();

            assertThat(page.locator(".toast")).containsText("stands somewhere else by now");
            assertThat(pins()).hasSize(1);
            demo.get(Plans.class).unpin(factory(), pins().getFirst().bar(), Actor.system());
        }
    }

    @Test
    void aBreakdownAndItsNewPlanAreSeenInASecondWindow() {
        try (Visitor planner = planner(Look.DESK);
                Visitor operator = demo.visitor(Look.TABLET, Role.OPERATOR)) {
            freeBar(planner);
            Machine machine = demo.get(Factories.class).listMachines(factory()).getLast();
            operator.open("/floor/machines/" + machine.id());
            operator.page().locator("#down-reason").fill("belt torn");
            operator.page().locator("#down-hours").fill("5");
            operator.button("Mark as down").click();

            assertThat(planner.page().locator(".gantt .down").first()).isVisible();
            operator.button("Back in work").click();
            assertThat(planner.page().locator(".gantt .down")).hasCount(0);
        }
    }

    /** Every printer but one goes down for days: what was on them moves, and a planner reads why in their language. */
    @Test
    void afterABreakdownThePlannerSeesWhatMovedWhatItCostsAndWhy() {
        try (Visitor planner = planner(Look.DESK)) {
            List<Machine> printers = demo.get(Factories.class).listMachines(factory()).stream()
                    .filter(machine -> machine.name().contains("rinter"))
                    .toList();
            Instant back = demo.get(FactoryClock.class).instant().plus(Duration.ofDays(9));
            for (Machine printer : printers.subList(0, printers.size() - 1)) {
                demo.get(Factories.class).markDown(printer.id(), "belt torn", back, Actor.system());
            }
            Locator replan = planner.page()
                    .locator(".replan")
                    .filter(new Locator.FilterOptions().setHasText("a machine went down"))
                    .first();
            assertThat(replan).isVisible();
            for (Look look : List.of(
                    Look.DESK,
                    new Look(1280, 1, true, "de-DE"),
                    Look.PHONE,
                    new Look(390, 1, true, "en-GB"),
                    Look.PHONE.in("de-DE"),
                    Look.PHONE.in("de-DE").inTheDark())) {
                try (Visitor reader = planner(look)) {
                    reader.page().locator(".replan").first().waitFor();
                    reader.page().evaluate("document.querySelectorAll('.replan').forEach(it => it.open = true)");
                    Locator rows = reader.page().locator(".replan .moves tbody tr");
                    assertThat(rows.first()).isVisible();
                    assertThat(reader.page()
                                    .locator(".replan .shift svg rect.is")
                                    .first())
                            .isAttached();
                    assertThat(reader.page()
                                    .locator(".why-moved")
                                    .filter(new Locator.FilterOptions()
                                            .setHasText(
                                                    look.language().startsWith("de")
                                                            ? "geschlossen oder ausgefallen"
                                                            : "closed or down"))
                                    .first())
                            .isAttached();
                    reader.picture("board-replan");
                    reader.assertSound();
                }
            }
            printers.forEach(printer -> demo.get(Factories.class).markUp(printer.id(), Actor.system()));
        }
    }

    @Test
    void aCopyOfThePlanIsTriedAndAdopted() {
        try (Visitor planner = planner(Look.DESK)) {
            freeBar(planner);
            planner.page()
                    .waitForResponse(
                            response -> response.url().contains("/board/data?whatif"),
                            () -> planner.button("What if…").click());
            assertThat(planner.page().locator(".whatif")).containsText("A copy of the plan");
            planner.page().locator("[data-zoom='shift']").click();
            drag(planner, freeBar(planner), 100);
            assertThat(planner.page().locator(".wishes li")).hasCount(1);
            assertThat(planner.page().locator(".gantt .ghost").first()).isVisible();
            planner.picture("board-what-if");
            planner.assertSound();
            assertThat(pins()).isEmpty();

            planner.button("Adopt").click();
            assertThat(planner.page().locator(".whatif")).hasCount(0);
            assertThat(pins()).hasSize(1);
            demo.get(Plans.class).unpin(factory(), pins().getFirst().bar(), Actor.system());
        }
    }

    @Test
    void theDrawerSaysWhyABarStandsWhereItDoes() {
        try (Visitor planner = planner(Look.DESK)) {
            freeBar(planner).click();
            assertThat(planner.page().locator("#drawer")).containsText("Why here, why now");
            planner.assertSound();
        }
    }

    @Test
    void theBoardIsSoundOnEveryScreen() {
        for (Look look : List.of(Look.PHONE, Look.TABLET, Look.DESK, Look.DESK.inTheDark())) {
            try (Visitor planner = planner(look)) {
                planner.picture("board");
                planner.assertSound();
                planner.open("/board/table");
                assertThat(planner.heading()).isVisible();
                planner.assertSound();
            }
        }
    }

    private static Visitor planner(Look look) {
        Visitor planner = demo.visitor(look, Role.PLANNER).open("/board?zoom=shift");
        planner.page()
                .locator(FREE_BARS)
                .first()
                .waitFor(new Locator.WaitForOptions().setTimeout(60_000).setState(WaitForSelectorState.ATTACHED));
        return planner;
    }

    /** The last one that nobody has begun. */
    private static Locator freeBar(Visitor planner) {
        Page page = planner.page();
        page.locator("[data-pan='0']").click();
        Locator bar = page.locator(FREE_BARS).last();
        bar.waitFor();
        return bar;
    }

    private static void drag(Visitor planner, Locator bar, double byPx) {
        List<Double> middle = middle(bar);
        Page page = planner.page();
        page.mouse().move(middle.get(0), middle.get(1));
        page.mouse().down();
        page.mouse().move(middle.get(0) + byPx, middle.get(1), steps());
        page.mouse().up();
    }

    /** Scrolled to and measured in one go, once it stands still: the board may be drawn anew between two questions. */
    private static List<Double> middle(Locator bar) {
        for (int look = 0; look < 50; look++) {
            Object box = bar.evaluate("""
                    async (bar) => {
                      const frame = () => new Promise(requestAnimationFrame);
                      const {top, bottom} = bar.getBoundingClientRect();
                      if (top < 0 || bottom > innerHeight) {
                        scrollBy({top: top - innerHeight / 2, behavior: "instant"});
                        await frame();
                      }
                      const before = bar.getBoundingClientRect();
                      await frame();
                      await frame();
                      const {x, y, width, height} = bar.getBoundingClientRect();
                      const still = bar.isConnected && x === before.x && y === before.y && width === before.width;
                      return [x + width / 2, y + height / 2, still ? width : 0];
                    }""");
            if (box instanceof List<?> numbers && number(numbers.get(2)) > 0) {
                return List.of(number(numbers.get(0)), number(numbers.get(1)));
            }
        }
        throw new AssertionError("The bar never stands still for long enough to be measured.");
    }

    private static double number(Object number) {
        return ((Number) number).doubleValue();
    }

    private static Mouse.MoveOptions steps() {
        return new Mouse.MoveOptions().setSteps(6);
    }

    private static List<Pin> pins() {
        return demo.get(Plans.class).listPins(factory());
    }

    private static FactoryId factory() {
        return demo.get(Factories.class).listFactories().getFirst().id();
    }
}
