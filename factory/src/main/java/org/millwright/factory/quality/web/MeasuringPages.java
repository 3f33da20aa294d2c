package org.millwright.factory.quality.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.Designs;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.platform.web.Typed;
import org.millwright.factory.production.Jobs;
import org.millwright.factory.production.task.TaskState;
import org.millwright.factory.quality.Inspection;
import org.millwright.factory.quality.InspectionState;
import org.millwright.factory.quality.Inspections;
import org.millwright.factory.quality.PlannedCharacteristic;
import org.millwright.processes.Characteristic;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Measuring one unit beside its drawing, with the control chart of each dimension under it. */
@Controller
@AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
public class MeasuringPages {
    private static final String VALUE = "value.";
    private static final String LOOK = "look.";

    private final Pages pages;
    private final Inspections inspections;
    private final WorkOrders workOrders;
    private final Designs designs;
    private final Jobs jobs;
    private final JsonMapper json;

    MeasuringPages(
            Pages pages, Inspections inspections, WorkOrders workOrders, Designs designs, Jobs jobs, JsonMapper json) {
        this.pages = pages;
        this.inspections = inspections;
        this.workOrders = workOrders;
        this.designs = designs;
        this.jobs = jobs;
        this.json = json;
    }

    /** One characteristic with its chart; visual checks have none. */
    public record Row(
            PlannedCharacteristic planned, @Nullable ChartView chart) {}

    @GetMapping("/quality/units/{serial}")
    ResponseEntity<String> unit(@PathVariable String serial, Locale locale) {
        Unit unit = unit(serial);
        WorkOrder workOrder = workOrders.getWorkOrder(unit.workOrder());
        List<Inspection> rounds = inspections.listFor(unit.id());
        Inspection inspection = rounds.isEmpty() ? null : rounds.getLast();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("unit", unit);
        parameters.put("workOrder", workOrder);
        parameters.put("design", designs.getDesign(workOrder.design()));
        parameters.put("rows", inspection == null ? List.of() : rows(inspection, workOrder, locale));
        if (inspection != null) {
            parameters.put("inspection", inspection);
        }
        jobs.listTasks(workOrder.id()).stream()
                .filter(task -> task.kind() == StepKind.INSPECT && task.state() == TaskState.OPEN)
                .findFirst()
                .ifPresent(task -> parameters.put("toBegin", task));
        return pages.render("quality/unit.jte", "quality", serial, locale, parameters);
    }

    /** Records everything that was filled in: {@code value.NAME} in mm, {@code look.NAME} true or false. */
    @PostMapping("/quality/units/{serial}")
    ResponseEntity<Void> record(@PathVariable String serial, @RequestParam Map<String, String> typed) {
        Unit unit = unit(serial);
        record(unit, typed);
        boolean open = inspections.listFor(unit.id()).stream()
                .anyMatch(inspection -> inspection.state() == InspectionState.OPEN);
        return Pages.seeOther(
                open ? "/quality/units/" + serial : next(unit).orElse("/quality/units/" + serial + "?done"));
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

    private void record(Unit unit, Map<String, String> typed) {
        Map<String, Double> values = new HashMap<>();
        typed.forEach((name, text) -> {
            if (name.startsWith(VALUE) && !text.isBlank()) {
                values.put(name.substring(VALUE.length()), Typed.number(text, name));
            }
        });
        Inspection open = inspections.listFor(unit.id()).stream()
                .filter(inspection -> inspection.state() == InspectionState.OPEN)
                .findFirst()
                .orElseThrow(
                        () -> Problem.of(Problem.Kind.CONFLICT, "inspection-missing", Map.of("unit", unit.serial())));
        for (PlannedCharacteristic planned : open.characteristics()) {
            String name = planned.characteristic().name();
            String look = typed.get(LOOK + name);
            if (values.containsKey(name)) {
                inspections.record(unit.id(), name, values.getOrDefault(name, 0.0), pages.actor());
            } else if (look != null && !look.isBlank()) {
                inspections.recordVisual(unit.id(), name, look.equals("true"), pages.actor());
            }
        }
    }

    /** The next unit of the same work order that waits. */
    private Optional<String> next(Unit unit) {
        return inspections.listInspections(unit.workOrder()).stream()
                .filter(inspection -> inspection.state() == InspectionState.OPEN)
                .findFirst()
                .map(inspection -> "/quality/units/"
                        + workOrders.getUnit(inspection.unit()).serial());
    }

    private List<Row> rows(Inspection inspection, WorkOrder workOrder, Locale locale) {
        List<WorkOrderId> same = workOrders.listWorkOrders(workOrder.factory()).stream()
                .filter(other -> other.design().equals(workOrder.design())
                        && other.materialId().equals(workOrder.materialId())
                        && other.process().equals(workOrder.process()))
                .map(WorkOrder::id)
                .toList();
        List<Row> rows = new ArrayList<>();
        for (PlannedCharacteristic planned : inspection.characteristics()) {
            Characteristic characteristic = planned.characteristic();
            rows.add(new Row(
                    planned,
                    characteristic.kind() == Characteristic.Kind.VISUAL
                            ? null
                            : ChartView.of(
                                    characteristic,
                                    inspections.listMeasured(same, characteristic.name()),
                                    pages,
                                    locale,
                                    json)));
        }
        return rows;
    }

    private Unit unit(String serial) {
        return workOrders
                .findUnit(serial)
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "unit-missing", Map.of("id", serial)));
    }
}
