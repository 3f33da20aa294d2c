package org.millwright.factory.people.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.people.Account;
import org.millwright.factory.people.signin.SignIns;
import org.millwright.factory.people.token.ApiTokens;
import org.millwright.factory.platform.access.UnguessableKey;
import org.millwright.factory.platform.web.viewer.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who asks: by the token of a program, else by the cookie of a browser. Looked up when somebody wants to know
 * and not before, so files and pictures cost no query.
 */
final class ViewerFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final SignIns signIns;
    private final ApiTokens tokens;

    ViewerFilter(SignIns signIns, ApiTokens tokens) {
        this.signIns = signIns;
        this.tokens = tokens;
    }

    /**
     * Requests that no foreign page can make a browser send with somebody's rights: those with a token, and those of
     * programs that use the API without having signed in.
     */
    static RequestMatcher programs() {
        return request -> token(request) != null
                || (request.getRequestURI().startsWith("/api/")
                        && SignInCookie.find(request).isEmpty());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContextHolder.setDeferredContext(new Once(request));
        chain.doFilter(request, response);
    }

    /** Also when it is answered in a second thread or by the error page. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static @Nullable UnguessableKey token(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? new UnguessableKey(header.substring(BEARER.length()).strip())
                : null;
    }

    private Viewer find(HttpServletRequest request) {
        UnguessableKey token = token(request);
        Optional<Viewer> found = token == null
                ? SignInCookie.find(request).flatMap(signIns::find).map(Account::viewer)
                : tokens.findViewer(token);
        return found.orElseGet(() -> Viewer.VISITOR);
    }

    private final class Once
            implements java.util.function.Supplier<org.springframework.security.core.context.SecurityContext> {
        private final HttpServletRequest request;
        private @Nullable SecurityContextImpl found;

        Once(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContextImpl get() {
            SecurityContextImpl context = found;
            if (context == null) {
                context = new SecurityContextImpl(new ViewerAuthentication(find(request)));
                found = context;
            }
            return context;
        }
    }
}
