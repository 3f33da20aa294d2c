package org.millwright.factory.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.people.Account;
import org.millwright.factory.people.AccountId;
import org.millwright.factory.people.door.DemoDoor;
import org.millwright.factory.people.door.SignInAddress;
import org.millwright.factory.people.door.SignInCookie;
import org.millwright.factory.people.signin.SignInAttempts;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. */
@Controller
@OpenToAll
public class SignInPages {
    private final Pages pages;
    private final SignInAttempts attempts;
    private final SignInCookie cookie;
    private final DemoDoor demo;
    private final ObjectProvider<ClientRegistrationRepository> outside;

    SignInPages(
            Pages pages,
            SignInAttempts attempts,
            SignInCookie cookie,
            DemoDoor demo,
            ObjectProvider<ClientRegistrationRepository> outside) {
        this.pages = pages;
        this.attempts = attempts;
        this.cookie = cookie;
        this.demo = demo;
        this.outside = outside;
    }

    /** Another service that vouches for people. */
    public record OutsideService(String address, String name) {}

    @GetMapping(SignInAddress.PATH)
    ResponseEntity<String> page(
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(name = "outside", required = false) @Nullable String outsideResult,
            HttpServletRequest request,
            Locale locale) {
        String wrong = switch (outsideResult == null ? "" : outsideResult) {
            case "closed" -> pages.text("signIn.closed", locale);
            case "failed" -> pages.text("signIn.outsideFailed", locale);
            default -> "";
        };
        return page(SignInAddress.own(next), "", wrong, request, locale);
    }

    @PostMapping(SignInAddress.PATH)
    ResponseEntity<?> signIn(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        String goal = SignInAddress.own(next);
        try {
            Account account = attempts.signIn(login, password, request.getRemoteAddr());
            cookie.open(account, request, response);
            return Pages.seeOther(goal);
        } catch (Problem refused) {
            var page = page(goal, login, refused.detail(locale) + " " + refused.hint(locale), request, locale);
            return ResponseEntity.status(refused.kind() == Problem.Kind.TOO_MANY ? 429 : 422)
                    .headers(page.getHeaders())
                    .body(page.getBody());
        }
    }

    @PostMapping("/sign-in/demo")
    ResponseEntity<?> enter(
            @RequestParam UUID account,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Account> person = demo.find(new AccountId(account), request);
        if (person.isEmpty()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header("Location", SignInAddress.PATH)
                    .build();
        }
        cookie.open(person.get(), request, response);
        return Pages.seeOther(SignInAddress.own(next));
    }

    @PostMapping("/sign-out")
    ResponseEntity<Void> signOut(HttpServletRequest request, HttpServletResponse response) {
        cookie.close(request, response);
        return Pages.seeOther("/");
    }

    private ResponseEntity<String> page(
            String next, String login, String wrong, HttpServletRequest request, Locale locale) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("next", next);
        parameters.put("login", login);
        parameters.put("wrong", wrong);
        parameters.put("people", demo.listPeople(request));
        parameters.put("services", services());
        return pages.renderAlone("people/sign-in.jte", pages.text("signIn.title", locale), locale, parameters);
    }

    private List<OutsideService> services() {
        return outside.getIfAvailable() instanceof Iterable<?> registrations
                ? java.util.stream.StreamSupport.stream(registrations.spliterator(), false)
                        .filter(ClientRegistration.class::isInstance)
                        .map(ClientRegistration.class::cast)
                        .map(service -> new OutsideService(
                                "/oauth2/authorization/" + service.getRegistrationId(), service.getClientName()))
                        .toList()
                : List.of();
    }
}
