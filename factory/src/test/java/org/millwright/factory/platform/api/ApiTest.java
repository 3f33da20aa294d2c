package org.millwright.factory.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.people.token.ApiTokens;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.SampleFactory;
import org.millwright.factory.testing.SignedIn;
import org.millwright.factory.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a program uses it: over HTTP, with a token, from a design to an order and its material. */
@FactoryTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ApiTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CORNER = """
            solid corner
            facet normal 0 0 -1
            outer loop
            vertex 0 0 0
            vertex 0 30 0
            vertex 30 0 0
            endloop
            endfacet
            facet normal -1 0 0
            outer loop
            vertex 0 0 0
            vertex 0 0 30
            vertex 0 30 0
            endloop
            endfacet
            facet normal 0 -1 0
            outer loop
            vertex 0 0 0
            vertex 30 0 0
            vertex 0 0 30
            endloop
            endfacet
            facet normal 1 1 1
            outer loop
            vertex 30 0 0
            vertex 0 30 0
            vertex 0 0 30
            endloop
            endfacet
            endsolid corner
            """;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    Factories factories;

    @Autowired
    Lots lots;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Ids ids;

    @Autowired
    TestClock clock;

    private String owner;

    private record Answer(int status, String type, JsonNode body, HttpResponse<String> raw) {}

    @BeforeEach
    void aWorkshop() {
        if (factories.listFactories().isEmpty()) {
            Factory factory = factories.addFactory(SampleFactory.factory(ids), SampleFactory.OPERATOR);
            factories.addMachine(SampleFactory.printer(ids, factory.id(), 1), SampleFactory.OPERATOR);
            factories.addPerson(SampleFactory.operator(ids, factory.id()), SampleFactory.OPERATOR);
            lots.addMaterial(SampleFactory.pla(factory.id()), SampleFactory.OPERATOR);
        }
        // Buckets of earlier tests are full again.
        clock.advance(Duration.ofMinutes(1));
        owner = token(Role.OWNER);
    }

    @Test
    void aProgramReceivesMaterialPageByPage() throws Exception {
        for (int i = 1; i <= 5; i++) {
            var lot = post("/lots/spools", spool("PAGE-" + i), owner);
            assertThat(lot.status()).as(lot.raw().body()).isEqualTo(201);
            assertThat(lot.body().get("onHand").asLong()).isEqualTo(1_000_000);
        }
        var seen = new ArrayList<String>();
        String after = "";
        do {
            JsonNode page = get("/lots?limit=2&after=" + after, owner).body();
            page.get("items").forEach(lot -> seen.add(lot.get("lotNumber").asString()));
            after = page.has("next") && !page.get("next").isNull()
                    ? page.get("next").asString()
                    : "";
        } while (!after.isEmpty());
        assertThat(seen)
                .containsSubsequence("PAGE-5", "PAGE-4", "PAGE-3", "PAGE-2", "PAGE-1")
                .doesNotHaveDuplicates();
        assertThat(get("/ledger", owner).body().get("balanced").asBoolean()).isTrue();
    }

    @Test
    void whatIsSentTwiceWithOneKeyIsDoneOnce() throws Exception {
        var first = send(json("/lots/spools", spool("TWICE"), owner).header("Idempotency-Key", "k-1"));
        var second = send(json("/lots/spools", spool("TWICE"), owner).header("Idempotency-Key", "k-1"));
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.raw().body()).isEqualTo(first.raw().body());
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.raw().headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(second.raw().headers().firstValue("Location"))
                .isEqualTo(first.raw().headers().firstValue("Location"));
        var other = send(json("/lots/spools", spool("OTHER"), owner).header("Idempotency-Key", "k-1"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body().get("code").asString()).isEqualTo("idempotency-key-reused");
        var foreign = send(
                json("/lots/spools", spool("FOREIGN"), token(Role.OPERATOR)).header("Idempotency-Key", "k-1"));
        assertThat(foreign.status()).as("another's key is another key").isEqualTo(201);
    }

    @Test
    void aRefusalSaysWhatIsWrongAndTheWayOut() throws Exception {
        var missing = post("/lots/spools", "{\"massG\": 5}", owner);
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.type()).isEqualTo("application/problem+json");
        assertThat(missing.body().get("detail").asString()).contains("\"material\" is missing");
        assertThat(missing.body().get("hint").asString()).contains("/v3/api-docs");
        var unreadable = post("/lots/spools", "{\"massG\": \"much\"", owner);
        assertThat(unreadable.status()).isEqualTo(400);
        assertThat(unreadable.body().get("code").asString()).isEqualTo("api-body");
        assertThat(unreadable.raw().body()).doesNotContain("org.millwright");
        var large = post("/passports/verify", " ".repeat(2_000_000), "");
        assertThat(large.body().get("code").asString()).isEqualTo("api-body-large");
        assertThat(get("/lots?limit=9999", owner).body().get("code").asString()).isEqualTo("page-invalid");
        assertThat(get("/lots/019b8d4e-0000-7000-8000-000000000001", owner).status())
                .isEqualTo(404);
    }

    @Test
    void aTokenIsGoodForItsRolesOnlyAndNotAfterItWasRevoked() throws Exception {
        assertThat(get("/lots", "mw_unknown").status()).isEqualTo(401);
        assertThat(get("/lots", "")
                        .raw()
                        .headers()
                        .firstValue("WWW-Authenticate")
                        .orElse(""))
                .startsWith("Bearer");
        String buyer = token(Role.BUYER);
        var refused = get("/lots", buyer);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().get("code").asString()).isEqualTo("role-missing");

        var made = post("/tokens", "{\"name\": \"shop\", \"roles\": [\"OPERATOR\"], \"days\": 1}", owner);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        String weaker = made.body().get("token").asString();
        assertThat(weaker).startsWith("mw_");
        assertThat(get("/lots", weaker).status()).isEqualTo(200);
        assertThat(get("/accounts", weaker).status()).isEqualTo(403);
        var breeding = post("/tokens", "{\"name\": \"more\", \"roles\": [\"OWNER\"]}", weaker);
        assertThat(breeding.status()).isEqualTo(403);
        assertThat(get("/tokens", owner).raw().body()).doesNotContain(weaker).contains(weaker.substring(0, 8));

        String id = made.body().get("id").asString();
        assertThat(send(request("/tokens/" + id, owner).DELETE()).status()).isEqualTo(204);
        assertThat(get("/lots", weaker).status()).isEqualTo(401);
    }

    @Test
    void aTokenEndsAtItsTime() throws Exception {
        String dayToken = post("/tokens", "{\"name\": \"day\", \"roles\": [\"OPERATOR\"], \"days\": 1}", owner)
                .body()
                .get("token")
                .asString();
        assertThat(get("/lots", dayToken).status()).isEqualTo(200);
        clock.advance(Duration.ofDays(1));
        assertThat(get("/lots", dayToken).status()).isEqualTo(401);
    }

    @Test
    void aBuyerSeesOnlyTheirOwnOrdersAndAVisitorOneByItsKey() throws Exception {
        post("/lots/spools", spool("ORDERS"), owner);
        String ada = token(Role.BUYER);
        String bea = token(Role.BUYER);
        var design = upload("corner.stl", CORNER);
        assertThat(design.status()).as(design.raw().body()).isEqualTo(201);
        String id = design.body().get("id").asString();
        send(request("/designs/" + id + "/unit", "")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"unit\": \"MILLIMETRE\"}")));
        var quote = post(
                "/quotes",
                "{\"design\": \"%s\", \"process\": \"printing\", \"material\": \"pla\", \"quantity\": 2}".formatted(id),
                "");
        assertThat(quote.status()).as(quote.raw().body()).isEqualTo(201);
        assertThat(quote.body().get("price").get("currency").asString()).isEqualTo("EUR");
        String accept = "{\"quote\": \"%s\", \"name\": \"Ada 🙂\"}"
                .formatted(quote.body().get("id").asString());
        var order = post("/orders", accept, ada);
        assertThat(order.status()).as(order.raw().body()).isEqualTo(201);
        assertThat(post("/orders", accept, bea).status())
                .as("somebody else's quote")
                .isEqualTo(409);
        String path = "/orders/" + order.body().get("id").asString();

        assertThat(get(path, ada).body().get("name").asString()).isEqualTo("Ada 🙂");
        assertThat(get(path, bea).status()).isEqualTo(404);
        assertThat(get(path, "").status()).isEqualTo(401);
        assertThat(post(path + "/cancel", "{}", bea).status()).isEqualTo(404);
        assertThat(get("/orders", ada).body().get("items").size()).isEqualTo(1);
        assertThat(get("/orders", bea).body().get("items").size()).isZero();
        assertThat(get("/orders", owner).body().get("items").size()).isEqualTo(1);
        String key = order.body().get("trackingKey").asString();
        assertThat(get("/tracking/" + key, "").body().get("number"))
                .isEqualTo(order.body().get("number"));
        assertThat(get("/tracking/" + key + "x", "").status()).isEqualTo(404);
    }

    @Test
    void whoAsksTooOftenIsToldToWait() throws Exception {
        Answer last = get("/passports/none", "");
        for (int i = 0; i < 300 && last.status() != 429; i++) {
            last = get("/passports/none", "");
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.body().get("code").asString()).isEqualTo("api-too-often");
        assertThat(last.raw().headers().firstValue("Retry-After")).isPresent();
        assertThat(get("/lots", owner).status()).as("others are not held up").isEqualTo(200);
        clock.advance(Duration.ofSeconds(2));
        assertThat(get("/passports/none", "").status()).isEqualTo(404);
    }

    @Test
    void theDescriptionIsOpenApi31WithExamplesAndWhoMay() throws Exception {
        var somebody = request("", owner);
        var answer = HTTP.send(
                somebody.uri(URI.create("http://localhost:" + port + "/v3/api-docs"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode document = JSON.readTree(answer.body());
        assertThat(document.get("openapi").asString()).startsWith("3.1");
        assertThat(document.get("paths").propertyNames()).contains("/api/v1/orders", "/api/v1/webhooks");
        JsonNode spool = document.get("components").get("schemas").get("SpoolIn");
        assertThat(spool.get("properties").get("massG").toString()).contains("1000");
        assertThat(document.get("paths").get("/api/v1/lots/spools").get("post").toString())
                .contains("Idempotency-Key", "operator", "Problem");
    }

    @Test
    void healthIsForAllAndMetricsAreForTheOwner() throws Exception {
        assertThat(plain("/actuator/health", "").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(plain("/actuator/health", owner).body()).contains("\"database\":\"UP\"");
        assertThat(plain("/actuator/prometheus", "").statusCode()).isEqualTo(401);
        assertThat(plain("/actuator/prometheus", token(Role.OPERATOR)).statusCode())
                .isEqualTo(403);
        assertThat(plain("/actuator/prometheus", owner).body())
                .contains("http_server_requests_seconds_count{", "uri=\"/actuator/health\"", "jvm_memory_used_bytes")
                .contains("millwright_tasks_open");
    }

    private String token(Role role) {
        var account = SignedIn.as(application, role).account();
        return tokens.make(account.id(), "test", Set.of(role), null, Actor.system())
                .text()
                .text();
    }

    private static String spool(String lotNumber) {
        return "{\"material\": \"pla\", \"massG\": 1000, \"lotNumber\": \"%s\", \"supplier\": \"S\"}"
                .formatted(lotNumber);
    }

    private Answer get(String path, String token) throws Exception {
        return send(request(path, token));
    }

    private Answer post(String path, String body, String token) throws Exception {
        return send(json(path, body, token));
    }

    private HttpRequest.Builder json(String path, String body, String token) {
        return request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private Answer upload(String name, String content) throws Exception {
        String body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--cut--\r\n";
        return send(request("/designs", "")
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> plain(String path, String token) throws IOException, InterruptedException {
        return HTTP.send(
                request("", token)
                        .uri(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return new Answer(
                answer.statusCode(),
                type,
                type.contains("json") ? JSON.readTree(answer.body()) : JSON.createObjectNode(),
                answer);
    }
}
