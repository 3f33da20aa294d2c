package org.millwright.factory.people.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.text.Texts;
import org.millwright.factory.platform.web.answer.ProblemReply;
import org.millwright.factory.platform.web.viewer.CurrentViewer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** What those are told who may not: sign in, ask somebody with the role, or send the form again. */
@Component
@ConditionalOnWebApplication
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ProblemReply problems;
    private final LocaleResolver locales;
    private final Texts texts;
    private final CurrentViewer viewer;

    Refusals(ProblemReply problems, LocaleResolver locales, Texts texts, CurrentViewer viewer) {
        this.problems = problems;
        this.locales = locales;
        this.texts = texts;
        this.viewer = viewer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        signInFirst(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException) {
            problems.send(Problem.of(Problem.Kind.NOT_ALLOWED, "form-outdated", Map.of()), request, response);
        } else if (!viewer.get().signedIn()) {
            signInFirst(request, response);
        } else {
            var args = Map.<String, Object>of("path", request.getRequestURI(), "roles", words(request, roles(denied)));
            problems.send(Problem.of(Problem.Kind.NOT_ALLOWED, "role-missing", args), request, response);
        }
    }

    private void signInFirst(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        boolean browser =
                accepted != null && accepted.contains("text/html") && request.getHeader("Millwright-Part") == null;
        boolean part = request.getHeader("HX-Request") != null;
        if (part) {
            // A part of a page was asked for; the whole page has to go and sign in.
            response.setHeader("HX-Redirect", SignInAddress.leadingTo(pageOf(request)));
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (browser && !request.getRequestURI().startsWith("/api/")) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, SignInAddress.leadingTo(pageOf(request)));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Millwright\"");
            problems.send(Problem.of(Problem.Kind.NOT_SIGNED_IN, "not-signed-in", Map.of()), request, response);
        }
    }

    /** The page to come back to: the one that was asked for, or the one that a form was sent from. */
    private static String pageOf(HttpServletRequest request) {
        if (request.getMethod().equals("GET") && request.getHeader("HX-Request") == null) {
            String query = request.getQueryString();
            return request.getRequestURI() + (query == null ? "" : "?" + query);
        }
        return SignInAddress.ownPathOf(request.getHeader(HttpHeaders.REFERER));
    }

    private static Set<Role> roles(AccessDeniedException denied) {
        return denied instanceof AuthorizationDeniedException with
                        && with.getAuthorizationResult() instanceof RouteAuthorization.Refusal refusal
                ? refusal.roles()
                : Set.of(Role.OWNER);
    }

    private String words(HttpServletRequest request, Set<Role> roles) {
        var locale = locales.resolveLocale(request);
        return roles.stream()
                .sorted()
                .map(role -> texts.text("role." + role.name(), Map.of(), locale))
                .collect(Collectors.joining(", "));
    }
}
