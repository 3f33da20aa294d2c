package org.millwright.factory.platform.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.millwright.factory.platform.clock.RealTime;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.answer.ProblemReply;
import org.millwright.factory.platform.web.viewer.CurrentViewer;
import org.millwright.factory.platform.web.viewer.Viewer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Does what a POST with the header {@code Idempotency-Key} asks for once, however often it is sent: later ones with the
 * same key get the first one's answer. A key belongs to its caller, and to the first request that carried it. Failures of
 * ours are not kept, so that they may be tried again. Forms of our pages are held to the same.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class Idempotency extends OncePerRequestFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final int MOST_JSON_BYTES = 1 << 20;

    private final AnswerStore store;
    private final CurrentViewer viewer;
    private final ProblemReply problems;
    private final RealTime time;

    Idempotency(AnswerStore store, CurrentViewer viewer, ProblemReply problems, RealTime time) {
        this.store = store;
        this.viewer = viewer;
        this.problems = problems;
        this.time = time;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || !(request.getRequestURI().startsWith("/api/") || isForm(request))
                || request.getHeader(HEADER) == null;
    }

    /** Pages of ours send a form again under the same key when its answer was lost on the way. */
    private static boolean isForm(HttpServletRequest request) {
        return "form".equals(request.getHeader("Millwright-Part"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = Objects.requireNonNull(request.getHeader(HEADER));
        if (!key.matches("[!-~]{1,200}")) {
            problems.send(Problem.of(Problem.Kind.INVALID, "idempotency-key-invalid", Map.of()), request, response);
            return;
        }
        Viewer who = viewer.get();
        String caller = who.signedIn() ? "account " + who.account() : "address " + request.getRemoteAddr();
        byte[] body = isForm(request)
                ? fields(request)
                : isJson(request) ? request.getInputStream().readNBytes(MOST_JSON_BYTES + 1) : new byte[0];
        if (body.length > MOST_JSON_BYTES) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        String fingerprint = fingerprint(request, body);
        if (store.begin(caller, key, fingerprint, time.instant())) {
            HttpServletRequest again = isJson(request) && !isForm(request) ? new ReadAlready(request, body) : request;
            work(caller, key, fingerprint, again, response, chain);
        } else {
            repeat(caller, key, fingerprint, request, response);
        }
    }

    private void work(
            String caller,
            String key,
            String fingerprint,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(request, answer);
            // Pages are made anew: they may hold what is shown only once.
            done = answer.getStatus() < 500 && (!isForm(request) || answer.getHeader(HttpHeaders.LOCATION) != null);
        } finally {
            if (done) {
                store.finish(
                        caller,
                        key,
                        new AnswerStore.Answer(
                                fingerprint,
                                answer.getStatus(),
                                answer.getContentType(),
                                answer.getHeader(HttpHeaders.LOCATION),
                                new String(answer.getContentAsByteArray(), StandardCharsets.ISO_8859_1)));
            } else {
                store.forget(caller, key);
            }
        }
        answer.copyBodyToResponse();
    }

    private void repeat(
            String caller, String key, String fingerprint, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var known = store.find(caller, key);
        if (known.isEmpty() || known.get().status() == 0) {
            problems.send(
                    Problem.of(Problem.Kind.CONFLICT, "idempotency-under-way", Map.of("key", key)), request, response);
        } else if (!known.get().fingerprint().equals(fingerprint)) {
            problems.send(
                    Problem.of(Problem.Kind.REFUSED, "idempotency-key-reused", Map.of("key", key)), request, response);
        } else {
            var answer = known.get();
            response.setStatus(answer.status());
            response.setHeader("Idempotency-Replayed", "true");
            if (answer.contentType() != null) {
                response.setContentType(answer.contentType());
            }
            if (answer.location() != null) {
                response.setHeader(HttpHeaders.LOCATION, answer.location());
            }
            response.getOutputStream().write(answer.body().getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.startsWith("multipart/");
    }

    private static byte[] fields(HttpServletRequest request) {
        var text = new StringBuilder();
        new TreeMap<>(request.getParameterMap())
                .forEach((name, values) -> text.append(name)
                        .append('=')
                        .append(String.join("\u0001", values))
                        .append('\u0002'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Of a file only the length: it may be large, and its content is compared when it is stored. */
    private static String fingerprint(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getRequestURI() + "?" + request.getQueryString() + " "
                            + (isJson(request) ? -1 : request.getContentLengthLong()) + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    /** A request whose body was read, to be read again. */
    private static final class ReadAlready extends HttpServletRequestWrapper {
        private final byte[] body;

        ReadAlready(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] target, int from, int length) {
                    return bytes.read(target, from, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("The body is there already.");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
