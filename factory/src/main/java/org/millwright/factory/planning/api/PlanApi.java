package org.millwright.factory.planning.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.Diff;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrderState;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.BuildState;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.api.Given;
import org.millwright.factory.platform.api.Items;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.web.viewer.CurrentFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Work orders, builds and the timetable. */
@RestController
@RequestMapping("/api/v1")
@AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
@Tag(name = "Plan")
class PlanApi {
    private final CurrentFactory factory;
    private final WorkOrders workOrders;

    PlanApi(CurrentFactory factory, WorkOrders workOrders) {
        this.factory = factory;
        this.workOrders = workOrders;
    }

    /** @param waitingFor why it is not planned; null when it is */
    record WorkOrderOut(
            UUID id,
            @Schema(example = "W-1004") String number,
            @Schema(example = "O-1004") String order,
            UUID orderLine,
            UUID design,
            String process,
            String material,
            int quantity,
            Instant dueAt,
            WorkOrderState state,
            @Nullable String waitingFor) {
        static WorkOrderOut of(WorkOrder workOrder) {
            WorkOrder.Waiting waiting = workOrder.waitingFor();
            return new WorkOrderOut(
                    workOrder.id().value(),
                    workOrder.number(),
                    workOrder.orderNumber(),
                    workOrder.reference(),
                    workOrder.design().value(),
                    workOrder.process(),
                    workOrder.materialId(),
                    workOrder.quantity(),
                    workOrder.dueAt(),
                    workOrder.state(),
                    waiting == null ? null : waiting.reason() + ": " + waiting.detail());
        }
    }

    record UnitOut(
            UUID id,
            String serial,
            UnitState state,
            @Nullable UUID build) {}

    record PlacedOut(UUID unit, String serial, double xMm, double yMm, double rotationDeg) {}

    record BuildOut(
            UUID id,
            @Schema(example = "B-1004") String number,
            String process,
            String material,
            BuildState state,
            @Nullable UUID machine,

            @Schema(description = "Expected run in seconds", example = "5400")
            long expectedS,

            @Schema(example = "24.6") double massG,
            @Schema(description = "SHA-256 of the program") String program,
            String programDialect,
            List<PlacedOut> units) {
        static BuildOut of(BuildPlan build) {
            return new BuildOut(
                    build.id().value(),
                    build.number(),
                    build.process(),
                    build.materialId(),
                    build.state(),
                    build.machine() == null ? null : build.machine().value(),
                    build.expectedTime().toSeconds(),
                    build.massG(),
                    build.program().toString(),
                    build.programDialect(),
                    build.units().stream()
                            .map(placed -> new PlacedOut(
                                    placed.unit().value(),
                                    placed.serial(),
                                    placed.xMm(),
                                    placed.yMm(),
                                    placed.rotationDeg()))
                            .toList());
        }
    }

    record OperationOut(
            UUID id,
            @Schema(example = "print") String step,
            OperationState state,
            Instant start,
            Instant end,
            @Nullable UUID machine,
            @Nullable UUID person,
            @Nullable UUID build,
            @Nullable UUID workOrder,
            boolean attended,
            @Schema(example = "printing") String skill) {
        static OperationOut of(PlannedOperation operation) {
            return new OperationOut(
                    operation.id().value(),
                    operation.step(),
                    operation.state(),
                    operation.start(),
                    operation.end(),
                    operation.machine() == null ? null : operation.machine().value(),
                    operation.person() == null ? null : operation.person().value(),
                    operation.build() == null ? null : operation.build().value(),
                    operation.workOrder() == null ? null : operation.workOrder().value(),
                    operation.attended(),
                    operation.skill());
        }
    }

    record ReplanIn(
            @Schema(example = "Printer 3 is slow today") @Nullable
            String cause) {}

    record MovedOut(
            UUID operation,
            String step,
            @Nullable UUID fromMachine,
            @Nullable UUID toMachine,
            Instant fromStart,
            Instant toStart) {}

    /** @param kept operations that stayed where and when they were */
    record DiffOut(int version, Instant at, String cause, int kept, List<MovedOut> moved) {
        static DiffOut of(Diff diff) {
            return new DiffOut(
                    diff.version(),
                    diff.at(),
                    diff.cause(),
                    diff.kept(),
                    diff.moved().stream()
                            .map(moved -> new MovedOut(
                                    moved.operation().value(),
                                    moved.step(),
                                    moved.fromMachine() == null
                                            ? null
                                            : moved.fromMachine().value(),
                                    moved.toMachine() == null
                                            ? null
                                            : moved.toMachine().value(),
                                    moved.fromStart(),
                                    moved.toStart()))
                            .toList());
        }
    }

    @GetMapping("/work-orders")
    @Operation(summary = "Work orders, newest first")
    Items<WorkOrderOut> workOrders(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Items.page(
                workOrders.listWorkOrders(factory.getId()),
                workOrder -> workOrder.id().value(),
                after,
                limit,
                WorkOrderOut::of);
    }

    @GetMapping("/work-orders/{id}")
    @Operation(summary = "One work order")
    WorkOrderOut workOrder(@PathVariable UUID id) {
        return WorkOrderOut.of(workOrders.getWorkOrder(new WorkOrderId(id)));
    }

    @GetMapping("/work-orders/{id}/units")
    @Operation(summary = "The units of a work order")
    Items<UnitOut> units(@PathVariable UUID id) {
        var workOrder = workOrders.getWorkOrder(new WorkOrderId(id));
        return Items.all(workOrders.listUnits(workOrder.id()).stream()
                .map(unit -> new UnitOut(
                        unit.id().value(),
                        unit.serial(),
                        unit.state(),
                        unit.build() == null ? null : unit.build().value()))
                .toList());
    }

    @GetMapping("/builds")
    @Operation(summary = "Plates and sheets, newest first")
    Items<BuildOut> builds(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Items.page(
                workOrders.listBuilds(factory.getId()), build -> build.id().value(), after, limit, BuildOut::of);
    }

    @GetMapping("/builds/{id}")
    @Operation(summary = "One plate or sheet with its units")
    BuildOut build(@PathVariable UUID id) {
        return BuildOut.of(workOrders.getBuild(new BuildId(id)));
    }

    @GetMapping("/timetable")
    @Operation(summary = "What happens when, where and by whom")
    Items<OperationOut> timetable() {
        return Items.all(workOrders.timetable(factory.getId()).stream()
                .map(OperationOut::of)
                .toList());
    }

    @GetMapping("/timetable/changes")
    @Operation(summary = "What the latest plan moved")
    Items<DiffOut> changes() {
        return Items.all(workOrders.findLastDiff(factory.getId()).stream()
                .map(DiffOut::of)
                .toList());
    }

    @PostMapping("/timetable/replan")
    @AllowedFor(Role.PLANNER)
    @Operation(summary = "Plan anew, moving as little as possible")
    DiffOut replan(@RequestBody ReplanIn body) {
        return DiffOut.of(workOrders.replan(factory.getId(), Given.required(body.cause(), "cause")));
    }
}
