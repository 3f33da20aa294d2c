package org.millwright.factory.production.web;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.DesignView;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.examination.PartViews;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.production.Jobs;
import org.millwright.factory.production.run.RunMaterial;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One build: its plate or sheet, its program, its units, and what was expected beside what came. */
@Controller
@AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
public class BuildPages {
    private final Pages pages;
    private final WorkOrders workOrders;
    private final Jobs jobs;
    private final Lots lots;
    private final RunMaterial material;
    private final ToolPaths paths;
    private final PartViews views;

    BuildPages(
            Pages pages,
            WorkOrders workOrders,
            Jobs jobs,
            Lots lots,
            RunMaterial material,
            ToolPaths paths,
            PartViews views) {
        this.pages = pages;
        this.workOrders = workOrders;
        this.jobs = jobs;
        this.lots = lots;
        this.material = material;
        this.paths = paths;
        this.views = views;
    }

    /** A unit with the order it is for. */
    public record UnitLine(Unit unit, WorkOrder order) {}

    /** @param part the design whose picture is shown large; the one with the gravest findings when none is named */
    @GetMapping("/builds/{id}")
    ResponseEntity<String> build(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID part, Locale locale) {
        BuildPlan build = workOrders.getBuild(new BuildId(id));
        List<UnitLine> units =
                workOrders
                        .listUnitsById(build.units().stream()
                                .map(BuildPlan.Placed::unit)
                                .toList())
                        .stream()
                        .map(unit -> new UnitLine(unit, workOrders.getWorkOrder(unit.workOrder())))
                        .toList();
        var parameters = new HashMap<String, Object>();
        parameters.put("build", build);
        List<DesignView> parts = views.list(units.stream().map(UnitLine::order).toList());
        parameters.put("parts", parts);
        parameters.put(
                "part",
                parts.stream()
                        .filter(view -> view.design().id().value().equals(part))
                        .findFirst()
                        .orElse(parts.getFirst()));
        parameters.put("plate", workOrders.plate(build.id()));
        parameters.put("units", units);
        parameters.put("material", lots.getMaterial(build.factory(), build.materialId()));
        parameters.put("operations", workOrders.listOperationsOf(build.id()));
        jobs.findJob(build.id()).ifPresent(job -> {
            parameters.put("job", job);
            parameters.put("usedG", build.sheet() == null ? material.filamentMassG(job, build) : 0);
        });
        parameters.put("layers", paths.get(build).layers().size());
        return pages.render("floor/build.jte", "floor", build.number(), locale, parameters);
    }

    /** What the machine runs, to be kept or read. */
    @GetMapping("/builds/{id}/program")
    ResponseEntity<byte[]> program(@PathVariable UUID id) {
        BuildPlan build = workOrders.getBuild(new BuildId(id));
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(build.number() + ".gcode")
                                .build()
                                .toString())
                .body(paths.text(build).getBytes(StandardCharsets.UTF_8));
    }
}
