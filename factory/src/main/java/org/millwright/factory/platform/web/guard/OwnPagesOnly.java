package org.millwright.factory.platform.web.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that a page of another site asks the browser to make (cross-site request forgery): any web page that
 * somebody in the workshop opens could otherwise send forms to this address. Programs send no {@code Origin} and pass.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
public class OwnPagesOnly extends OncePerRequestFilter {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HARMLESS.contains(request.getMethod()) || comesFromHere(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean comesFromHere(HttpServletRequest request) {
        return !"cross-site".equals(request.getHeader("Sec-Fetch-Site"))
                && isHere(request.getHeader("Origin"), request.getHeader("Host"));
    }

    private static boolean isHere(@Nullable String origin, @Nullable String host) {
        return origin == null || origin.equals("http://" + host) || origin.equals("https://" + host);
    }
}
