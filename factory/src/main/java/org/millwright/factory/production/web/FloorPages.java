package org.millwright.factory.production.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.platform.web.Required;
import org.millwright.factory.platform.web.Sparkline;
import org.millwright.factory.production.Job;
import org.millwright.factory.production.JobId;
import org.millwright.factory.production.Jobs;
import org.millwright.machines.MachineState;
import org.millwright.machines.gcode.ToolPath;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The floor: machines with what is on them, and each machine on a page of its own. */
@Controller
@AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
public class FloorPages {
    private static final int SHOWN_JOBS = 20;

    private final Pages pages;
    private final FloorReader reader;
    private final ToolPaths paths;
    private final Factories factories;
    private final Jobs jobs;
    private final WorkOrders workOrders;
    private final LearnedTimes learnedTimes;

    FloorPages(
            Pages pages,
            FloorReader reader,
            ToolPaths paths,
            Factories factories,
            Jobs jobs,
            WorkOrders workOrders,
            LearnedTimes learnedTimes) {
        this.pages = pages;
        this.reader = reader;
        this.paths = paths;
        this.factories = factories;
        this.jobs = jobs;
        this.workOrders = workOrders;
        this.learnedTimes = learnedTimes;
    }

    /** A job of the past with what it made. */
    public record Past(Job job, BuildPlan build) {}

    /** Where a machine is in its program; {@code build} is null when it runs none. */
    record Position(
            @Nullable String build,
            int line,
            int layer,
            int layers,
            double zMm,
            @Nullable Double xMm,
            @Nullable Double yMm,
            double progress,
            boolean active) {}

    /** One layer of a program. */
    record LayerView(int layer, int layers, double zMm, List<double[]> stretches) {}

    @GetMapping("/floor")
    ResponseEntity<String> floor(Locale locale) {
        var parameters = new HashMap<String, Object>();
        parameters.put("tiles", reader.tiles(pages.factory()));
        parameters.put("tasks", jobs.listOpenTasks(pages.factory()).size());
        return pages.render("floor/floor.jte", "floor", pages.text("section.floor", locale), locale, parameters);
    }

    @GetMapping("/floor/machines/{id}")
    ResponseEntity<String> machine(@PathVariable UUID id, Locale locale) {
        FloorReader.Tile tile = reader.tile(new MachineId(id));
        Machine machine = tile.machine();
        Map<String, Sparkline> courses = new HashMap<>();
        for (String reading : tile.state().readings().keySet()) {
            courses.put(reading, new Sparkline(reader.course(machine.id(), reading)));
        }
        var parameters = new HashMap<String, Object>();
        parameters.put("tile", tile);
        parameters.put("courses", courses);
        parameters.put(
                "past",
                reader.history(machine, SHOWN_JOBS).stream()
                        .map(job -> new Past(job, workOrders.getBuild(job.build())))
                        .toList());
        parameters.put("learned", learnedTimes.list(machine));
        return pages.render("floor/machine.jte", "floor", machine.name(), locale, parameters);
    }

    /** Where the machine is, for the picture that follows it. */
    @GetMapping(path = "/floor/machines/{id}/position", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Position position(@PathVariable UUID id) {
        var machine = new MachineId(id);
        MachineState state = jobs.machineState(machine);
        Job job = jobs.findActiveJob(machine).orElse(null);
        Double line = state.readings().get("line");
        if (job == null || line == null) {
            return new Position(null, 0, 0, 0, 0, null, null, 0, false);
        }
        ToolPath path = paths.get(workOrders.getBuild(job.build()));
        int layer = path.layers().isEmpty() ? 0 : path.layerAt(line.intValue());
        return new Position(
                job.build().toString(),
                line.intValue(),
                layer,
                path.layers().size(),
                path.layers().isEmpty() ? 0 : path.layers().get(layer).zMm(),
                state.readings().get("xMm"),
                state.readings().get("yMm"),
                state.progress(),
                state.execution() == MachineState.Execution.ACTIVE);
    }

    /** One layer of a build's program, from 0. */
    @GetMapping(path = "/builds/{id}/layers/{layer}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<LayerView> layer(@PathVariable UUID id, @PathVariable int layer) {
        ToolPath path = paths.get(workOrders.getBuild(new BuildId(id)));
        if (layer < 0 || layer >= path.layers().size()) {
            throw Problem.of(
                    Problem.Kind.NOT_FOUND,
                    "layer-missing",
                    Map.of("layer", layer, "layers", path.layers().size()));
        }
        ToolPath.Layer wanted = path.layers().get(layer);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .body(new LayerView(layer, path.layers().size(), wanted.zMm(), wanted.stretches()));
    }

    @AllowedFor({Role.OPERATOR, Role.PLANNER})
    @PostMapping("/machines/{id}/down")
    ResponseEntity<Void> down(
            @PathVariable UUID id,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String hours,
            Locale locale) {
        factories.markDown(
                new MachineId(id),
                Required.words(reason, "reason", "materials.reason", pages, locale),
                until(hours),
                pages.actor());
        return Pages.seeOther("/floor/machines/" + id);
    }

    private @Nullable Instant until(String hours) {
        if (hours.isBlank()) {
            return null;
        }
        String typed = hours.strip().replace(',', '.');
        if (!typed.matches("\\d{1,4}(\\.\\d{1,3})?")) {
            throw Problem.of(Problem.Kind.INVALID, "hours-unreadable", Map.of("text", typed, Required.FIELD, "hours"));
        }
        return pages.now().plus(Duration.ofMinutes(Math.round(60 * Double.parseDouble(typed))));
    }

    @AllowedFor({Role.OPERATOR, Role.PLANNER})
    @PostMapping("/machines/{id}/up")
    ResponseEntity<Void> up(@PathVariable UUID id) {
        factories.markUp(new MachineId(id), pages.actor());
        return Pages.seeOther("/floor/machines/" + id);
    }

    @AllowedFor({Role.OPERATOR, Role.PLANNER})
    @PostMapping("/jobs/{id}/stop")
    ResponseEntity<Void> stop(@PathVariable UUID id, @RequestParam String reason, Locale locale) {
        Job job = jobs.getJob(new JobId(id));
        jobs.stop(job.id(), Required.words(reason, "reason", "materials.reason", pages, locale), pages.actor());
        return Pages.seeOther("/floor/machines/" + job.machine());
    }
}
