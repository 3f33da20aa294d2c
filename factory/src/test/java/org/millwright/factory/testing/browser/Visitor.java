package org.millwright.factory.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.millwright.factory.testing.SignedIn;

/** One person's window, which notices every complaint of the browser and every request to another host. */
public final class Visitor implements AutoCloseable {
    /** Where pictures of pages are kept: a result of the build. */
    public static final Path PICTURES = Path.of("target", "screenshots");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int MOST_CROSSED = 5;
    /** Wrong, taken by somebody else, refused. */
    private static final Set<Integer> REFUSALS = Set.of(400, 409, 422);

    /** What axe does and how this browser draws is not what pages are to blame for. */
    private static final List<String> OURS = List.of("willReadFrequently", "GPU stall due to ReadPixels");

    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final Look look;
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> refusedForms = new HashSet<>();

    private Visitor(BrowserContext context, Page page, String address, Look look) {
        this.context = context;
        this.page = page;
        this.address = address;
        this.look = look;
    }

    static Visitor enter(Browser browser, String address, Look look) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(look.widthPx(), look.heightPx())
                .setDeviceScaleFactor(look.scale())
                .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setLocale(look.language()));
        var visitor = new Visitor(context, context.newPage(), address, look);
        visitor.listen();
        return visitor;
    }

    private void listen() {
        context.onConsoleMessage(message -> {
            if (OURS.stream().noneMatch(message.text()::contains)
                    && (message.type().equals("error") || message.type().equals("warning"))) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        context.onResponse(response -> {
            boolean form = "form".equals(response.request().headers().get("millwright-part"));
            if (form && REFUSALS.contains(response.status())) {
                refusedForms.add(response.url());
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

    public Page page() {
        return page;
    }

    /** What the browser complained of so far; that a form was refused is no complaint, though browsers log it as one. */
    public List<String> complaints() {
        return complaints.stream()
                .filter(complaint -> refusedForms.stream()
                        .noneMatch(form -> complaint.startsWith("Failed to load resource")
                                && complaint.contains(" at " + form + ":")))
                .toList();
    }

    /** Goes on as this person. */
    public Visitor signIn(SignedIn somebody) {
        somebody.in(context, address);
        return this;
    }

    /** Goes there, also when an answer to a form is still on its way and leads elsewhere first. */
    public Visitor open(String path) {
        goTo(address + path);
        return this;
    }

    private void goTo(String url) {
        for (int crossed = 1; ; crossed++) {
            try {
                page.navigate(url);
                return;
            } catch (PlaywrightException elsewhere) {
                String why = String.valueOf(elsewhere.getMessage());
                boolean another = why.contains("interrupted by another navigation") || why.contains("ERR_ABORTED");
                if (!another || crossed == MOST_CROSSED) {
                    throw elsewhere;
                }
                page.waitForLoadState();
            }
        }
    }

    public Locator heading() {
        return page.locator("h1").first();
    }

    public Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    public Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    /** A file as the file field takes it. */
    public static FilePayload file(String name, String content) {
        return new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the page is wider than the window. */
    public boolean sideways() {
        return (boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** What axe-core finds against WCAG on the present page, one line each; empty when nothing. */
    @SuppressWarnings("unchecked")
    public List<String> accessibilityViolations() {
        boolean loaded = (boolean) page.evaluate("typeof axe !== 'undefined'");
        if (!loaded) {
            page.evaluate(axe());
        }
        return (List<String>) page.evaluate("""
                async () => (await axe.run({resultTypes: ['violations']})).violations.flatMap(violation => violation.nodes.map(
                    node => violation.id + ' at ' + node.target.join(' ') + ': ' + node.failureSummary))""");
    }

    /** Takes a picture of the whole page, kept with the build. */
    public void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-" + look + ".png"))
                .setFullPage(true));
    }

    /** The browser complained of nothing, nothing is cut off, and axe finds nothing. */
    public void assertSound() {
        assertThat(complaints()).as("complaints on %s", page.url()).isEmpty();
        assertThat(sideways()).as("%s is wider than %s", page.url(), look).isFalse();
        assertThat(accessibilityViolations())
                .as("accessibility of %s, %s", page.url(), look)
                .isEmpty();
    }

    private static String axe() {
        try (InputStream script = Objects.requireNonNull(Visitor.class.getResourceAsStream(AXE))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Leaves for an empty page. The window itself ends with its browser: to end one window alone, browsers may wait for
     * ever when a page of it is still sending something.
     */
    @Override
    public void close() {
        goTo("about:blank");
    }
}
