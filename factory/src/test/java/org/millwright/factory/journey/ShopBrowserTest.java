package org.millwright.factory.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.testing.browser.DemoInBrowser;
import org.millwright.factory.testing.browser.Look;
import org.millwright.factory.testing.browser.Visitor;

/** A new buyer in the shop, in a real browser: files right and wrong, the viewer, choices, products, and second thoughts. */
@Tag("browser")
class ShopBrowserTest {
    @TempDir
    static Path data;

    private static DemoInBrowser demo;

    private Visitor visitor;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoInBrowser.start(data, 1);
    }

    @AfterAll
    static void stop() {
        if (demo != null) {
            demo.close();
        }
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void aPartIsLookedAtAndPricedWhileItIsChosenAndOneClickTooManyOrdersNothingTwice() {
        visitor = demo.visitor(Look.DESK);
        Page page = visitor.page();
        visitor.open("/shop");
        visitor.picture("shop");
        visitor.assertSound();
        button("Try it Sample tray").click();
        page.locator("#model.is-shown").waitFor();
        assertThat(page.locator("#model .size")).hasCount(3);
        assertThat(page.locator("#findings")).containsText("A wall is only 0.7 mm thick");
        page.locator("#model [data-heat]").click();
        page.locator("#model .legend:not([hidden])").waitFor();
        page.locator("#finding-0").hover();
        assertThat(page.locator("#model button.pin.on")).hasCount(1);
        visitor.picture("shop-design");
        visitor.assertSound();

        page.getByLabel("How many?").fill("25");
        assertThat(page.locator("#summary")).containsText("for 25");
        page.locator("#ways .way").nth(1).click();
        assertThat(page.locator("#ways .way").nth(1).locator("input")).isChecked();
        assertThat(page).hasURL(Pattern.compile(".*quantity=25.*"));
        page.goBack();
        assertThat(page.locator("#ways .way").first().locator("input")).isChecked();
        for (String nonsense : new String[] {"0", "-3", "1e9", "viele 🙂", "10001"}) {
            page.getByLabel("How many?").fill(nonsense);
            assertThat(page.locator("#quantity-wrong")).containsText("whole number");
            assertThat(page.getByLabel("How many?")).hasValue(nonsense);
        }
        page.getByLabel("How many?").fill("3");
        assertThat(page.locator("#summary")).containsText("for 3");
        page.locator("#why-price").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        page.locator("#order button").click();
        assertThat(visitor.heading()).containsText("Quote");
        visitor.picture("shop-quote");
        visitor.assertSound();
        page.getByLabel("Name").fill("Žofie שלום 🙂");
        page.locator("form[action='/orders'] button").dblclick();
        assertThat(visitor.heading()).containsText("Order");
        assertThat(page.locator("main")).containsText("Žofie שלום 🙂");
    }

    @Test
    void theUnitIsAskedWithTheSizesItWouldGive() {
        visitor = demo.visitor(Look.PHONE);
        Page page = visitor.page();
        visitor.open("/shop");
        page.getByLabel("File").setInputFiles(Visitor.file("عجلة 🙂.stl", TestParts.box(2, 1.5, 0.5)));
        assertThat(visitor.heading()).hasText("عجلة 🙂.stl");
        assertThat(button("inches")).containsText("50.8 × 38.1 × 12.7 mm");
        button("inches").click();
        assertThat(page.locator("#sizes")).containsText("50.8 × 38.1 × 12.7 mm");
        page.locator("#model.is-shown").waitFor();
        visitor.picture("shop-design");
        visitor.assertSound();
    }

    @Test
    void aPartInObjIsTakenAndPricedLikeAnyOther() {
        visitor = demo.visitor(Look.DESK);
        Page page = visitor.page();
        visitor.open("/shop");
        page.getByLabel("File").setInputFiles(Visitor.file("wedge.obj", """
                v 0 0 0
                v 40 0 0
                v 0 30 0
                v 0 0 20
                f 1 3 2
                f 1 2 4
                f 2 3 4
                f 3 1 4
                """));
        assertThat(visitor.heading()).hasText("wedge.obj");
        button("millimetres").click();
        page.locator("#model.is-shown").waitFor();
        assertThat(page.locator("#ways .way").first()).isVisible();
        assertThat(page.locator("#summary")).containsText("for 1");
        visitor.assertSound();
    }

    @Test
    void aWrongFileIsRefusedBesideItsFieldWithoutBeingSent() {
        visitor = demo.visitor(Look.DESK);
        Page page = visitor.page();
        visitor.open("/shop");
        page.getByLabel("File").setInputFiles(Visitor.file("holiday.jpg", "not a part"));
        assertThat(page.locator("#upload-wrong")).containsText("holiday.jpg is of a kind we cannot read");
        page.getByLabel("File").setInputFiles(Visitor.file("notes.stl", "Dear workshop"));
        assertThat(page.locator("#upload-wrong")).containsText("notes.stl");
        assertThat(visitor.heading()).hasText("What should we make?");
    }

    @Test
    void aNameTagChangesWhileItIsTypedAndSaysWhichLettersItLacks() {
        visitor = demo.visitor(Look.DESK.inTheDark());
        Page page = visitor.page();
        visitor.open("/catalog/name-tag");
        page.locator("#model.is-shown").waitFor();
        page.getByLabel("Text").fill("Žofie");
        assertThat(page.locator("#made")).containsText("mm");
        visitor.assertSound();
        page.getByLabel("Text").fill("Ada 🙂");
        assertThat(page.locator("#text-wrong")).containsText("SLIGHTLY SMILING FACE");
        page.getByLabel("Thickness of the plate").fill("nonsense");
        assertThat(page.locator("#plateMm-wrong")).containsText("A number");
        assertThat(page.locator("#text-wrong")).containsText("SLIGHTLY SMILING FACE");
        assertThat(button("See price and date")).isDisabled();
        page.getByLabel("Thickness of the plate").fill("3");
        page.getByLabel("Text").fill("Grüße");
        assertThat(button("See price and date")).isEnabled();
        button("See price and date").click();
        assertThat(visitor.heading()).containsText("name tag Grüße");
        assertThat(page.locator("#summary")).containsText("Order");
    }

    @Test
    void anExpiredQuoteIsQuotedAnewWithAllThatWasChosen() {
        visitor = demo.visitor(Look.DESK);
        Page page = visitor.page();
        visitor.open("/shop");
        button("Try it Sample plate").click();
        page.getByLabel("How many?").fill("4");
        assertThat(page.locator("#summary")).containsText("for 4");
        page.locator("#order button").click();
        assertThat(visitor.heading()).containsText("Quote");
        var clock = demo.get(FactoryClock.class);
        clock.leapTo(clock.instant().plus(Duration.ofDays(30)));
        page.reload();
        assertThat(page.locator("main")).containsText("This quote was good until");
        visitor.assertSound();
        button("Quote it anew").click();
        assertThat(page.locator("main")).containsText("version 2");
        assertThat(page.getByLabel("Name")).isVisible();
    }

    @Test
    void aParcelIsPricedAndDatedBeforeItIsOrderedAndAskedForAgain() {
        visitor = demo.visitor(Look.DESK, Role.BUYER);
        Page page = visitor.page();
        visitor.open("/shop");
        button("Try it Sample plate").click();
        assertThat(page.locator("#summary")).containsText("for 1");
        page.locator("#order button").click();
        assertThat(visitor.heading()).containsText("Quote");
        Locator order = page.locator("form.checkout button");
        String pickedUp = order.textContent();
        page.locator("form.checkout label.choice").filter(saying("Sent")).click();
        assertThat(order).not().hasText(pickedUp);
        String sent = order.textContent();
        assertThat(page.locator("form.checkout")).containsText("arrives");
        visitor.picture("shop-delivery");
        visitor.assertSound();
        page.getByLabel("Name").fill("Far Away");
        order.click();
        assertThat(visitor.heading()).containsText("Order");
        assertThat(page.locator("main")).containsText("of it for sending");
        assertThat(page.locator("main")).containsText("Arrives");
        button("Order again").click();
        assertThat(visitor.heading()).containsText("Quote");
        assertThat(page.locator("form.checkout input[value=SEND]")).isChecked();
        assertThat(order).hasText(sent);
    }

    @Test
    void aBoxBecomesADrawingOfItsPanels() {
        visitor = demo.visitor(Look.DESK);
        Page page = visitor.page();
        visitor.open("/catalog/box");
        page.locator("#model.is-shown").waitFor();
        visitor.picture("shop-box");
        visitor.assertSound();
        button("See price and date").click();
        assertThat(visitor.heading()).containsText("box 140 x 90 x 60");
        assertThat(page.locator("svg.sheet")).isVisible();
        visitor.assertSound();
    }

    private static Locator.FilterOptions saying(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    private Locator button(String name) {
        return visitor.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
