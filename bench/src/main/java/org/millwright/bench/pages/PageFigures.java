package org.millwright.bench.pages;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.millwright.bench.Row;
import org.millwright.factory.design.Designs;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.people.Accounts;
import org.millwright.factory.people.NewAccount;
import org.millwright.factory.people.signin.SignIns;
import org.millwright.factory.platform.identity.Role;

/** {@code ./millwright bench pages}: a factory with 500 open orders and 50 machines. */
public final class PageFigures {
    private static final int MACHINES = 50;
    private static final int ORDERS = 500;
    private static final int WARM = 60;
    private static final int ASKED = 40;

    private PageFigures() {}

    public static void measure(Path work, String... options) throws Exception {
        int orders = options.length > 0 ? Integer.parseInt(options[0]) : ORDERS;
        try (var busy = BusyFactory.open(work.resolve("busy"), MACHINES, orders)) {
            String token = signedIn(busy);
            try (var http = HttpClient.newBuilder()
                    .cookieHandler(cookies(busy, token))
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build()) {
                measure(busy, http, token);
            }
        }
    }

    private static void measure(BusyFactory busy, HttpClient http, String token) throws Exception {
        Row.print(pages(busy, http));
        Row.print(
                new WindowFigures(busy.address(), token).measure(List.of("/", "/shop", "/orders", "/board", "/floor")));
        var delays = new LiveFigures(busy, http).measure("/floor");
        Row.print(List.of(new Row(
                "change shown in %d open pages".formatted(LiveFigures.PAGES),
                "≤ 500 ms",
                "p50 %.0f ms, p95 %.0f ms, latest %.0f ms; %.0f ms server CPU a change"
                        .formatted(delays.p50Ms(), delays.p95Ms(), delays.maxMs(), delays.serverCpuMsPerChange()))));
    }

    private static String signedIn(BusyFactory busy) {
        var accounts = busy.get(Accounts.class);
        var owner = accounts.findByLogin("bench")
                .orElseGet(() -> accounts.add(
                        new NewAccount("bench", "Bench", Set.of(Role.OWNER), null, null, false), BusyFactory.BENCH));
        return busy.get(SignIns.class).open(owner.id(), "bench").text();
    }

    private static CookieManager cookies(BusyFactory busy, String token) {
        var cookie = new HttpCookie("millwright", token);
        cookie.setPath("/");
        cookie.setVersion(0);
        var cookies = new CookieManager();
        cookies.getCookieStore().add(URI.create(busy.address()), cookie);
        return cookies;
    }

    private static List<Row> pages(BusyFactory busy, HttpClient http) throws Exception {
        var rows = new ArrayList<Row>();
        var cpu = new ServerCpu();
        for (String path : paths(busy)) {
            if (ask(http, busy.address() + path) < 0) {
                rows.add(new Row("page " + path, "≤ 30 ms CPU", "no such page"));
                continue;
            }
            for (int i = 0; i < WARM; i++) {
                ask(http, busy.address() + path);
            }
            double before = cpu.millis();
            int bytes = 0;
            for (int i = 0; i < ASKED; i++) {
                bytes = ask(http, busy.address() + path);
            }
            rows.add(new Row(
                    "page %s".formatted(path.replaceAll("[0-9a-f-]{36}", "{id}")),
                    "≤ 30 ms CPU",
                    "%.1f ms CPU, %,d kB".formatted((cpu.millis() - before) / ASKED, bytes / 1000)));
        }
        return rows;
    }

    private static List<String> paths(BusyFactory busy) {
        var factory = busy.factory().id();
        return List.of(
                "/",
                "/shop",
                "/designs/"
                        + busy.get(Designs.class)
                                .listDesigns(factory)
                                .getFirst()
                                .id(),
                "/orders",
                "/orders/"
                        + busy.get(Orders.class).listOrders(factory).getFirst().id(),
                "/board",
                "/board/data",
                "/floor",
                "/floor/machines/"
                        + busy.get(Factories.class)
                                .listMachines(factory)
                                .getFirst()
                                .id(),
                "/tasks",
                "/materials",
                "/quality",
                "/settings");
    }

    /** The size of the answer in bytes; -1 when it is not a page. */
    private static int ask(HttpClient http, String address) throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept", "text/html, application/json")
                        .build(),
                BodyHandlers.ofByteArray());
        return answer.statusCode() == 200 ? answer.body().length : -1;
    }
}
