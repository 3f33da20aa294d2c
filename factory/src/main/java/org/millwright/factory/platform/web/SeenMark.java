package org.millwright.factory.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.millwright.factory.platform.live.Changes;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notes where the news stood before anything of a page was read, so that nothing that comes later is missed. */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class SeenMark extends OncePerRequestFilter {
    private static final String NAME = SeenMark.class.getName();

    private final Changes changes;

    SeenMark(Changes changes) {
        this.changes = changes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(NAME, changes.mark());
        chain.doFilter(request, response);
    }

    /** The mark of this request; empty, which is older than all, where the filter did not see it. */
    static String of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof String mark ? mark : "";
    }
}
