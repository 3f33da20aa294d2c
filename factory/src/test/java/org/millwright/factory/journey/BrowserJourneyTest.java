package org.millwright.factory.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.testing.browser.DemoInBrowser;
import org.millwright.factory.testing.browser.Look;
import org.millwright.factory.testing.browser.Visitor;

/** What a visitor of the demo does, in a real browser. */
@Tag("browser")
class BrowserJourneyTest {
    private static final int SPEED = 3000;
    private static final double MADE_WITHIN_MS = 120_000;

    @TempDir
    static Path data;

    private static DemoInBrowser demo;

    private Visitor visitor;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoInBrowser.start(data, SPEED);
    }

    @AfterAll
    static void stop() {
        if (demo != null) {
            demo.close();
        }
    }

    @BeforeEach
    void enter() {
        visitor = demo.visitor(Look.DESK, Role.OWNER);
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void aVisitorOrdersAPartAndOpensItsPassport() {
        Page page = visitor.page();
        visitor.open("/shop");
        upload(page, "block.stl", TestParts.box(20, 15, 5));

        assertThat(heading(page)).hasText("block.stl");
        button(page, "millimetres").click();
        assertThat(page.locator(".head")).containsText("20 × 15 × 5 mm");

        page.getByLabel("How many?").fill("2");
        assertThat(page.locator("#summary")).containsText("for 2");
        page.locator("#order button").click();
        assertThat(heading(page)).containsText("Quote");
        page.locator("#why summary").click();
        assertThat(page.locator("#why")).containsText("Machine time");
        page.getByLabel("Name").fill("Visitor");
        page.locator("form[action='/orders'] button").click();

        assertThat(heading(page)).containsText("Order");
        assertThat(page.locator(".tracker")).containsText("2ordered");
        Locator passports = page.locator("a[href^='/passport/']");
        passports.first().waitFor(new Locator.WaitForOptions().setTimeout(MADE_WITHIN_MS));
        assertThat(passports).hasCount(2);
        assertThat(page.locator("#all-happenings .story")).containsText("Passport issued");
        assertThat(page.locator(".story b").allTextContents())
                .as("kinds of entries have words")
                .noneMatch(text -> text.strip().matches("[A-Z][a-z]+([A-Z][a-z]+)+"));

        page.setViewportSize(390, 844);
        passports.first().click();
        assertThat(heading(page)).containsText("block");
        assertThat(page.locator("main")).containsText("As its maker signed it");
        assertThat(visitor.sideways()).as("nothing is cut off on a phone").isFalse();
        assertThat(page.locator("body")).not().hasCSS("background-color", "rgba(0, 0, 0, 0)");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void everySectionFitsOnAPhoneAndComplainsOfNothing() {
        Page page = visitor.page();
        page.setViewportSize(390, 844);
        for (String path : List.of("/shop", "/orders", "/board", "/floor", "/materials", "/quality")) {
            visitor.open(path);
            assertThat(heading(page)).isVisible();
            assertThat(visitor.sideways()).as("%s is wider than a phone", path).isFalse();
        }
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsRefusedInWordsBesideItsField() {
        Page page = visitor.page();
        visitor.open("/shop");
        upload(page, "notes.stl", "Dear workshop, please make something nice.");

        assertThat(page.locator("#upload-wrong")).containsText("notes.stl");
        assertThat(heading(page)).hasText("What should we make?");
        assertThat(button(page, "Upload")).isVisible();
    }

    @Test
    void wordsOfBlanksAreRefusedAndNothingElseThatWasTypedIsLost() {
        Page page = quoted("stick.stl");
        page.getByLabel("Name").fill("   ");
        page.getByLabel("E-mail").fill("someone@example.org");
        page.locator("form[action='/orders'] button").click();

        assertThat(page.locator("#name-wrong")).containsText("the name is empty");
        assertThat(page.getByLabel("E-mail")).hasValue("someone@example.org");
    }

    @Test
    void aFormSentBeforeTheScriptsOfThePageListenWaitsForThem() {
        Page page = quoted("pin.stl");
        List<Route> scripts = new ArrayList<>();
        page.route("**/js/forms.js", scripts::add);
        page.reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.getByLabel("Name").fill("   ");
        page.locator("form[action='/orders'] button").click();
        page.waitForCondition(() -> !scripts.isEmpty());
        scripts.forEach(Route::resume);

        assertThat(page.locator("#name-wrong")).containsText("the name is empty");
    }

    /** The quote of a part, where buyers say who they are. */
    private Page quoted(String name) {
        Page page = visitor.page();
        visitor.open("/shop");
        upload(page, name, TestParts.box(30, 6, 6));
        button(page, "millimetres").click();
        page.locator("#order button").click();
        page.waitForURL("**/quotes/**");
        return page;
    }

    private static void upload(Page page, String name, String content) {
        page.getByLabel("File").setInputFiles(Visitor.file(name, content));
    }

    private static Locator heading(Page page) {
        return page.locator("h1");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
