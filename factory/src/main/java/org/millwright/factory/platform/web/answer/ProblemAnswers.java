package org.millwright.factory.platform.web.answer;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.text.Texts;
import org.millwright.factory.platform.web.CameFrom;
import org.millwright.factory.platform.web.Frames;
import org.millwright.factory.platform.web.Page;
import org.millwright.factory.platform.web.Required;
import org.millwright.factory.platform.web.viewer.CurrentFactory;
import org.millwright.factory.platform.web.viewer.Languages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Turns problems into answers: a page for a browser, {@code application/problem+json} (RFC 9457) for a program. */
@Component
public class ProblemAnswers {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final TemplateEngine templates;
    private final Texts texts;
    private final CurrentFactory current;
    private final FactoryClock clock;
    private final Frames frames;
    private final Languages languages;

    public ProblemAnswers(
            TemplateEngine templates,
            Texts texts,
            CurrentFactory current,
            FactoryClock clock,
            Frames frames,
            Languages languages) {
        this.templates = templates;
        this.texts = texts;
        this.current = current;
        this.clock = clock;
        this.frames = frames;
        this.languages = languages;
    }

    public ResponseEntity<?> answer(Problem problem, HttpServletRequest request) {
        Locale locale = languages.resolveLocale(request);
        int status = problem.kind().status();
        return answer(
                view(
                        status,
                        problem.detail(locale),
                        problem.hint(locale),
                        problem.code(),
                        String.valueOf(problem.args().getOrDefault(Required.FIELD, "")),
                        request),
                request,
                request.getRequestURI());
    }

    /** The answer for a status without a problem of ours, such as an unknown address. */
    public ResponseEntity<?> answer(int status, HttpServletRequest request, String path) {
        Locale locale = languages.resolveLocale(request);
        String code =
                texts.has("problem.http-" + status + ".detail") ? "http-" + status : "http-" + status / 100 + "xx";
        Map<String, Object> args = Map.of("path", path, "status", status);
        return answer(
                view(
                        status,
                        texts.text("problem." + code + ".detail", args, locale),
                        texts.text("problem." + code + ".hint", args, locale),
                        code,
                        "",
                        request),
                request,
                path);
    }

    private ProblemView view(
            int status, String detail, String hint, String code, String field, HttpServletRequest request) {
        Locale locale = languages.resolveLocale(request);
        return new ProblemView(
                status,
                title(status, locale),
                detail,
                hint,
                code,
                field,
                locale.toLanguageTag(),
                CameFrom.path(request),
                texts.text("page.back", Map.of(), locale),
                texts.text("page.start", Map.of(), locale));
    }

    private ResponseEntity<?> answer(ProblemView view, HttpServletRequest request, String path) {
        var response = ResponseEntity.status(view.status()).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (wantsPage(request, path)) {
            var page = new StringOutput();
            templates.render("platform/problem.jte", parameters(view, languages.resolveLocale(request)), page);
            return response.contentType(HTML).body(page.toString());
        }
        ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(view.status()), view.detail());
        body.setTitle(view.title());
        body.setInstance(URI.create(path));
        body.setProperty("hint", view.hint());
        body.setProperty("code", view.code());
        return response.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body);
    }

    /** In the frame of the factory, unless we are in trouble ourselves. */
    private Map<String, Object> parameters(ProblemView view, Locale locale) {
        Optional<CurrentFactory.View> factory = view.status() < 500 ? current.find() : Optional.empty();
        return factory.<Map<String, Object>>map(shown -> Map.of(
                        "problem",
                        view,
                        "page",
                        new Page(view.title(), "", locale, shown, clock.instant(), clock.speed(), texts, frames.get())))
                .orElseGet(() -> Map.of("problem", view));
    }

    private String title(int status, Locale locale) {
        String key = "problem.title." + status;
        return texts.text(texts.has(key) ? key : "problem.title." + status / 100 + "xx", Map.of(), locale);
    }

    private static boolean wantsPage(HttpServletRequest request, String path) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return !path.startsWith("/api/") && accepted != null && accepted.contains("text/html");
    }
}
