package org.millwright.factory.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.testing.FactoryTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@FactoryTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(WebFrameTest.Addresses.class)
class WebFrameTest {
    @LocalServerPort
    int port;

    @TestConfiguration
    @RestController
    @OpenToAll
    static class Addresses {
        @GetMapping({"/api/backwards", "/backwards"})
        String backwards() {
            throw Problem.of(Problem.Kind.REFUSED, "clock-real-time", Map.of());
        }

        @GetMapping("/api/broken")
        String broken() {
            throw new IllegalStateException("secret inner state");
        }

        @PostMapping("/api/change")
        String change() {
            return "changed";
        }
    }

    @Test
    void aProgramGetsAProblemDocumentWithDetailAndHint() throws Exception {
        var answer = get("/api/backwards", "application/json");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"status\":422", "\"code\":\"clock-real-time\"", "\"hint\":\"Start with")
                .contains("\"detail\":\"This factory lives in real time");
    }

    @Test
    void aBrowserGetsAPage() throws Exception {
        var answer = get("/backwards", "text/html,*/*");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("<h1>The answer is no</h1>", "This factory lives in real time");
    }

    @Test
    void anUnknownAddressIsNamedAndEscaped() throws Exception {
        var answer = get("/no%3Cscript%3E", "text/html");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is nothing at").doesNotContain("<script>");
    }

    @Test
    void aFailureOfOursShowsNoInnerState() throws Exception {
        var answer = get("/api/broken", "application/json");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("failure of this program").doesNotContain("secret");
    }

    @Test
    void everyAnswerForbidsInlineScriptsFramesAndSniffing() throws Exception {
        for (String path : new String[] {"/api/backwards", "/nowhere"}) {
            var headers = get(path, "text/html").headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .contains("script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        }
    }

    @Test
    void aPageOfAnotherSiteMayNotChangeAnything() throws Exception {
        assertThat(change("http://evil.example").statusCode()).isEqualTo(403);
        assertThat(change("null").statusCode()).isEqualTo(403);
        assertThat(change("http://localhost:" + port).statusCode()).isEqualTo(200);
    }

    @Test
    void aProgramWithoutOriginMayChange() throws Exception {
        assertThat(send(request("/api/change").POST(HttpRequest.BodyPublishers.noBody()))
                        .body())
                .isEqualTo("changed");
    }

    private HttpResponse<String> change(String origin) throws Exception {
        return send(request("/api/change").header("Origin", origin).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpResponse<String> get(String path, String accepted) throws Exception {
        return send(request(path).header("Accept", accepted));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
