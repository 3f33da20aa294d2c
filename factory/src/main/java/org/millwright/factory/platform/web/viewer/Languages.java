package org.millwright.factory.platform.web.viewer;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * In which language a page is written: what the viewer's account says, else what was chosen in this browser, else the
 * first language the browser asks for that there is. A region beside it (en-GB) is kept for numbers and dates.
 */
@Component("localeResolver")
public class Languages implements LocaleResolver {
    /** Those that there are texts in. */
    public static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final String COOKIE = "millwright-language";

    private final ObjectProvider<CurrentViewer> viewer;

    public Languages(ObjectProvider<CurrentViewer> viewer) {
        this.viewer = viewer;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return known(viewer.getObject().get().language())
                .or(() -> chosen(request))
                .or(() -> Collections.list(request.getLocales()).stream()
                        .filter(locale -> known(locale).isPresent())
                        .findFirst())
                .orElse(Locale.ENGLISH);
    }

    /** Keeps the language of this browser. */
    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(COOKIE, locale == null ? "" : locale.toLanguageTag())
                            .path("/")
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .sameSite("Lax")
                            .maxAge(locale == null ? Duration.ZERO : Duration.ofDays(365))
                            .build()
                            .toString());
        }
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : known(Locale.forLanguageTag(cookie.getValue()));
    }

    private static Optional<Locale> known(@Nullable Locale wanted) {
        return Optional.ofNullable(wanted)
                .filter(locale -> ALL.stream().anyMatch(one -> one.getLanguage().equals(locale.getLanguage())));
    }
}
