package org.millwright.factory.people.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.millwright.factory.people.Account;
import org.millwright.factory.people.signin.SignIns;
import org.millwright.factory.platform.access.UnguessableKey;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The cookie by which a browser stays signed in: no script can read it, and no other site's form sends it. */
@Component
public class SignInCookie {
    /** Name of the cookie that forms are compared with. */
    static final String FORM_COOKIE = "millwright-form";

    private static final String NAME = "millwright";

    private final SignIns signIns;

    SignInCookie(SignIns signIns) {
        this.signIns = signIns;
    }

    /** Signs the browser in, under a new key. */
    public void open(Account account, HttpServletRequest request, HttpServletResponse response) {
        find(request).ifPresent(signIns::close);
        String browser =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        UnguessableKey key = signIns.open(account.id(), browser);
        send(NAME, key.text(), SignIns.LONGEST, request, response);
        // Forms made for whoever sat here before are not believed any more.
        send(FORM_COOKIE, "", Duration.ZERO, request, response);
    }

    /** Signs the browser out. */
    public void close(HttpServletRequest request, HttpServletResponse response) {
        find(request).ifPresent(signIns::close);
        send(NAME, "", Duration.ZERO, request, response);
    }

    static Optional<UnguessableKey> find(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        return cookie == null || cookie.getValue().isEmpty()
                ? Optional.empty()
                : Optional.of(new UnguessableKey(cookie.getValue()));
    }

    private static void send(
            String name, String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
