package org.millwright.factory.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of the program is walked over HTTP by everybody and compared with the table that people have agreed to.
 * A new route without a line fails; the table as it would be is written to {@code target/routes.txt}.
 */
@FactoryTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RoutesTest {
    private static final Path TABLE = Path.of("src/test/resources/cases/routes.txt");
    private static final Path NOW = Path.of("target/routes.txt");
    private static final String SOME_ID = "019b8d4e-0000-7000-8000-000000000001";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private record Route(String method, String path) {}

    @Test
    void everyRouteAnswersEverybodyAsTheTableSays() throws Exception {
        List<String> walked = walk();
        Files.write(NOW, walked);
        List<String> agreed = Files.readAllLines(TABLE);
        assertThat(walked)
                .as("routes and who may use them; maybe copy the new lines from %s to %s", NOW, TABLE)
                .containsExactlyElementsOf(agreed);
    }

    private List<String> walk() throws Exception {
        var table = new ArrayList<String>();
        table.add(line("method", "path", Stream.concat(Stream.of("visitor"), roles())));
        Map<Role, SignedIn> people = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            people.put(role, SignedIn.as(application, role));
        }
        for (Route route : routes()) {
            var answers = new ArrayList<String>();
            answers.add(answer(SignedIn.sendAsVisitor(request(route))));
            for (Role role : Role.values()) {
                // Some routes sign out, so each goes through a new door.
                SignedIn person =
                        SignedIn.of(application, people.get(role).account().id());
                answers.add(answer(person.send(request(route))));
            }
            table.add(line(route.method(), route.path(), answers.stream()));
        }
        return table;
    }

    private Set<Route> routes() {
        var routes = new TreeMap<String, Route>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
                mapping.getHandlerMethods().entrySet()) {
            if (isOfTheProduct(entry.getValue())) {
                for (String path : entry.getKey().getPatternValues()) {
                    for (String method : methods(entry.getKey())) {
                        routes.put(path + " " + method, new Route(method, path));
                    }
                }
            }
        }
        return new java.util.LinkedHashSet<>(routes.values());
    }

    /** Other tests bring controllers of their own; the error page is not asked for by itself. */
    private static boolean isOfTheProduct(HandlerMethod handler) {
        String source = String.valueOf(
                handler.getBeanType().getProtectionDomain().getCodeSource().getLocation());
        return !source.contains("test-classes")
                && !handler.getBeanType().getSimpleName().equals("ErrorPages");
    }

    private static Set<String> methods(RequestMappingInfo info) {
        Set<String> methods = info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return methods.isEmpty() ? Set.of("GET") : methods;
    }

    private HttpRequest.Builder request(Route route) {
        String path = route.path().replaceAll("\\{[^/]*}", SOME_ID).replace("**", "x");
        boolean api = path.startsWith("/api/");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", api ? "*/*" : "text/html,*/*");
        if (route.method().equals("GET")) {
            return request.GET();
        }
        return request.header("Content-Type", api ? "application/json" : "application/x-www-form-urlencoded")
                .method(route.method(), HttpRequest.BodyPublishers.ofString(api ? "{}" : ""));
    }

    private static String answer(HttpRequest.Builder request) throws Exception {
        var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            boolean toSignIn = answer.statusCode() == 303
                    && answer.headers().firstValue("Location").orElse("").startsWith("/sign-in?next=");
            return toSignIn || answer.statusCode() == 401 ? "signs in" : answer.statusCode() == 403 ? "no" : "yes";
        }
    }

    private static Stream<String> roles() {
        return Stream.of(Role.values()).map(Role::word);
    }

    private static String line(String method, String path, Stream<String> cells) {
        return "%-7s %-55s %s"
                .formatted(method, path, cells.map("%-9s"::formatted).collect(Collectors.joining()))
                .stripTrailing();
    }
}
