package org.millwright.factory.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.factory.demo.FastForward;
import org.millwright.factory.ordering.OrderState;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.testing.SignedIn;

/** A buyer's way through the pages, over real HTTP, from a file without a unit to a passport. */
@Tag("slow")
class PagesJourneyTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static RunningFactory running;
    private static SignedIn owner;

    @BeforeAll
    static void start() {
        running = RunningFactory.served(data, 1);
        owner = running.signIn(Role.OWNER);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void aFileBecomesAPassportThroughThePages() throws Exception {
        assertThat(get("/shop").body()).contains("Drop a file here");
        String design = location(upload("clip.stl", TestParts.box(14, 9, 3)));
        assertThat(get(design).body()).contains("In which unit are the numbers?");
        location(post(design + "/unit", "unit=MILLIMETRE"));
        assertThat(get(design).body()).contains("How many?").contains("14").contains("nothing found");
        assertThat(get(design + "/picture").headers().firstValue("Content-Type"))
                .hasValue("image/png");

        String id = design.substring(design.lastIndexOf('/') + 1);
        String quote = location(post("/quotes", "design=" + id + "&quantity=2&choice=" + encoded("printing pla")));
        assertThat(get(quote).body()).contains("Order for", "EUR", "CO₂e", "factory rates");

        String quoteId = quote.substring(quote.lastIndexOf('/') + 1);
        String order = location(post("/orders", "quote=" + quoteId + "&name=" + encoded("Žofie 🙂") + "&email="));
        assertThat(location(post("/orders", "quote=" + quoteId + "&name=again&email=")))
                .isEqualTo(order);
        everyPageAnswers();
        makeEverything();
        everyPageAnswers();

        String page = get(order).body();
        assertThat(page).contains("Žofie 🙂", "Passport issued");
        Matcher passport = Pattern.compile("/passport/21/([0-9A-Z-]+)").matcher(page);
        assertThat(passport.find()).isTrue();
        assertThat(get(passport.group()).body()).contains(passport.group(1));
        assertThat(location(post(order + "/ship", ""))).isEqualTo(order);
    }

    @Test
    void whatCannotBeDoneIsSaidInWords() throws Exception {
        var unreadable = upload("holiday.stl", "this is no mesh");
        assertThat(unreadable.statusCode()).isEqualTo(422);
        assertThat(unreadable.body()).contains("holiday.stl");
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
        String design = location(upload("clip.stl", TestParts.box(14, 9, 3)));
        String id = design.substring(design.lastIndexOf('/') + 1);
        var none = post("/quotes", "design=" + id + "&quantity=0&choice=" + encoded("printing pla"));
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.body()).contains("quantity of 1 or more");
    }

    @Test
    void pagesForbidForeignScriptsAndForeignForms() throws Exception {
        assertThat(get("/").headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        var foreign = HTTP.send(
                request("/orders")
                        .header("Origin", "http://evil.example")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("quote=x"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    private static void everyPageAnswers() throws Exception {
        for (String path : List.of("/shop", "/orders", "/board", "/floor", "/materials", "/quality")) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).contains("Lindenwerk").doesNotContain("style=\"");
        }
    }

    private static void makeEverything() {
        Orders orders = running.get(Orders.class);
        FastForward fastForward = running.get(FastForward.class);
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (orders.listOrders(running.factory().id()).stream()
                .anyMatch(order -> order.state() == OrderState.ACCEPTED)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            fastForward.round(running.factory().id());
        }
    }

    private static HttpRequest.Builder request(String path) {
        return owner.send(HttpRequest.newBuilder(URI.create("http://localhost:" + running.port() + path)))
                .header("Accept", "text/html");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return HTTP.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> upload(String name, String content) throws IOException, InterruptedException {
        String body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--cut--\r\n";
        return HTTP.send(
                request("/designs")
                        .header("Content-Type", "multipart/form-data; boundary=cut")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
