package org.millwright.bench.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.millwright.bench.Row;

/** What a person sees in the installed Chromium: how soon a page shows something, and how evenly the board moves. */
final class WindowFigures {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int VISITS = 7;
    private static final int MOVES = 240;
    private static final double FRAME_MS = 16;

    private static final String FIRST_PAINT = """
            () => new Promise(resolve => {
              const painted = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
              if (painted()) { resolve(painted()); return; }
              new PerformanceObserver(() => painted() && resolve(painted())).observe({ type: 'paint', buffered: true });
            })""";

    private static final String WATCH_FRAMES = """
            () => {
              window.frames_ = []; let last = performance.now();
              const next = now => { window.frames_.push(now - last); last = now; window.watching_ && requestAnimationFrame(next); };
              window.watching_ = true; requestAnimationFrame(next);
            }""";

    private static final String FRAMES = """
            () => { window.watching_ = false; const f = window.frames_.slice(1).sort((a, b) => a - b);
              return [f.length, f[Math.floor(f.length * 0.95)], f[f.length - 1]]; }""";

    private final String address;
    private final String token;

    WindowFigures(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /** @param paths pages whose first paint is taken, with an empty cache each time */
    List<Row> measure(List<String> paths) {
        if (!Files.isExecutable(CHROMIUM)) {
            return List.of(new Row("first paint, board", "", "left out: " + CHROMIUM + " is missing"));
        }
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (var playwright = Playwright.create(options);
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(List.of("--no-sandbox", "--disable-background-networking")))) {
            List<Row> rows = new ArrayList<>();
            paths.forEach(path -> rows.add(firstPaint(browser, path)));
            rows.addAll(board(browser));
            return rows;
        }
    }

    private Row firstPaint(Browser browser, String path) {
        double[] paints = new double[VISITS];
        for (int visit = 0; visit < VISITS; visit++) {
            try (BrowserContext context = enter(browser)) {
                Page page = context.newPage();
                page.navigate(address + path);
                paints[visit] = ((Number) page.evaluate(FIRST_PAINT)).doubleValue();
            }
        }
        java.util.Arrays.sort(paints);
        return new Row(
                "first contentful paint of " + path.replaceAll("[0-9a-f-]{36}", "{id}"),
                "≤ 300 ms",
                "median %.0f ms, worst of %d %.0f ms".formatted(paints[VISITS / 2], VISITS, paints[VISITS - 1]));
    }

    private List<Row> board(Browser browser) {
        try (BrowserContext context = enter(browser)) {
            Page page = context.newPage();
            page.navigate(address + "/board");
            page.waitForSelector(".bars .bar");
            Number all = (Number) page.evaluate("async () => (await (await fetch('/board/data')).json()).bars.length");
            page.mouse().move(700, 400);
            page.evaluate(WATCH_FRAMES);
            for (int i = 0; i < MOVES; i++) {
                page.mouse().wheel(i % 80 < 40 ? 60 : -60, 0);
                page.waitForTimeout(FRAME_MS);
            }
            Row scrolled = frames(page, "board with %d bars, scrolled in time".formatted(all.intValue()));
            page.evaluate(WATCH_FRAMES);
            var bar = page.locator(".bars .bar:not(.over):not(.running):not(.hands)")
                    .last()
                    .boundingBox();
            double x = bar.x + bar.width / 2;
            double y = bar.y + bar.height / 2;
            page.mouse().move(x, y);
            page.mouse().down();
            for (int i = 0; i < MOVES; i++) {
                page.mouse().move(x - (i % 80 < 40 ? i % 40 : 40 - i % 40) * 4, y + 5);
                page.waitForTimeout(FRAME_MS);
            }
            Row dragged = frames(page, "the same board, a bar dragged");
            page.keyboard().press("Escape");
            page.mouse().up();
            return List.of(scrolled, dragged);
        }
    }

    private static Row frames(Page page, String what) {
        var figures = (List<?>) page.evaluate(FRAMES);
        return new Row(
                what,
                "no dropped second",
                "%d frames, p95 %.0f ms apart, longest %.0f ms"
                        .formatted(
                                number(figures, 0).intValue(),
                                number(figures, 1).doubleValue(),
                                number(figures, 2).doubleValue()));
    }

    private static Number number(List<?> figures, int index) {
        return (Number) figures.get(index);
    }

    private BrowserContext enter(Browser browser) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
        context.addCookies(List.of(new Cookie("millwright", token).setUrl(address)));
        return context;
    }
}
