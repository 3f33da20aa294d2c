package org.millwright.factory.quality.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millwright.factory.planning.Unit;
import org.millwright.factory.planning.UnitId;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.platform.web.Required;
import org.millwright.factory.production.Jobs;
import org.millwright.factory.quality.Disposition;
import org.millwright.factory.quality.Inspection;
import org.millwright.factory.quality.InspectionState;
import org.millwright.factory.quality.Inspections;
import org.millwright.factory.quality.Nonconformance;
import org.millwright.factory.quality.NonconformanceId;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Quality: units to inspect with their measurements, and nonconformances to decide. */
@Controller
@AllowedFor({Role.QUALITY, Role.OPERATOR, Role.PLANNER})
public class QualityPages {
    private static final int MOST_INSPECTIONS = 30;
    private static final int MOST_NONCONFORMANCES = 100;

    private final Pages pages;
    private final Inspections inspections;
    private final WorkOrders workOrders;
    private final Jobs jobs;

    QualityPages(Pages pages, Inspections inspections, WorkOrders workOrders, Jobs jobs) {
        this.pages = pages;
        this.inspections = inspections;
        this.workOrders = workOrders;
        this.jobs = jobs;
    }

    /** An open inspection with its unit. */
    public record ToInspect(Inspection inspection, Unit unit) {}

    /** A nonconformance with its unit. */
    public record Case(Nonconformance nonconformance, Unit unit) {}

    @GetMapping("/quality")
    ResponseEntity<String> quality(Locale locale) {
        FactoryId factory = pages.factory();
        return pages.render(
                "quality/quality.jte",
                "quality",
                pages.text("section.quality", locale),
                locale,
                Map.of("open", open(factory), "cases", cases(factory), "dispositions", Disposition.values()));
    }

    @PostMapping("/units/{unit}/measurements")
    ResponseEntity<Void> record(
            @PathVariable UUID unit, @RequestParam String characteristic, @RequestParam double value) {
        inspections.record(new UnitId(unit), characteristic, value, pages.actor());
        return Pages.seeOther("/quality");
    }

    @PostMapping("/units/{unit}/looks")
    ResponseEntity<Void> recordVisual(
            @PathVariable UUID unit, @RequestParam String characteristic, @RequestParam boolean ok) {
        inspections.recordVisual(new UnitId(unit), characteristic, ok, pages.actor());
        return Pages.seeOther("/quality");
    }

    @AllowedFor(Role.QUALITY)
    @PostMapping("/nonconformances/{id}")
    ResponseEntity<Void> dispose(
            @PathVariable UUID id, @RequestParam Disposition disposition, @RequestParam String reason, Locale locale) {
        inspections.dispose(
                new NonconformanceId(id),
                disposition,
                Required.words(reason, "materials.reason", pages, locale),
                pages.actor());
        return Pages.seeOther("/quality");
    }

    private List<ToInspect> open(FactoryId factory) {
        List<Inspection> open = jobs.listOpenTasks(factory).stream()
                .filter(task -> task.kind() == StepKind.INSPECT && task.workOrder() != null)
                .flatMap(task -> inspections.listInspections(task.workOrder()).stream())
                .filter(inspection -> inspection.state() == InspectionState.OPEN)
                .limit(MOST_INSPECTIONS)
                .toList();
        Map<UnitId, Unit> units = units(open.stream().map(Inspection::unit));
        return open.stream()
                .map(inspection -> new ToInspect(inspection, Objects.requireNonNull(units.get(inspection.unit()))))
                .toList();
    }

    /** What waits for a decision first. */
    private List<Case> cases(FactoryId factory) {
        List<Nonconformance> shown = inspections.listNonconformances(factory).stream()
                .sorted(Comparator.comparing(Nonconformance::isOpen).reversed())
                .limit(MOST_NONCONFORMANCES)
                .toList();
        Map<UnitId, Unit> units = units(shown.stream().map(Nonconformance::unit));
        return shown.stream()
                .map(nonconformance ->
                        new Case(nonconformance, Objects.requireNonNull(units.get(nonconformance.unit()))))
                .toList();
    }

    private Map<UnitId, Unit> units(Stream<UnitId> ids) {
        return workOrders.listUnitsById(ids.distinct().toList()).stream()
                .collect(Collectors.toMap(Unit::id, unit -> unit));
    }
}
