package org.millwright.factory.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.testing.FactoryTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signing in through an OpenID Connect service: a small one of the test's own, configured by properties alone. */
@Tag("slow")
@FactoryTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OutsideSignInTest {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final AtomicReference<String> NONCE = new AtomicReference<>("");

    /** Its address stands in the settings, which are read before any method of this test runs. */
    private static final HttpServer SERVICE = open();

    private static KeyPair keys;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @BeforeAll
    static void openService() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        SERVICE.createContext("/token", exchange -> answer(exchange, """
                {"access_token": "x", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}""".formatted(idToken())));
        SERVICE.createContext(
                "/keys",
                exchange -> answer(exchange, """
                {"keys": [{"kty": "RSA", "alg": "RS256", "use": "sig", "kid": "k", "n": "%s", "e": "%s"}]}""".formatted(
                        number(((RSAPublicKey) keys.getPublic()).getModulus().toByteArray()),
                        number(((RSAPublicKey) keys.getPublic())
                                .getPublicExponent()
                                .toByteArray()))));
        SERVICE.start();
    }

    @AfterAll
    static void closeService() {
        SERVICE.stop(0);
    }

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry properties) {
        Map.of(
                        "registration.acme.client-id", "millwright",
                        "registration.acme.client-secret", "secret",
                        "registration.acme.client-name", "Acme",
                        "registration.acme.scope", "openid,profile",
                        "registration.acme.authorization-grant-type", "authorization_code",
                        "registration.acme.redirect-uri", "{baseUrl}/login/oauth2/code/{registrationId}",
                        "provider.acme.authorization-uri", address() + "/authorize",
                        "provider.acme.token-uri", address() + "/token",
                        "provider.acme.jwk-set-uri", address() + "/keys")
                .forEach((name, value) -> properties.add("spring.security.oauth2.client." + name, () -> value));
    }

    @Test
    void whomTheServiceVouchesForComesInAsABuyerAndIsKnownAgain() throws Exception {
        for (int visit = 1; visit <= 2; visit++) {
            try (var browser =
                    HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
                assertThat(get(browser, "/sign-in").body()).contains("Sign in with Acme", "/oauth2/authorization/acme");
                var leaving = get(browser, "/oauth2/authorization/acme");
                assertThat(leaving.statusCode()).isEqualTo(302);
                String there = leaving.headers().firstValue("Location").orElseThrow();
                assertThat(there).startsWith(address() + "/authorize");
                NONCE.set(parameter(there, "nonce"));
                String state = leaving.headers()
                        .firstValue("Location")
                        .map(to -> parameter(to, "state"))
                        .orElseThrow();
                var back = get(browser, "/login/oauth2/code/acme?code=c&state=" + encoded(state));
                assertThat(back.statusCode()).as(back.headers().toString()).isEqualTo(302);
                assertThat(back.headers().firstValue("Location").orElse("")).doesNotContain("outside");
                assertThat(get(browser, "/api/v1/me").body()).contains("Grace Hopper", "BUYER");
            }
        }
        assertThat(accounts.listAccounts()).extracting(Account::name).containsOnlyOnce("Grace Hopper");
        assertThat(accounts.findByLogin("acme.subject-1").orElseThrow().roles()).containsExactly(Role.BUYER);
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() throws Exception {
        try (var browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            var forged = get(browser, "/login/oauth2/code/acme?code=c&state=forged");
            assertThat(forged.headers().firstValue("Location").orElse("")).contains("outside=failed");
            assertThat(get(browser, "/sign-in?outside=failed").body()).contains("did not let you in");
        }
    }

    private HttpResponse<String> get(HttpClient browser, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html,*/*")
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpServer open() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address() {
        return "http://localhost:" + SERVICE.getAddress().getPort();
    }

    private static String parameter(String address, String name) {
        var found = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(address);
        assertThat(found.find()).as(address).isTrue();
        return URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String idToken() {
        // The library checks the times against the real clock.
        long now = System.currentTimeMillis() / 1000;
        String head = part("{\"alg\": \"RS256\", \"kid\": \"k\"}");
        String claims = part("""
                {"iss": "%s", "sub": "subject-1", "aud": "millwright", "name": "Grace Hopper", "nonce": "%s",
                 "iat": %d, "exp": %d}""".formatted(address(), NONCE.get(), now, now + 300));
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update((head + "." + claims).getBytes(StandardCharsets.US_ASCII));
            return head + "." + claims + "." + BASE64.encodeToString(signature.sign());
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the byte of the sign. */
    private static String number(byte[] bytes) {
        int from = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
