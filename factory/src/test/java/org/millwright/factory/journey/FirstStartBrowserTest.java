package org.millwright.factory.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.testing.browser.DemoInBrowser;
import org.millwright.factory.testing.browser.Look;
import org.millwright.factory.testing.browser.Visitor;

/** The owner wipes the demo with one click, and sets up a factory of their own in five steps. */
@Tag("browser")
class FirstStartBrowserTest {
    @TempDir
    Path data;

    @Test
    void aDemoIsWipedAndAFactoryOfOnesOwnIsSetUp() throws Exception {
        try (var demo = DemoInBrowser.start(data, 1);
                Visitor owner = demo.visitor(Look.DESK, Role.OWNER)) {
            Page page = owner.page();
            owner.open("/settings/data");
            owner.button("Wipe the demo for good").click();
            assertThat(owner.heading()).hasText("Welcome to Millwright");
            assertThat(demo.get(Factories.class).listFactories()).isEmpty();
            assertThat(demo.get(Journal.class).verify().firstBroken()).isNull();
            owner.picture("first-start");
            owner.assertSound();

            owner.link("Begin").click();
            assertThat(page.locator("#zone")).not().hasValue("");
            page.locator("#name").fill("Żółw & Söhne 🐢");
            page.locator("#city").fill("Kraków");
            page.locator("#country").selectOption("POL");
            assertThat(page.locator("#currency")).hasValue("PLN");
            page.locator("#zone").fill("Mars/Base");
            owner.button("Next").click();
            assertThat(page.locator("form .wrong")).containsText("Mars/Base");
            assertThat(page.locator("#name")).hasValue("Żółw & Söhne 🐢");
            page.locator("#zone").fill("Europe/Warsaw");
            owner.picture("first-start-place");
            owner.assertSound();
            owner.button("Next").click();

            page.locator("input[name^='count.']").first().fill("2");
            owner.picture("first-start-machines");
            owner.assertSound();
            owner.button("Next").dblclick();
            page.locator("input[name=material]").first().check();
            owner.picture("first-start-materials");
            owner.button("Next").click();
            assertThat(owner.heading()).containsText("When do you work?");
            owner.picture("first-start-hours");
            owner.assertSound();
            owner.button("Next").click();
            assertThat(owner.heading()).containsText("Your factory stands");
            owner.picture("first-start-product");

            Factory factory = demo.get(Factories.class).listFactories().getFirst();
            assertThat(factory.name()).isEqualTo("Żółw & Söhne 🐢");
            List<Machine> machines = demo.get(Factories.class).listMachines(factory.id());
            assertThat(machines).hasSize(2);
            owner.open("/settings/data");
            assertThat(page.locator("main")).not().containsText("Wipe the demo");
            owner.open("/floor");
            assertThat(page.locator(".machine")).hasCount(2);
            owner.picture("first-start-floor");
            owner.assertSound();
        }
    }
}
