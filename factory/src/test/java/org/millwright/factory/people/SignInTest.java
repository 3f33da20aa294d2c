package org.millwright.factory.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.facility.Factories;
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

/** Signing in and out over real HTTP, and everything that must not let somebody in. */
@FactoryTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SignInTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PASSWORD = "a long winter's walk";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    Factories factories;

    @Autowired
    Ids ids;

    @Autowired
    TestClock clock;

    @BeforeEach
    void aFactory() {
        if (factories.listFactories().isEmpty()) {
            factories.addFactory(SampleFactory.factory(ids), SampleFactory.OPERATOR);
        }
    }

    @Test
    void theRightPasswordOpensThePageThatWasAskedFor() throws Exception {
        add("ada", Role.OPERATOR);
        var closed = get("/floor", "");
        assertThat(closed.statusCode()).isEqualTo(303);
        assertThat(header(closed, "Location")).isEqualTo("/sign-in?next=%2Ffloor");
        var opened = signIn("ADA ", PASSWORD, "/floor");
        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(header(opened, "Location")).isEqualTo("/floor");
        assertThat(get("/floor", cookie(opened)).statusCode()).isEqualTo(200);
        assertThat(get("/floor", cookie(opened)).body()).contains("ada's name");
    }

    @Test
    void theCookieIsOutOfReachForScriptsAndOtherSites() throws Exception {
        add("bea", Role.BUYER);
        assertThat(header(signIn("bea", PASSWORD, "/"), "Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void eachSignInHasAKeyOfItsOwnAndTheOldOneOfTheBrowserEnds() throws Exception {
        add("cem", Role.OPERATOR);
        String first = cookie(signIn("cem", PASSWORD, "/"));
        String second = cookie(send(form("/sign-in", "login=cem&password=" + encoded(PASSWORD))
                .setHeader("Cookie", "millwright-form=visitor; " + first)));
        assertThat(second).isNotEqualTo(first);
        assertThat(get("/floor", first).statusCode()).isEqualTo(303);
        assertThat(get("/floor", second).statusCode()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlikeAndWhatWasTypedIsKept() throws Exception {
        add("dora", Role.BUYER);
        var wrong = signIn("dora", "not this one", "/");
        var unknown = signIn("nobody", "not this one", "/");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("no account with this name and password", "value=\"dora\"");
        assertThat(wrong.body().replace("dora", "")).isEqualTo(unknown.body().replace("nobody", ""));
    }

    @Test
    void guessingHasToWaitAndIsToldHowLong() throws Exception {
        add("emil", Role.BUYER);
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("emil", "guess " + i, "/").statusCode()).isEqualTo(422);
        }
        var blocked = signIn("emil", PASSWORD, "/");
        assertThat(blocked.statusCode()).isEqualTo(429);
        assertThat(blocked.body()).contains("Try again in 30 seconds");
        clock.advance(Duration.ofSeconds(31));
        assertThat(signIn("emil", "a sixth guess", "/").statusCode()).isEqualTo(422);
        assertThat(signIn("emil", PASSWORD, "/").body()).contains("Try again in 60 seconds");
        clock.advance(Duration.ofSeconds(61));
        assertThat(signIn("emil", PASSWORD, "/").statusCode()).isEqualTo(303);
    }

    @Test
    void signingInNeverLeadsToAnotherSite() throws Exception {
        add("finn", Role.BUYER);
        for (String evil : new String[] {
            "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/\t/evil.example"
        }) {
            assertThat(header(signIn("finn", PASSWORD, evil), "Location"))
                    .as(evil)
                    .isEqualTo("/");
        }
    }

    @Test
    void whoSignsOutIsOutAlsoWithAStolenCookie() throws Exception {
        var somebody = SignedIn.as(application, Role.OPERATOR);
        assertThat(send(somebody.send(request("/floor"))).statusCode()).isEqualTo(200);
        assertThat(send(somebody.send(form("/sign-out", ""))).statusCode()).isEqualTo(303);
        assertThat(send(somebody.send(request("/floor"))).statusCode()).isEqualTo(303);
    }

    @Test
    void aSignInEndsAfterAWeekWithoutAVisit() throws Exception {
        var somebody = SignedIn.as(application, Role.OPERATOR);
        clock.advance(Duration.ofDays(6));
        assertThat(send(somebody.send(request("/floor"))).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofDays(6));
        assertThat(send(somebody.send(request("/floor"))).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofDays(8));
        assertThat(send(somebody.send(request("/floor"))).statusCode()).isEqualTo(303);
    }

    @Test
    void aClosedAccountOpensNothingAtOnce() throws Exception {
        var owner = SignedIn.as(application, Role.OWNER);
        var somebody = SignedIn.as(application, Role.OPERATOR);
        String path = "/accounts/" + somebody.account().id() + "/close";
        assertThat(send(owner.send(form(path, ""))).statusCode()).isEqualTo(303);
        assertThat(send(somebody.send(request("/floor"))).statusCode()).isEqualTo(303);
    }

    @Test
    void aWrongRoleIsToldWhichOneOpensThePage() throws Exception {
        var buyer = SignedIn.as(application, Role.BUYER);
        var refused = send(buyer.send(request("/floor")).header("Accept-Language", "en"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Your roles do not open /floor", "Operator");
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() throws Exception {
        var somebody = SignedIn.as(application, Role.OPERATOR);
        var bare = send(request("/account/tokens")
                .header("Cookie", "millwright=" + somebody.key())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("name=x&roles=OPERATOR")));
        assertThat(bare.statusCode()).isEqualTo(403);
        assertThat(bare.body()).contains("This form is out of date");
    }

    @Test
    void anInvitationMakesOneAccountWithTheRolesItWasGiven() throws Exception {
        var owner = SignedIn.as(application, Role.OWNER);
        var made = send(owner.send(form("/accounts/invitations", "name=Gila&roles=PLANNER&roles=QUALITY")));
        var link = Pattern.compile("/invitation/[A-Za-z0-9_-]{32}").matcher(made.body());
        assertThat(link.find()).as(made.body()).isTrue();
        assertThat(get(link.group(), "").body()).contains("Gila", "Planner");
        var weak = send(form(link.group(), "login=gila&name=Gila&password=gila123456"));
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(weak.body()).contains("too easy to guess", "value=\"gila\"");
        var accepted = send(form(link.group(), "login=gila&name=Gila&password=" + encoded(PASSWORD)));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(303);
        assertThat(get("/board", cookie(accepted)).statusCode()).isEqualTo(200);
        assertThat(accounts.findByLogin("gila").orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.PLANNER, Role.QUALITY);
        assertThat(get(link.group(), "").statusCode()).isEqualTo(404);
    }

    @Test
    void anInvitationEndsAfterSevenDays() throws Exception {
        var owner = SignedIn.as(application, Role.OWNER);
        var made = send(owner.send(form("/accounts/invitations", "name=Hans&roles=BUYER")));
        var link = Pattern.compile("/invitation/[A-Za-z0-9_-]{32}").matcher(made.body());
        assertThat(link.find()).isTrue();
        clock.advance(Duration.ofDays(7).plusSeconds(1));
        assertThat(get(link.group(), "").statusCode()).isEqualTo(404);
    }

    @Test
    void aChangedPasswordSignsEveryOtherBrowserOut() throws Exception {
        add("ida", Role.OPERATOR);
        String here = cookie(signIn("ida", PASSWORD, "/"));
        String there = cookie(signIn("ida", PASSWORD, "/"));
        String change = "present=" + encoded(PASSWORD) + "&next=" + encoded("a short summer swim");
        var changed = send(form("/account/password", change).setHeader("Cookie", "millwright-form=visitor; " + here));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(303);
        assertThat(get("/floor", cookie(changed)).statusCode()).isEqualTo(200);
        assertThat(get("/floor", there).statusCode()).isEqualTo(303);
        assertThat(signIn("ida", PASSWORD, "/").statusCode()).isEqualTo(422);
        assertThat(signIn("ida", "a short summer swim", "/").statusCode()).isEqualTo(303);
    }

    @Test
    void aNameThatWasMadeToLeadHereIsNotAnswered() throws Exception {
        var rebound = statusUnder("evil.example");
        assertThat(rebound).isEqualTo(421);
        assertThat(statusUnder("localhost")).isEqualTo(200);
        assertThat(statusUnder("192.168.1.20:8080")).isEqualTo(200);
    }

    /** The JDK's HTTP client cannot send another {@code Host}. */
    private int statusUnder(String host) throws Exception {
        try (var socket = new java.net.Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(("GET /sign-in HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    private void add(String login, Role role) {
        accounts.add(NewAccount.of(login, login + "'s name", Set.of(role), PASSWORD), Actor.system());
    }

    private HttpResponse<String> signIn(String login, String password, String next) throws Exception {
        return send(form(
                "/sign-in", "login=" + encoded(login) + "&password=" + encoded(password) + "&next=" + encoded(next)));
    }

    private HttpResponse<String> get(String path, String cookie) throws Exception {
        var request = request(path);
        return send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
    }

    private HttpRequest.Builder form(String path, String fields) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "millwright-form=visitor")
                .header("Form-Token", "visitor")
                .POST(HttpRequest.BodyPublishers.ofString(fields));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("millwright="))
                .reduce((first, second) -> second)
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .orElseThrow();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(" ", answer.headers().allValues(name));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
