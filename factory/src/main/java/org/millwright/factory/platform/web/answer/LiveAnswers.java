package org.millwright.factory.platform.web.answer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.live.Changes;
import org.millwright.factory.platform.web.Frames;
import org.millwright.factory.platform.web.viewer.CurrentViewer;
import org.millwright.factory.platform.web.viewer.Viewer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Many open pages that show the same ask for the same content when something changes; it is made once per state of
 * the factory, and kept for a moment. Only requests that pages of ours make for content without frame are answered so.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public class LiveAnswers extends OncePerRequestFilter {
    private static final int MOST_KEPT = 64;
    private static final long KEPT_NS = 1_000_000_000L;

    private final Changes changes;
    private final CurrentViewer viewer;
    private final ConcurrentHashMap<Question, Making> answers = new ConcurrentHashMap<>();

    public LiveAnswers(Changes changes, CurrentViewer viewer) {
        this.changes = changes;
        this.viewer = viewer;
    }

    private record Question(String address, Viewer viewer, String language, String cookies) {}

    private record Answer(
            long version,
            long madeAtNs,
            int status,
            @Nullable String type,
            ByteBuffer body) {}

    private static final class Making {
        final ReentrantLock lock = new ReentrantLock();
        volatile @Nullable Answer latest;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"live".equals(request.getHeader(Frames.PART)) || !"GET".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (answers.size() > MOST_KEPT) {
            answers.clear();
        }
        Making making = answers.computeIfAbsent(question(request), asked -> new Making());
        long wanted = changes.version();
        making.lock.lock();
        try {
            Answer latest = making.latest;
            if (latest != null && latest.version() >= wanted && System.nanoTime() - latest.madeAtNs() < KEPT_NS) {
                give(latest, response);
                return;
            }
            var wrapped = new ContentCachingResponseWrapper(response);
            long version = changes.version();
            chain.doFilter(request, wrapped);
            making.latest = new Answer(
                    version,
                    System.nanoTime(),
                    wrapped.getStatus(),
                    wrapped.getContentType(),
                    ByteBuffer.wrap(wrapped.getContentAsByteArray()).asReadOnlyBuffer());
            wrapped.copyBodyToResponse();
        } finally {
            making.lock.unlock();
        }
    }

    private Question question(HttpServletRequest request) {
        String query = request.getQueryString();
        return new Question(
                request.getRequestURI() + (query == null ? "" : "?" + query),
                viewer.get(),
                String.valueOf(request.getHeader("Accept-Language")),
                String.valueOf(request.getHeader("Cookie")));
    }

    private static void give(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setContentType(answer.type());
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(answer.body().duplicate());
    }
}
