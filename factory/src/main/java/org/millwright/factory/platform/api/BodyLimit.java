package org.millwright.factory.platform.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.answer.ProblemReply;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies of more than 1 MiB, and of unknown length, other than uploaded files, which have a limit of their own. */
@Component
@ConditionalOnWebApplication
@Order(Ordered.LOWEST_PRECEDENCE - 15)
class BodyLimit extends OncePerRequestFilter {
    private static final int MOST_BYTES = 1 << 20;

    private final ProblemReply problems;

    BodyLimit(ProblemReply problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return !request.getRequestURI().startsWith("/api/") || (type != null && type.startsWith("multipart/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean unknown =
                request.getContentLengthLong() < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (unknown || request.getContentLengthLong() > MOST_BYTES) {
            problems.send(
                    Problem.of(Problem.Kind.INVALID, "api-body-large", Map.of("most", MOST_BYTES)), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
