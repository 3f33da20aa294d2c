package org.millwright.factory.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.factory.FactoryApplication;
import org.millwright.factory.testing.ProductOnly;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What a visitor of the demo does, in a real browser. */
@Tag("browser")
class BrowserJourneyTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int SPEED = 3000;
    private static final double MADE_WITHIN_MS = 120_000;

    @TempDir
    static Path data;

    private static String address;
    private static ConfigurableApplicationContext application;
    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;

    @BeforeAll
    static void startEverything() throws IOException {
        assumeTrue(
                Files.isExecutable(CHROMIUM),
                "The browser tests are skipped because " + CHROMIUM + " is missing. Maybe install chromium with apt.");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        int port = freePort();
        address = "http://localhost:" + port;
        application = new SpringApplicationBuilder(FactoryApplication.class)
                .initializers(ProductOnly::in)
                .web(WebApplicationType.SERVLET)
                .run(
                        "--server.port=" + port,
                        "--millwright.data=" + data,
                        "--millwright.time-lapse=" + SPEED,
                        "--millwright.floor=true",
                        "--millwright.demo=true");
    }

    @AfterAll
    static void stopEverything() {
        if (playwright != null) {
            playwright.close();
        }
        if (application != null) {
            application.close();
        }
    }

    @BeforeEach
    void openBrowser() {
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        context.onRequest(request -> {
            URI asked = URI.create(request.url());
            if (asked.getScheme().startsWith("http") && !LOOPBACK.contains(asked.getHost())) {
                complaints.add("asked another host: " + asked);
            }
        });
    }

    @AfterEach
    void closeBrowser() {
        context.close();
    }

    @Test
    void aVisitorOrdersAPartAndOpensItsPassport() {
        Page page = context.newPage();
        page.navigate(address + "/");
        upload(page, "block.stl", TestParts.box(20, 15, 5));

        assertThat(heading(page)).hasText("block.stl");
        page.getByLabel("Unit").selectOption("MILLIMETRE");
        button(page, "Use this unit").click();
        assertThat(page.locator(".head")).containsText("20 × 15 × 5 mm");

        page.getByLabel("Quantity").fill("2");
        button(page, "Show the price").click();
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
        assertThat(page.locator(".timeline")).containsText("Passport issued");
        assertThat(page.locator(".timeline b").allTextContents())
                .as("kinds of entries have words")
                .noneMatch(text -> text.strip().matches("[A-Z][a-z]+([A-Z][a-z]+)+"));

        page.setViewportSize(390, 844);
        passports.first().click();
        assertThat(heading(page)).containsText("block");
        assertThat(page.locator("main")).containsText("As its maker signed it");
        assertThat(sideways(page)).as("nothing is cut off on a phone").isFalse();
        assertThat(page.locator("body")).not().hasCSS("background-color", "rgba(0, 0, 0, 0)");
        assertThat(complaints).isEmpty();
    }

    @Test
    void everySectionFitsOnAPhoneAndComplainsOfNothing() {
        Page page = context.newPage();
        page.setViewportSize(390, 844);
        for (String path : List.of("/", "/orders", "/board", "/floor", "/materials", "/quality")) {
            page.navigate(address + path);
            assertThat(heading(page)).isVisible();
            assertThat(sideways(page)).as("%s is wider than a phone", path).isFalse();
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsRefusedInWordsWithAWayBack() {
        Page page = context.newPage();
        page.navigate(address + "/");
        upload(page, "notes.stl", "Dear workshop, please make something nice.");

        assertThat(page.locator("main")).containsText("notes.stl");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Back"))
                .click();
        assertThat(heading(page)).hasText("What should we make?");
    }

    @Test
    void wordsOfBlanksAreRefusedAndNothingElseThatWasTypedIsLost() {
        Page page = context.newPage();
        page.navigate(address + "/");
        upload(page, "stick.stl", TestParts.box(30, 6, 6));
        button(page, "Use this unit").click();
        button(page, "Show the price").click();
        page.getByLabel("Name").fill("   ");
        page.getByLabel("E-mail").fill("someone@example.org");
        page.locator("form[action='/orders'] button").click();

        assertThat(page.locator("main")).containsText("\"Name\" is empty");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Back"))
                .click();
        assertThat(page.getByLabel("E-mail")).hasValue("someone@example.org");
    }

    private static void upload(Page page, String name, String content) {
        page.getByLabel("File")
                .setInputFiles(
                        new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.US_ASCII)));
        button(page, "Upload").click();
    }

    private static Locator heading(Page page) {
        return page.locator("h1");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static boolean sideways(Page page) {
        return (boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
