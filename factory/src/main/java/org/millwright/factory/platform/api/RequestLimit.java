package org.millwright.factory.platform.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.millwright.factory.platform.clock.RealTime;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.answer.ProblemReply;
import org.millwright.factory.platform.web.viewer.CurrentViewer;
import org.millwright.factory.platform.web.viewer.Viewer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets each account, and each address of visitors, use the API so often a minute; what is left unused is saved for up to
 * a minute. Visitors' uploads and orders on pages count as well. Of the last 10,000 callers it knows how often they asked;
 * each node counts for itself.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.LOWEST_PRECEDENCE - 20)
class RequestLimit extends OncePerRequestFilter {
    private static final int MOST_CALLERS = 10_000;

    private final CurrentViewer viewer;
    private final ProblemReply problems;
    private final RealTime time;
    private final int perMinute;
    private final int perMinuteOfVisitors;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    RequestLimit(
            CurrentViewer viewer,
            ProblemReply problems,
            RealTime time,
            @Value("${millwright.api.requests-per-minute:1200}") int perMinute,
            @Value("${millwright.api.visitor-requests-per-minute:240}") int perMinuteOfVisitors) {
        this.viewer = viewer;
        this.problems = problems;
        this.time = time;
        this.perMinute = perMinute;
        this.perMinuteOfVisitors = perMinuteOfVisitors;
    }

    /** @param left how many requests are saved, at the time {@code at} */
    private record Bucket(double left, Instant at) {
        Bucket later(Instant now, int perMinute) {
            double gained = Math.max(0, Duration.between(at, now).toMillis()) / 60_000.0 * perMinute;
            return new Bucket(Math.min(perMinute, left + gained), now);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean api = request.getRequestURI().startsWith("/api/");
        if (!api && !"POST".equals(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        Viewer caller = viewer.get();
        int limit = caller.signedIn() ? perMinute : perMinuteOfVisitors;
        if (!api && caller.signedIn()) {
            chain.doFilter(request, response);
            return;
        }
        String name = caller.signedIn() ? "account " + caller.account() : "address " + request.getRemoteAddr();
        double left = take(name, limit, cost(request, caller));
        if (left >= 0) {
            response.setHeader("RateLimit-Remaining", Long.toString((long) left));
            chain.doFilter(request, response);
        } else {
            long seconds = Math.max(1, (long) Math.ceil(60.0 / limit));
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            var args = Map.<String, Object>of("limit", limit, "seconds", seconds);
            problems.send(Problem.of(Problem.Kind.TOO_MANY, "api-too-often", args), request, response);
        }
    }

    /** Files of strangers take room and time. */
    private static int cost(HttpServletRequest request, Viewer caller) {
        String type = request.getContentType();
        return !caller.signedIn() && type != null && type.startsWith("multipart/") ? 8 : 1;
    }

    private double take(String caller, int limit, int cost) {
        Instant now = time.instant();
        synchronized (buckets) {
            Bucket bucket = buckets.getOrDefault(caller, new Bucket(limit, now)).later(now, limit);
            double left = bucket.left() - cost;
            buckets.put(caller, left < 0 ? bucket : new Bucket(left, now));
            return left;
        }
    }
}
