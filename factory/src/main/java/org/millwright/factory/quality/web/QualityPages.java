package org.millwright.factory.quality.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.Designs;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.files.FileHash;
import org.millwright.factory.platform.files.FileStore;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.platform.web.Required;
import org.millwright.factory.production.Jobs;
import org.millwright.factory.production.task.Task;
import org.millwright.factory.production.task.TaskState;
import org.millwright.factory.quality.Disposition;
import org.millwright.factory.quality.Inspection;
import org.millwright.factory.quality.InspectionState;
import org.millwright.factory.quality.Inspections;
import org.millwright.factory.quality.Nonconformance;
import org.millwright.factory.quality.NonconformanceId;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Quality: units to inspect, and nonconformances to decide. */
@Controller
@AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
public class QualityPages {
    private static final int MOST_INSPECTIONS = 60;
    private static final int MOST_DECIDED = 20;
    private static final long LARGEST_PHOTO = 12_000_000;

    private final Pages pages;
    private final Inspections inspections;
    private final WorkOrders workOrders;
    private final Designs designs;
    private final Jobs jobs;
    private final FileStore files;

    QualityPages(
            Pages pages, Inspections inspections, WorkOrders workOrders, Designs designs, Jobs jobs, FileStore files) {
        this.pages = pages;
        this.inspections = inspections;
        this.workOrders = workOrders;
        this.designs = designs;
        this.jobs = jobs;
        this.files = files;
    }

    /** Units of one work order that wait to be inspected. */
    public record Batch(WorkOrder workOrder, Design design, List<Unit> units, Task task) {
        /** Where to go on: to the task while nobody has started it, else to the next unit. */
        public String next() {
            return begun() ? "/quality/units/" + units.getFirst().serial() : "/tasks/" + task.id();
        }

        public boolean begun() {
            return task.state() != TaskState.OPEN;
        }
    }

    /** A nonconformance with its unit. */
    public record Case(Nonconformance nonconformance, Unit unit, Design design, String orderNumber) {}

    @GetMapping("/quality")
    ResponseEntity<String> quality(Locale locale) {
        FactoryId factory = pages.factory();
        List<Case> cases = cases(factory);
        return pages.render(
                "quality/quality.jte",
                "quality",
                pages.text("section.quality", locale),
                locale,
                Map.of(
                        "batches",
                        batches(factory),
                        "open",
                        cases.stream()
                                .filter(item -> item.nonconformance().isOpen())
                                .toList(),
                        "decided",
                        cases.stream()
                                .filter(item -> !item.nonconformance().isOpen())
                                .limit(MOST_DECIDED)
                                .toList(),
                        "reports",
                        inspections.listReports(factory)));
    }

    @GetMapping("/quality/nonconformances/{id}")
    ResponseEntity<String> nonconformance(@PathVariable UUID id, Locale locale) {
        Nonconformance nonconformance = inspections.getNonconformance(new NonconformanceId(id));
        Unit unit = workOrders.getUnit(nonconformance.unit());
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("item", view(nonconformance, unit));
        parameters.put("inspections", inspections.listFor(unit.id()));
        return pages.render("quality/nonconformance.jte", "quality", nonconformance.number(), locale, parameters);
    }

    @GetMapping("/quality/nonconformances/{id}/photo")
    ResponseEntity<byte[]> photo(@PathVariable UUID id) throws IOException {
        FileHash photo = inspections.getNonconformance(new NonconformanceId(id)).photo();
        if (photo == null) {
            throw Problem.of(Problem.Kind.NOT_FOUND, "photo-missing", Map.of());
        }
        try (var content = files.open(photo)) {
            return ResponseEntity.ok()
                    .contentType(MediaType.IMAGE_JPEG)
                    .cacheControl(CacheControl.noStore())
                    .body(content.readAllBytes());
        }
    }

    @AllowedFor(Role.QUALITY)
    @PostMapping("/nonconformances/{id}")
    ResponseEntity<Void> dispose(
            @PathVariable UUID id, @RequestParam Disposition disposition, @RequestParam String reason, Locale locale) {
        inspections.dispose(
                new NonconformanceId(id),
                disposition,
                Required.words(reason, "reason", "materials.reason", pages, locale),
                pages.actor());
        return Pages.seeOther("/quality");
    }

    /** What was seen, in three taps: the unit, what kind, done; a picture and words if there are any. */
    @PostMapping("/units/{unit}/nonconformances")
    ResponseEntity<Void> report(
            @PathVariable UUID unit,
            @RequestParam(defaultValue = "OTHER") Sight kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            Locale locale) {
        String what = kind.words(pages, locale);
        String detail = words.isBlank() ? what : what + ": " + words.strip();
        Nonconformance opened = inspections.report(new UnitId(unit), detail, keep(photo), pages.actor());
        return Pages.seeOther("/quality/nonconformances/" + opened.id());
    }

    /** Kinds of things that people see, for tiles to tap. */
    public enum Sight {
        SURFACE,
        CRACK,
        WARPED,
        SIZE,
        WRONG_PART,
        OTHER;

        String words(Pages pages, Locale locale) {
            String key = "sight." + name();
            return pages.text(key, locale);
        }
    }

    @AllowedFor(Role.QUALITY)
    @PostMapping("/quality/reports/{id}")
    ResponseEntity<Void> handle(@PathVariable UUID id, @RequestParam boolean hold, Locale locale) {
        inspections.handleReport(id, hold, pages.text("quality.reportedOutside", locale), pages.actor());
        return Pages.seeOther("/quality");
    }

    private @Nullable FileHash keep(@Nullable MultipartFile photo) {
        if (photo == null || photo.isEmpty()) {
            return null;
        }
        try (var content = photo.getInputStream()) {
            return files.put(content, LARGEST_PHOTO);
        } catch (IOException failed) {
            throw new UncheckedIOException("The photo did not arrive whole.", failed);
        }
    }

    private List<Batch> batches(FactoryId factory) {
        List<Batch> batches = new ArrayList<>();
        int shown = 0;
        for (Task task : jobs.listOpenTasks(factory)) {
            if (task.kind() != StepKind.INSPECT || task.workOrder() == null || shown >= MOST_INSPECTIONS) {
                continue;
            }
            List<Inspection> open = inspections.listInspections(task.workOrder()).stream()
                    .filter(inspection -> inspection.state() == InspectionState.OPEN)
                    .limit(MOST_INSPECTIONS - shown)
                    .toList();
            if (!open.isEmpty()) {
                shown += open.size();
                Map<UnitId, Unit> units = units(open.stream().map(Inspection::unit));
                WorkOrder workOrder = workOrders.getWorkOrder(task.workOrder());
                batches.add(new Batch(
                        workOrder,
                        designs.getDesign(workOrder.design()),
                        open.stream()
                                .map(inspection -> Objects.requireNonNull(units.get(inspection.unit())))
                                .toList(),
                        task));
            }
        }
        return batches;
    }

    /** What waits for a decision first. */
    private List<Case> cases(FactoryId factory) {
        List<Nonconformance> shown = inspections.listNonconformances(factory).stream()
                .sorted(Comparator.comparing(Nonconformance::isOpen).reversed())
                .limit(100)
                .toList();
        Map<UnitId, Unit> units = units(shown.stream().map(Nonconformance::unit));
        return shown.stream()
                .map(nonconformance -> view(nonconformance, Objects.requireNonNull(units.get(nonconformance.unit()))))
                .toList();
    }

    private Case view(Nonconformance nonconformance, Unit unit) {
        WorkOrder workOrder = workOrders.getWorkOrder(unit.workOrder());
        return new Case(nonconformance, unit, designs.getDesign(workOrder.design()), workOrder.orderNumber());
    }

    private Map<UnitId, Unit> units(Stream<UnitId> ids) {
        return workOrders.listUnitsById(ids.distinct().toList()).stream()
                .collect(Collectors.toMap(Unit::id, unit -> unit));
    }
}
