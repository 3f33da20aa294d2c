package org.millwright.factory.planning.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.BuildState;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.testing.browser.DemoInBrowser;
import org.millwright.factory.testing.browser.Look;
import org.millwright.factory.testing.browser.Visitor;

/** A planner watches plans and layouts get better, in a real browser, and stops them. */
@Tag("browser")
class LivePlanningBrowserTest {
    private static final double PATIENCE_MS = 60_000;

    @TempDir
    static Path data;

    private static DemoInBrowser demo;

    @BeforeAll
    static void startDemo() throws IOException {
        demo = DemoInBrowser.start(data, 1);
        try (Visitor planner = demo.visitor(Look.DESK, Role.PLANNER).open("/board")) {
            planner.page().locator(".gantt .bar").first().waitFor();
            demo.awaitWork(planner);
        }
        Instant soon = demo.get(InstantSource.class).instant().plus(Duration.ofHours(3));
        UnbegunOrders.plan(demo, factory(), "L-", 6, 5, due -> soon);
    }

    @AfterAll
    static void stopDemo() {
        if (demo != null) {
            demo.close();
        }
    }

    @Test
    void aSearchTellsHowItGetsOnAndStopsWhenAsked() {
        try (Visitor planner = demo.visitor(Look.DESK, Role.PLANNER).open("/board")) {
            Page page = planner.page();
            page.locator(".goals > summary").click();
            page.locator(".goals button[value='LATENESS']").click();
            Locator search = page.locator("#board-search");
            assertThat(search).containsText("Less lateness");
            assertThat(search).containsText("plan in force");
            assertThat(search.locator("#search-gap")).containsText("%");
            planner.picture("board-search");
            if (search.locator(".state.running").isVisible()) {
                search.locator("button.danger").click();
            }
            assertThat(search.locator(".state.running")).hasCount(0, patiently());
            planner.assertSound();
        }
    }

    @Test
    void aLayoutGetsDenserBeforeThePlannersEyesAndIsAdopted() {
        BuildPlan build = demo.get(WorkOrders.class).listBuilds(factory()).stream()
                .filter(each ->
                        each.state() == BuildState.PLANNED && each.units().size() > 1)
                .findFirst()
                .orElseThrow();
        try (Visitor planner = demo.visitor(Look.DESK, Role.PLANNER).open("/builds/" + build.id() + "/layout")) {
            Page page = planner.page();
            assertThat(page.locator("#layout-live .plate").first()).isVisible();
            planner.assertSound();
            planner.button("Look for a denser layout").click();
            assertThat(page.locator("#density")).containsText("%");
            planner.picture("layout-live");
            if (page.locator("#layout-live button.danger").isVisible()) {
                page.locator("#layout-live button.danger").click();
            }
            assertThat(page.locator("#layout-live .state.running")).hasCount(0, patiently());
            planner.assertSound();
            Locator adopt = planner.button("Adopt this layout");
            if (adopt.isVisible()) {
                adopt.click();
                assertThat(planner.heading()).containsText("B-");
                page.waitForURL(url -> !url.endsWith("/layout"));
            }
        }
    }

    private static LocatorAssertions.HasCountOptions patiently() {
        return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MS);
    }

    private static FactoryId factory() {
        return demo.get(Factories.class).listFactories().getFirst().id();
    }
}
