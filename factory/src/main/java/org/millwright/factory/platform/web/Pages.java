package org.millwright.factory.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.text.Texts;
import org.millwright.factory.platform.web.viewer.CurrentFactory;
import org.millwright.factory.platform.web.viewer.Viewer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Renders pages in the common frame. */
@Component
public class Pages {
    private static final int LONGEST_ADDRESS = 2_000;

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final CurrentFactory.View NO_FACTORY_YET =
            new CurrentFactory.View(new FactoryId(new UUID(0, 0)), "Millwright", ZoneOffset.UTC);

    private final TemplateEngine templates;
    private final Texts texts;
    private final CurrentFactory current;
    private final FactoryClock clock;
    private final Frames frames;

    Pages(TemplateEngine templates, Texts texts, CurrentFactory current, FactoryClock clock, Frames frames) {
        this.templates = templates;
        this.texts = texts;
        this.current = current;
        this.clock = clock;
        this.frames = frames;
    }

    /** Who makes the request that is being answered. */
    public Viewer viewer() {
        return frames.get().viewer();
    }

    /** The same, as the journal names them. */
    public Actor actor() {
        return viewer().actor();
    }

    /** The factory whose pages are shown. Throws {@link Problem} while there is none. */
    public FactoryId factory() {
        return view().id();
    }

    /** The factory's time. */
    public Instant now() {
        return clock.instant();
    }

    /** The zone of the factory whose pages are shown. */
    public ZoneId zone() {
        return view().zone();
    }

    /**
     * Renders a template that takes a {@code page} and the given parameters, with the style sheet of its section.
     *
     * @param section the marked part of the rail
     */
    public ResponseEntity<String> render(
            String template, String section, String title, Locale locale, Map<String, Object> parameters) {
        return render(template, section, title, locale, view(), parameters);
    }

    /** Renders a page that is also shown while there is no factory yet, such as the one to sign in on. */
    public ResponseEntity<String> renderAlone(
            String template, String title, Locale locale, Map<String, Object> parameters) {
        return render(template, "people", title, locale, current.find().orElse(NO_FACTORY_YET), parameters);
    }

    private ResponseEntity<String> render(
            String template,
            String section,
            String title,
            Locale locale,
            CurrentFactory.View factory,
            Map<String, Object> parameters) {
        var all = new HashMap<>(parameters);
        all.put("page", new Page(title, section, locale, factory, clock.instant(), clock.speed(), texts, frames.get()));
        var html = new StringOutput();
        templates.render(template, all, html);
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(html.toString());
    }

    public String text(String key, Locale locale) {
        return texts.text(key, Map.of(), locale);
    }

    /** The same with its gaps filled. */
    public String text(String key, Map<String, ?> args, Locale locale) {
        return texts.text(key, args, locale);
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return texts.has(key);
    }

    /** Content without the frame, for a part of a page that asks for it. */
    public ResponseEntity<String> renderPart(String template, Locale locale, Map<String, Object> parameters) {
        return render(template, "", "", locale, parameters);
    }

    /**
     * Sends the browser on with GET after a form was taken, so that reloading sends nothing twice. A query that no page of
     * ours makes, because it is longer than a header may be, is left out.
     */
    public static ResponseEntity<Void> seeOther(String path) {
        int query = path.indexOf('?');
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(
                        HttpHeaders.LOCATION,
                        path.length() > LONGEST_ADDRESS && query > 0 ? path.substring(0, query) : path)
                .build();
    }

    private CurrentFactory.View view() {
        return current.find().orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "no-factory", Map.of()));
    }
}
