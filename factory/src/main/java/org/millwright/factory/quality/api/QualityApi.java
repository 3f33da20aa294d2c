package org.millwright.factory.quality.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.api.Given;
import org.millwright.factory.platform.api.Items;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.web.viewer.CurrentFactory;
import org.millwright.factory.quality.Disposition;
import org.millwright.factory.quality.Inspection;
import org.millwright.factory.quality.InspectionState;
import org.millwright.factory.quality.Inspections;
import org.millwright.factory.quality.Measurement;
import org.millwright.factory.quality.Nonconformance;
import org.millwright.factory.quality.NonconformanceId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Inspections and nonconformances. */
@RestController
@RequestMapping("/api/v1")
@AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
@Tag(name = "Quality")
class QualityApi {
    private final CurrentFactory factory;
    private final Inspections inspections;

    QualityApi(CurrentFactory factory, Inspections inspections) {
        this.factory = factory;
        this.inspections = inspections;
    }

    record MeasurementOut(
            @Nullable Double valueMm,
            boolean ok,
            @Schema(example = "Tomasz Nowak") String by,
            Instant at,
            boolean simulated) {
        static @Nullable MeasurementOut of(@Nullable Measurement measurement) {
            return measurement == null
                    ? null
                    : new MeasurementOut(
                            measurement.valueMm(),
                            measurement.ok(),
                            measurement.by().name(),
                            measurement.at(),
                            measurement.simulated());
        }
    }

    record CharacteristicOut(
            @Schema(example = "size-x") String name,
            @Nullable MeasurementOut latest) {}

    /** @param round 1 for the first inspection of the unit, one more after each rework */
    record InspectionOut(
            UUID id,
            UUID unit,
            UUID workOrder,
            int round,
            InspectionState state,
            List<CharacteristicOut> characteristics) {
        static InspectionOut of(Inspection inspection) {
            return new InspectionOut(
                    inspection.id().value(),
                    inspection.unit().value(),
                    inspection.workOrder().value(),
                    inspection.round(),
                    inspection.state(),
                    inspection.characteristics().stream()
                            .map(planned -> new CharacteristicOut(
                                    planned.characteristic().name(), MeasurementOut.of(planned.latest())))
                            .toList());
        }
    }

    record MeasurementIn(
            @Schema(example = "size-x") @Nullable String characteristic,

            @Schema(description = "What was measured, of a dimension", example = "14.02") @Nullable
            Double valueMm,

            @Schema(description = "Whether it looks good, of a visual check") @Nullable
            Boolean ok) {}

    record NonconformanceOut(
            UUID id,
            @Schema(example = "NC-1004") String number,
            UUID unit,
            UUID workOrder,
            Nonconformance.Cause cause,
            String detail,
            Instant openedAt,
            @Nullable Disposition disposition,
            @Nullable String reason,
            @Nullable Instant disposedAt) {
        static NonconformanceOut of(Nonconformance found) {
            return new NonconformanceOut(
                    found.id().value(),
                    found.number(),
                    found.unit().value(),
                    found.workOrder().value(),
                    found.cause(),
                    found.detail(),
                    found.openedAt(),
                    found.disposition(),
                    found.reason(),
                    found.disposedAt());
        }
    }

    record DispositionIn(
            @Nullable Disposition disposition,

            @Schema(example = "Edge is hidden once mounted") @Nullable
            String reason) {}

    @GetMapping("/inspections")
    @Operation(summary = "The inspections of a unit or of a work order")
    Items<InspectionOut> inspections(
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable UUID workOrder) {
        var found = unit != null
                ? inspections.listFor(new UnitId(unit))
                : inspections.listInspections(new WorkOrderId(Given.required(workOrder, "workOrder")));
        return Items.all(found.stream().map(InspectionOut::of).toList());
    }

    @PostMapping("/units/{unit}/measurements")
    @AllowedFor({Role.OPERATOR, Role.QUALITY})
    @Operation(summary = "Record a measurement or a look; the verdict follows when all are in")
    InspectionOut measure(@PathVariable UUID unit, @RequestBody MeasurementIn body, Actor actor) {
        String characteristic = Given.required(body.characteristic(), "characteristic");
        return InspectionOut.of(
                body.ok() != null
                        ? inspections.recordVisual(new UnitId(unit), characteristic, body.ok(), actor)
                        : inspections.record(
                                new UnitId(unit), characteristic, Given.required(body.valueMm(), "valueMm"), actor));
    }

    @GetMapping("/nonconformances")
    @Operation(summary = "Nonconformances, newest first")
    Items<NonconformanceOut> nonconformances(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Items.page(
                inspections.listNonconformances(factory.getId()),
                found -> found.id().value(),
                after,
                limit,
                NonconformanceOut::of);
    }

    @GetMapping("/nonconformances/{id}")
    @Operation(summary = "One nonconformance")
    NonconformanceOut nonconformance(@PathVariable UUID id) {
        return NonconformanceOut.of(inspections.getNonconformance(new NonconformanceId(id)));
    }

    @PostMapping("/nonconformances/{id}/disposition")
    @AllowedFor(Role.QUALITY)
    @Operation(summary = "Decide: use as is, rework or scrap")
    NonconformanceOut dispose(@PathVariable UUID id, @RequestBody DispositionIn body, Actor actor) {
        var nonconformance = new NonconformanceId(id);
        inspections.dispose(
                nonconformance,
                Given.required(body.disposition(), "disposition"),
                Given.required(body.reason(), "reason"),
                actor);
        return NonconformanceOut.of(inspections.getNonconformance(nonconformance));
    }
}
