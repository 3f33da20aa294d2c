package org.millwright.factory.production.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Person;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.inventory.LotId;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.production.Jobs;
import org.millwright.factory.production.task.Task;
import org.millwright.factory.production.task.TaskId;
import org.millwright.factory.production.task.TaskResult;
import org.millwright.factory.production.task.TaskState;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** My tasks: one ranked list, and one task on a screen. */
@Controller
@AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
public class TaskPages {
    private static final String WORKER = "worker";

    private final Pages pages;
    private final TaskReader reader;
    private final Factories factories;
    private final Jobs jobs;
    private final ObjectProvider<HttpServletRequest> requests;

    TaskPages(
            Pages pages,
            TaskReader reader,
            Factories factories,
            Jobs jobs,
            ObjectProvider<HttpServletRequest> requests) {
        this.pages = pages;
        this.reader = reader;
        this.factories = factories;
        this.jobs = jobs;
        this.requests = requests;
    }

    @GetMapping("/tasks")
    ResponseEntity<String> tasks(
            @RequestParam(required = false) @Nullable UUID done,
            @RequestParam(defaultValue = "") String unknown,
            Locale locale) {
        FactoryId factory = pages.factory();
        Person who = who();
        var parameters = new HashMap<String, Object>();
        parameters.put("lines", reader.list(factory, who == null ? null : who.id()));
        parameters.put("who", who);
        parameters.put("people", factories.listPeople(factory));
        parameters.put("done", done == null ? null : jobs.getTask(new TaskId(done)));
        parameters.put("unknown", unknown);
        return pages.render("floor/tasks.jte", "floor", pages.text("tasks.title", locale), locale, parameters);
    }

    /** Who works at this screen, when the account stands for nobody. */
    @AllowedFor({Role.OPERATOR, Role.QUALITY})
    @PostMapping("/tasks/worker")
    ResponseEntity<Void> worker(@RequestParam UUID person) {
        factories.getPerson(new PersonId(person));
        ResponseCookie cookie = ResponseCookie.from(WORKER, person.toString())
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(12 * 3600)
                .build();
        return ResponseEntity.status(303)
                .header(HttpHeaders.LOCATION, "/tasks")
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .build();
    }

    /** A scanner types what it read and presses Enter. */
    @GetMapping("/tasks/scan")
    ResponseEntity<Void> scan(@RequestParam String code) {
        Person who = who();
        String read = code.strip();
        return reader.find(pages.factory(), read, who == null ? null : who.id())
                .map(line -> Pages.seeOther("/tasks/" + line.task().id()))
                .orElseGet(() -> Pages.seeOther("/tasks?unknown=" + URLEncoder.encode(read, StandardCharsets.UTF_8)));
    }

    @GetMapping("/tasks/{id}")
    ResponseEntity<String> task(@PathVariable UUID id, Locale locale) {
        return show(jobs.getTask(new TaskId(id)), null, 200, locale);
    }

    @AllowedFor({Role.OPERATOR, Role.QUALITY})
    @PostMapping("/tasks/{id}/start")
    ResponseEntity<?> start(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID person, Locale locale) {
        Task task = jobs.getTask(new TaskId(id));
        Person who = person == null ? who() : factories.getPerson(new PersonId(person));
        if (who == null) {
            return Pages.seeOther("/tasks");
        }
        try {
            jobs.startTask(task.id(), who.id(), actor(who));
            return Pages.seeOther("/tasks/" + id);
        } catch (Problem refused) {
            return show(task, refused, refused.kind().status(), locale);
        }
    }

    /** Undoes a start that was a slip, or leaves the task to somebody else. */
    @AllowedFor({Role.OPERATOR, Role.QUALITY})
    @PostMapping("/tasks/{id}/give-back")
    ResponseEntity<Void> giveBack(@PathVariable UUID id) {
        jobs.giveBackTask(new TaskId(id), pages.actor());
        return Pages.seeOther("/tasks/" + id);
    }

    /** What was scanned at a task: the lot that is loaded, or anything that shows that the right thing is at hand. */
    @AllowedFor({Role.OPERATOR, Role.QUALITY})
    @PostMapping("/tasks/{id}/scan")
    ResponseEntity<?> scan(@PathVariable UUID id, @RequestParam String code, Locale locale) {
        Task task = jobs.getTask(new TaskId(id));
        TaskReader.View view = reader.get(task, null);
        String read = code.strip();
        if (task.state() == TaskState.STARTED && task.kind() == StepKind.PREPARE && TaskReader.isLot(view, read)) {
            return finish(id, view.lot() == null ? null : view.lot().id().value(), new HashMap<>(), locale);
        }
        if (task.state() == TaskState.OPEN && TaskReader.belongs(view, read)) {
            return start(id, null, locale);
        }
        String unit = view.units().stream()
                .map(Unit::serial)
                .filter(read::equalsIgnoreCase)
                .findFirst()
                .orElse("");
        if (!unit.isEmpty()) {
            return Pages.seeOther("/tasks/" + id + "#unit-" + unit);
        }
        Problem wrong = Problem.of(
                Problem.Kind.REFUSED,
                view.lot() == null ? "scan-foreign" : "scan-other-lot",
                Map.of(
                        "code",
                        read.isEmpty() ? "-" : read,
                        "about",
                        view.line().about(),
                        "lot",
                        view.lot() == null ? "-" : view.lot().lotNumber()));
        return show(task, wrong, wrong.kind().status(), locale);
    }

    /** Finishes a task; units named {@code scrap.<id>} are lost for the reason given, the others are good. */
    @AllowedFor({Role.OPERATOR, Role.QUALITY})
    @PostMapping("/tasks/{id}/finish")
    ResponseEntity<?> finish(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID lot,
            @RequestParam Map<String, String> fields,
            Locale locale) {
        Task task = jobs.getTask(new TaskId(id));
        Actor actor = task.person() == null ? pages.actor() : actor(factories.getPerson(task.person()));
        try {
            if (task.kind() == StepKind.PREPARE && lot != null) {
                jobs.confirmPreparation(task.id(), new LotId(lot), actor);
            }
            jobs.finishTask(task.id(), result(task, fields), actor);
            return Pages.seeOther("/tasks?done=" + id);
        } catch (Problem refused) {
            return show(task, refused, refused.kind().status(), locale);
        }
    }

    private TaskResult result(Task task, Map<String, String> fields) {
        List<Unit> units = reader.get(task, null).units();
        Map<UnitId, String> scrapped = new HashMap<>();
        for (Unit unit : units) {
            String reason = fields.getOrDefault("scrap." + unit.id(), "").strip();
            if (!reason.isEmpty()) {
                scrapped.put(unit.id(), reason);
            }
        }
        return scrapped.isEmpty() ? TaskResult.ALL_GOOD : new TaskResult(units.size() - scrapped.size(), scrapped);
    }

    private ResponseEntity<String> show(Task task, @Nullable Problem refused, int status, Locale locale) {
        Person who = who();
        var parameters = new HashMap<String, Object>();
        parameters.put("view", reader.get(jobs.getTask(task.id()), who == null ? null : who.id()));
        parameters.put("who", who);
        parameters.put("people", factories.listPeople(task.factory()));
        parameters.put("refused", refused);
        String title = "step." + task.step();
        ResponseEntity<String> page =
                pages.render("floor/task.jte", "floor", pages.text(title, locale), locale, parameters);
        return ResponseEntity.status(status).headers(page.getHeaders()).body(page.getBody());
    }

    /** Whoever the account stands for, or who said that they work here; null when nobody did. */
    private @Nullable Person who() {
        UUID person = pages.viewer().person();
        Cookie[] cookies = requests.getObject().getCookies();
        if (person == null && cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(WORKER)) {
                    person = readable(cookie.getValue());
                }
            }
        }
        UUID wanted = person;
        return factories.listPeople(pages.factory()).stream()
                .filter(each -> each.id().value().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable UUID readable(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }

    private static Actor actor(Person person) {
        return new Actor(person.name(), person.role(), person.simulated());
    }
}
